import { type Day, dayOf } from '../calendar/day.ts';
import { monthSpan, quarterSpan, type Span } from '../calendar/span.ts';
import { folded } from './folding.ts';

// Read from folded text, which has no spaces and only plain digits.
const DAY = /(\d{4})[年/.-](\d{1,2})[月/.-](\d{1,2})[日号]?/;
const TO = /^[起]?(?:至|到|~|-|–|—|―|to|until|through){1,3}/;
const DAY_WITHOUT_YEAR = /^(\d{1,2})[月/.-](\d{1,2})[日号]?/;
// Only alone: within more text, 2015.04 may be the start of a day.
const MONTHS_WITH_DOTS = /^(\d{4})[./](\d{1,2})月?(?:至|到|~|-|–|—)(?:(\d{4})[./])(\d{1,2})月?$/;
const MONTHS = /(\d{4})年(\d{1,2})月?(?:至|到|~|-|–|—)(?:(\d{4})年)?(\d{1,2})月/;
const QUARTER = /(\d{4})年?第?(?:q([1-4])|([一二三四1-4])季度?)/;

/** The days that a text names from one to another, both included; null where it names none, or no real ones. */
export function periodIn(text: string): Span | null {
  const plain = written(text);
  // What stands in brackets may be the period itself: 二季度（4月1日至6月30日）. It is left out only where it hides one: 1日（含）.
  const span =
    daysIn(plain) ?? daysIn(plain.replace(ASIDE, '')) ?? monthsIn(plain) ?? quarterIn(plain);
  return span === null || span.to < span.from ? null : span;
}

/** The days that a text without a year names, `4.1-6.30`, if they are of this year; null where it is anything more. */
export function periodOfYear(text: string, year: number): Span | null {
  const plain = written(text).replace(ASIDE, '');
  return WITHOUT_YEAR.test(plain) ? periodIn(`${year}年${plain}`) : null;
}

/** Folded, with days such as 20150401 written with hyphens. */
function written(text: string): string {
  return folded(text).replace(/(?<!\d)(20\d\d)([01]\d)([0-3]\d)(?!\d)/g, '$1-$2-$3');
}

/** Remarks and hours: `（含）`, `（周三）`, `00:00`, `24时`, `零时`. */
const ASIDE = /\([^()]*\)|\d{1,2}(?::\d{2}){1,2}|(?:\d{1,2}|零)[时点]/g;
const WITHOUT_YEAR =
  /^\d{1,2}[月/.-]\d{1,2}[日号]?起?(?:至|到|~|-|–|—){1,3}\d{1,2}[月/.-]\d{1,2}[日号]?止?$/;

/** The one day that a text names and nothing else, or null. */
export function dayIn(text: string): Day | null {
  const plain = written(text);
  const match = DAY.exec(plain);
  return match === null || match[0] !== plain ? null : dayOfMatch(match);
}

function daysIn(plain: string): Span | null {
  const first = DAY.exec(plain);
  if (first === null) return null;
  const rest = plain.slice(first.index + first[0].length);
  const to = TO.exec(rest);
  if (to === null) return null;
  const tail = rest.slice(to[0].length);
  const whole = DAY.exec(tail);
  const second = whole?.index === 0 ? dayOfMatch(whole) : dayOfShort(first, tail);
  const from = dayOfMatch(first);
  return from === null || second === null ? null : { from, to: second };
}

function dayOfMatch(match: RegExpExecArray): Day | null {
  return dayOf(Number(match[1]), Number(match[2]), Number(match[3])) ?? null;
}

/** `2015年1月1日至3月31日`, `2015年4月1日至30日`: the year, and the month, are those of the first day. */
function dayOfShort(first: RegExpExecArray, tail: string): Day | null {
  const match = DAY_WITHOUT_YEAR.exec(tail);
  if (match !== null) return dayOf(Number(first[1]), Number(match[1]), Number(match[2])) ?? null;
  const sameMonth = /^(\d{1,2})[日号]/.exec(tail);
  return sameMonth === null
    ? null
    : (dayOf(Number(first[1]), Number(first[2]), Number(sameMonth[1])) ?? null);
}

function monthsIn(plain: string): Span | null {
  const match = MONTHS.exec(plain) ?? MONTHS_WITH_DOTS.exec(plain);
  if (match === null) return null;
  const [year, from, lastYear, to] = [match[1], match[2], match[3] ?? match[1], match[4]].map(
    Number,
  );
  if (!isMonth(from) || !isMonth(to) || year === undefined || lastYear === undefined) return null;
  return { from: monthSpan(year, from).from, to: monthSpan(lastYear, to).to };
}

function isMonth(month: number | undefined): month is number {
  return month !== undefined && month >= 1 && month <= 12;
}

function quarterIn(plain: string): Span | null {
  const match = QUARTER.exec(plain);
  if (match === null) return null;
  const sign = match[2] ?? match[3] ?? '';
  const quarter = '一二三四'.includes(sign) ? '一二三四'.indexOf(sign) + 1 : Number(sign);
  const year = Number(match[1]);
  return year < 1 ? null : quarterSpan(year, quarter);
}

/** The quarter that these days are, as `2015-q2`; null where they are none. */
export function quarterName({ from, to }: Span): string | null {
  const year = Number(from.slice(0, 4));
  const quarter = Math.ceil(Number(from.slice(5, 7)) / 3);
  const span = quarterSpan(year, quarter);
  return span.from === from && span.to === to ? `${from.slice(0, 4)}-q${quarter}` : null;
}
