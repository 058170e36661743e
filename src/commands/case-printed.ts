import type { Day } from '../calendar/day.ts';
import type { CaseEvent, Stamp } from '../complaints/case.ts';
import type { CaseClock } from '../complaints/clocks.ts';
import { type CaseSummary, isLateOn } from '../complaints/summary.ts';
import type { CaseView } from '../complaints/view.ts';

/** A case in a list, as it is printed. */
export function printedCase({ openedAt, closedAt, ...summary }: CaseSummary, today: Day): object {
  return {
    ...summary,
    isLate: isLateOn({ ...summary, openedAt, closedAt }, today),
    openedAt: moment(openedAt),
    closedAt: closedAt === null ? null : moment(closedAt),
  };
}

/** A case with its steps and clocks, as it is printed. What must not be kept was never kept, so nothing is masked here. */
export function printedView({
  case: of,
  checklist,
  standing,
  progress,
  next,
  clocks,
  newest,
}: CaseView): object {
  return {
    id: of.id,
    state: of.state,
    checklist: of.checklist.id,
    version: of.checklist.version,
    newestVersion: newest,
    title: checklist.title,
    words: of.words,
    owner: of.owner,
    outlet: of.outlet,
    hall: of.hall,
    contract: of.contract,
    offer: of.offer,
    rule: of.rule,
    receivedOn: of.receivedOn,
    opened: printedStamp(of.opened),
    progress,
    next: next?.step.id ?? null,
    clocks: {
      legal: {
        ...printedClock(clocks.legal),
        rule: clocks.legal.rule,
        inForceLater: clocks.legal.inForceLater,
      },
      branch:
        clocks.branch === null
          ? null
          : { ...printedClock(clocks.branch), isPaused: clocks.branch.isPaused },
    },
    steps: standing.map(({ step, number, state, answer, needsHelp }) => ({
      number,
      step: step.id,
      title: step.title,
      state,
      needsHelp,
      answer: answer === null ? null : { ...withoutStamp(answer), ...printedStamp(answer.stamp) },
    })),
    told: of.told.map((told) => ({ ...withoutStamp(told), ...printedStamp(told.stamp) })),
    escalations: of.escalations.map((one) => ({
      ...withoutStamp(one),
      ...printedStamp(one.stamp),
    })),
    notes: of.notes.map(({ text, stamp }) => ({ text, ...printedStamp(stamp) })),
    closed:
      of.closed === null ? null : { ...withoutStamp(of.closed), ...printedStamp(of.closed.stamp) },
  };
}

/** One thing that happened, as it is printed. */
export function printedEvent({ seq, happened, ...stamp }: CaseEvent): object {
  const { kind, ...detail } = happened;
  return { seq, kind, ...printedStamp(stamp), origin: stamp.origin, detail };
}

function printedClock(clock: CaseClock): object {
  const { startsOn, days, dueOn, actBy, daysLeft, mark, metOn, isLate, isCalendarKnown } = clock;
  return { startsOn, days, dueOn, actBy, daysLeft, mark, metOn, isLate, isCalendarKnown };
}

function printedStamp({ who, at, on }: Stamp): {
  readonly by: string;
  readonly at: string;
  readonly onDay: Day;
} {
  return { by: who, at: moment(at), onDay: on };
}

function withoutStamp<T extends { readonly stamp: Stamp }>({
  stamp: _,
  ...rest
}: T): Omit<T, 'stamp'> {
  return rest;
}

function moment(at: number): string {
  return new Date(at).toISOString();
}
