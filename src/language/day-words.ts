import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  monthNumber,
  weekdayOf,
  yearNumber,
} from '../calendar/day.ts';
import {
  monthSpan,
  monthSpanFrom,
  quarterSpanFrom,
  type Span,
  weekSpan,
} from '../calendar/span.ts';
import { hanNumber, numbersIn } from './numbers.ts';

/** What kind of time words name; `days` and `months` are so many of them, from any day on. */
export type DaysUnit = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'days' | 'months';

/** What a rule makes of its words; undefined where there is no such day. */
export type Found = { readonly unit: DaysUnit; readonly span: Span } | undefined;

export const MONTHS = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
];
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

export const day = (value: Day | undefined): Found =>
  value === undefined ? undefined : { unit: 'day', span: { from: value, to: value } };
export const span = (unit: DaysUnit, value: Span): Found => ({ unit, span: value });

export function monthOfYear(year: number, month: number): Found {
  return month >= 1 && month <= 12 ? span('month', monthSpan(year, month)) : undefined;
}

export function monthPart(
  month: Span,
  part: string | undefined,
  dayText: string | undefined,
): Found {
  if (dayText !== undefined) {
    return day(dayOf(yearNumber(month.from), monthNumber(month.from), numberOf(dayText)));
  }
  if (/^[底末]|最后/.test(part ?? '')) return day(month.to);
  if (/^初|[第头]一/.test(part ?? '')) return day(month.from);
  return span('month', month);
}

export function weekPart(today: Day, rel: string | undefined, weekday: string): Found {
  const week = weekSpan(addDays(today, 7 * hanOffset(rel)));
  if (weekday === '末') return span('days', { from: addDays(week.from, 5), to: week.to });
  const index = '一二三四五六日'.indexOf(weekday === '天' ? '日' : weekday);
  return day(addDays(week.from, index));
}

/** "this Friday" is this week's; "next Friday" next week's; "on Friday" is the first one from today on. */
export function englishWeekday(today: Day, rel: string | undefined, weekday: string): Found {
  const index = WEEKDAYS.findIndex((name) => weekday.startsWith(name));
  if (rel === 'on' || rel === 'by' || rel === 'coming') {
    return day(addDays(today, (index + 1 - weekdayOf(today) + 7) % 7));
  }
  return day(addDays(weekSpan(addDays(today, 7 * englishOffset(rel))).from, index));
}

export function nextDays(today: Day, count: number): Found {
  const to = daysLater(today, count);
  return to === undefined ? undefined : span('days', { from: today, to: to.span.from });
}

/** "the next two months" go from today to the same day of the month. */
export function nextMonths(today: Day, count: number): Found {
  if (Number.isNaN(count)) return undefined;
  return span('months', { from: today, to: addMonths(today, count) });
}

/** From today to the end of this week, month, quarter or year. */
export function restOf(unit: string | undefined, today: Day): Found {
  const ends: Readonly<Record<string, Day>> = {
    week: weekSpan(today).to,
    month: monthSpanFrom(today, 0).to,
    quarter: quarterSpanFrom(today, 0).to,
    year: monthSpan(yearNumber(today), 12).to,
  };
  const to = ends[unit ?? ''];
  return to === undefined ? undefined : span('days', { from: today, to });
}

/** The day that lies so many days off; 十十 is no number of days. */
export function daysLater(today: Day, count: number): Found {
  return Number.isNaN(count) ? undefined : day(addDays(today, count));
}

export function yearOf(text: string | undefined, today: Day): number {
  if (text === undefined || text === '今') return yearNumber(today);
  if (text === '明') return yearNumber(today) + 1;
  if (text === '去') return yearNumber(today) - 1;
  return numberOf(text);
}

export function hanOffset(rel: string | undefined): number {
  if (rel === undefined) return 0;
  if (rel.startsWith('下下')) return 2;
  return rel.startsWith('下') ? 1 : rel.startsWith('上') ? -1 : 0;
}

export function englishOffset(rel: string | undefined): number {
  if (rel === 'next' || rel === 'coming') return 1;
  return rel === 'last' || rel === 'previous' ? -1 : 0;
}

export function numberOf(text: string | undefined): number {
  if (text === undefined) return Number.NaN;
  return /^\d+$/.test(text) ? Number(text) : (hanNumber(text) ?? Number.NaN);
}

/** How many "a", "ten" or "14" is; NaN where it is no number. */
export function englishCount(text: string | undefined): number {
  return text === 'a' ? 1 : (numbersIn(text ?? '')[0]?.value ?? Number.NaN);
}

export function monthIndex(text: string | undefined): number {
  return MONTHS.findIndex((name) => text?.startsWith(name) === true) + 1;
}

/** "last December" is the latest one that is over or under way before this month, "next March" the first after it. */
export function namedMonth(today: Day, rel: string | undefined, month: number): Found {
  const away = month - monthNumber(today);
  const years = rel === 'last' ? (away < 0 ? 0 : -1) : away > 0 ? 0 : 1;
  return monthOfYear(yearNumber(today) + years, month);
}

const ONES = 'first second third fourth fifth sixth seventh eighth ninth'.split(' ');
/** The days of the month in words, each at its place. */
const DAYS_IN_WORDS = [
  '',
  ...ONES,
  ...'tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth'.split(' '),
  ...'eighteenth nineteenth twentieth'.split(' '),
  ...ONES.map((one) => `twenty ${one}`),
  'thirtieth',
  'thirty first',
];
/** The same as a pattern; the longer ones first, as "twenty-first" ends in one of the short ones. */
export const ORDINALS = DAYS_IN_WORDS.slice(1)
  .toSorted((one, other) => other.length - one.length)
  .map((word) => word.replace(' ', '[ -]'));

export function dayIndex(text: string | undefined): number {
  const written = DAYS_IN_WORDS.indexOf(text?.replace('-', ' ') ?? '');
  return written > 0 ? written : Number.parseInt(text ?? '', 10);
}
