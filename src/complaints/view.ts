import { type Checklist, checklistOf, newestChecklist } from '../checklists/checklist.ts';
import { Problem } from '../problem.ts';
import type { Case } from './case.ts';
import { type CaseClocks, clocksOf } from './clocks.ts';
import { nextStep, progressOf, type StepStanding, standingOf } from './standing.ts';
import type { CaseWorld } from './world.ts';

/** A case with what its checklist and the calendar make of it on a day. */
export type CaseView = {
  readonly case: Case;
  readonly checklist: Checklist;
  readonly standing: readonly StepStanding[];
  readonly progress: { readonly done: number; readonly all: number };
  /** The step to ask now; null where all is answered. */
  readonly next: StepStanding | null;
  readonly clocks: CaseClocks;
  /** The newest version of its checklist. */
  readonly newest: number;
};

export function viewOf(
  now: Case,
  { checklists, calendar, today }: Pick<CaseWorld, 'checklists' | 'calendar' | 'today'>,
): CaseView {
  const checklist = checklistOf(checklists, now.checklist);
  if (checklist === null)
    throw new Problem(
      'data',
      `case ${now.id} goes by version ${now.checklist.version} of "${now.checklist.id}", which is not in the data`,
    );
  const standing = standingOf(now, checklist);
  return {
    case: now,
    checklist,
    standing,
    progress: progressOf(standing),
    next: nextStep(standing),
    clocks: clocksOf(now, { calendar, today }),
    newest: newestChecklist(checklists, checklist.id)?.version ?? checklist.version,
  };
}
