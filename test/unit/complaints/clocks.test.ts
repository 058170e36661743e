import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../../src/calendar/day.ts';
import { workingCalendar } from '../../../src/calendar/working-days.ts';
import type { Case } from '../../../src/complaints/case.ts';
import { clocksOf } from '../../../src/complaints/clocks.ts';
import type { CaseDeed } from '../../../src/complaints/command.ts';
import { decide } from '../../../src/complaints/decide.ts';
import { stepDueOn } from '../../../src/complaints/step-due.ts';
import { carriedOut, caseAfter, caseWorld, command, openingOf, walked } from '../../complaints.ts';
import { day } from '../../world.ts';

function received(on: string, checklist = 'general-complaint'): Case {
  return caseAfter(caseWorld(on), command(openingOf(checklist, { receivedOn: day(on) })));
}

function onDay(now: Case, on: string, deed: CaseDeed): Case {
  return carriedOut(now, decide(now, command(deed), caseWorld(on)));
}

const at = (now: Case, on: string) => clocksOf(now, caseWorld(on));
const TOLD = { words: '已按规定改正', channel: 'phone', accepted: 'accepted' } as const;

describe('the legal clock', () => {
  test('gives 15 calendar days from the day of receipt, which does not count', () => {
    expect(at(received('2026-03-02'), '2026-03-02').legal).toMatchObject({
      dueOn: '2026-03-17',
      actBy: '2026-03-17',
      daysLeft: 15,
      elapsed: 0,
      mark: 'fresh',
      rule: 'carrier-answer',
      inForceLater: null,
    });
  });

  test('keeps its day on a holiday, while the day to act moves before it', () => {
    // National Day 2026: off from 1 to 7 October, with a working Sunday before (State Council, 国办发明电〔2025〕7号).
    expect(at(received('2026-09-20'), '2026-09-20').legal).toMatchObject({
      dueOn: '2026-10-05',
      actBy: '2026-09-30',
      marks: { half: '2026-09-28', 'three-quarters': '2026-10-02', 'day-before': '2026-09-29' },
    });
  });

  test('marks half, three quarters, the day before and late, each from its first day on', () => {
    const now = received('2026-03-02');
    const marks = [
      '2026-03-09',
      '2026-03-10',
      '2026-03-14',
      '2026-03-16',
      '2026-03-17',
      '2026-03-18',
    ];
    expect(marks.map((on) => at(now, on).legal.mark)).toEqual([
      'fresh',
      'half',
      'three-quarters',
      'day-before',
      'day-before',
      'late',
    ]);
    expect(at(now, '2026-03-18').legal).toMatchObject({ isLate: true, daysLeft: -1 });
  });

  test('never stands and never moves, whatever is done to the case', () => {
    let now = received('2026-03-02');
    const deeds: readonly CaseDeed[] = [
      { do: 'pause', reason: '等资料' },
      { do: 'resume' },
      { do: 'change-checklist', checklist: 'improper-handling', reason: '选错' },
      { do: 'take-over', reason: '换班' },
    ];
    for (const deed of deeds) {
      if (deed.do === 'take-over') continue;
      now = onDay(now, '2026-03-10', deed);
      expect(at(now, '2026-03-10').legal).toMatchObject({ dueOn: '2026-03-17', mark: 'half' });
    }
  });

  test('is met once the customer was told, and says whether that was too late', () => {
    const now = received('2026-03-02');
    const intime = onDay(now, '2026-03-17', { do: 'tell', ...TOLD, on: day('2026-03-17') });
    expect(at(intime, '2026-05-01').legal).toMatchObject({
      mark: 'met',
      metOn: '2026-03-17',
      isLate: false,
    });
    const late = onDay(now, '2026-03-18', { do: 'tell', ...TOLD, on: day('2026-03-18') });
    expect(at(late, '2026-05-01').legal).toMatchObject({ mark: 'met', isLate: true });
  });

  test('says from which day on the rule is in force where that came later', () => {
    expect(at(received('2015-02-10'), '2015-02-10').legal.inForceLater).toBe('2016-07-30');
  });

  test('keeps the limit of the day of receipt when the data changes afterwards', () => {
    const now = received('2026-03-02');
    const world = caseWorld('2026-03-10');
    const limits = world.limits.map((limit) => ({ ...limit, number: 99 }));
    const after = carriedOut(
      now,
      decide(now, command({ do: 'note', text: '新规定' }), { ...world, limits }),
    );
    expect(at(after, '2026-03-10').legal.dueOn).toBe('2026-03-17');
  });
});

