import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayAt, momentAt } from '../../../src/calendar/clock.ts';
import { addDays, type Day } from '../../../src/calendar/day.ts';
import { type WorkingCalendar, workingCalendar } from '../../../src/calendar/working-days.ts';
import {
  dueWarnings,
  type Moment,
  type Warning,
  warningDays,
} from '../../../src/case-watch/warnings.ts';
import type { Case, Happening } from '../../../src/complaints/case.ts';
import { type CaseClocks, clocksOf } from '../../../src/complaints/clocks.ts';
import { day } from '../../world.ts';
import { caseOf, opened, type Turn } from '../case-file/story.ts';
import { SPRING_2015, ZONE } from './spring.ts';

const HOURS = { from: 9 * 60, to: 18 * 60 };
const HOUR_MS = 60 * 60_000;

function caseWith(receivedOn: string, branchDays: number | null, more: readonly Turn[] = []): Case {
  const first = opened('x', receivedOn, { branchDays });
  return caseOf('C-2015-0001', [[receivedOn, 600, 'U0WANG', first], ...more]).found;
}

function clocksOn(found: Case, today: string): CaseClocks {
  return clocksOf(found, { calendar: SPRING_2015, today: day(today) });
}

function momentOf(text: string, minute: number): Moment {
  const today = day(text);
  const now = momentAt(today, minute, ZONE);
  return { now, today, isDayGiven: false, timeZone: ZONE, hours: HOURS };
}

/** What is said at a moment: what there is to say, where it may be said. */
function spoken(
  clocks: CaseClocks,
  moment: Moment,
  calendar: WorkingCalendar = SPRING_2015,
): readonly Warning[] {
  const { latest, speakAt } = dueWarnings(clocks, moment, calendar);
  return speakAt !== null && speakAt <= moment.now ? latest : [];
}

const said = (found: Case, text: string, minute = HOURS.from): readonly string[] =>
  spoken(clocksOn(found, text), momentOf(text, minute)).map(
    ({ clock, stage }) => `${clock} ${stage}`,
  );

const legalDays = (receivedOn: string) =>
  warningDays(clocksOn(caseWith(receivedOn, null), receivedOn).legal, SPRING_2015);

describe('on which days a clock is warned of', () => {
  test('half the time, three quarters, the working day before the deadline, and when it is over', () => {
    expect(legalDays('2015-03-02')).toEqual([
      { stage: 'half', day: '2015-03-10' },
      // The 14th is a Saturday; on Monday the last warning comes: one of the two is enough.
      { stage: 'day-before', day: '2015-03-16' },
      { stage: 'late', day: '2015-03-18' },
    ]);
    expect(legalDays('2015-03-04')).toEqual([
      { stage: 'half', day: '2015-03-12' },
      { stage: 'three-quarters', day: '2015-03-16' },
      { stage: 'day-before', day: '2015-03-18' },
      { stage: 'late', day: '2015-03-20' },
    ]);
  });

  test('before a holiday "act by" moves forward, and the last warning with it; the deadline does not', () => {
    expect(legalDays('2015-02-05')).toEqual([
      { stage: 'half', day: '2015-02-13' },
      { stage: 'day-before', day: '2015-02-16' },
      { stage: 'late', day: '2015-02-25' },
    ]);
    const clocks = clocksOn(caseWith('2015-02-05', null), '2015-02-16');
    const [warning] = spoken(clocks, momentOf('2015-02-16', 600));
    expect(warning).toMatchObject({ dueOn: '2015-02-20', actBy: '2015-02-17' });
  });

  test('the branch counts in working days, and a make-up Saturday is one', () => {
    const { branch } = clocksOn(caseWith('2015-02-12', 8), '2015-02-12');
    if (branch === null) throw new Error('the branch has a clock');
    expect(branch.dueOn).toBe('2015-02-28');
    expect(warningDays(branch, SPRING_2015)).toEqual([
      { stage: 'half', day: '2015-02-17' },
      { stage: 'three-quarters', day: '2015-02-26' },
      { stage: 'day-before', day: '2015-02-27' },
      { stage: 'late', day: '2015-03-02' },
    ]);
  });

  test('where the calendar of the year is not known, the days of the calendar are taken', () => {
    const none = workingCalendar([]);
    const found = caseWith('2027-03-02', 7);
    const at = (text: string) =>
      spoken(clocksOf(found, { calendar: none, today: day(text) }), momentOf(text, 600), none).map(
        ({ clock, stage }) => `${clock} ${stage}`,
      );
    expect(at('2027-03-10')).toEqual(['legal half']);
    expect(at('2027-03-14')).toEqual(['legal three-quarters']);
  });
});

