import { type Day, dayOf, yearNumber } from '../calendar/day.ts';
import { quarterSpan, weekSpan } from '../calendar/span.ts';
import { type DayRule, EN_DAY, EN_MONTH, N } from './day-patterns.ts';
import {
  day,
  dayIndex,
  type Found,
  monthIndex,
  monthOfYear,
  numberOf,
  span,
  yearOf,
} from './day-words.ts';
import { dayOfMonthPart, partOfMonthFrom, partOfNamedMonth } from './month-parts.ts';

/** The week that a day lies in. */
function weekOf(ofWeek: Day | undefined): Found {
  return ofWeek === undefined ? undefined : span('week', weekSpan(ofWeek));
}

/** Which quarter "second" or "2nd" is. */
function quarterNamed(word: string): number {
  const digit = Number.parseInt(word, 10);
  return Number.isNaN(digit) ? ['first', 'second', 'third', 'fourth'].indexOf(word) + 1 : digit;
}

const EN_HALF =
  '(?<part>(?:first|1st|second|2nd|latter|other|last) half|(?:first|1st|last|final) (?:ten|10) days) (?:of|in) (?:the )?(?:month of )?';
/** Which half of a year "first", 下 or "h2" is. */
function halfOfYear(word: string, year: number): Found {
  const isFirst = /^(?:上|first|1st|h1)/.test(word);
  const [from, to] = isFirst ? [1, 2] : [3, 4];
  return span('days', { from: quarterSpan(year, from).from, to: quarterSpan(year, to).to });
}
const HAN_PART = '(?<part>[上前下后]半个?月|[上中下]旬)';

