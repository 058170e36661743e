import { addDays, type Day, dayOf, daysBetween, weekdayOf, yearNumber } from './day.ts';
import { type Span, weekSpan } from './span.ts';

/** A week as ISO 8601 names it, such as `2015-W07`: Monday to Sunday, of the year that its Thursday is in. */
export function isoWeekOf(day: Day): string {
  const thursday = addDays(weekSpan(day).from, 3);
  const first = mondayOfFirstWeek(yearNumber(thursday));
  const number = 1 + Math.floor(daysBetween(first, thursday) / 7);
  return `${thursday.slice(0, 4)}-W${String(number).padStart(2, '0')}`;
}

/** The days of a week such as `2015-W07`; undefined where there is no such week (2015-W54). */
export function parseIsoWeek(text: string): Span | undefined {
  const match = /^(\d{4})-W(\d{2})$/.exec(text);
  if (match === null || dayOf(Number(match[1]), 1, 4) === undefined) return undefined;
  const from = addDays(mondayOfFirstWeek(Number(match[1])), (Number(match[2]) - 1) * 7);
  return isoWeekOf(from) === text ? { from, to: addDays(from, 6) } : undefined;
}

/** The week with the year's first Thursday, and so with 4 January. */
function mondayOfFirstWeek(year: number): Day {
  const fourth = dayOf(year, 1, 4);
  if (fourth === undefined) throw new RangeError(`no year ${year}`);
  return addDays(fourth, 1 - weekdayOf(fourth));
}
