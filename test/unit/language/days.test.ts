import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, parseDay } from '../../../src/calendar/day.ts';
import { quarterSpan, weekSpan } from '../../../src/calendar/span.ts';
import { daysIn } from '../../../src/language/days.ts';
import { normalise } from '../../../src/language/normalise.ts';
import { holds } from '../../holds.ts';
import { day, TODAY } from '../../world.ts';
import { anyDay } from '../calendar/days.ts';
import { anyQuestion, anyText, STRANGE } from './texts.ts';

/** What a text speaks of, as `2015-02-10` or `week 2015-02-09..2015-02-15`. Today is Tuesday, 10 February 2015. */
function told(text: string, today = TODAY): readonly string[] {
  return daysIn(normalise(text).plain, today).map(({ unit, span }) =>
    unit === 'day' ? span.from : `${unit} ${span.from}..${span.to}`,
  );
}

describe('half years, parts of months and months of another year', () => {
  test.each([
    ['帮我看看上半年哪些合约到期', 'days 2015-01-01..2015-06-30'],
    ['2016年下半年', 'days 2016-07-01..2016-12-31'],
    ['in the first half of the year', 'days 2015-01-01..2015-06-30'],
    ['H2 2015', 'days 2015-07-01..2015-12-31'],
    ['ends in the first ten days of april', 'days 2015-04-01..2015-04-10'],
    ['the last ten days of march', 'days 2015-03-22..2015-03-31'],
    ['contracts ending in january next year', 'month 2016-01-01..2016-01-31'],
    ['december last year', 'month 2014-12-01..2014-12-31'],
    ['sorry, i meant may', 'month 2015-05-01..2015-05-31'],
    ['only may', 'month 2015-05-01..2015-05-31'],
    ['contracts up for renewal, convenience points, may', 'month 2015-05-01..2015-05-31'],
  ])('%s', (text, days) => {
    expect(told(text)).toEqual([days]);
  });

  test('"and may I" asks, and names no month', () => {
    expect(told('and may i do the free phone there')).toEqual([]);
  });
});

describe('a day is named by how far it is from today', () => {
  test.each([
    ['今天', '2015-02-10'],
    ['今日', '2015-02-10'],
    ['today', '2015-02-10'],
    ['明天', '2015-02-11'],
    ['tomorrow', '2015-02-11'],
    ['后天', '2015-02-12'],
    ['後天', '2015-02-12'],
    ['the day after tomorrow', '2015-02-12'],
    ['大后天', '2015-02-13'],
    ['昨天', '2015-02-09'],
    ['yesterday', '2015-02-09'],
    ['前天', '2015-02-08'],
    ['the day before yesterday', '2015-02-08'],
    ['大前天', '2015-02-07'],
    ['三天后', '2015-02-13'],
    ['3天以后', '2015-02-13'],
    ['两周后', '2015-02-24'],
    ['十天前', '2015-01-31'],
    ['in 3 days', '2015-02-13'],
    ['3 days from now', '2015-02-13'],
    ['in two weeks', '2015-02-24'],
    ['two weeks ago', '2015-01-27'],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });
});

