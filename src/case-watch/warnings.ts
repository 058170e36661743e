import { dayAt, momentAt } from '../calendar/clock.ts';
import { addDays, type Day, daysBetween } from '../calendar/day.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';

export const CLOCKS = ['legal', 'branch'] as const;
export type ClockName = (typeof CLOCKS)[number];

/** In the order in which they come. */
export const WARNING_STAGES = ['half', 'three-quarters', 'day-before', 'late'] as const;
export type WarningStage = (typeof WARNING_STAGES)[number];

/** One clock of an open case. A clock that stands, or whose end nobody knows, is not in the list. */
export type Clock = {
  readonly name: ClockName;
  readonly startsOn: Day;
  /** The deadline: the last day on which it is kept. It never moves for a holiday. */
  readonly dueOn: Day;
  /** How many days it takes, where they are working days; null where calendar days are counted. */
  readonly workingDays: number | null;
};

export type Warning = {
  readonly clock: ClockName;
  readonly stage: WarningStage;
  readonly dueOn: Day;
  /** The last working day on which something can be done about it. */
  readonly actBy: Day;
};

export type StageDay = { readonly stage: WarningStage; readonly day: Day };

/** The last working day on or before the deadline; the deadline where the year's calendar is not known. */
export function actByOf(dueOn: Day, calendar: WorkingCalendar): Day {
  return calendar.onOrBefore(dueOn) ?? dueOn;
}

/**
 * On which days a clock's warnings are said. Half-time and three quarters move behind days off; the last one is said
 * on the working day before the last working day within the deadline; a stage that would not come before the next one
 * is left out.
 */
export function warningDays(clock: Clock, calendar: WorkingCalendar): readonly StageDay[] {
  const { startsOn, dueOn } = clock;
  const after = (day: Day): Day => calendar.onOrAfter(day) ?? day;
  const eve = addDays(actByOf(dueOn, calendar), -1);
  const days: readonly StageDay[] = [
    { stage: 'half', day: after(partOf(clock, 0.5, calendar)) },
    { stage: 'three-quarters', day: after(partOf(clock, 0.75, calendar)) },
    { stage: 'day-before', day: calendar.onOrBefore(eve) ?? eve },
    { stage: 'late', day: after(addDays(dueOn, 1)) },
  ];
  return days.filter(
    ({ day }, index) => day > startsOn && days.slice(index + 1).every((later) => day < later.day),
  );
}

/** The day on which a part of the time is over, counted back from the deadline: a pause has moved that already. */
function partOf(clock: Clock, part: number, calendar: WorkingCalendar): Day {
  const { startsOn, dueOn, workingDays } = clock;
  const length = daysBetween(startsOn, dueOn);
  const inCalendarDays = addDays(dueOn, -Math.ceil(length * (1 - part)));
  if (workingDays === null) return inCalendarDays;
  const left = Math.ceil(workingDays * (1 - part));
  return left === 0 ? dueOn : (calendar.plusWorkingDays(dueOn, -left) ?? inCalendarDays);
}

/** When people are at work: minutes of the day. */
export type Hours = { readonly from: number; readonly to: number };

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
  /** Of each clock the latest warning that is due: who was away is not told of those that it overtook. */
  readonly warnings: readonly Warning[];
  /** When to look again on this day; null where there is nothing more to say on it. */
  readonly againAt: number | null;
};

/** What is to be said of a case now. Nothing is said at night or on a day off. */
export function dueWarnings(
  clocks: readonly Clock[],
  moment: Moment,
  calendar: WorkingCalendar,
): Due {
  const warnings = clocks.flatMap((clock): readonly Warning[] => {
    const { name, dueOn } = clock;
    const latest = warningDays(clock, calendar).findLast(({ day }) => day <= moment.today);
    if (latest === undefined) return [];
    return [{ clock: name, stage: latest.stage, dueOn, actBy: actByOf(dueOn, calendar) }];
  });
  if (warnings.length === 0) return { warnings: [], againAt: null };
  const at = speakingTime(moment, calendar);
  if (at === null) return { warnings: [], againAt: null };
  return at <= moment.now ? { warnings, againAt: null } : { warnings: [], againAt: at };
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
