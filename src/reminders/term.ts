import type { Day } from '../calendar/day.ts';

/** How a term can end. */
export const OUTCOMES = [
  'renewed',
  'refused',
  'unreachable',
  'ported-out',
  'disconnected',
  'not-ours',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A contract up to one end day. A new end day is a new term, and nothing of the old one holds for it. */
export type TermKey = { readonly contract: string; readonly endsOn: Day };

/** What became of a term so far. `version` counts the changes. */
export type Term = TermKey & {
  readonly claimedBy: string | null;
  readonly claimedAt: number | null;
  /** Nothing is said of it before this day. */
  readonly snoozedUntil: Day | null;
  readonly snoozes: number;
  /** How often the customer was called and not reached. */
  readonly unreachable: number;
  readonly outcome: Outcome | null;
  /** The id of a reason for a refusal. */
  readonly reason: string | null;
  readonly note: string | null;
  /** The new end day, where it was renewed. */
  readonly renewedUntil: Day | null;
  readonly closedAt: number | null;
  readonly closedBy: string | null;
  readonly version: number;
};

/** A term of which nothing is known yet. */
export function freshTerm({ contract, endsOn }: TermKey): Term {
  return {
    ...{ contract, endsOn },
    ...{ claimedBy: null, claimedAt: null, snoozedUntil: null, snoozes: 0, unreachable: 0 },
    ...{ outcome: null, reason: null, note: null, renewedUntil: null },
    ...{ closedAt: null, closedBy: null, version: 0 },
  };
}

export function isClosed(term: Pick<Term, 'closedAt'>): boolean {
  return term.closedAt !== null;
}