describe('a day is written in every notation', () => {
  test.each([
    ['15-Mar-15', '2015-03-15'],
    ['15-mar-2015', '2015-03-15'],
    ['28/02/2015', '2015-02-28'],
    ['2/28/2015', '2015-02-28'],
    ['1.1.2015', '2015-01-01'],
    ['20150228', '2015-02-28'],
    ['the end of march', '2015-03-31'],
    ['三月底', '2015-03-31'],
    ['三月最后一天', '2015-03-31'],
    ['四月的第一天', '2015-04-01'],
    ['in exactly ten days', '2015-02-20'],
    ['寻日收到的', '2015-02-09'],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  test.each(['20151328', '99999999', '28/13/2015'])('%s is none', (text) => {
    expect(told(text).filter((one) => one.startsWith('2015-'))).toEqual([]);
  });
});

describe('a part of a month, and the week of a day', () => {
  test.each([
    ['the first half of march', 'days 2015-03-01..2015-03-15'],
    ['second half of february', 'days 2015-02-16..2015-02-28'],
    ['the latter half of next month', 'days 2015-03-16..2015-03-31'],
    ['三月上旬', 'days 2015-03-01..2015-03-10'],
    ['下个月下半月', 'days 2015-03-16..2015-03-31'],
    ['the week of 2 march', 'week 2015-03-02..2015-03-08'],
    ['3月2号那周', 'week 2015-03-02..2015-03-08'],
    ['between the 1st and the 15th of march', 'days 2015-03-01..2015-03-15'],
    ['11 feb up to and including 24 feb', 'days 2015-02-11..2015-02-24'],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });
});

test.each(['the 2nd is free', 'the 1st month', 'the 3rd time'])(
  'an ordinal of other things is no day: %s',
  (text) => {
    expect(told(text)).toEqual([]);
  },
);

describe('a weekday is named with its week', () => {
  test.each([
    ['周五', '2015-02-13'],
    ['这周五', '2015-02-13'],
    ['星期天', '2015-02-15'],
    ['礼拜一', '2015-02-09'],
    ['下周三', '2015-02-18'],
    ['下个星期日', '2015-02-22'],
    ['下下周一', '2015-02-23'],
    ['上周二', '2015-02-03'],
    ['上个礼拜五', '2015-02-06'],
    ['this friday', '2015-02-13'],
    ['next friday', '2015-02-20'],
    ['last friday', '2015-02-06'],
    ['on friday', '2015-02-13'],
    ['on tuesday', '2015-02-10'],
    ['on monday', '2015-02-16'],
    ['by Sunday', '2015-02-15'],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  test.each([
    ['这周末', 'days 2015-02-14..2015-02-15'],
    ['周末', 'days 2015-02-14..2015-02-15'],
    ['下周末', 'days 2015-02-21..2015-02-22'],
  ])('%s is two days', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });
});

describe('a week is Monday to Sunday', () => {
  test.each([
    ['本周', 'week 2015-02-09..2015-02-15'],
    ['这个星期', 'week 2015-02-09..2015-02-15'],
    ['下周', 'week 2015-02-16..2015-02-22'],
    ['下下周', 'week 2015-02-23..2015-03-01'],
    ['上周', 'week 2015-02-02..2015-02-08'],
    ['this week', 'week 2015-02-09..2015-02-15'],
    ['next week', 'week 2015-02-16..2015-02-22'],
    ['last week', 'week 2015-02-02..2015-02-08'],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });
});

describe('the next days go from today to today and as many more', () => {
  test.each([
    ['next 30 days', 'days 2015-02-10..2015-03-12'],
    ['the next fortnight', 'days 2015-02-10..2015-02-24'],
    ['未来半个月', 'days 2015-02-10..2015-02-25'],
    ['the next two months', 'months 2015-02-10..2015-04-10'],
    ['within 3 months', 'months 2015-02-10..2015-05-10'],
    ['in the 3 weeks ahead', 'days 2015-02-10..2015-03-03'],
    ['接下来三个月', 'months 2015-02-10..2015-05-10'],
    ['两个月内', 'months 2015-02-10..2015-04-10'],
    ['the rest of the month', 'days 2015-02-10..2015-02-28'],
    ['the rest of the week', 'days 2015-02-10..2015-02-15'],
    ['the remainder of this quarter', 'days 2015-02-10..2015-03-31'],
    ['the rest of the year', 'days 2015-02-10..2015-12-31'],
    ['the next seven days', 'days 2015-02-10..2015-02-17'],
    ['within 15 days', 'days 2015-02-10..2015-02-25'],
    ['next two weeks', 'days 2015-02-10..2015-02-24'],
    ['未来30天', 'days 2015-02-10..2015-03-12'],
    ['往后两百天', 'days 2015-02-10..2015-08-29'],
    ['within one hundred and twenty days', 'days 2015-02-10..2015-06-10'],
    ['in the next twenty-one days', 'days 2015-02-10..2015-03-03'],
    ['未来３０天', 'days 2015-02-10..2015-03-12'],
    ['接下来三十天', 'days 2015-02-10..2015-03-12'],
    ['最近一个星期', 'days 2015-02-10..2015-02-17'],
    ['30天内', 'days 2015-02-10..2015-03-12'],
    ['十天之内', 'days 2015-02-10..2015-02-20'],
    ['两周以内', 'days 2015-02-10..2015-02-24'],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });
});

describe('a day of the calendar', () => {
  test.each([
    ['2015-03-01', '2015-03-01'],
    ['the twelfth of March', '2015-03-12'],
    ['March twenty-first', '2015-03-21'],
    ['thirty first of January', '2015-01-31'],
    ['he paid in feb 12', '2015-02-12'],
    ['on wednesday next week', '2015-02-18'],
    ['month-end', '2015-02-28'],
    ['2015/3/5', '2015-03-05'],
    ['2015.3.5', '2015-03-05'],
    ['2015年3月1日', '2015-03-01'],
    ['3月1号', '2015-03-01'],
    ['３月１日', '2015-03-01'],
    ['三月三号', '2015-03-03'],
    ['十二月二十五日', '2015-12-25'],
    ['明年1月15号', '2016-01-15'],
    ['2016年2月29日', '2016-02-29'],
    ['3号', '2015-02-03'],
    ['二十号', '2015-02-20'],
    ['下个月3号', '2015-03-03'],
    ['march 5', '2015-03-05'],
    ['March 5th, 2016', '2016-03-05'],
    ['Mar. 5', '2015-03-05'],
    ['5 march', '2015-03-05'],
    ['the 5th of march', '2015-03-05'],
    ['on the 20th', '2015-02-20'],
    ['31 December 2014', '2014-12-31'],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });
});

describe('there is no such day', () => {
  test.each([
    '2015-02-30',
    '2015-02-29',
    'feb 30',
    'february 29th',
    '2月30日',
    '2月29号',
    '4月31日',
    '13月1日',
    '3月32日',
    '3月十十日',
    '未来十十周',
    '2015-13-01',
  ])('%s', (text) => {
    expect(daysIn(normalise(text).plain, TODAY).filter((match) => match.unit === 'day')).toEqual(
      [],
    );
  });

  test.each([
    '2号楼',
    '3号线',
    '5号店',
    '存200元',
    '第3步',
    'maybe',
    'marching',
    'you may',
    'whatsapp',
    '5G',
  ])('%s speaks of no day', (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe('a month is a calendar month', () => {
  test.each([
    ['last December', 'month 2014-12-01..2014-12-31'],
    ['last January', 'month 2015-01-01..2015-01-31'],
    ['next March', 'month 2015-03-01..2015-03-31'],
    ['the month after next', 'month 2015-04-01..2015-04-30'],
    ['ended in december', 'month 2015-12-01..2015-12-31'],
    ['the whole of 2015', 'year 2015-01-01..2015-12-31'],
    ['next January', 'month 2016-01-01..2016-01-31'],
    ['本月', 'month 2015-02-01..2015-02-28'],
    ['这个月', 'month 2015-02-01..2015-02-28'],
    ['下个月', 'month 2015-03-01..2015-03-31'],
    ['下月', 'month 2015-03-01..2015-03-31'],
    ['下下个月', 'month 2015-04-01..2015-04-30'],
    ['上个月', 'month 2015-01-01..2015-01-31'],
    ['3月', 'month 2015-03-01..2015-03-31'],
    ['三月份', 'month 2015-03-01..2015-03-31'],
    ['十二月', 'month 2015-12-01..2015-12-31'],
    ['2016年2月', 'month 2016-02-01..2016-02-29'],
    ['去年12月', 'month 2014-12-01..2014-12-31'],
    ['this month', 'month 2015-02-01..2015-02-28'],
    ['next month', 'month 2015-03-01..2015-03-31'],
    ['last month', 'month 2015-01-01..2015-01-31'],
    ['in march', 'month 2015-03-01..2015-03-31'],
    ['from march', 'month 2015-03-01..2015-03-31'],
    ['in may', 'month 2015-05-01..2015-05-31'],
    ['april 2016', 'month 2016-04-01..2016-04-30'],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  test.each([
    ['月底', '2015-02-28'],
    ['本月底', '2015-02-28'],
    ['下月底', '2015-03-31'],
    ['下个月初', '2015-03-01'],
    ['月初', '2015-02-01'],
    ['the end of the month', '2015-02-28'],
    ['end of next month', '2015-03-31'],
    ['start of the month', '2015-02-01'],
    ['the beginning of next month', '2015-03-01'],
  ])('%s is a day of it', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });
});

describe('a quarter is a calendar quarter, and a year a calendar year', () => {
  test.each([
    ['Q2', 'quarter 2015-04-01..2015-06-30'],
    ['q2 2016', 'quarter 2016-04-01..2016-06-30'],
    ['二季度', 'quarter 2015-04-01..2015-06-30'],
    ['第二季度', 'quarter 2015-04-01..2015-06-30'],
    ['2014年四季度', 'quarter 2014-10-01..2014-12-31'],
    ['本季度', 'quarter 2015-01-01..2015-03-31'],
    ['上个季度', 'quarter 2014-10-01..2014-12-31'],
    ['下季度', 'quarter 2015-04-01..2015-06-30'],
    ['this quarter', 'quarter 2015-01-01..2015-03-31'],
    ['next quarter', 'quarter 2015-04-01..2015-06-30'],
    ['last quarter', 'quarter 2014-10-01..2014-12-31'],
    ['first quarter of 2015', 'quarter 2015-01-01..2015-03-31'],
    ['今年', 'year 2015-01-01..2015-12-31'],
    ['明年', 'year 2016-01-01..2016-12-31'],
    ['last year', 'year 2014-01-01..2014-12-31'],
    ['2016年', 'year 2016-01-01..2016-12-31'],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });
});

describe('a range is one span, both ends included', () => {
  test.each([
    ['3月1日到15日', 'days 2015-03-01..2015-03-15'],
    ['3月1日到4月15日', 'days 2015-03-01..2015-04-15'],
    ['3月1-15日', 'days 2015-03-01..2015-03-15'],
    ['3月1日—15日', 'days 2015-03-01..2015-03-15'],
    ['2015-03-01至2015-03-31', 'days 2015-03-01..2015-03-31'],
    ['1号到15号', 'days 2015-02-01..2015-02-15'],
    ['3月到5月', 'days 2015-03-01..2015-05-31'],
    ['今天到下周五', 'days 2015-02-10..2015-02-20'],
    ['from 1 to 15 march', 'days 2015-03-01..2015-03-15'],
    ['between 1 and 15 March', 'days 2015-03-01..2015-03-15'],
    ['march 1 to 15', 'days 2015-03-01..2015-03-15'],
    ['from march 1 to march 15', 'days 2015-03-01..2015-03-15'],
    ['from march to june', 'days 2015-03-01..2015-06-30'],
    ['1 March to 15 April', 'days 2015-03-01..2015-04-15'],
    ['today until the end of the month', 'days 2015-02-10..2015-02-28'],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  test.each([
    ['12月20日到1月10日', 'days 2015-12-20..2016-01-10'],
    ['20 december to 10 january', 'days 2015-12-20..2016-01-10'],
    ['11月到2月', 'days 2015-11-01..2016-02-28'],
  ])('%s goes over the new year', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  test.each(['3月5日到3月1日', 'tomorrow and today'])(
    '%s is two days, and no range backwards',
    (text) => {
      expect(daysIn(normalise(text).plain, TODAY).map((match) => match.unit)).toEqual([
        'day',
        'day',
      ]);
    },
  );
});

describe('days stand inside a sentence', () => {
  test.each<[string, readonly string[]]>([
    ['what can I offer tomorrow at an own hall?', ['2015-02-11']],
    ['下周三自有厅能推什么', ['2015-02-18']],
    ['which contracts end in the next 30 days', ['days 2015-02-10..2015-03-12']],
    ['下个月哪些合约到期', ['month 2015-03-01..2015-03-31']],
    ['明天和下周三', ['2015-02-11', '2015-02-18']],
    ['能推什么', []],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test('a match says where it stands', () => {
    expect(daysIn('自有厅明天能推什么', TODAY)).toEqual([
      {
        unit: 'day',
        span: { from: '2015-02-11', to: '2015-02-11' },
        isYearless: false,
        from: 3,
        to: 5,
      },
    ]);
  });
});

describe('it is known whether a year was named', () => {
  test.each([
    ['10 January', true],
    ['三月', true],
    ['Feb 20 to Mar 5', true],
    ['Q2', true],
    ['5/6', true],
    ['10 January 2015', false],
    ['2015年三月', false],
    ['今年三月', false],
    ['tomorrow', false],
    ['下个月', false],
  ])('%s', (text, isYearless) => {
    const found = daysIn(normalise(text).plain, TODAY);
    expect(found.map((match) => match.isYearless)).toEqual([isYearless]);
  });
});

describe('whatever the text and whatever the day', () => {
  test('days found are days, spans do not end before they start, places do not overlap', () => {
    holds(
      fc.property(fc.oneof(anyText, anyQuestion), anyDay, (text, today) => {
        const { plain } = normalise(text);
        let place = 0;
        for (const { unit, span, from, to } of daysIn(plain, today)) {
          expect([parseDay(span.from), parseDay(span.to)]).toEqual([span.from, span.to]);
          expect(span.from <= span.to).toBe(true);
          if (unit === 'day') expect(span.from).toBe(span.to);
          expect(from).toBeGreaterThanOrEqual(place);
          expect(to).toBeGreaterThan(from);
          place = to;
        }
        expect(place).toBeLessThanOrEqual(plain.length);
      }),
      2000,
    );
  });

  test('every day is read back from how it is written', () => {
    holds(
      fc.property(anyDay, anyDay, (one, today) => {
        const [year = '', month = '', dayOfMonth = ''] = one
          .split('-')
          .map((part) => String(Number(part)));
        expect(told(one, today)).toEqual([one]);
        expect(told(`${year}/${month}/${dayOfMonth}`, today)).toEqual([one]);
        expect(told(`${year}年${month}月${dayOfMonth}日`, today)).toEqual([one]);
      }),
    );
  });

  test('what is relative moves with today', () => {
    holds(
      fc.property(anyDay, fc.integer({ min: 1, max: 99 }), (today, count) => {
        expect(told('后天', today)).toEqual([addDays(today, 2)]);
        expect(told(`next ${count} days`, today)).toEqual([
          `days ${today}..${addDays(today, count)}`,
        ]);
        expect(told(`未来${count}天`, today)).toEqual([`days ${today}..${addDays(today, count)}`]);
        const week = weekSpan(addDays(today, 7));
        expect(told('下周', today)).toEqual([`week ${week.from}..${week.to}`]);
        const next = addMonths(day(`${today.slice(0, 7)}-01`), 1);
        expect(told('下个月', today)[0]).toContain(`month ${next}..`);
      }),
    );
  });

  test.each([1, 2, 3, 4])('quarter %i is read in both languages', (number) => {
    const { from, to } = quarterSpan(2015, number);
    const expected = [`quarter ${from}..${to}`];
    expect(told(`Q${number}`)).toEqual(expected);
    expect(told(`${'一二三四'[number - 1]}季度`)).toEqual(expected);
    expect(told(`第${number}季度`)).toEqual(expected);
  });

  test.each(STRANGE)('%s is read without a fault', (_, text) => {
    const { plain } = normalise(text);
    expect(() => daysIn(plain, TODAY)).not.toThrow();
  });
});

describe('the end of a time, weekends and bare weekdays', () => {
  test.each([
    ['年底', '2015-12-31'],
    ['今年年底', '2015-12-31'],
    ['end of the year', '2015-12-31'],
    ['季度末', '2015-03-31'],
    ['下季度末', '2015-06-30'],
    ['end of next quarter', '2015-06-30'],
    ['contracts ending friday', '2015-02-13'],
    ['this weekend', 'days 2015-02-14..2015-02-15'],
    ['next weekend', 'days 2015-02-21..2015-02-22'],
    ['wednesday next week', '2015-02-18'],
    ['the week after next', 'week 2015-02-23..2015-03-01'],
    ['1到15号', 'days 2015-02-01..2015-02-15'],
    ['3月1到15号', 'days 2015-03-01..2015-03-15'],
    ['march to may', 'days 2015-03-01..2015-05-31'],
    ['二〇一六年三月一日', '2016-03-01'],
    ['May 到期', 'month 2015-05-01..2015-05-31'],
    ['on the last day of this month', '2015-02-28'],
    ['the first day of next month', '2015-03-01'],
    ['last day of march', '2015-03-31'],
    ['the week after this one', 'week 2015-02-16..2015-02-22'],
    ['one week from today', '2015-02-17'],
    ['28.2.15', '2015-02-28'],
    ['31.03.15', '2015-03-31'],
  ])('%s', (text, meant) => {
    expect(told(text)).toEqual([meant]);
  });

  test('"on fridays" and "may i" speak of no day', () => {
    expect(told('on fridays')).toEqual([]);
    expect(told('may i offer it')).toEqual([]);
  });
});
