import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { addDays, type Day, daysBetween, weekdayOf } from '../../../src/calendar/day.ts';
import { workingCalendar } from '../../../src/calendar/working-days.ts';
import { loadCalendar } from '../../../src/files/calendar-files.ts';
import { openFolder } from '../../../src/files/folder.ts';
import { holds } from '../../holds.ts';
import { day, FOLDERS } from '../../world.ts';
import { PUBLISHED } from './published-days.ts';

const years = loadCalendar(openFolder(FOLDERS.data));
const calendar = workingCalendar(years);
const FIRST = day('2015-01-01');
const LAST = day('2026-12-31');

function daysOf(from: Day, to: Day): readonly Day[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, count) => addDays(from, count));
}

const known = fc
  .integer({ min: 0, max: daysBetween(FIRST, LAST) })
  .map((count) => addDays(FIRST, count));
/** Far enough from both ends that a few weeks to either side are known. */
const inside = fc
  .integer({ min: 60, max: daysBetween(FIRST, LAST) - 60 })
  .map((count) => addDays(FIRST, count));

describe('the data has the days that the State Council published', () => {
  test('of every year from 2015 to 2026', () => {
    expect(years.map(({ year, isPublished }) => [year, isPublished])).toEqual(
      Object.keys(PUBLISHED).map((year) => [Number(year), true]),
    );
  });

  test.each(Object.entries(PUBLISHED))('%s', (year, { off, worked }) => {
    const all = daysOf(day(`${year}-01-01`), day(`${year}-12-31`));
    const inYear = (days: readonly Day[]) => days.map((one) => one.slice(5));
    expect(
      inYear(all.filter((one) => weekdayOf(one) < 6 && calendar.kindOf(one) === 'off')),
    ).toEqual(off);
    expect(
      inYear(all.filter((one) => weekdayOf(one) >= 6 && calendar.kindOf(one) === 'working')),
    ).toEqual(worked);
    expect(all.filter((one) => calendar.kindOf(one) === 'unknown')).toEqual([]);
  });
});