/** Days, parts of months and quarters that are written with their numbers: 2015-02-03, 2月3日, the first half of March. */
export const WRITTEN_DATES: readonly DayRule[] = [
  {
    pattern: `(?:the )?${EN_HALF}(?<mon>${EN_MONTH})(?: (?<y>[1-9]\\d{3}))?(?![a-z])`,
    mayLackYear: true,
    read: ({ mon, y, part }, today) =>
      partOfNamedMonth(today, { year: y, month: mon ?? '' }, part ?? ''),
  },
  {
    pattern: '(?:(?<y>[1-9]\\d{3})年?|今年|这一?年)?的?(?<part>[上下]半年)',
    read: ({ y, part }, today) => halfOfYear(part ?? '', yearOf(y, today)),
  },
  {
    pattern:
      '(?:the )?(?:(?<part>first|1st|second|2nd|latter|other|last) half of (?:the |this )?(?:year(?: (?<y>20\\d\\d))?|(?<of>20\\d\\d))|(?<h>h[12])(?:[ /-]?(?<year>20\\d\\d))?)(?![a-z0-9])',
    read: ({ part, y, of, h, year }, today) =>
      halfOfYear(part ?? h ?? '', yearOf(y ?? of ?? year, today)),
  },
  {
    pattern: `(?:the )?${EN_HALF}(?<rel>this |next |last )?month(?![a-z])`,
    read: ({ rel, part }, today) => partOfMonthFrom(today, rel?.trim(), part ?? ''),
  },
  {
    pattern: `(?:(?<y>[1-9]\\d{3}|今|明|去)年)?(?<m>${N})月份?的?${HAN_PART}`,
    mayLackYear: true,
    read: ({ y, m, part }, today) =>
      partOfNamedMonth(today, { year: y, month: m ?? '' }, part ?? ''),
  },
  {
    pattern: `(?<rel>上个?|这个?|本|下个?)月份?的?${HAN_PART}`,
    read: ({ rel, part }, today) => partOfMonthFrom(today, rel, part ?? ''),
  },
  {
    pattern: `(?:the )?week (?:of|beginning|starting|commencing|from)(?: on)? (?:the )?(?:(?<d>${EN_DAY}) (?:of )?(?<mon>${EN_MONTH})|(?<month>${EN_MONTH}) (?:the )?(?<nth>${EN_DAY}))(?![a-z0-9])`,
    mayLackYear: true,
    read: ({ d, mon, nth, month }, today) =>
      weekOf(dayOf(yearNumber(today), monthIndex(mon ?? month), dayIndex(d ?? nth))),
  },
  {
    pattern: `(?<m>${N})月(?<d>${N})[号日]?(?:所在的?|的)?(?:那|这)(?:一)?个?(?:周|星期|礼拜)`,
    mayLackYear: true,
    read: ({ m, d }, today) => weekOf(dayOf(yearNumber(today), numberOf(m), numberOf(d))),
  },
  {
    pattern: '(?<y>[1-9]\\d{3})[-/.](?<m>\\d{1,2})[-/.](?<d>\\d{1,2})(?!\\d)',
    read: ({ y, m, d }) => day(dayOf(Number(y), Number(m), Number(d))),
  },
  {
    // 20150228: a number of eight digits that is a day of a year of ours.
    pattern: '(?<y>20[0-4]\\d)(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\\d|3[01])(?!\\d)',
    read: ({ y, m, d }) => day(dayOf(Number(y), Number(m), Number(d))),
  },
  {
    // The year behind: 28/02/2015. Where both may be the month it is read as 3/2 is, the month first.
    pattern: '(?<a>\\d{1,2})[-/.](?<b>\\d{1,2})[-/.](?<y>[1-9]\\d{3})(?!\\d)',
    read: ({ a, b, y }) =>
      Number(a) > 12
        ? day(dayOf(Number(y), Number(b), Number(a)))
        : day(dayOf(Number(y), Number(a), Number(b))),
  },
  {
    // 28.2.15, 31.03.15: with dots the day stands first; of two digits after slashes nobody knows which is the year.
    pattern: "(?<d>\\d{1,2})\\.(?<m>\\d{1,2})\\.'?(?<y>\\d{2})(?![\\d.])",
    read: ({ d, m, y }) => day(dayOf(2000 + Number(y), Number(m), Number(d))),
  },
  {
    // 15-Mar-15
    pattern: `(?<d>\\d{1,2})[-/. ](?<mon>${EN_MONTH})[-/. ]'?(?:20)?(?<y>\\d{2})(?![\\d:])`,
    read: ({ d, mon, y }) => day(dayOf(2000 + Number(y), monthIndex(mon), Number(d))),
  },
  {
    pattern: `(?:(?<y>[1-9]\\d{3}|[一二两][零〇一二三四五六七八九]{3}|今|明|去)年?)?(?<m>${N})月份?(?<d>${N})[号日]?`,
    mayLackYear: true,
    read: ({ y, m, d }, today) => day(dayOf(yearOf(y, today), numberOf(m), numberOf(d))),
  },
  {
    pattern: `(?:(?<y>[1-9]\\d{3}|今|明|去)年)?(?<m>${N})月份?(?<part>底|末|初|的?(?:最后|第|头)一天)`,
    mayLackYear: true,
    read: ({ y, m, part }, today) =>
      dayOfMonthPart(monthOfYear(yearOf(y, today), numberOf(m)), part),
  },
  {
    pattern: `(?:on )?(?:the )?(?<part>(?:end|start|beginning) of|(?:last|first) day (?:of|in)) (?:the month of )?(?<mon>${EN_MONTH})(?: (?<y>[1-9]\\d{3}))?(?![a-z]|,? \\d)`,
    mayLackYear: true,
    read: ({ y, mon, part }, today) =>
      dayOfMonthPart(
        monthOfYear(yearOf(y, today), monthIndex(mon)),
        /^(?:end|last)/.test(part ?? '') ? '底' : '初',
      ),
  },
  {
    pattern: `(?<y>[1-9]\\d{3}|[一二两][零〇一二三四五六七八九]{3}|今|明|去)年(?<m>${N})月份?`,
    read: ({ y, m }, today) => monthOfYear(yearOf(y, today), numberOf(m)),
  },
  {
    pattern: `(?:(?<y>[1-9]\\d{3}|[一二两][零〇一二三四五六七八九]{3}|今|明|去)年)?第?(?<q>[一二三四1-4])季度?(?![a-z0-9])`,
    mayLackYear: true,
    read: ({ y, q }, today) => span('quarter', quarterSpan(yearOf(y, today), numberOf(q))),
  },
  {
    pattern: `(?:q(?<q>[1-4])|(?<w>first|second|third|fourth|1st|2nd|3rd|4th) quarter)(?: (?:of )?(?<y>[1-9]\\d{3}))?(?![a-z0-9])`,
    mayLackYear: true,
    read: ({ q, w, y }, today) =>
      span(
        'quarter',
        quarterSpan(yearOf(y, today), q === undefined ? quarterNamed(w ?? '') : Number(q)),
      ),
  },
];
