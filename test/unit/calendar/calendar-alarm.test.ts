import { describe, expect, test } from 'vitest';
import { calendarAlarm } from '../../../src/calendar/calendar-alarm.ts';
import { workingCalendar } from '../../../src/calendar/working-days.ts';
import { day } from '../../world.ts';

const years = [2025, 2026].map((year) => ({
  ...{ year, isPublished: true },
  ...{ holidays: [], workingDays: [] },
}));
const calendar = workingCalendar(years);

describe('a year that is needed within 90 days and is not known raises an alarm', () => {
  test.each<readonly [string, readonly number[]]>([
    ['2026-10-02', []],
    // 90 days later is the first of January.
    ['2026-10-03', [2027]],
    ['2026-12-31', [2027]],
    ['2027-01-01', [2027]],
    ['2027-11-01', [2027, 2028]],
    // 2024 is not known either, and today needs it.
    ['2024-12-31', [2024]],
    ['2025-06-01', []],
  ])('on %s: %j', (today, expected) => {
    expect(calendarAlarm(calendar, day(today)).map(({ year }) => year)).toEqual(expected);
  });

  test('a year whose notice has not come alarms as one without a file', () => {
    const waiting = { year: 2027, isPublished: false, holidays: [], workingDays: [] };
    const alarms = calendarAlarm(workingCalendar([...years, waiting]), day('2026-12-01'));
    expect(alarms.map(({ year }) => year)).toEqual([2027]);
  });

  test('the words say which year, and what to do, in both languages', () => {
    const [alarm] = calendarAlarm(calendar, day('2026-12-01'));
    expect(alarm?.words).toMatchInlineSnapshot(`
      {
        "en": "The holidays of next year (2027) are not entered: no working day of 2027 can be counted. Once the State Council's notice is out, write data/calendar/2027.yaml as data/README.md says.",
        "zh": "明年（2027年）的放假安排还没有录入：涉及2027年的工作日算不出来。国务院办公厅的通知公布后，请按 data/README.md 写入 data/calendar/2027.yaml。",
      }
    `);
  });
});
