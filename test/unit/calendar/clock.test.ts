import { describe, expect, test } from 'vitest';
import { dayAt, isTimeZone, momentAt, now } from '../../../src/calendar/clock.ts';
import { parseDay } from '../../../src/calendar/day.ts';

describe('the day of a moment is the day of the branch, not of the machine', () => {
  const moment = Date.UTC(2015, 1, 9, 16, 30);

  test.each([
    ['Asia/Shanghai', '2015-02-10'],
    ['America/New_York', '2015-02-09'],
    ['UTC', '2015-02-09'],
    ['Pacific/Kiritimati', '2015-02-10'],
  ])(
    'half past four in the afternoon of 9 February, universal time, in %s is %s',
    (zone, expected) => {
      expect(dayAt(moment, zone)).toBe(expected);
    },
  );

  test.each([
    ['a millisecond before midnight', Date.UTC(2015, 2, 31, 16) - 1, '2015-03-31'],
    ['midnight', Date.UTC(2015, 2, 31, 16), '2015-04-01'],
    ['the leap day', Date.UTC(2016, 1, 28, 16), '2016-02-29'],
    ['the new year', Date.UTC(2015, 11, 31, 16), '2016-01-01'],
  ])('in Shanghai, %s', (_, at, expected) => {
    expect(dayAt(at, 'Asia/Shanghai')).toBe(expected);
  });

  test('now is a moment that has a day', () => {
    expect(parseDay(dayAt(now(), 'Asia/Shanghai'))).toBeDefined();
  });

  test('an unknown zone has no day', () => {
    expect(() => dayAt(moment, 'Asia/Nowhere')).toThrow(RangeError);
  });
});

describe('a time zone is one that the calendar knows', () => {
  test.each(['Asia/Shanghai', 'UTC', 'America/New_York'])('%s is', (name) => {
    expect(isTimeZone(name)).toBe(true);
  });

  test.each(['Asia/Nowhere', 'Beijing', '', 'Asia/Shanghai '])('%j is not', (name) => {
    expect(isTimeZone(name)).toBe(false);
  });
});

describe('the moment of a minute of a day', () => {
  const at = (text: string, minute: number, zone: string): string => {
    const parsed = parseDay(text);
    if (parsed === undefined) throw new Error(text);
    return new Date(momentAt(parsed, minute, zone)).toISOString();
  };

  test.each([
    ['2015-02-10', 510, 'Asia/Shanghai', '2015-02-10T00:30:00.000Z'],
    ['2015-02-10', 0, 'Pacific/Kiritimati', '2015-02-09T10:00:00.000Z'],
    ['2015-07-01', 510, 'America/New_York', '2015-07-01T12:30:00.000Z'],
    // The days on which the clocks go forward and back.
    ['2015-03-08', 60, 'America/New_York', '2015-03-08T06:00:00.000Z'],
    ['2015-03-08', 510, 'America/New_York', '2015-03-08T12:30:00.000Z'],
    ['2015-11-01', 510, 'America/New_York', '2015-11-01T13:30:00.000Z'],
  ])('%s, minute %i, in %s', (text, minute, zone, expected) => {
    expect(at(text, minute, zone)).toBe(expected);
  });
});
