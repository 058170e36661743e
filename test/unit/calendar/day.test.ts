import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  dayOfMonth,
  daysBetween,
  daysInMonth,
  monthAfter,
  monthNumber,
  monthOf,
  parseDay,
  weekdayOf,
  yearNumber,
} from '../../../src/calendar/day.ts';
import { holds } from '../../holds.ts';
import { day } from '../../world.ts';
import { anyDay } from './days.ts';

describe('a day is a real day of the calendar', () => {
  test.each(['2015-02-10', '2015-12-31', '2016-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])(
    '%s is one',
    (text) => {
      expect(parseDay(text)).toBe(text);
    },
  );

  test.each([
    '2015-02-29',
    '2015-02-30',
    '1900-02-29',
    '2015-04-31',
    '2015-13-01',
    '2015-00-10',
    '2015-01-00',
    '0000-01-01',
    '2015-2-10',
    '15-02-10',
    '12015-02-10',
    ' 2015-02-10',
    '2015-02-10\n',
    '2015-02-10T00:00:00Z',
    '2015/02/10',
    '２０１５-02-10',
    '-2015-02-10',
    '',
  ])('%j is none', (text) => {
    expect(parseDay(text)).toBeUndefined();
  });

  test('of a year, a month and a day of the month, or there is no such day', () => {
    expect(dayOf(2015, 2, 28)).toBe('2015-02-28');
    expect(dayOf(2015, 2, 29)).toBeUndefined();
    expect(dayOf(2015, 0, 1)).toBeUndefined();
    expect(dayOf(10_000, 1, 1)).toBeUndefined();
  });

  test.each([
    [Number.NaN, 1, 1],
    [2015, Number.NaN, 1],
    [2015, 1, Number.NaN],
    [2015, 1, 1.5],
    [2015, 1.5, 1],
  ])('no day is made of %d, %d, %d', (year, month, dayOfTheMonth) => {
    expect(dayOf(year, month, dayOfTheMonth)).toBeUndefined();
  });

  test('every day that is made can be parsed, and falls apart into the same numbers', () => {
    holds(
      fc.property(anyDay, (one) => {
        expect(parseDay(one)).toBe(one);
        expect(dayOf(yearNumber(one), monthNumber(one), dayOfMonth(one))).toBe(one);
        expect(monthOf(one)).toBe(one.slice(0, 7));
      }),
    );
  });
});

describe('months have their own lengths', () => {
  test.each([
    [2015, 2, 28],
    [2016, 2, 29],
    [1900, 2, 28],
    [2000, 2, 29],
    [2015, 1, 31],
    [2015, 4, 30],
    [2015, 12, 31],
  ])('%i-%i has %i days', (year, month, count) => {
    expect(daysInMonth(year, month)).toBe(count);
  });
});

describe('days are counted', () => {
  test.each([
    ['2015-02-10', 1, '2015-02-11'],
    ['2015-02-28', 1, '2015-03-01'],
    ['2016-02-28', 1, '2016-02-29'],
    ['2015-12-31', 1, '2016-01-01'],
    ['2015-01-01', -1, '2014-12-31'],
    ['2015-02-10', 0, '2015-02-10'],
    ['2015-02-10', 30, '2015-03-12'],
    // The night on which New York's clocks go forward, and the one on which they go back.
    ['2015-03-07', 2, '2015-03-09'],
    ['2015-10-31', 2, '2015-11-02'],
  ])('%s and %i days more is %s', (from, count, to) => {
    expect(addDays(day(from), count)).toBe(to);
    expect(daysBetween(day(from), day(to))).toBe(count);
  });

  const count = fc.integer({ min: -20_000, max: 20_000 });

  test('there and back again', () => {
    holds(
      fc.property(anyDay, count, (one, days) => {
        expect(addDays(addDays(one, days), -days)).toBe(one);
        expect(daysBetween(one, addDays(one, days))).toBe(days);
      }),
    );
  });

  test('the days between add up', () => {
    holds(
      fc.property(anyDay, anyDay, anyDay, (one, two, three) => {
        expect(daysBetween(one, two) + daysBetween(two, three)).toBe(daysBetween(one, three));
      }),
    );
  });

  test('a later day is a greater text', () => {
    holds(
      fc.property(anyDay, anyDay, (one, other) => {
        expect(one < other).toBe(daysBetween(one, other) > 0);
      }),
    );
  });
});

describe('months are counted from the start, never from the month before', () => {
  test.each([
    ['2015-01-31', 1, '2015-02-28'],
    ['2015-01-31', 2, '2015-03-31'],
    ['2015-01-31', 3, '2015-04-30'],
    ['2016-01-31', 1, '2016-02-29'],
    ['2015-12-31', 2, '2016-02-29'],
    ['2016-02-29', 12, '2017-02-28'],
    ['2016-02-29', 48, '2020-02-29'],
    ['2015-03-31', -1, '2015-02-28'],
    ['2015-02-10', 0, '2015-02-10'],
  ])('%s and %i months more is %s', (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to);
  });

  test('no month is lost: the next month comes after each', () => {
    holds(
      fc.property(anyDay, fc.integer({ min: -100, max: 100 }), (one, months) => {
        const later = addMonths(one, months);
        const index = yearNumber(one) * 12 + monthNumber(one) + months;
        expect(yearNumber(later) * 12 + monthNumber(later)).toBe(index);
        const lastDay = daysInMonth(yearNumber(later), monthNumber(later));
        expect(dayOfMonth(later)).toBe(Math.min(dayOfMonth(one), lastDay));
      }),
    );
  });
});

