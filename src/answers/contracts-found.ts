import { addDays, type Day } from '../calendar/day.ts';
import type { KeptContract } from '../contracts/contract.ts';
import type { Reading } from '../language/reading.ts';

/** A contract, and what became of it up to its end day: null where it is open. */
export type FoundContract = KeptContract & {
  readonly closed: { readonly isRenewed: boolean; readonly until: Day | null } | null;
};

/** What a question needs of the contracts. */
export type ContractNeed =
  | {
      readonly kind: 'ending';
      readonly from: Day;
      readonly to: Day;
      readonly outlets: readonly string[];
    }
  | { readonly kind: 'one'; readonly typed: string };

/** What was found: of those that end, the soonest; of one phone, all. `isConnected` where contracts have ever come in. */
export type ContractsFound = {
  readonly isConnected: boolean;
  readonly total: number;
  readonly contracts: readonly FoundContract[];
};

/** More are counted, and not named. */
export const NAMED_AT_MOST = 50;

/** How far ahead a question looks that names no days. */
const USUAL_DAYS = 30;

/** What has to be looked up before a reading can be answered; null where nothing has. */
export function contractNeed({ intent, entities }: Reading, today: Day): ContractNeed | null {
  if (intent === 'renewal.status')
    return entities.contract === null ? null : { kind: 'one', typed: entities.contract };
  if (intent !== 'renewal.list') return null;
  const { window, date, outlets } = entities;
  return {
    kind: 'ending',
    from: window?.from ?? date ?? today,
    to: window?.to ?? date ?? addDays(today, USUAL_DAYS),
    outlets,
  };
}
