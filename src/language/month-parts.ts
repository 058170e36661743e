import { type Day, dayOf, dayOfMonth, monthNumber, yearNumber } from '../calendar/day.ts';
import { monthSpanFrom } from '../calendar/span.ts';
import {
  englishOffset,
  type Found,
  hanOffset,
  monthIndex,
  monthOfYear,
  monthPart,
  numberOf,
  span,
  yearOf,
} from './day-words.ts';

/** The first and the last day of a part of a month; null is the month's last, from which what is below 1 is counted. */
const PARTS: readonly (readonly [RegExp, number, number | null])[] = [
  [/^(?:first|1st) (?:ten|10) days/, 1, 10],
  [/^(?:last|final) (?:ten|10) days/, -9, null],
  [/^(?:first|1st|[上前]半)/, 1, 15],
  [/^(?:second|2nd|latter|last|other|[下后]半)/, 16, null],
  [/^上旬/, 1, 10],
  [/^中旬/, 11, 20],
  [/^下旬/, 21, null],
];

/** "the second half of next month": `month` is how far it lies from today's. */
export function partOfMonthFrom(today: Day, month: string | undefined, part: string): Found {
  const offset = /[a-z]/.test(month ?? '') ? englishOffset(month) : hanOffset(month);
  return partOf({ unit: 'month', span: monthSpanFrom(today, offset) }, part);
}

/** "the first half of March", 三月下旬. */
export function partOfNamedMonth(
  today: Day,
  { year, month }: { readonly year: string | undefined; readonly month: string },
  part: string,
): Found {
  const number = /[a-z]/.test(month) ? monthIndex(month) : numberOf(month);
  return partOf(monthOfYear(yearOf(year, today), number), part);
}

/** The last day of a month (底, 末) or its first one. */
export function dayOfMonthPart(month: Found, part: string | undefined): Found {
  return month === undefined ? undefined : monthPart(month.span, part, undefined);
}

function partOf(month: Found, part: string): Found {
  const found = PARTS.find(([pattern]) => pattern.test(part));
  if (month === undefined || found === undefined) return undefined;
  const [, first, last] = found;
  const { to } = month.span;
  const dayAt = (ofMonth: number) => dayOf(yearNumber(to), monthNumber(to), ofMonth);
  const days = dayOfMonth(to);
  const [start, end] = [dayAt(first < 1 ? days + first : first), dayAt(last ?? days)];
  return start === undefined || end === undefined
    ? undefined
    : span('days', { from: start, to: end });
}
