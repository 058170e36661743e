import { addDays, type Day, dayOf, monthNumber, yearNumber } from '../calendar/day.ts';
import {
  monthSpan,
  monthSpanFrom,
  quarterSpan,
  quarterSpanFrom,
  weekSpan,
} from '../calendar/span.ts';
import {
  day,
  dayIndex,
  daysLater,
  englishCount,
  englishOffset,
  englishWeekday,
  type Found,
  hanOffset,
  monthIndex,
  monthOfYear,
  monthPart,
  namedMonth,
  nextDays,
  nextMonths,
  numberOf,
  ORDINALS,
  restOf,
  span,
  weekPart,
  yearOf,
} from './day-words.ts';
import { dayOfMonthPart, partOfMonthFrom, partOfNamedMonth } from './month-parts.ts';
import { ENGLISH_ONES } from './numbers.ts';

type Groups = { readonly [name: string]: string | undefined };
/** A way to write a day or a span, and what it means on a day that is believed to be today. */
export type DayRule = {
  readonly pattern: string;
  /** Without a year this one is meant: what asks may know better (`yearMeant`). */
  readonly mayLackYear?: true;
  readonly read: (groups: Groups, today: Day) => Found;
};

const HAN_NUMBER = '[零〇一二两三四五六七八九十廿卅]{1,3}';
const N = `(?:\\d{1,3}|${HAN_NUMBER})`;
const EN_MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)';
const EN_DAY = `(?:\\d{1,2}(?:st|nd|rd|th)?|${ORDINALS.join('|')})`;
const EN_WEEKDAY =
  '(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thurs?|thu|fri|sat|sun)';
/** A weekday before a date says no more than the date does. */
const NO_DATE_AFTER = `(?!,? (?:the )?(?:\\d{1,2}(?:st|nd|rd|th)|\\d{1,2} (?:of )?${EN_MONTH}|${EN_MONTH} \\d))`;
const EN_N = `(?:\\d{1,3}|${ENGLISH_ONES.slice(1, 11).join('|')}|a|fourteen|fifteen|twenty|thirty|sixty|ninety)`;

/** The week that a day lies in. */
function weekOf(ofWeek: Day | undefined): Found {
  return ofWeek === undefined ? undefined : span('week', weekSpan(ofWeek));
}

/** Which quarter "second" or "2nd" is. */
function quarterNamed(word: string): number {
  const digit = Number.parseInt(word, 10);
  return Number.isNaN(digit) ? ['first', 'second', 'third', 'fourth'].indexOf(word) + 1 : digit;
}

const EN_HALF = '(?<part>first|1st|second|2nd|latter|other|last) half of (?:the )?(?:month of )?';
const HAN_PART = '(?<part>[上前下后]半个?月|[上中下]旬)';