describe('a working day near another', () => {
  test.each([
    // Spring Festival of 2015: the Sunday before it is worked.
    ['2015-02-14', '2015-02-13', '2015-02-15'],
    ['2015-02-20', '2015-02-17', '2015-02-25'],
    // A Saturday that is worked is itself the day.
    ['2015-02-28', '2015-02-28', '2015-02-28'],
    ['2015-10-04', '2015-09-30', '2015-10-08'],
    // The festival of 2020 was extended while it ran.
    ['2020-02-01', '2020-01-23', '2020-02-03'],
    ['2025-01-31', '2025-01-27', '2025-02-05'],
    // Nine days: 15 to 23 February, with Saturday 14 worked.
    ['2026-02-20', '2026-02-14', '2026-02-24'],
    ['2026-10-10', '2026-10-10', '2026-10-10'],
    // The New Year of 2019 begins in December 2018.
    ['2018-12-30', '2018-12-29', '2019-01-02'],
  ])('%s: on or before %s, on or after %s', (given, before, after) => {
    expect(calendar.onOrBefore(day(given))).toBe(before);
    expect(calendar.onOrAfter(day(given))).toBe(after);
  });

  test.each([
    ['2015-02-13', 1, '2015-02-15'],
    ['2015-02-17', 1, '2015-02-25'],
    ['2015-02-17', 4, '2015-02-28'],
    ['2015-02-25', -1, '2015-02-17'],
    ['2015-02-25', -3, '2015-02-15'],
    // The authority decides within 5 working days.
    ['2016-09-29', 5, '2016-10-11'],
    ['2026-02-13', 2, '2026-02-24'],
    ['2026-09-30', 5, '2026-10-13'],
  ])('%s and %d working days is %s', (given, n, expected) => {
    expect(calendar.plusWorkingDays(day(given), n)).toBe(expected);
  });

  test.each([0, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('%d is no number of days', (n) => {
    expect(() => calendar.plusWorkingDays(day('2015-02-10'), n)).toThrow(RangeError);
  });
});

describe('what is not published is unknown, never Monday to Friday', () => {
  test.each(['2014-12-31', '2027-01-04', '1999-06-01'])('%s', (given) => {
    expect(calendar.kindOf(day(given))).toBe('unknown');
    expect(calendar.onOrBefore(day(given))).toBeNull();
    expect(calendar.onOrAfter(day(given))).toBeNull();
  });

  test('a count that would run into it has no answer', () => {
    expect(calendar.plusWorkingDays(day('2026-12-30'), 1)).toBe('2026-12-31');
    expect(calendar.plusWorkingDays(day('2026-12-30'), 2)).toBeNull();
    expect(calendar.plusWorkingDays(day('2015-01-05'), -1)).toBe('2015-01-04');
    expect(calendar.plusWorkingDays(day('2015-01-04'), -1)).toBeNull();
    expect(calendar.onOrBefore(day('2015-01-02'))).toBeNull();
    expect(calendar.workingDaysBetween(day('2026-12-30'), day('2027-01-01'))).toBeNull();
  });

  test('a year whose file is there but whose notice has not come is as unknown as one without a file', () => {
    const { kindOf } = workingCalendar([
      { year: 2027, isPublished: false, holidays: [], workingDays: [] },
    ]);
    expect(kindOf(day('2027-03-03'))).toBe('unknown');
  });
});

describe('counting holds together', () => {
  test('a day found is a working day, on its side, and none lies between', () => {
    holds(
      fc.property(inside, (one) => {
        const [before, after] = [calendar.onOrBefore(one), calendar.onOrAfter(one)];
        if (before === null || after === null) throw new Error('the years are known');
        expect(before <= one && one <= after).toBe(true);
        for (const found of [before, after]) expect(calendar.kindOf(found)).toBe('working');
        for (const other of daysOf(before, after).slice(1, -1))
          expect(other === one || calendar.kindOf(other) === 'off').toBe(true);
      }),
    );
  });

  test('forward and back again is where it began, from a working day', () => {
    holds(
      fc.property(inside, fc.integer({ min: 1, max: 25 }), (one, n) => {
        const start = calendar.onOrAfter(one);
        if (start === null) throw new Error('the years are known');
        const there = calendar.plusWorkingDays(start, n);
        if (there === null) throw new Error('the years are known');
        expect(calendar.kindOf(there)).toBe('working');
        expect(calendar.plusWorkingDays(there, -n)).toBe(start);
      }),
    );
  });

  test('the n-th working day after a day has n working days up to it', () => {
    holds(
      fc.property(inside, fc.integer({ min: 1, max: 25 }), (one, n) => {
        const there = calendar.plusWorkingDays(one, n);
        if (there === null) throw new Error('the years are known');
        expect(calendar.workingDaysBetween(one, there)).toBe(n);
      }),
    );
  });

  test('what lies between adds up, and nothing lies between a day and an earlier one', () => {
    holds(
      fc.property(fc.tuple(known, known, known), (days) => {
        const [one, two, three] = days.toSorted();
        if (one === undefined || two === undefined || three === undefined) throw new Error('three');
        const between = (from: Day, to: Day): number =>
          calendar.workingDaysBetween(from, to) ?? Number.NaN;
        expect(between(one, two) + between(two, three)).toBe(between(one, three));
        expect(between(three, one)).toBe(0);
      }),
      50,
    );
  });
});

describe('the zone of the machine makes no difference', () => {
  const home = process.env.TZ;
  afterEach(() => {
    process.env.TZ = home;
  });

  test.each(['UTC', 'Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Apia', 'America/Sao_Paulo'])(
    '%s',
    (zone) => {
      process.env.TZ = zone;
      expect(calendar.plusWorkingDays(day('2026-02-14'), 1)).toBe('2026-02-24');
      expect(calendar.onOrBefore(day('2018-12-30'))).toBe('2018-12-29');
      expect(calendar.workingDaysBetween(day('2014-12-31'), day('2015-12-31'))).toBe(249);
    },
  );
});
