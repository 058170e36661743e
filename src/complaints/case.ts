import type { Bilingual, Language } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';
import type { ChecklistRef, EvidenceKind, Signer, StepRole } from '../checklists/checklist.ts';

/** Who did something (a Slack user, or a name on the command line), and from where. */
export type Actor = { readonly who: string; readonly origin: string };

/** A piece of evidence by reference: what it is, its number, where it is kept, its day, and who signed it. */
export type Evidence = {
  readonly kind: EvidenceKind;
  readonly number: string | null;
  readonly kept: string | null;
  readonly day: Day | null;
  readonly signedBy: readonly Signer[];
};

/** What was answered to a step. `choice` is the answer to the question that the step asks. */
export type Given =
  | {
      readonly what: 'done';
      readonly choice: string | null;
      readonly evidence: readonly Evidence[];
      readonly note: string | null;
    }
  | { readonly what: 'not-applicable'; readonly reason: string };

/** By whom and when something was done to a case. */
export type Stamp = Actor & { readonly at: number; readonly on: Day };

export type StepAnswer = Given & {
  readonly stamp: Stamp;
  /** The checklist that it answered. */
  readonly checklist: ChecklistRef;
};

/** An answer that no longer counts, and why: it is kept for the case file. */
export type EarlierAnswer = {
  readonly step: string;
  readonly answer: StepAnswer;
  readonly why: 'corrected' | 'taken-back' | 'new-version' | 'other-checklist';
  readonly until: Stamp;
};

export const TOLD_CHANNELS = ['in-person', 'phone', 'letter', 'message'] as const;
export type ToldChannel = (typeof TOLD_CHANNELS)[number];
/** `no-word`: he has not said. */
export const ACCEPTANCES = ['accepted', 'not-accepted', 'no-word'] as const;
export type Acceptance = (typeof ACCEPTANCES)[number];

/** What the customer was told, word for word. */
export type Told = {
  readonly words: string;
  readonly on: Day;
  readonly channel: ToldChannel;
  readonly accepted: Acceptance;
};

export type SlackFile = { readonly id: string; readonly name: string };
/** Where in Slack a case is walked; `card` is the message that shows how it stands. */
export type SlackPlace = {
  readonly channel: string;
  readonly thread: string | null;
  readonly card: string | null;
};

/** The limits that held on the day of receipt: later data does not move a deadline. */
export type LegalLimit = {
  readonly rule: string;
  readonly days: number;
  readonly inForceFrom: Day;
};

/** What a complaint is about, and whose it is. Free text is kept without what must not be kept (`screened.ts`). */
export type Opening = {
  readonly checklist: ChecklistRef;
  readonly words: string;
  readonly language: Language;
  readonly outlet: string | null;
  readonly hall: string | null;
  readonly contract: string | null;
  /** The offer or the rule that it is about, by id. */
  readonly offer: string | null;
  readonly rule: string | null;
  readonly receivedOn: Day;
  readonly owner: string;
  readonly legal: LegalLimit;
  /** Null where the branch has no rule of its own for it. */
  readonly branchDays: number | null;
};

/** What happened to a case. */
export type Happening =
  | ({ readonly kind: 'opened' } & Opening)
  | { readonly kind: 'answered'; readonly step: string; readonly given: Given }
  | { readonly kind: 'reopened-step'; readonly step: string }
  | { readonly kind: 'help-asked'; readonly step: string; readonly note: string | null }
  | {
      readonly kind: 'assigned';
      readonly to: string;
      readonly reason: string;
      readonly how: 'assigned' | 'taken-over';
    }
  | {
      readonly kind: 'escalated';
      readonly to: StepRole;
      readonly person: string | null;
      readonly reason: string;
    }
  | { readonly kind: 'paused'; readonly reason: string }
  | { readonly kind: 'resumed' }
  /** `again`: steps whose answers do not hold in the new version. */
  | { readonly kind: 'moved'; readonly version: number; readonly again: readonly string[] }
  | {
      readonly kind: 'checklist-changed';
      readonly checklist: ChecklistRef;
      readonly again: readonly string[];
      readonly branchDays: number | null;
      readonly reason: string;
    }
  | ({ readonly kind: 'told' } & Told)
  | { readonly kind: 'closed'; readonly outcome: string; readonly note: string | null }
  | { readonly kind: 'reopened'; readonly reason: string }
  | { readonly kind: 'file-linked'; readonly file: SlackFile; readonly step: string | null }
  | { readonly kind: 'noted'; readonly text: string }
  | ({ readonly kind: 'placed' } & SlackPlace);

/** `seq` counts from 1 within a case; `key` names the command that brought it, and may bring several. */
export type CaseEvent = Stamp & {
  readonly seq: number;
  readonly key: string;
  readonly happened: Happening;
};

/** A stretch in which the branch's own clock stands; `to` is null while it does. */
export type Pause = { readonly from: Day; readonly to: Day | null; readonly reason: string };

export type Case = Omit<Opening, 'checklist'> & {
  readonly id: string;
  readonly seq: number;
  readonly state: 'open' | 'closed';
  /** The version that it is walked by. */
  readonly checklist: ChecklistRef;
  readonly opened: Stamp;
  readonly answers: Readonly<Record<string, StepAnswer>>;
  readonly earlier: readonly EarlierAnswer[];
  /** Steps at which somebody asked for help, until they are answered. */
  readonly help: Readonly<Record<string, { readonly note: string | null; readonly stamp: Stamp }>>;
  readonly pauses: readonly Pause[];
  readonly escalations: readonly {
    readonly to: StepRole;
    readonly person: string | null;
    readonly reason: string;
    readonly stamp: Stamp;
  }[];
  /** Oldest first; the last one counts. */
  readonly told: readonly (Told & { readonly stamp: Stamp })[];
  readonly files: readonly {
    readonly file: SlackFile;
    readonly step: string | null;
    readonly stamp: Stamp;
  }[];
  readonly notes: readonly { readonly text: string; readonly stamp: Stamp }[];
  /** Null while it is open. */
  readonly closed: {
    readonly outcome: string;
    readonly note: string | null;
    readonly stamp: Stamp;
  } | null;
  readonly reopenings: readonly {
    readonly reason: string;
    readonly stamp: Stamp;
    /** How often the customer had been told something until then: what comes after is the new answer. */
    readonly toldBefore: number;
  }[];
  readonly place: SlackPlace | null;
  /** The keys of the commands that were carried out. */
  readonly keys: readonly string[];
};

/** How a complaint ended. */
export type Outcome = {
  readonly id: string;
  readonly name: Bilingual;
  /** False for a case that should never have been opened. */
  readonly needsSteps: boolean;
  readonly needsTold: boolean;
  /** Whether the customer need not have said whether he accepts. */
  readonly maySilence: boolean;
  readonly needsNote: boolean;
  /** Whether only a manager of the outlet or a complaint officer may close with it. */
  readonly byManagers: boolean;
};

/** The branch's own rule: within how many working days it wants to have answered. */
export type BranchRules = {
  readonly workingDays: number;
  readonly perChecklist: Readonly<Record<string, number>>;
  /** Why it is assumed; null where the branch has set it. */
  readonly assumed: Bilingual | null;
  readonly document: Bilingual;
};