// Order matters: at one place the first rule that fits is taken, so the longer forms stand first.
export const DAY_RULES: readonly DayRule[] = [
  {
    pattern: `(?:the )?${EN_HALF}(?<mon>${EN_MONTH})(?: (?<y>[1-9]\\d{3}))?(?![a-z])`,
    mayLackYear: true,
    read: ({ mon, y, part }, today) =>
      partOfNamedMonth(today, { year: y, month: mon ?? '' }, part ?? ''),
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
    pattern: `(?:(?<y>[1-9]\\d{3}|今|明|去)年)?(?<m>${N})月份?(?<part>底|末|初)`,
    mayLackYear: true,
    read: ({ y, m, part }, today) =>
      dayOfMonthPart(monthOfYear(yearOf(y, today), numberOf(m)), part),
  },
  {
    pattern: `(?:the )?(?<part>end|start|beginning) of (?:the month of )?(?<mon>${EN_MONTH})(?: (?<y>[1-9]\\d{3}))?(?![a-z]|,? \\d)`,
    mayLackYear: true,
    read: ({ y, mon, part }, today) =>
      dayOfMonthPart(monthOfYear(yearOf(y, today), monthIndex(mon)), part === 'end' ? '底' : '初'),
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
  {
    pattern:
      '(?<rel>上个?|这个?|本|下个?)?季度?(?<part>底|末|初)|(?:the )?(?<end>end|start|beginning) of (?:the |this )?(?<when>next |last )?quarter',
    read: ({ rel, part, end, when }, today) => {
      const offset = end === undefined ? hanOffset(rel) : englishOffset(when?.trim());
      const quarter = quarterSpanFrom(today, offset);
      const isStart = part === '初' || (end !== undefined && end !== 'end');
      return day(isStart ? quarter.from : quarter.to);
    },
  },
  {
    pattern: `(?<rel>上个?|这个?|本|当前?|下个?|下下个?)季度?`,
    read: ({ rel }, today) => span('quarter', quarterSpanFrom(today, hanOffset(rel))),
  },
  {
    pattern: '(?<rel>this|current|next|last|previous|coming) quarter',
    read: ({ rel }, today) => span('quarter', quarterSpanFrom(today, englishOffset(rel))),
  },
  {
    pattern:
      // 当月到账 is the month of the deposit, not this one.
      '(?<rel>下下个?|上个?|这个?|本|当前?(?!月(?:到账|入账|返|就|能|可|送|给))|下个?)月(?<part>底|末|初)?(?:(?<d>\\d{1,2}|[一二三四五六七八九十]{1,3})[号日])?',
    read: ({ rel, part, d }, today) => monthPart(monthSpanFrom(today, hanOffset(rel)), part, d),
  },
  {
    pattern: '(?:the )?(?<part>end|start|beginning) of (?:the |this )?(?<rel>next |last )?month',
    read: ({ part, rel }, today) =>
      monthPart(
        monthSpanFrom(today, englishOffset(rel?.trim())),
        part === 'end' ? '底' : '初',
        undefined,
      ),
  },
  {
    pattern:
      '(?:on |by )?(?:the )?(?<d>\\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<rel>this|next|last) month(?![a-z])',
    read: ({ d, rel }, today) => monthPart(monthSpanFrom(today, englishOffset(rel)), undefined, d),
  },
  {
    pattern: '(?<rel>this|current|next|last|previous|coming) month',
    read: ({ rel }, today) => span('month', monthSpanFrom(today, englishOffset(rel))),
  },
  {
    pattern:
      '(?:今年)?年(?<part>底|末|初)|(?:the )?(?<end>end|start|beginning) of (?:the |this )?year',
    read: ({ part, end }, today) => {
      const isEnd = part === '底' || part === '末' || end === 'end';
      return day(dayOf(yearNumber(today), isEnd ? 12 : 1, isEnd ? 31 : 1));
    },
  },
  {
    pattern: '(?<part>月底|月末|月初)',
    read: ({ part }, today) => monthPart(monthSpanFrom(today, 0), part?.slice(1), undefined),
  },
  {
    pattern: '(?<rel>下下个?|上个?|这个?|本|下个?)?(?:周|星期|礼拜)(?<d>[一二三四五六日天末])',
    read: ({ rel, d }, today) => weekPart(today, rel, d ?? ''),
  },
  {
    pattern: '(?<rel>下下个?|上个?|这个?|本|下个?)(?:周|星期|礼拜)',
    read: ({ rel }, today) => span('week', weekSpan(addDays(today, 7 * hanOffset(rel)))),
  },
  {
    pattern: `(?:on |by )?(?<d>${EN_WEEKDAY}),? (?:of )?(?<rel>this|next|last) week(?!s|end)`,
    read: ({ rel, d }, today) => englishWeekday(today, rel, d ?? ''),
  },
  {
    pattern: `(?<rel>this|next|last|on|by|coming) (?<d>${EN_WEEKDAY})(?![a-z])${NO_DATE_AFTER}`,
    read: ({ rel, d }, today) => englishWeekday(today, rel, d ?? ''),
  },
  {
    pattern: '(?:the |this |coming )?(?<rel>next )?weekend',
    read: ({ rel }, today) => weekPart(today, rel === undefined ? undefined : '下', '末'),
  },
  {
    pattern: '(?:the )?week after next',
    read: (_, today) => span('week', weekSpan(addDays(today, 14))),
  },
  {
    // The whole word alone: the first such day from today on.
    pattern: `(?<d>monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?![a-z])${NO_DATE_AFTER}`,
    read: ({ d }, today) => englishWeekday(today, 'on', d ?? ''),
  },
  {
    // "next wks renewals": the mark of the genitive is rarely typed.
    pattern: "(?<rel>this|current|next|last|previous|coming) week(?:'?s(?= [a-z]))?(?![a-z-])",
    read: ({ rel }, today) => span('week', weekSpan(addDays(today, 7 * englishOffset(rel)))),
  },
  {
    pattern: `(?:the )?(?:next|coming|within(?: the next)?|in the next) (?<n>${EN_N}) (?<u>days?|weeks?)`,
    read: ({ n, u }, today) => nextDays(today, englishCount(n) * (u?.startsWith('w') ? 7 : 1)),
  },
  {
    pattern: `(?:the )?(?:next|coming|within(?: the next)?|in the next|over the next) (?<n>${EN_N}) months?(?![a-z])`,
    read: ({ n }, today) => nextMonths(today, englishCount(n)),
  },
  {
    pattern:
      '(?:(?:in |within |over )?the (?:next|coming) |next |coming |within (?:a|the) )(?:fortnight|two weeks)(?![a-z])',
    read: (_, today) => nextDays(today, 14),
  },
  {
    pattern: 'in a fortnight|(?:a )?fortnight (?:from now|later)',
    read: (_, today) => daysLater(today, 14),
  },
  {
    pattern: '(?:the )?(?:rest|remainder) of (?:the |this )?(?<u>week|month|quarter|year)(?![a-z])',
    read: ({ u }, today) => restOf(u, today),
  },
  {
    pattern: '(?:the |this )?month[- ]end(?![a-z])',
    read: (_, today) => monthPart(monthSpanFrom(today, 0), '底', undefined),
  },
  {
    pattern: `in (?:a )?(?<n>${EN_N}) (?<u>days?|weeks?)(?: time)?(?![a-z])`,
    read: ({ n, u }, today) => daysLater(today, englishCount(n) * (u?.startsWith('w') ? 7 : 1)),
  },
  {
    pattern: `(?<n>${EN_N}) (?<u>days?|weeks?) (?<dir>ago|from now|later)`,
    read: ({ n, u, dir }, today) =>
      daysLater(today, englishCount(n) * (u?.startsWith('w') ? 7 : 1) * (dir === 'ago' ? -1 : 1)),
  },
  {
    pattern: `(?:未来|接下来|今后|往后|最近|近|后面|下面)的?(?<n>${N})个?(?<u>天|日|周|星期|礼拜)`,
    read: ({ n, u }, today) => nextDays(today, numberOf(n) * (u === '天' || u === '日' ? 1 : 7)),
  },
  {
    pattern: `(?:未来|接下来|今后|往后|后面|下面)的?(?<n>${N})个月|(?<within>${N})个月(?:之?内|以内)`,
    read: ({ n, within }, today) => nextMonths(today, numberOf(n ?? within)),
  },
  {
    pattern: '(?:未来|接下来|今后|往后|最近|近)的?半个月|半个月(?:之?内|以内)',
    read: (_, today) => nextDays(today, 15),
  },
  {
    pattern: `(?<n>${N})个?(?<u>天|日|周|星期|礼拜)(?:之?内|以内)`,
    read: ({ n, u }, today) => nextDays(today, numberOf(n) * (u === '天' || u === '日' ? 1 : 7)),
  },
  {
    pattern: `(?<n>${N})个?(?<u>天|日|周|星期|礼拜)(?<dir>之?后|以后|之?前|以前)`,
    read: ({ n, u, dir }, today) =>
      daysLater(
        today,
        numberOf(n) * (u === '天' || u === '日' ? 1 : 7) * (dir?.endsWith('前') ? -1 : 1),
      ),
  },
  { pattern: '大后天', read: (_, today) => day(addDays(today, 3)) },
  {
    pattern: '后天|the day after tomorrow|day after tomorrow',
    read: (_, today) => day(addDays(today, 2)),
  },
  { pattern: '明天|明日|明儿|听日|tomorrow|tmr|tmrw', read: (_, today) => day(addDays(today, 1)) },
  {
    pattern:
      '今天|今日|今儿|今朝|今早|今晨|today|tonight|this (?:very )?(?:mornii?ng|afternoon|evening|mrng)',
    read: (_, today) => day(today),
  },
  { pattern: '大前天', read: (_, today) => day(addDays(today, -3)) },
  {
    pattern: '前天|the day before yesterday|day before yesterday',
    read: (_, today) => day(addDays(today, -2)),
  },
  {
    pattern: '昨天|昨日|昨儿|yesterday|(?<![a-z])(?:yday|ystrday|yest)(?![a-z])',
    read: (_, today) => day(addDays(today, -1)),
  },
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
      `(?<=(?:to|thru|until|till|through|and) )(?<to>may|mar)(?![a-z])|(?<first>may|mar)(?= (?:to|thru|through|until|till|and|-|–) ${EN_MONTH}(?![a-z]))|(?<mon>may|mar)(?= ?[\\u4e00-\\u9fff])|(?<![a-z] )(?<noun>may|mar)(?= (?:expir(?:y|ies|es|ations?)|endings?|renewals?|contracts?|lapses|maturit(?:y|ies)|list|ones)(?![a-z]))`,
    mayLackYear: true,
    read: ({ mon, to, first, noun }, today) =>
      monthOfYear(yearNumber(today), monthIndex(mon ?? to ?? first ?? noun)),
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
    pattern: '(?<y>(?:19|20)\\d{2})年(?![\\d一二三四第])',
    read: ({ y }) =>
      span('year', { from: monthSpan(Number(y), 1).from, to: monthSpan(Number(y), 12).to }),
  },
];
