import type { Bilingual, Language } from '../bilingual.ts';
import type { Contract } from '../contracts/contract.ts';
import type { Lanes } from '../dialogs/lanes.ts';
import type { Absence } from '../reminders/absence.ts';
import type { Deed, Done, Refusal } from '../reminders/deeds.ts';
import type { DigestLine } from '../reminders/plan.ts';
import type { RefusalReason } from '../reminders/rules.ts';
import type { TermKey } from '../reminders/term.ts';
import type { Digest } from './views/digest.ts';
import type { TermButton } from './views/term-ids.ts';

/** A contract that somebody pressed a button about, as it stands now. */
export type Pressed = {
  readonly line: DigestLine;
  readonly refusals: readonly RefusalReason[];
  /** So often a customer may not be reached before that closes the term. */
  readonly unreachableTimes: number;
};

/** What Slack users do about contracts near their end. */
export type RenewalDoor = {
  /** The digest with this key as it stands now; null where there is none. */
  readonly digest: (key: string) => Promise<Digest | null>;
  /** One thing at a time with one message. */
  readonly inTurn: Lanes;
  /** Null where the contract is not there any more, or has got another end day. */
  readonly pressed: (button: TermButton) => Promise<Pressed | null>;
  /** Does one thing for somebody, who may have no right to it. */
  readonly act: (key: TermKey, deed: Deed, user: string) => Promise<Done | Refusal>;
  /** Who the customer is and how to call him, for those who may know; written down. Null where there is no such contract. */
  readonly reveal: (
    key: TermKey,
    user: string,
  ) => Promise<Contract | { readonly refused: Bilingual } | null>;
  /** Today's digests of the channels of a manager's outlets, as they would be posted now: nothing is changed. */
  readonly trial: (user: string) => Promise<readonly Digest[] | { readonly refused: Bilingual }>;
  /** The contracts that somebody has claimed or owns and that end soon or ended lately, soonest end first. */
  readonly mine: (user: string) => Promise<readonly DigestLine[]>;
  /** Who may stand in for somebody. */
  readonly colleagues: (user: string) => Promise<readonly string[]>;
  /** Gives all of somebody's contracts to a colleague for some days; says what is wrong with it, or null. */
  readonly handOver: (absence: Absence) => Promise<Bilingual | null>;
  /** Takes back what somebody has handed over from today on; answers how many spans that were. */
  readonly comeBack: (user: string) => Promise<number>;
  /** Why a customer refused, in words. */
  readonly reasonOf: Digest['reasonOf'];
  /** What to say to a customer who hesitates, in somebody's language. */
  readonly coaching: (language: Language) => readonly string[];
};
