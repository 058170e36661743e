import type { Day } from '../calendar/day.ts';
import type { Contract } from '../contracts/contract.ts';
import { isClosed, type Term } from './term.ts';

/** What a manager was told of: it is written down as the stages are, and so never said twice. */
export const UNCLAIMED = 'unclaimed';

/** What is known of a contract near its end. */
export type Watched = {
  readonly contract: Contract;
  readonly term: Term | null;
  /** The occasions that were said of the term. */
  readonly done: ReadonlySet<string>;
};

/**
 * Whether a contract is one that nobody looks after: nobody has claimed it, nothing became of it, and nobody has put it
 * off to a later day. Who is told of it once is not told again.
 */
export function isUnclaimed({ term, done }: Watched, today: Day): boolean {
  if (done.has(UNCLAIMED) || done.size === 0) return false;
  if (term === null) return true;
  const isPutOff = term.snoozedUntil !== null && term.snoozedUntil > today;
  return term.claimedBy === null && !isClosed(term) && !isPutOff;
}

/** Soonest end first, and the same order each time. */
export function soonestFirst(contracts: readonly Contract[]): readonly Contract[] {
  return [...contracts].sort((one, other) => {
    const [a, b] = [`${one.endsOn} ${one.id}`, `${other.endsOn} ${other.id}`];
    return a < b ? -1 : a > b ? 1 : 0;
  });
}
