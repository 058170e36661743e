import type { Bilingual } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { Checklist } from '../checklists/checklist.ts';
import type { Limit } from '../policy/policy.ts';
import type { BranchRules, CaseEvent, Outcome } from './case.ts';

/** What a decision about a case rests on, beside the case itself. */
export type CaseWorld = {
  /** Every version of every checklist. */
  readonly checklists: readonly Checklist[];
  readonly calendar: WorkingCalendar;
  readonly limits: readonly Limit[];
  readonly branch: BranchRules;
  readonly outcomes: readonly Outcome[];
  readonly now: number;
  readonly today: Day;
};

/** What is missing before a case may be closed. `step` names the step where it is one. */
export type Gap = {
  readonly what: 'step' | 'outcome' | 'told' | 'accepted' | 'note';
  readonly step: string | null;
  /** Its number in the checklist. */
  readonly number: number | null;
  readonly words: Bilingual;
};

export type RefusalCode =
  | 'no-case'
  | 'closed'
  | 'not-closed'
  | 'unknown-checklist'
  | 'unknown-step'
  | 'old-card'
  | 'already-answered'
  | 'not-answered'
  | 'step-is-off'
  | 'answer-first'
  | 'must-apply'
  | 'choice-missing'
  | 'evidence-missing'
  | 'reason-missing'
  | 'day-wrong'
  | 'personal-data'
  | 'too-long'
  | 'same-owner'
  | 'paused'
  | 'not-paused'
  | 'no-newer-version'
  | 'unknown-outcome'
  | 'gaps'
  | 'not-allowed';

/** Why nothing was done, in words for the person who asked for it. */
export type Refusal = {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly reason: Bilingual;
  /** What must be done first, where a case cannot be closed yet. */
  readonly gaps: readonly Gap[];
  /** Whether the message that brought it holds what nobody may keep, and should be deleted. */
  readonly askToDelete: boolean;
};

export type Decided = {
  readonly ok: true;
  /** Empty where the command was carried out before, or changes nothing. */
  readonly events: readonly CaseEvent[];
  /** Whether it was carried out before: a double click, or an event that came twice. */
  readonly isRepeated: boolean;
  /** Whether something was masked that the person should delete where he typed it. */
  readonly askToDelete: boolean;
};

export type Decision = Decided | Refusal;

export function refusal(
  code: RefusalCode,
  zh: string,
  en: string,
  more: Partial<Pick<Refusal, 'gaps' | 'askToDelete'>> = {},
): Refusal {
  return { ok: false, code, reason: { zh, en }, gaps: [], askToDelete: false, ...more };
}
