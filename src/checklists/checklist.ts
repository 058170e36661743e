import type { Bilingual } from '../bilingual.ts';
import type { Source } from '../source.ts';
import type { Condition } from './condition.ts';

/** Who does a step. */
export type StepRole = 'hall-staff' | 'hall-manager' | 'complaint-officer';

/** What a piece of evidence is. None is ever sent: it stays where it is kept, and the case says where that is. */
export const EVIDENCE_KINDS = [
  'ticket',
  'system-record',
  'form',
  'photo-of-form',
  'recording',
  'letter',
  'statement',
  'list',
  'page',
  'meeting-note',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** What must be given of a piece of evidence: its number, where it is kept, and its day. */
export const EVIDENCE_FIELDS = ['number', 'kept', 'day'] as const;
export type EvidenceField = (typeof EVIDENCE_FIELDS)[number];

/** Whose signature it bears. */
export const SIGNERS = ['customer', 'manager', 'handler'] as const;
export type Signer = (typeof SIGNERS)[number];

/** What proves a step. */
export type EvidenceWanted = {
  /** As it is told to staff. */
  readonly words: Bilingual;
  /** Any of these will do. */
  readonly kinds: readonly EvidenceKind[];
  readonly needs: readonly EvidenceField[];
  /** All of these must have signed. */
  readonly signedBy: readonly Signer[];
  /** Choices with which there is nothing to show: "no form was found". */
  readonly notNeededFor: readonly string[];
};

export type Choice = { readonly id: string; readonly name: Bilingual };

/** A question that a step answers, and that other steps depend on. Its id is the name of the fact. */
export type StepQuestion = {
  readonly id: string;
  readonly question: Bilingual;
  /** `yes` and `no` where the file names none. */
  readonly choices: readonly Choice[];
};

/** When a step has to be done, so that it can be reckoned with. */
export type StepDue =
  /** While the customer is there: on the day of receipt. */
  | { readonly kind: 'customer-leaves' }
  | { readonly kind: 'same-day' }
  /** So many working days after the day of receipt. */
  | { readonly kind: 'working-days'; readonly days: number }
  /** So many calendar days before the legal deadline; 0 is the deadline itself. */
  | { readonly kind: 'before-deadline'; readonly days: number }
  /** So many calendar days after the customer was told the decision. */
  | { readonly kind: 'after-answer'; readonly days: number }
  /** Bound to no day, such as "once the customer agrees". */
  | { readonly kind: 'event' };

/** One thing to do about a complaint, that a hall worker can do and see done. */
export type Step = {
  readonly id: string;
  readonly title: Bilingual;
  readonly task: Bilingual;
  /** What to say to the customer, word for word. */
  readonly say: Bilingual | null;
  /** What must never be done at this step. */
  readonly never: Bilingual | null;
  /** What proves the step. Null where nothing has to be kept. */
  readonly evidence: EvidenceWanted | null;
  readonly asks: StepQuestion | null;
  /** The step applies where this holds of the facts; null where it always applies. */
  readonly when: Condition | null;
  /** A case closes without the steps that are not required. */
  readonly isRequired: boolean;
  /** When a required step may be passed over, with a reason; null where it never may. */
  readonly mayNotApply: Bilingual | null;
  readonly who: StepRole;
  /** When the step has to be done, in words. */
  readonly by: Bilingual;
  readonly due: StepDue;
  /** Answers given since this version of the checklist still hold, though the words were changed. */
  readonly answersHoldSince: number | null;
};

/** The steps for one kind of complaint. A changed checklist is a new version: an open case keeps its own. */
export type Checklist = {
  readonly id: string;
  readonly version: number;
  readonly title: Bilingual;
  readonly about: Bilingual;
  readonly source: Source;
  readonly steps: readonly Step[];
};

/** One version of one checklist, by name. */
export type ChecklistRef = { readonly id: string; readonly version: number };

export function checklistOf(
  checklists: readonly Checklist[],
  { id, version }: ChecklistRef,
): Checklist | null {
  return checklists.find((one) => one.id === id && one.version === version) ?? null;
}

export function newestChecklist(checklists: readonly Checklist[], id: string): Checklist | null {
  return newestChecklists(checklists).find((one) => one.id === id) ?? null;
}

/** Of each checklist its newest version. */
export function newestChecklists(checklists: readonly Checklist[]): readonly Checklist[] {
  return checklists.filter(({ id, version }) =>
    checklists.every((other) => other.id !== id || other.version <= version),
  );
}
