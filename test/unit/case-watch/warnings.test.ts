import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayAt, momentAt } from '../../../src/calendar/clock.ts';
import { addDays, type Day } from '../../../src/calendar/day.ts';
import { workingCalendar } from '../../../src/calendar/working-days.ts';
import {
  actByOf,
  type Clock,
  dueWarnings,
  type Moment,
  warningDays,
} from '../../../src/case-watch/warnings.ts';
import { day } from '../../world.ts';
import { SPRING_2015, ZONE } from './spring.ts';

const HOURS = { from: 9 * 60, to: 18 * 60 };
const HOUR_MS = 60 * 60_000;

function legal(startsOn: string, dueOn: string): Clock {
  return { name: 'legal', startsOn: day(startsOn), dueOn: day(dueOn), workingDays: null };
}

function momentOf(text: string, minute: number): Moment {
  const today = day(text);
  const now = momentAt(today, minute, ZONE);
  return { now, today, isDayGiven: false, timeZone: ZONE, hours: HOURS };
}

const said = (clock: Clock, text: string, minute = HOURS.from): readonly string[] =>
  dueWarnings([clock], momentOf(text, minute), SPRING_2015).warnings.map(({ stage }) => stage);

describe('on which days a clock is warned of', () => {
  test('half the time, three quarters, the working day before the deadline, and when it is over', () => {
    expect(warningDays(legal('2015-03-02', '2015-03-17'), SPRING_2015)).toEqual([
      { stage: 'half', day: '2015-03-09' },
      { stage: 'three-quarters', day: '2015-03-13' },
      { stage: 'day-before', day: '2015-03-16' },
      { stage: 'late', day: '2015-03-18' },
    ]);
  });

  test('before a holiday "act by" moves forward, and the last warning with it; the deadline does not', () => {
    const clock = legal('2015-02-05', '2015-02-20');
    expect(actByOf(clock.dueOn, SPRING_2015)).toBe('2015-02-17');
    expect(warningDays(clock, SPRING_2015)).toEqual([
      { stage: 'half', day: '2015-02-12' },
      // Three quarters would be on the 16th, with the last warning: one of the two is enough.
      { stage: 'day-before', day: '2015-02-16' },
      { stage: 'late', day: '2015-02-25' },
    ]);
    const [warning] = dueWarnings([clock], momentOf('2015-02-16', 600), SPRING_2015).warnings;
    expect(warning).toMatchObject({ dueOn: '2015-02-20', actBy: '2015-02-17' });
  });

  test('the branch counts in working days, and a make-up Saturday is one', () => {
    const clock: Clock = {
      ...{ name: 'branch', startsOn: day('2015-02-12'), dueOn: day('2015-02-28'), workingDays: 8 },
    };
    // Working days after the 12th: 13, 15, 16, 17, 25, 26, 27 February, 28 is the eighth.
    expect(warningDays(clock, SPRING_2015)).toEqual([
      { stage: 'half', day: '2015-02-17' },
      { stage: 'three-quarters', day: '2015-02-26' },
      { stage: 'day-before', day: '2015-02-27' },
      { stage: 'late', day: '2015-03-02' },
    ]);
  });

  test('a clock of one day has nothing to warn of but that it is over', () => {
    const stages = warningDays(legal('2015-03-03', '2015-03-04'), SPRING_2015);
    expect(stages).toEqual([{ stage: 'late', day: '2015-03-05' }]);
  });

  test('where the calendar of the year is not known, the days of the calendar are taken', () => {
    const none = workingCalendar([]);
    expect(warningDays(legal('2027-03-02', '2027-03-17'), none).map((one) => one.day)).toEqual([
      ...['2027-03-09', '2027-03-13', '2027-03-16', '2027-03-18'],
    ]);
    expect(
      dueWarnings([legal('2027-03-02', '2027-03-17')], momentOf('2027-03-13', 600), none).warnings,
    ).toHaveLength(1);
  });
});