describe('when a warning is said', () => {
  const found = caseWith('2015-03-04', null);

  test('from nine on, not at night and not before', () => {
    expect(said(found, '2015-03-12', HOURS.from - 1)).toEqual([]);
    expect(said(found, '2015-03-12')).toEqual(['legal half']);
    expect(said(found, '2015-03-12', HOURS.to)).toEqual([]);
    const clocks = clocksOn(found, '2015-03-12');
    const early = dueWarnings(clocks, momentOf('2015-03-12', 5), SPRING_2015);
    expect(early.speakAt).toBe(momentAt(day('2015-03-12'), HOURS.from, ZONE));
  });

  test('not on a day off, and on the next working morning', () => {
    const late = caseWith('2015-02-02', null);
    expect(said(late, '2015-02-18')).toEqual([]);
    expect(said(late, '2015-02-24')).toEqual([]);
    expect(said(late, '2015-02-25')).toEqual(['legal late']);
  });

  test('who was away for days hears the latest, not all', () => {
    expect(said(found, '2015-03-18')).toEqual(['legal day-before']);
    expect(said(found, '2015-03-27')).toEqual(['legal late']);
  });

  test('not once the customer was answered, nor of the clock that stands', () => {
    const told: Happening = {
      ...{ kind: 'told', words: 'x', on: day('2015-03-11') },
      ...{ channel: 'phone', accepted: 'accepted' },
    };
    const answered = caseWith('2015-03-04', 7, [['2015-03-11', 600, 'U0LI', told]]);
    expect(said(answered, '2015-03-20')).toEqual([]);
    const pause: Happening = { kind: 'paused', reason: 'x' };
    const standing = caseWith('2015-03-04', 7, [['2015-03-05', 600, 'U0LI', pause]]);
    expect(said(standing, '2015-03-20')).toEqual(['legal late']);
  });

  test('on a day that is believed in there is no hour to wait for', () => {
    const moment = { ...momentOf('2015-03-12', 0), now: 0, isDayGiven: true };
    const clocks = clocksOn(found, '2015-03-12');
    expect(spoken(clocks, moment)).toHaveLength(1);
  });
});

