import type { Language } from '../bilingual.ts';
import type { Day, Month } from '../calendar/day.ts';
import type { Span } from '../calendar/span.ts';
import type { PanelPartName } from '../policy/panel.ts';
import type { Level } from '../policy/policy.ts';
import type { CommissionUnsaid } from './commission-unsaid.ts';

/** What a question can be about; the ids are those of `intents/intents.yaml`, in the contract's order. */
export const INTENTS = [
  'promo.eligibility',
  'promo.details',
  'payout.schedule',
  'payout.commission',
  'complaint.checklist',
  'complaint.deadline',
  'renewal.list',
  'renewal.status',
  'renewal.coaching',
  'help',
  'clarify',
  'out_of_scope',
] as const;
export type Intent = (typeof INTENTS)[number];

/** Whether an intent is answered with facts. */
export function isAnswer(intent: Intent): boolean {
  return !['help', 'clarify', 'out_of_scope'].includes(intent);
}

/** The things that a question names. Sets are in the order of the policy; null where nothing is named. */
export type Entities = {
  readonly outlets: readonly string[];
  readonly offers: readonly string[];
  /** 50, 100 or 200 yuan in the first policy set. */
  readonly deposit: number | null;
  readonly households: number | null;
  readonly date: Day | null;
  readonly window: Span | null;
  /** A contract id or a phone, as typed. */
  readonly contract: string | null;
  readonly checklist: string | null;
};

export const NO_ENTITIES: Entities = {
  outlets: [],
  offers: [],
  deposit: null,
  households: null,
  date: null,
  window: null,
  contract: null,
  checklist: null,
};

/** A word of the question that names several things, such as 合作厅. */
export type AmbiguousWord = { readonly word: string; readonly ids: readonly string[] };

export const MISSING = ['outlet', 'deposit', 'contract', 'intent'] as const;
export type Missing = (typeof MISSING)[number];

/** `depositedIn` is null where the conversation does not say when the deposit was made. */
export type Missed = { readonly month: Month; readonly depositedIn: Span | null };

/** Each day is null where the question does not say it. */
export type Leaving = {
  readonly depositedOn: Day | null;
  /** Until when it is asked what has come. */
  readonly until: Day | null;
  /** Whether the customer goes then; else only how far it has come is asked. */
  readonly isForGood: boolean;
};

/** What a question asks for, or takes for granted, and the policy does not say: an answer says so before anything else. */
export type Unsaid = {
  /** A deposit in yuan that was named and that no plan has. */
  readonly deposit: number | null;
  /** The gift in yuan that this was named with, where a plan has the deposit and gives another one. */
  readonly gift: number | null;
  /** What was asked for as if it were an offer, and is none ("5g plan"); the question is out of scope then. */
  readonly offer: string | null;
  /** The offers that a question about money names and that no payout plan is for. */
  readonly unpaidOffers: readonly string[];
  /** What is asked of a commission: its payday, whose it is, whether it is lost. */
  readonly commission: CommissionUnsaid | null;
  /** Whether it asks of an offer, or of what comes back, what only conditions could tell. */
  readonly isCondition: boolean;
};

export const NOTHING_UNSAID: Unsaid = {
  deposit: null,
  gift: null,
  offer: null,
  unpaidOffers: [],
  commission: null,
  isCondition: false,
};

/** What a question was understood to say. */
export type Reading = {
  readonly intent: Intent;
  /** 0 to 1: how sure the reader is of the intent. */
  readonly confidence: number;
  readonly entities: Entities;
  readonly language: Language;
  readonly ambiguous: readonly AmbiguousWord[];
  /** The levels that an eligibility question asks for ("where is it optional"); empty where all are meant. */
  readonly levels: readonly Level[];
  /** Of a payout question in which a customer leaves: when the deposit was made, and when he leaves. */
  readonly leaving: Leaving | null;
  /** Of a payout question that says that a credit has not come: that of which month. */
  readonly missed: Missed | null;
  /** Of a payout question: what the customer receives and what the outlet earns are both asked for. */
  readonly bothSides: boolean;
  /** Of a question for details the part that it asks for; null where all of it is meant, in short. */
  readonly part: PanelPartName | null;
  /** Whether a question for details asks what is new, compared with an earlier campaign. */
  readonly asksChanges: boolean;
  /** Finer subject inside the intent: deadline rules, a coaching topic. Ids as in `intents/words`. */
  readonly topics: readonly string[];
  /** The intent that a `clarify` would have been, had nothing been missing. */
  readonly wanted: Intent | null;
  /** What the question leaves out and the answer needs, for `clarify`. */
  readonly missing: Missing | null;
  /** The two intents that a question may mean, where it lies between them; else empty. */
  readonly between: readonly Intent[];
  /** Whether a picture of the answer is wished for. */
  readonly wantsPicture: boolean;
  /** Whether a number is to be ported, by this question or by the one that it follows up. */
  readonly mentionsPorting: boolean;
  /** The deposits in yuan that a question about money asks about alike ("the 50 and the 200"); empty where it does not. */
  readonly deposits: readonly number[];
  /** What it asks for, or takes for granted, that the policy does not say. */
  readonly unsaid: Unsaid;
};

/** What a conversation remembers between two questions. Plain JSON: it is kept between restarts. */
export type Context = { readonly last: Reading };

/** The matter of an intent: `promo`, `payout`, `complaint`, `renewal`. */
export function familyOf(intent: Intent): string {
  return intent.split('.')[0] ?? intent;
}

/** The intent that the conversation was about: that of the last answer, or what was wanted when it asked back. */
export function subjectOf(last: Reading): Reading['intent'] {
  return last.intent === 'clarify' ? (last.wanted ?? 'clarify') : last.intent;
}