describe('weeks begin on Monday', () => {
  test.each([
    ['2015-02-09', 1],
    ['2015-02-10', 2],
    ['2015-02-14', 6],
    ['2015-02-15', 7],
    ['2015-02-16', 1],
    ['2016-02-29', 1],
    ['2000-01-01', 6],
  ])('%s is weekday %i', (text, weekday) => {
    expect(weekdayOf(day(text))).toBe(weekday);
  });

  test('weekdays go round', () => {
    holds(
      fc.property(anyDay, (one) => {
        expect(weekdayOf(addDays(one, 1))).toBe((weekdayOf(one) % 7) + 1);
        expect(weekdayOf(addDays(one, 7))).toBe(weekdayOf(one));
      }),
    );
  });
});

describe('a day does not know the zone in which the process lives', () => {
  const home = process.env.TZ;
  afterEach(() => {
    process.env.TZ = home;
  });

  test('the tests live in another zone than the branch', () => {
    expect(new Date(2015, 1, 10).getTimezoneOffset()).toBe(300);
  });

  // Clocks that change at midnight, half an hour's zones, and both ends of the world.
  test.each([
    'Asia/Shanghai',
    'America/New_York',
    'America/Sao_Paulo',
    'Africa/Cairo',
    'Asia/Beirut',
    'Australia/Lord_Howe',
    'Pacific/Kiritimati',
    'Pacific/Pago_Pago',
    'Asia/Kathmandu',
    'UTC',
  ])('four years day by day are the same in %s', (zone) => {
    process.env.TZ = zone;
    let one: Day = day('2013-01-01');
    let weekday = 2;
    for (let count = 0; count < 4 * 365 + 1; count += 1) {
      const next = addDays(one, 1);
      expect(parseDay(next)).toBe(next);
      expect(next > one).toBe(true);
      expect(daysBetween(one, next)).toBe(1);
      expect(weekdayOf(one)).toBe(weekday);
      weekday = (weekday % 7) + 1;
      one = next;
    }
    expect(one).toBe('2017-01-01');
    expect(addMonths(day('2015-01-31'), 2)).toBe('2015-03-31');
  });
});

describe('a month some months later', () => {
  test('is the month of the first day that many months later, whatever the month', () => {
    holds(
      fc.property(anyDay, fc.integer({ min: 0, max: 1200 }), (one, count) => {
        const first = day(`${monthOf(one)}-01`);
        fc.pre(Number(one.slice(0, 4)) < 9800);
        expect(monthAfter(monthOf(one), count)).toBe(monthOf(addMonths(first, count)));
      }),
    );
  });
});
