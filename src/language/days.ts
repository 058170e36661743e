import {
  addMonths,
  type Day,
  dayOf,
  dayOfMonth,
  monthNumber,
  yearNumber,
} from '../calendar/day.ts';
import type { Span } from '../calendar/span.ts';
import { DAY_RULES } from './day-rules.ts';
import { type DaysUnit, dayIndex, ORDINALS } from './day-words.ts';

/** Days that a text speaks of. A single day is a span of one day with the unit `day`. */
export type DaysMatch = {
  readonly unit: DaysUnit;
  readonly span: Span;
  /** The text names no year, and this one was taken: "10 January", 三月. */
  readonly isYearless: boolean;
  readonly from: number;
  readonly to: number;
};

const COMPILED = DAY_RULES.map((rule) => ({ ...rule, regexp: new RegExp(rule.pattern, 'y') }));
/** Where any rule fits, but not inside a Latin word: no "sat" in "whatsapp". The group that matches is the first rule. */
const ANY_RULE = new RegExp(
  `(?:(?<![a-z0-9])|(?![a-z0-9]))(?:${DAY_RULES.map(({ pattern }) => `(${pattern.replaceAll(/\(\?<[a-z]+>/g, '(?:')})`).join('|')})`,
  'g',
);
/** What no rule does without: a question that has none of it need not be looked through for all of them. */
const MAY_NAME_DAYS =
  /[月季年周星礼天日儿朝早晨号旦]|\d(?:[-/.]\d|st|nd|rd|th)|20[0-4]\d{5}|(?:in|of|during|throughout|year) 20\d\d|(?<![a-z])[qh][1-4]|day|week|fortnight|month|quarter|year|morn|noon|evening|mrng|t(?:mr|onight|omorrow)|yest|(?<![a-z])(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/;
const BARE_DAY = /^(?:the )?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:st|nd|rd|th|号|日)?$/;
const BETWEEN =
  /^ ?(?:到|至|-|~|〜|–|—|and|n|or|&|(?:to|till|thru|until|through|up (?:to|till|until))(?: and including)?),? ?(?:the )?$/;

/** The days, weeks, months and quarters of a normalised text, in order; a range of two days is one span. */
export function daysIn(text: string, today: Day): readonly DaysMatch[] {
  if (!MAY_NAME_DAYS.test(text)) return [];
  const found: DaysMatch[] = [];
  for (let fit = nextFit(text, 0); fit !== null; ) {
    const match = matchAt(text, fit, today);
    if (match !== undefined) found.push(match);
    fit = nextFit(text, match?.to ?? fit.place + 1);
  }
  return joinRanges(text, found);
}

/** Where rules fit, and which is the first of them. */
type Fit = { readonly place: number; readonly rule: number };

function nextFit(text: string, from: number): Fit | null {
  ANY_RULE.lastIndex = from;
  const match = ANY_RULE.exec(text);
  if (match === null) return null;
  return {
    place: match.index,
    rule: match.findIndex((fits, at) => at > 0 && fits !== undefined) - 1,
  };
}

function matchAt(text: string, { place, rule: first }: Fit, today: Day): DaysMatch | undefined {
  for (const rule of COMPILED.slice(first)) {
    rule.regexp.lastIndex = place;
    const match = rule.regexp.exec(text);
    if (match === null) continue;
    const result = rule.read(match.groups ?? {}, today);
    if (result === undefined) continue;
    const isYearless = rule.mayLackYear === true && match.groups?.y === undefined;
    return { ...result, isYearless, from: place, to: place + match[0].length };
  }
  return undefined;
}

/** Whether a day is told by its number alone: "the 2nd", 15号. */
export function isBareDay(text: string, { unit, from, to }: DaysMatch): boolean {
  return unit === 'day' && BARE_DAY.test(text.slice(from, to).replace(/^on /, ''));
}

function joinRanges(text: string, found: readonly DaysMatch[]): readonly DaysMatch[] {
  const joined: DaysMatch[] = [];
  for (const match of found) {
    const before = joined.at(-1);
    const isRange = before !== undefined && BETWEEN.test(text.slice(before.to, match.from));
    const range = isRange
      ? rangeOf(
          withinMonthOf(match, before, text) ?? before.span.from,
          withinMonthOf(before, match, text) ?? match.span.to,
        )
      : undefined;
    if (before !== undefined && range !== undefined) {
      joined[joined.length - 1] = {
        unit: 'days',
        span: range,
        isYearless: before.isYearless && match.isYearless,
        from: before.from,
        to: match.to,
      };
    } else {
      joined.push(match);
    }
  }
  return joined.map((match) => shortRange(text, match));
}

/**
 * A day of a range without its month has that of the other one: of "3月1日到15号" the 15th is in March too, and so is
 * the first one of "the 1st to the 15th of March", whatever month it is today. Undefined where it has its own.
 */
function withinMonthOf(other: DaysMatch, bare: DaysMatch, text: string): Day | undefined {
  const isBare = (match: DaysMatch): boolean => BARE_DAY.test(text.slice(match.from, match.to));
  if (!isBare(bare) || isBare(other)) return undefined;
  const { from } = other.span;
  return dayOf(yearNumber(from), monthNumber(from), dayOfMonth(bare.span.to));
}

/** From December to January is over the new year; what else ends before it starts is no range. */
function rangeOf(from: Day, to: Day): Span | undefined {
  if (from <= to) return { from, to };
  const nextYear = addMonths(to, 12);
  return monthNumber(to) < monthNumber(from) && from <= nextYear
    ? { from, to: nextYear }
    : undefined;
}

/** "between the fifth and the twelfth of March" */
const ORDINAL_BEFORE = new RegExp(
  `(?:from |between )?(?:the )?(?<![a-z])(${ORDINALS.join('|')}) (?:to|and|until|till|through) (?:the )?$`,
);

/** "3月1日到15日", "from 1 to 15 March": the half that leaves out its month takes it from the other. */
function shortRange(text: string, match: DaysMatch): DaysMatch {
  if (match.unit !== 'day') return match;
  const before =
    /(?:from |between )?(?:the )?(\d{1,2})(?:st|nd|rd|th|号|日)? ?(?:to|-|–|~|到|至|and|until|till|thru|through) ?(?:the )?$/.exec(
      text.slice(0, match.from),
    ) ?? ORDINAL_BEFORE.exec(text.slice(0, match.from));
  const first = before === null ? undefined : dayIndex(before[1]);
  if (before !== null && first !== undefined) {
    const from = dayOf(yearNumber(match.span.from), monthNumber(match.span.from), first);
    if (from !== undefined && from <= match.span.to) {
      return { ...match, unit: 'days', span: { from, to: match.span.to }, from: before.index };
    }
  }
  const after =
    /^ ?(?:到|至|-|–|~|to|until|till|thru|through) ?(?:the )?(\d{1,2})(?:st|nd|rd|th|号|日)?(?![\d/.月])/.exec(
      text.slice(match.to),
    );
  const last = after?.[1];
  if (after !== null && last !== undefined) {
    const to = dayOf(yearNumber(match.span.from), monthNumber(match.span.from), Number(last));
    if (to !== undefined && to >= match.span.from) {
      return {
        ...match,
        unit: 'days',
        span: { from: match.span.from, to },
        to: match.to + after[0].length,
      };
    }
  }
  return match;
}
