import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, daysBetween, monthOf, weekdayOf } from '../../../src/calendar/day.ts';
import {
  isWithin,
  monthSpan,
  monthSpanFrom,
  quarterSpan,
  quarterSpanFrom,
  weekSpan,
} from '../../../src/calendar/span.ts';
import { holds } from '../../holds.ts';
import { day, TODAY } from '../../world.ts';
import { anyDay } from './days.ts';

const offset = fc.integer({ min: -60, max: 60 });

describe('a span holds both its ends', () => {
  const campaign = { from: day('2015-01-01'), to: day('2015-03-31') };

  test.each([
    ['2014-12-31', false],
    ['2015-01-01', true],
    ['2015-02-10', true],
    ['2015-03-31', true],
    ['2015-04-01', false],
  ])('%s within the first quarter: %s', (text, expected) => {
    expect(isWithin(day(text), campaign)).toBe(expected);
  });
});

describe('a month is a calendar month', () => {
  test.each([
    [2015, 1, '2015-01-01', '2015-01-31'],
    [2015, 2, '2015-02-01', '2015-02-28'],
    [2016, 2, '2016-02-01', '2016-02-29'],
    [2015, 4, '2015-04-01', '2015-04-30'],
    [2015, 12, '2015-12-01', '2015-12-31'],
  ])('%i-%i is %s to %s', (year, month, from, to) => {
    expect(monthSpan(year, month)).toEqual({ from, to });
  });

  test.each([
    ['2015-02-10', 0, '2015-02-01', '2015-02-28'],
    ['2015-02-10', 1, '2015-03-01', '2015-03-31'],
    ['2015-01-31', 1, '2015-02-01', '2015-02-28'],
    ['2015-12-31', 1, '2016-01-01', '2016-01-31'],
    ['2015-01-01', -1, '2014-12-01', '2014-12-31'],
    ['2015-02-10', -14, '2013-12-01', '2013-12-31'],
  ])('from %s the month %i months on is %s to %s', (text, months, from, to) => {
    expect(monthSpanFrom(day(text), months)).toEqual({ from, to });
  });

  test('holds its day, and ends the day before the next one starts', () => {
    holds(
      fc.property(anyDay, offset, (one, months) => {
        expect(isWithin(one, monthSpanFrom(one, 0))).toBe(true);
        const span = monthSpanFrom(one, months);
        expect(addDays(span.to, 1)).toBe(monthSpanFrom(one, months + 1).from);
        expect(monthOf(span.from)).toBe(monthOf(addMonths(one, months)));
        expect(monthOf(span.to)).toBe(monthOf(span.from));
      }),
    );
  });

  test('there is no thirteenth', () => {
    expect(() => monthSpan(2015, 13)).toThrow(RangeError);
    expect(() => monthSpan(2015, 0)).toThrow(RangeError);
  });
});

describe('a quarter is three calendar months', () => {
  test.each([
    [1, '2015-01-01', '2015-03-31'],
    [2, '2015-04-01', '2015-06-30'],
    [3, '2015-07-01', '2015-09-30'],
    [4, '2015-10-01', '2015-12-31'],
  ])('quarter %i of 2015 is %s to %s', (quarter, from, to) => {
    expect(quarterSpan(2015, quarter)).toEqual({ from, to });
  });

  test.each([
    [0, '2015-01-01', '2015-03-31'],
    [1, '2015-04-01', '2015-06-30'],
    [-1, '2014-10-01', '2014-12-31'],
    [-5, '2013-10-01', '2013-12-31'],
    [4, '2016-01-01', '2016-03-31'],
  ])('from 10 February 2015 the quarter %i on is %s to %s', (quarters, from, to) => {
    expect(quarterSpanFrom(TODAY, quarters)).toEqual({ from, to });
  });

  test('holds its day, and ends the day before the next one starts', () => {
    holds(
      fc.property(anyDay, offset, (one, quarters) => {
        expect(isWithin(one, quarterSpanFrom(one, 0))).toBe(true);
        const span = quarterSpanFrom(one, quarters);
        expect(addDays(span.to, 1)).toBe(quarterSpanFrom(one, quarters + 1).from);
        expect(monthOf(addMonths(span.from, 2))).toBe(monthOf(span.to));
      }),
    );
  });

  test('there is no fifth', () => {
    expect(() => quarterSpan(2015, 5)).toThrow(RangeError);
  });
});

describe('a week goes from Monday to Sunday', () => {
  test.each([
    ['2015-02-09', '2015-02-09', '2015-02-15'],
    ['2015-02-10', '2015-02-09', '2015-02-15'],
    ['2015-02-15', '2015-02-09', '2015-02-15'],
    ['2015-02-16', '2015-02-16', '2015-02-22'],
    ['2015-01-01', '2014-12-29', '2015-01-04'],
  ])('%s lies in %s to %s', (text, from, to) => {
    expect(weekSpan(day(text))).toEqual({ from, to });
  });

  test('holds its day, seven days long', () => {
    holds(
      fc.property(anyDay, (one) => {
        const week = weekSpan(one);
        expect(isWithin(one, week)).toBe(true);
        expect([weekdayOf(week.from), weekdayOf(week.to)]).toEqual([1, 7]);
        expect(daysBetween(week.from, week.to)).toBe(6);
        expect(weekSpan(week.to)).toEqual(week);
      }),
    );
  });
});
