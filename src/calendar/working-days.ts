import { addDays, type Day, weekdayOf, yearNumber } from './day.ts';

/** What the State Council's notice says about one year. Saturdays and Sundays are not listed: they are off anyway. */
export type CalendarYear = {
  readonly year: number;
  /** Whether the notice has come. Until then nobody knows which days of the year are worked. */
  readonly isPublished: boolean;
  readonly holidays: readonly Day[];
  /** Saturdays and Sundays that are worked, to make up for days off. */
  readonly workingDays: readonly Day[];
};

export type DayKind = 'working' | 'off' | 'unknown';

export type WorkingCalendar = {
  /** `unknown` in a year that is not published: never "Monday to Friday". */
  readonly kindOf: (day: Day) => DayKind;
  /** The last working day on or before `day`; null where a year on the way is unknown. */
  readonly onOrBefore: (day: Day) => Day | null;
  readonly onOrAfter: (day: Day) => Day | null;
  /**
   * The n-th working day after `day` (n ≥ 1) or before it (n ≤ -1), `day` itself not counted; null where a year on the
   * way is unknown. Throws a RangeError for 0 and for parts of a day.
   */
  readonly plusWorkingDays: (day: Day, n: number) => Day | null;
  /** How many working days lie after `from`, up to and with `to`; 0 where `to` is not later; null where unknown. */
  readonly workingDaysBetween: (from: Day, to: Day) => number | null;
};

const SATURDAY = 6;

export function workingCalendar(years: readonly CalendarYear[]): WorkingCalendar {
  const published = new Map(
    years
      .filter(({ isPublished }) => isPublished)
      .map(({ year, holidays, workingDays }) => [
        year,
        { off: new Set(holidays), made: new Set(workingDays) },
      ]),
  );

  const kindOf = (day: Day): DayKind => {
    const year = published.get(yearNumber(day));
    if (year === undefined) return 'unknown';
    if (year.made.has(day)) return 'working';
    return year.off.has(day) || weekdayOf(day) >= SATURDAY ? 'off' : 'working';
  };

  /** The first working day from `day` on, in steps of one day to either side. */
  const firstFrom = (day: Day, step: 1 | -1): Day | null => {
    let at = day;
    for (;;) {
      const kind = kindOf(at);
      if (kind === 'working') return at;
      // A year of nothing but days off ends as well: beyond the years that are published nothing is known.
      if (kind === 'unknown') return null;
      at = addDays(at, step);
    }
  };

  return {
    kindOf,
    onOrBefore: (day) => firstFrom(day, -1),
    onOrAfter: (day) => firstFrom(day, 1),
    plusWorkingDays: (day, n) => {
      if (!Number.isInteger(n) || n === 0)
        throw new RangeError(`${n} is no number of working days`);
      const step = n > 0 ? 1 : -1;
      let at: Day | null = day;
      for (let left = Math.abs(n); left > 0 && at !== null; left -= 1)
        at = firstFrom(addDays(at, step), step);
      return at;
    },
    workingDaysBetween: (from, to) => {
      let count = 0;
      for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) {
        const kind = kindOf(at);
        if (kind === 'unknown') return null;
        if (kind === 'working') count += 1;
      }
      return count;
    },
  };
}