describe('over weeks of hours, with downtimes, pauses, an answer and a close', () => {
  const deed = fc.constantFrom('pause', 'resume', 'hand-over', 'tell', 'close', 'reopen');
  const life = fc.record({
    start: fc.integer({ min: 0, max: 60 }).map((count) => addDays(day('2015-01-05'), count)),
    branchDays: fc.integer({ min: 1, max: 12 }),
    deeds: fc.array(fc.tuple(fc.integer({ min: 1, max: 600 }), deed), { maxLength: 6 }),
    /** Hours after the start in which the bot was not there. */
    away: fc.array(
      fc.record({
        from: fc.integer({ min: 0, max: 700 }),
        hours: fc.integer({ min: 1, max: 100 }),
      }),
      { maxLength: 3 },
    ),
  });

  function happeningOf(what: string, found: Case, on: Day): Happening | null {
    const isPaused = found.pauses.some(({ to }) => to === null);
    if (found.state === 'closed')
      return what === 'reopen' ? { kind: 'reopened', reason: 'x' } : null;
    if (what === 'pause' && !isPaused) return { kind: 'paused', reason: 'x' };
    if (what === 'resume' && isPaused) return { kind: 'resumed' };
    if (what === 'hand-over') return { kind: 'assigned', to: 'U0LI', reason: 'x', how: 'assigned' };
    if (what === 'tell')
      return { kind: 'told', words: 'x', on, channel: 'phone', accepted: 'no-word' };
    return what === 'close' ? { kind: 'closed', outcome: 'withdrawn', note: null } : null;
  }

  test('each stage once, the latest only, in working hours only, none once it is answered, closed or stands', () => {
    fc.assert(
      fc.property(life, ({ start, branchDays, deeds, away }) => {
        const from = momentAt(start, 0, ZONE);
        const isThere = (hour: number): boolean =>
          away.every((gap) => hour < gap.from || hour >= gap.from + gap.hours);
        const turns: Turn[] = [[start, 0, 'U0WANG', opened('x', start, { branchDays })]];
        let found = caseOf('C-2015-0001', turns).found;
        const heard = new Map<string, number>();
        for (let hour = 0; hour < 30 * 24; hour += 1) {
          const now = from + hour * HOUR_MS;
          const today = dayAt(now, ZONE);
          for (const [, what] of deeds.filter(([at]) => at === hour)) {
            const happened = happeningOf(what, found, today);
            if (happened === null) continue;
            turns.push([today, (hour % 24) * 60, 'U0LI', happened]);
            found = caseOf('C-2015-0001', turns).found;
          }
          if (!isThere(hour) || found.state === 'closed') continue;
          const clocks = clocksOf(found, { calendar: SPRING_2015, today });
          const moment = { now, today, isDayGiven: false, timeZone: ZONE, hours: HOURS };
          for (const { clock, stage } of spoken(clocks, moment)) {
            // The ledger knows each key once.
            if (heard.has(`${clock} ${stage}`)) continue;
            heard.set(`${clock} ${stage}`, now);
            expect(SPRING_2015.kindOf(today)).toBe('working');
            expect(now).toBeGreaterThanOrEqual(momentAt(today, HOURS.from, ZONE));
            expect(now).toBeLessThan(momentAt(today, HOURS.to, ZONE));
            expect(clocks[clock]?.metOn).toBeNull();
            if (clock === 'branch') expect(clocks.branch?.isPaused).toBe(false);
            if (stage === 'late') expect(today > (clocks[clock]?.dueOn ?? today)).toBe(true);
            // Its own day has come, and that of no later stage has.
            const days = warningDays(clocks[clock] ?? clocks.legal, SPRING_2015);
            const at = days.findIndex((one) => one.stage === stage);
            expect((days[at]?.day ?? '9') <= today).toBe(true);
            expect((days[at + 1]?.day ?? '9') > today).toBe(true);
          }
        }
        const order = ['half', 'three-quarters', 'day-before', 'late'];
        for (const clock of ['legal', 'branch']) {
          const places = [...heard.keys()]
            .filter((key) => key.startsWith(clock))
            .map((key) => order.indexOf(key.slice(clock.length + 1)));
          expect(places).toEqual(places.toSorted((one, other) => one - other));
        }
        if (away.length === 0 && deeds.length === 0) {
          const clocks = clocksOf(found, { calendar: SPRING_2015, today: start });
          for (const name of ['legal', 'branch'] as const) {
            for (const { stage, day: planned } of warningDays(
              clocks[name] ?? clocks.legal,
              SPRING_2015,
            )) {
              const isWithin = planned < addDays(start, 30);
              if (isWithin) expect(dayAt(heard.get(`${name} ${stage}`) ?? 0, ZONE)).toBe(planned);
            }
          }
        }
      }),
      { numRuns: 10, examples: [] },
    );
  });
});
