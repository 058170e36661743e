import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  daysInMonth,
  monthNumber,
  weekdayOf,
  yearNumber,
} from './day.ts';

/** Days from `from` to `to`, both included. */
export type Span = { readonly from: Day; readonly to: Day };

export function isWithin(day: Day, span: Span): boolean {
  return span.from <= day && day <= span.to;
}

/** The calendar month (1 to 12) of a year. */
export function monthSpan(year: number, month: number): Span {
  const from = must(dayOf(year, month, 1));
  return { from, to: must(dayOf(year, month, daysInMonth(year, month))) };
}

/** The calendar quarter (1 to 4) of a year. */
export function quarterSpan(year: number, quarter: number): Span {
  const from = monthSpan(year, quarter * 3 - 2).from;
  return { from, to: monthSpan(year, quarter * 3).to };
}

/** The week of `day`, Monday to Sunday. */
export function weekSpan(day: Day): Span {
  const from = addDays(day, 1 - weekdayOf(day));
  return { from, to: addDays(from, 6) };
}

/** The month `offset` months after the month of `day`. */
export function monthSpanFrom(day: Day, offset: number): Span {
  const first = addMonths(must(dayOf(yearNumber(day), monthNumber(day), 1)), offset);
  return monthSpan(yearNumber(first), monthNumber(first));
}

/** The quarter `offset` quarters after the quarter of `day`. */
export function quarterSpanFrom(day: Day, offset: number): Span {
  const index = yearNumber(day) * 4 + Math.floor((monthNumber(day) - 1) / 3) + offset;
  return quarterSpan(Math.floor(index / 4), (index % 4) + 1);
}

function must(day: Day | undefined): Day {
  if (day === undefined) throw new RangeError('no such month or quarter');
  return day;
}
