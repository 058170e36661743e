import { dayAt, momentAt } from '../calendar/clock.ts';
import type { Day } from '../calendar/day.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { CaseClock, CaseClocks } from '../complaints/clocks.ts';
import type { Hours } from './watch-rules.ts';

export const CLOCKS = ['legal', 'branch'] as const;
export type ClockName = (typeof CLOCKS)[number];

/** In the order in which they come. */
export const WARNING_STAGES = ['half', 'three-quarters', 'day-before', 'late'] as const;
export type WarningStage = (typeof WARNING_STAGES)[number];

export type Warning = {
  readonly clock: ClockName;
  readonly stage: WarningStage;
  /** The deadline: it never moves. */
  readonly dueOn: Day;
  /** The last working day on which something can be done about it. */
  readonly actBy: Day;
};

export type StageDay = { readonly stage: WarningStage; readonly day: Day };

type Marked = Pick<CaseClock, 'startsOn' | 'dueOn' | 'marks'>;

/**
 * On which days a clock's warnings are said. What would fall on a day off is said on the next working day, the last
 * warning before the deadline on the one before; a stage that would not come before the next one is left out. A clock
 * that stands has no days.
 */
export function warningDays(clock: Marked, calendar: WorkingCalendar): readonly StageDay[] {
  const { startsOn, dueOn, marks } = clock;
  if (dueOn === null) return [];
  const days = WARNING_STAGES.flatMap((stage): readonly StageDay[] => {
    const day = marks[stage];
    if (day === null) return [];
    const moved = stage === 'day-before' ? calendar.onOrBefore(day) : calendar.onOrAfter(day);
    return [{ stage, day: moved ?? day }];
  });
  return days.filter(
    ({ day }, index) => day > startsOn && days.slice(index + 1).every((later) => day < later.day),
  );
}

/** The clocks that still run: the customer has not been answered, and the branch's own does not stand. */
export function runningClocks({
  legal,
  branch,
}: CaseClocks): readonly { readonly name: ClockName; readonly clock: CaseClock }[] {
  const all = [
    { name: 'legal' as const, clock: legal },
    ...(branch === null || branch.isPaused ? [] : [{ name: 'branch' as const, clock: branch }]),
  ];
  return all.filter(({ clock }) => clock.metOn === null);
}

export type Moment = {
  readonly now: number;
  /** The day that the bot believes in. */
  readonly today: Day;
  /** Whether that day was given: then it has no hours to wait for. */
  readonly isDayGiven: boolean;
  readonly timeZone: string;
  readonly hours: Hours;
};

export type Due = {
  /** Of each running clock the latest warning whose day has come: who was away is not told of those that it overtook. */
  readonly latest: readonly Warning[];
  /** From when on something may be said on this day; null where that is over, or it is a day off. */
  readonly speakAt: number | null;
};

/** What there is to say of a case, and when. Nothing is said at night or on a day off. */
export function dueWarnings(clocks: CaseClocks, moment: Moment, calendar: WorkingCalendar): Due {
  const latest = runningClocks(clocks).flatMap(({ name, clock }): readonly Warning[] => {
    const stage = warningDays(clock, calendar).findLast(({ day }) => day <= moment.today)?.stage;
    if (stage === undefined || clock.dueOn === null) return [];
    const { dueOn, actBy } = clock;
    return [{ clock: name, stage, dueOn, actBy: actBy ?? dueOn }];
  });
  return { latest, speakAt: speakingTime(moment, calendar) };
}

/**
 * From when on something may be said on this day: on a working day in working hours; null where that is over. A day of
 * which the calendar knows nothing is better spoken on than passed over.
 */
export function speakingTime(moment: Moment, calendar: WorkingCalendar): number | null {
  const { now, today, isDayGiven, timeZone, hours } = moment;
  if (calendar.kindOf(today) === 'off') return null;
  if (isDayGiven) return now;
  const day = dayAt(now, timeZone);
  if (now >= momentAt(day, hours.to, timeZone)) return null;
  return Math.max(now, momentAt(day, hours.from, timeZone));
}
