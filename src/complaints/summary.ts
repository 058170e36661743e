import type { Day } from '../calendar/day.ts';
import { checklistOf } from '../checklists/checklist.ts';
import type { Acceptance, Case } from './case.ts';
import { clocksOf } from './clocks.ts';
import { progressOf, standingOf } from './standing.ts';
import { stepDueOn } from './step-due.ts';
import type { CaseWorld } from './world.ts';

/** How a case stands, in short: what lists and reports are made of. */
export type CaseSummary = {
  readonly id: string;
  readonly state: Case['state'];
  readonly checklist: string;
  readonly version: number;
  readonly owner: string;
  readonly outlet: string | null;
  readonly hall: string | null;
  readonly contract: string | null;
  readonly offer: string | null;
  readonly rule: string | null;
  readonly receivedOn: Day;
  readonly openedAt: number;
  readonly openedOn: Day;
  readonly legalDueOn: Day;
  readonly branchDueOn: Day | null;
  /** The nearer clock that still runs; once the customer was answered, the first day by which a step that is left is due. */
  readonly nearestDueOn: Day;
  readonly isPaused: boolean;
  readonly stepsDone: number;
  readonly stepsAll: number;
  readonly closedAt: number | null;
  readonly closedOn: Day | null;
  readonly outcome: string | null;
  readonly accepted: Acceptance | null;
  readonly channel: string | null;
  readonly thread: string | null;
  readonly card: string | null;
  readonly seq: number;
};

/** Whether a deadline of it lies before the day, and not only the day to act before a holiday. */
export function isLateOn(
  { state, nearestDueOn, legalDueOn, branchDueOn }: CaseSummary,
  today: Day,
): boolean {
  if (state === 'closed' || nearestDueOn >= today) return false;
  return legalDueOn < today || (branchDueOn !== null && branchDueOn < today);
}

export function summaryOf(
  now: Case,
  { calendar, today, checklists }: Pick<CaseWorld, 'calendar' | 'today' | 'checklists'>,
): CaseSummary {
  const clocks = clocksOf(now, { calendar, today });
  const checklist = checklistOf(checklists, now.checklist);
  const standing = checklist === null ? [] : standingOf(now, checklist);
  const { done, all } = progressOf(standing);
  const [left] = standing
    .filter(({ state }) => state === 'open')
    .map(({ step }) => stepDueOn(step, now, calendar))
    .filter((day) => day !== null)
    .toSorted();
  const { legal, branch, nearest } = clocks;
  return {
    id: now.id,
    state: now.state,
    checklist: now.checklist.id,
    version: now.checklist.version,
    owner: now.owner,
    outlet: now.outlet,
    hall: now.hall,
    contract: now.contract,
    offer: now.offer,
    rule: now.rule,
    receivedOn: now.receivedOn,
    openedAt: now.opened.at,
    openedOn: now.opened.on,
    legalDueOn: legal.dueOn,
    branchDueOn: branch?.dueOn ?? null,
    nearestDueOn: nearest ?? left ?? legal.dueOn,
    isPaused: branch?.isPaused ?? false,
    stepsDone: done,
    stepsAll: all,
    closedAt: now.closed?.stamp.at ?? null,
    closedOn: now.closed?.stamp.on ?? null,
    outcome: now.closed?.outcome ?? null,
    accepted: now.told.at(-1)?.accepted ?? null,
    channel: now.place?.channel ?? null,
    thread: now.place?.thread ?? null,
    card: now.place?.card ?? null,
    seq: now.seq,
  };
}
