import { addDays, dayOf, yearNumber } from '../calendar/day.ts';
import { monthSpanFrom, quarterSpanFrom, weekSpan } from '../calendar/span.ts';
import { type DayRule, EN_N, EN_WEEKDAY, N, NO_DATE_AFTER } from './day-patterns.ts';
import {
  day,
  daysLater,
  englishCount,
  englishOffset,
  englishWeekday,
  hanOffset,
  monthPart,
  nextDays,
  nextMonths,
  numberOf,
  restOf,
  span,
  weekPart,
} from './day-words.ts';

/** Days and spans that are named by how far they lie from today: next week, 三天内, tomorrow. */
export const RELATIVE_DAYS: readonly DayRule[] = [
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
      '(?<rel>下下个?|上个?|这个?|本|当前?(?!月(?:到账|入账|返|就|能|可|送|给|(?:开始|起)(?:还是|或)))|下个?)月(?<part>底|末|初|的?(?:最后|第|头)一天)?(?:(?<d>\\d{1,2}|[一二三四五六七八九十]{1,3})[号日])?',
    read: ({ rel, part, d }, today) => monthPart(monthSpanFrom(today, hanOffset(rel)), part, d),
  },
  {
    pattern:
      '(?:on )?(?:the )?(?<part>(?:end|start|beginning) of|(?:very )?(?:last|first) day (?:of|in)) (?:the |this )?(?<rel>next |last )?month',
    read: ({ part, rel }, today) =>
      monthPart(
        monthSpanFrom(today, englishOffset(rel?.trim())),
        /^(?:end|(?:very )?last)/.test(part ?? '') ? '底' : '初',
        undefined,
      ),
  },
  {
    pattern:
      '(?:on |by )?(?:the )?(?<d>\\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<rel>this|next|last) month(?![a-z])',
    read: ({ d, rel }, today) => monthPart(monthSpanFrom(today, englishOffset(rel)), undefined, d),
  },
  {
    pattern: '(?:the )?month after next',
    read: (_, today) => span('month', monthSpanFrom(today, 2)),
  },
  {
    pattern: '(?<rel>this|current|next|last|previous|coming) (?:whole |entire |full )?month',
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
    pattern:
      '(?<rel>下下个?|上个?|这个?|本|下个?)?(?:周|星期|礼拜)(?<d>[一二三四五六日天末](?!般))',
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
    pattern: '(?:the )?week after this(?: one| week)?(?![a-z])',
    read: (_, today) => span('week', weekSpan(addDays(today, 7))),
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
    pattern: '(?:next|coming|within) ?(?<n>\\d{1,3}) ?天',
    read: ({ n }, today) => nextDays(today, Number(n)),
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
    pattern: `(?:in |over |for )?the (?<n>${EN_N}) (?<u>days?|weeks?) (?:ahead|to come|coming)(?![a-z])`,
    read: ({ n, u }, today) => nextDays(today, englishCount(n) * (u?.startsWith('w') ? 7 : 1)),
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
    pattern: `in (?:exactly |just )?(?:a )?(?<n>${EN_N}) (?<u>days?|weeks?)(?: time)?(?![a-z]| ago)`,
    read: ({ n, u }, today) => daysLater(today, englishCount(n) * (u?.startsWith('w') ? 7 : 1)),
  },
  {
    pattern: `(?<n>${EN_N}) (?<u>days?|weeks?) (?<dir>ago|from (?:now|today)|later|hence)`,
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
    pattern: '昨天|昨日|昨儿|[寻琴]日(?!本)|yesterday|(?<![a-z])(?:yday|ystrday|yest)(?![a-z])',
    read: (_, today) => day(addDays(today, -1)),
  },
];
