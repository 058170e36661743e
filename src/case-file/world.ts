import type { Bilingual, Language } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';
import type { Checklist } from '../checklists/checklist.ts';
import type { Case, CaseEvent, Outcome } from '../complaints/case.ts';
import type { Limit } from '../policy/policy.ts';
import type { Source } from '../source.ts';

/** One of the two clocks, reckoned. */
export type ClockState = {
  readonly days: number;
  /** Null where the branch's calendar does not reach so far. */
  readonly dueOn: Day | null;
  readonly source: Source;
  /** Null where the number comes from a source. */
  readonly assumed: Bilingual | null;
};

/** What a case file is made of, besides the case. */
export type FileWorld = {
  readonly language: Language;
  readonly timeZone: string;
  readonly now: number;
  readonly today: Day;
  /** Every version of every checklist: a case keeps its own. */
  readonly checklists: readonly Checklist[];
  readonly outcomes: readonly Outcome[];
  readonly limits: readonly Limit[];
  readonly legal: ClockState;
  /** Null where the branch has no clock of its own for it. */
  readonly branch: ClockState | null;
  readonly nameOf: {
    readonly outlet: (id: string) => string;
    readonly offer: (id: string) => string;
    readonly rule: (id: string) => string;
    /** A colleague, by the id under which he acted. */
    readonly person: (who: string) => string;
  };
};

export type CaseWithHistory = { readonly found: Case; readonly history: readonly CaseEvent[] };