describe('when a warning is said', () => {
  const clock = legal('2015-03-02', '2015-03-17');

  test('from nine on, not at night and not before', () => {
    expect(said(clock, '2015-03-09', HOURS.from - 1)).toEqual([]);
    expect(said(clock, '2015-03-09')).toEqual(['half']);
    expect(said(clock, '2015-03-09', HOURS.to)).toEqual([]);
    const early = dueWarnings([clock], momentOf('2015-03-09', 5), SPRING_2015);
    expect(early.againAt).toBe(momentAt(day('2015-03-09'), HOURS.from, ZONE));
  });

  test('not on a day off, and on the next working morning', () => {
    const late = legal('2015-02-02', '2015-02-17');
    expect(said(late, '2015-02-18')).toEqual([]);
    expect(said(late, '2015-02-24')).toEqual([]);
    expect(said(late, '2015-02-25')).toEqual(['late']);
  });

  test('who was away for days hears the latest, not all', () => {
    expect(said(clock, '2015-03-16')).toEqual(['day-before']);
    expect(said(clock, '2015-03-26')).toEqual(['late']);
  });

  test('on a day that is believed in there is no hour to wait for', () => {
    const moment = { ...momentOf('2015-03-09', 0), now: 0, isDayGiven: true };
    expect(dueWarnings([clock], moment, SPRING_2015).warnings).toHaveLength(1);
  });
});

describe('over weeks of hours, with downtimes, pauses and a close', () => {
  const life = fc.record({
    start: fc.integer({ min: 0, max: 60 }).map((count) => addDays(day('2015-01-05'), count)),
    length: fc.integer({ min: 1, max: 20 }),
    isBranch: fc.boolean(),
    closedAfter: fc.integer({ min: 0, max: 30 }),
    /** Hours after the start in which the bot was not there, or the clock stood. */
    away: fc.array(
      fc.record({
        from: fc.integer({ min: 0, max: 700 }),
        hours: fc.integer({ min: 1, max: 100 }),
      }),
      { maxLength: 4 },
    ),
  });

  function clockOf(start: Day, length: number, isBranch: boolean): Clock {
    const dueOn = isBranch
      ? (SPRING_2015.plusWorkingDays(start, length) ?? start)
      : addDays(start, length);
    const name = isBranch ? 'branch' : 'legal';
    return { name, startsOn: start, dueOn, workingDays: isBranch ? length : null };
  }

  test('each stage once, the latest only, in working hours only, none after the close', () => {
    fc.assert(
      fc.property(life, ({ start, length, isBranch, closedAfter, away }) => {
        const clock = clockOf(start, length, isBranch);
        const stages = warningDays(clock, SPRING_2015);
        const heard = new Map<string, { readonly on: Day; readonly at: number }>();
        const from = momentAt(start, 0, ZONE);
        const isThere = (hour: number): boolean =>
          away.every((gap) => hour < gap.from || hour >= gap.from + gap.hours);
        for (let hour = 0; hour < closedAfter * 24; hour += 1) {
          if (!isThere(hour)) continue;
          const now = from + hour * HOUR_MS;
          const today = dayAt(now, ZONE);
          const moment = { now, today, isDayGiven: false, timeZone: ZONE, hours: HOURS };
          for (const { stage } of dueWarnings([clock], moment, SPRING_2015).warnings) {
            // The ledger knows each key once.
            if (!heard.has(stage)) heard.set(stage, { on: today, at: now });
          }
        }
        const inOrder = [...heard.keys()];
        expect(inOrder).toEqual(
          stages.map(({ stage }) => stage as string).filter((stage) => heard.has(stage)),
        );
        for (const [stage, { on, at }] of heard) {
          const planned = stages.find((one) => one.stage === stage);
          expect(SPRING_2015.kindOf(on)).toBe('working');
          expect(at).toBeGreaterThanOrEqual(momentAt(on, HOURS.from, ZONE));
          expect(at).toBeLessThan(momentAt(on, HOURS.to, ZONE));
          expect(planned !== undefined && planned.day <= on).toBe(true);
          const next = stages.find(
            ({ day: other }) => planned !== undefined && other > planned.day,
          );
          if (next !== undefined) expect(on < next.day).toBe(true);
        }
        // Nobody was away: every stage was said on its own day.
        if (away.length === 0) {
          for (const { stage, day: planned } of stages) {
            const isWithin = planned < addDays(start, closedAfter);
            if (isWithin) expect(heard.get(stage)?.on).toBe(planned);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
