import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/calendar/day.ts';
import { isoWeekOf, parseIsoWeek } from '../../../src/calendar/iso-week.ts';
import { weekSpan } from '../../../src/calendar/span.ts';
import { day } from '../../world.ts';

describe('weeks by number', () => {
  test.each([
    ['2015-02-09', '2015-W07'],
    ['2015-02-15', '2015-W07'],
    ['2015-01-01', '2015-W01'],
    ['2014-12-29', '2015-W01'],
    ['2016-01-03', '2015-W53'],
    ['2021-01-03', '2020-W53'],
  ])('%s is in %s', (text, week) => {
    expect(isoWeekOf(day(text))).toBe(week);
    expect(parseIsoWeek(week)).toEqual(weekSpan(day(text)));
  });

  test.each(['2015-W54', '2014-W53', '2015-W00', '2015-7', 'W07', '2015-W7'])(
    '%s is no week',
    (text) => {
      expect(parseIsoWeek(text)).toBeUndefined();
    },
  );

  test('every day is in the week that bears its number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), (count) => {
        const some = addDays(day('2015-01-01'), count);
        expect(parseIsoWeek(isoWeekOf(some))).toEqual(weekSpan(some));
      }),
    );
  });
});
