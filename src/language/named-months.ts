import { dayOf, monthNumber, yearNumber } from '../calendar/day.ts';
import { monthSpan } from '../calendar/span.ts';
import { type DayRule, EN_DAY, EN_MONTH } from './day-patterns.ts';
import {
  day,
  dayIndex,
  englishOffset,
  monthIndex,
  monthOfYear,
  namedMonth,
  numberOf,
  span,
  yearOf,
} from './day-words.ts';

/** Days and months by their names, and bare days: 3 March, in May, the 5th, 20/2, 元旦. */
export const NAMED_MONTHS: readonly DayRule[] = [
  {
    pattern: `(?<mon>${EN_MONTH})\\.? (?:the )?(?<d>${EN_DAY})(?:,? (?<y>[1-9]\\d{3}))?(?![a-z0-9])`,
    mayLackYear: true,
    read: ({ mon, d, y }, today) => day(dayOf(yearOf(y, today), monthIndex(mon), dayIndex(d))),
  },
  {
    pattern: `(?:the )?(?<d>${EN_DAY}) (?:of )?(?<mon>${EN_MONTH})(?:,? (?<y>[1-9]\\d{3}))?(?![a-z])`,
    mayLackYear: true,
    read: ({ mon, d, y }, today) => day(dayOf(yearOf(y, today), monthIndex(mon), dayIndex(d))),
  },
  {
    pattern:
      // Nobody asks what may "expiries": before such a noun it is the month.
      `(?<=(?:to|thru|until|till|through|${EN_MONTH} and|\\d(?:st|nd|rd|th)? and) )(?<to>may|mar)(?![a-z])|(?<first>may|mar)(?= (?:to|thru|through|until|till|and|-|–) ${EN_MONTH}(?![a-z]))|(?<mon>may|mar)(?= ?[\\u4e00-\\u9fff])|(?<=(?:only|just|meant|about|and|make it|rather|no,?|[a-z],) )(?<alone>may|mar)(?=[^a-z0-9]*$)|(?<![a-z] )(?<noun>may|mar)(?= (?:expir(?:y|ies|es|ations?)|endings?|renewals?|contracts?|lapses|maturit(?:y|ies)|list|ones)(?![a-z]))`,
    mayLackYear: true,
    read: ({ mon, to, first, noun, alone }, today) =>
      monthOfYear(yearNumber(today), monthIndex(mon ?? to ?? first ?? noun ?? alone)),
  },
  {
    pattern: `(?:(?:in|for|during|of) )?(?<mon>${EN_MONTH})(?: of)? (?<rel>this|last|next) year(?![a-z])`,
    read: ({ rel, mon }, today) =>
      monthOfYear(yearNumber(today) + englishOffset(rel), monthIndex(mon)),
  },
  {
    pattern: `(?<rel>last|next) (?<mon>${EN_MONTH})(?![a-z])(?! (?:the )?${EN_DAY}(?![a-z0-9]))`,
    read: ({ rel, mon }, today) => namedMonth(today, rel, monthIndex(mon)),
  },
  {
    // "may" and "mar" are words too: a month alone needs a word of time before it. "paid in feb 12" is a day.
    pattern: `(?<before>(?:in|for|during|of|this|by|until|since|from) (?!${EN_MONTH} (?:the )?${EN_DAY}(?![a-z0-9])))?(?<mon>${EN_MONTH})(?: (?<y>[1-9]\\d{3}))?(?![a-z])`,
    mayLackYear: true,
    read: ({ before, mon, y }, today) =>
      (mon === 'may' || mon === 'mar') && before === undefined && y === undefined
        ? undefined
        : monthOfYear(yearOf(y, today), monthIndex(mon)),
  },
  {
    pattern: `(?<![年\\d一二三四五六七八九十]|[\\d一二两三四五六七八九十几]个)(?<m>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?(?!租|费|结|返)`,
    mayLackYear: true,
    read: ({ m }, today) => monthOfYear(yearNumber(today), numberOf(m)),
  },
  {
    // Of 20/2 only the second number can be a month.
    pattern: '(?<m>\\d{1,2})[/.](?<d>\\d{1,2})(?![\\d/.])',
    mayLackYear: true,
    read: ({ m, d }, today) => {
      const [month, ofMonth] = Number(m) > 12 ? [Number(d), Number(m)] : [Number(m), Number(d)];
      return day(dayOf(yearNumber(today), month, ofMonth));
    },
  },
  {
    pattern: `(?<![\\d第])(?<d>\\d{1,2}|[一二三四五六七八九十]{1,3})号(?!码|线|楼|店|厅)`,
    read: ({ d }, today) => day(dayOf(yearNumber(today), monthNumber(today), numberOf(d))),
  },
  {
    // "the 2nd is free", "the 1st month": an ordinal counts other things than days.
    pattern: `(?:on |by )?the (?<d>\\d{1,2})(?:st|nd|rd|th)(?! (?:of )?${EN_MONTH})(?![a-z])(?! (?:is free|free|one|half|part|time|pack|month|year|week|quarter|payment|instal?ment|credit|step|offer|question|point|call|complaint|customer|household|deposit|phone)(?![a-z]))`,
    read: ({ d }, today) => day(dayOf(yearNumber(today), monthNumber(today), Number(d))),
  },
  {
    pattern: `(?:(?<y>[1-9]\\d{3})年?)?(?:元旦|(?<en>new year'?s'? day)(?:,? (?:of )?(?<after>[1-9]\\d{3}))?)`,
    mayLackYear: true,
    read: ({ y, after }, today) => day(dayOf(yearOf(y ?? after, today), 1, 1)),
  },
  {
    pattern: '(?<rel>今年|明年|去年|this year|next year|last year)',
    read: ({ rel }, today) => {
      const year =
        yearNumber(today) + (/^[明n]/.test(rel ?? '') ? 1 : /^[去l]/.test(rel ?? '') ? -1 : 0);
      return span('year', { from: monthSpan(year, 1).from, to: monthSpan(year, 12).to });
    },
  },
  {
    pattern:
      '(?:in|during|throughout|(?:the )?(?:whole|all) (?:of|year)) (?:the year )?(?<y>20\\d\\d)(?![-/.\\d])',
    read: ({ y }) =>
      span('year', { from: monthSpan(Number(y), 1).from, to: monthSpan(Number(y), 12).to }),
  },
  {
    pattern: '(?<y>(?:19|20)\\d{2})年(?![\\d一二三四第])',
    read: ({ y }) =>
      span('year', { from: monthSpan(Number(y), 1).from, to: monthSpan(Number(y), 12).to }),
  },
];