describe("the branch's own clock", () => {
  test('counts working days: a make-up Sunday counts, a holiday does not', () => {
    expect(at(received('2015-02-10'), '2015-02-10').branch).toMatchObject({
      days: 7,
      // Spring Festival: off from 18 to 24 February, Sunday 15 February is worked.
      dueOn: '2015-02-25',
      isPaused: false,
    });
    expect(
      at(received('2026-03-02', 'plan-changed-after-transfer'), '2026-03-02').branch,
    ).toMatchObject({ days: 5, dueOn: '2026-03-09' });
  });

  test('stands while it is paused, and goes on with the days that were left', () => {
    const now = onDay(received('2026-03-02'), '2026-03-04', { do: 'pause', reason: '等客户' });
    expect(at(now, '2026-03-20').branch).toMatchObject({
      isPaused: true,
      dueOn: null,
      mark: 'fresh',
      elapsed: 1 / 7,
    });
    const goesOn = onDay(now, '2026-03-06', { do: 'resume' });
    // Without the pause it is the 11th: Wednesday and Thursday did not count.
    expect(at(goesOn, '2026-03-06').branch).toMatchObject({ dueOn: '2026-03-13' });
    expect(at(goesOn, '2026-03-06').nearest).toBe('2026-03-13');
  });

  test('paused and resumed on the same day, it loses nothing', () => {
    const now = onDay(received('2026-03-02'), '2026-03-04', { do: 'pause', reason: '等客户' });
    const same = onDay(now, '2026-03-04', { do: 'resume' });
    expect(at(same, '2026-03-04').branch?.dueOn).toBe('2026-03-11');
  });

  test('of a year that is not published nothing is guessed', () => {
    const calendar = workingCalendar([]);
    const clocks = clocksOf(received('2026-03-02'), { calendar, today: day('2026-03-10') });
    expect(clocks.branch).toMatchObject({
      dueOn: null,
      isCalendarKnown: false,
      elapsed: null,
      marks: { half: null, 'day-before': null },
    });
    expect(clocks.legal).toMatchObject({
      dueOn: '2026-03-17',
      actBy: null,
      isCalendarKnown: false,
      marks: { 'day-before': '2026-03-16' },
    });
    expect(clocks.nearest).toBe('2026-03-17');
  });

  test('begins anew when the case is reopened; the legal clock was met', () => {
    const world = caseWorld('2026-03-05');
    const opened = received('2026-03-02');
    const done = walked(world, opened);
    const told = { ...TOLD, on: world.today };
    const closed = onDay(done, '2026-03-05', {
      do: 'close',
      outcome: 'put-right',
      note: null,
      told,
    });
    const again = onDay(closed, '2026-03-16', { do: 'reopen', reason: '客户又来了' });
    expect(at(again, '2026-03-16')).toMatchObject({
      legal: { mark: 'met', isLate: false },
      branch: { startsOn: '2026-03-16', dueOn: '2026-03-25', mark: 'fresh' },
      nearest: '2026-03-25',
    });
  });
});

describe('a clock in full', () => {
  const now = received('2026-03-02');
  // Seven working days: 3 to 6 and 9 to 11 March.
  const marks = {
    half: '2026-03-06',
    'three-quarters': '2026-03-10',
    'day-before': '2026-03-10',
    late: '2026-03-12',
  };

  test.each([
    ['2026-03-02', { elapsed: 0, daysLeft: 9, mark: 'fresh', isLate: false }],
    ['2026-03-09', { elapsed: 5 / 7, daysLeft: 2, mark: 'half', isLate: false }],
    ['2026-03-11', { elapsed: 1, daysLeft: 0, mark: 'day-before', isLate: false }],
    ['2026-03-14', { elapsed: 10 / 7 - 1 / 7, daysLeft: -3, mark: 'late', isLate: true }],
  ])('of the branch on %s', (on, more) => {
    expect(at(now, on).branch).toEqual({
      startsOn: '2026-03-02',
      days: 7,
      dueOn: '2026-03-11',
      actBy: '2026-03-11',
      isCalendarKnown: true,
      marks,
      metOn: null,
      isPaused: false,
      pauses: [],
      ...more,
    });
  });

  test('of the law, three days on', () => {
    expect(at(now, '2026-03-05').legal).toMatchObject({
      isCalendarKnown: true,
      elapsed: 0.2,
      daysLeft: 12,
      isLate: false,
    });
    expect(at(now, '2026-03-17').legal.isLate).toBe(false);
    expect(at(received('2016-07-30'), '2016-07-30').legal.inForceLater).toBeNull();
    expect(at(received('2016-07-29'), '2016-07-29').legal.inForceLater).toBe('2016-07-30');
  });

  test('paused it is neither late nor unknown; answered it is met, and stands no more', () => {
    const paused = onDay(now, '2026-03-04', { do: 'pause', reason: '等客户' });
    expect(at(paused, '2026-04-04').branch).toMatchObject({
      isCalendarKnown: true,
      isLate: false,
      daysLeft: null,
      marks: { half: null, 'three-quarters': null, 'day-before': null, late: null },
    });
    expect(at(paused, '2026-03-05').nearest).toBe('2026-03-17');
    const told = onDay(paused, '2026-03-05', { do: 'tell', ...TOLD, on: day('2026-03-05') });
    expect(at(told, '2026-04-04')).toMatchObject({
      branch: { isPaused: false, mark: 'met', isLate: false, metOn: '2026-03-05' },
      nearest: null,
    });
  });

  test('what was reached before it was paused stays reached', () => {
    const late = onDay(now, '2026-03-12', { do: 'pause', reason: '等客户' });
    expect(at(late, '2026-03-20').branch).toMatchObject({ dueOn: '2026-03-11', mark: 'late' });
    const onLast = onDay(now, '2026-03-11', { do: 'pause', reason: '等客户' });
    expect(at(onLast, '2026-03-20').branch?.dueOn).toBeNull();
  });

  test('of the branch ends where a year begins that is not published, and says so', () => {
    const turn = received('2026-12-28');
    expect(at(turn, '2026-12-29').branch).toMatchObject({
      dueOn: null,
      isCalendarKnown: false,
      elapsed: 1 / 7,
      isLate: false,
      marks: { half: null },
    });
  });

  test('of the law alone, where the branch has no rule of its own', () => {
    expect(at({ ...now, branchDays: null }, '2026-03-05')).toMatchObject({
      branch: null,
      nearest: '2026-03-17',
    });
  });
});

test('the clocks of a closed case stay as they were on its last day', () => {
  const now = onDay(received('2026-03-02'), '2026-03-20', {
    do: 'close',
    outcome: 'opened-by-mistake',
    note: '重复',
    told: null,
  });
  expect(at(now, '2026-06-01').legal).toMatchObject({ daysLeft: -3, isLate: true });
});

test('on every day of every year the marks come in order, and act-by is never after the deadline', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4_300 }),
      fc.integer({ min: 0, max: 40 }),
      (start, passed) => {
        const on = addDays(day('2015-01-02'), start);
        const now = received(on);
        const today = addDays(on, passed);
        const { legal, branch } = clocksOf(now, { calendar: caseWorld(on).calendar, today });
        expect(daysBetween(on, legal.dueOn)).toBe(15);
        if (legal.actBy !== null) expect(legal.actBy <= legal.dueOn).toBe(true);
        expect(legal.marks.half !== null && legal.marks.half < legal.dueOn).toBe(true);
        expect(legal.isLate).toBe(passed > 15);
        if (branch?.dueOn != null) {
          expect(caseWorld(on).calendar.kindOf(branch.dueOn)).toBe('working');
          expect(caseWorld(on).calendar.workingDaysBetween(on, branch.dueOn)).toBe(7);
        }
      },
    ),
  );
});

test('a step is due by the day that its file says', () => {
  const world = caseWorld('2026-03-02');
  const now = received('2026-03-02', 'disconnection-in-contract');
  const steps = world.checklists.find(({ id }) => id === 'disconnection-in-contract')?.steps ?? [];
  const due = Object.fromEntries(
    steps.map((step) => [step.id, stepDueOn(step, now, world.calendar)]),
  );
  expect(due).toMatchObject({
    receive: '2026-03-02',
    'stop-changes': '2026-03-02',
    'find-signed-forms': '2026-03-03',
    'agree-one-explanation': '2026-03-16',
    answer: '2026-03-17',
    'choice-signed': null,
    'close-and-learn': null,
  });
  const told = onDay(now, '2026-03-05', { do: 'tell', ...TOLD, on: day('2026-03-05') });
  const last = steps.at(-1);
  expect(last === undefined ? null : stepDueOn(last, told, world.calendar)).toBe('2026-03-12');
});
