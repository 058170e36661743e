import { describe, expect, test } from 'vitest';
import { workingCalendar } from '../../../src/calendar/working-days.ts';
import { dueToday, mayWait, type Reminded } from '../../../src/reminders/due.ts';
import { day } from '../../world.ts';
import { CALENDAR, term, USUAL_STAGES } from './reminded.ts';

/** Ends on Tuesday, 10 March 2015; 7 days before is a Tuesday too, 3 days before a Saturday. */
const ENDS = day('2015-03-10');

function due(today: string, fields: Partial<Reminded> = {}) {
  const rule = { stages: USUAL_STAGES, move: 'before' } as const;
  const since = day('2014-06-01');
  const known = { endsOn: ENDS, rule, term: null, done: new Set<string>(), knownSince: since };
  return dueToday({ ...known, ...fields }, day(today), CALENDAR);
}
const said = (...stages: readonly number[]): ReadonlySet<string> =>
  new Set(stages.map((stage) => `stage:${stage}`));

describe('a stage is due on its day', () => {
  test.each([
    ['2015-01-09', [], 60],
    ['2015-02-06', [60], 30],
    // 15 days before is 23 February, in Spring Festival.
    ['2015-02-17', [60, 30], 15],
    ['2015-03-03', [60, 30, 15], 7],
    // 3 days before is a Saturday.
    ['2015-03-06', [60, 30, 15, 7], 3],
    ['2015-03-09', [60, 30, 15, 7, 3], 1],
    ['2015-03-10', [60, 30, 15, 7, 3, 1], 0],
    ['2015-03-11', [60, 30, 15, 7, 3, 1, 0], -1],
    ['2015-03-17', [60, 30, 15, 7, 3, 1, 0, -1], -7],
  ])('%s', (today, before, stage) => {
    expect(due(today, { done: said(...before) })).toMatchObject({
      ...{ stage, occasions: [`stage:${stage}`], passed: [], lateFrom: null, snoozedUntil: null },
    });
    expect(due(today, { done: said(...before, stage) })).toBeNull();
  });

  test('says which day off it was moved from', () => {
    expect(due('2015-02-17', { done: said(60, 30) })?.movedFrom).toBe('2015-02-23');
    expect(due('2015-03-03', { done: said(60, 30, 15) })?.movedFrom).toBeNull();
  });

  test('not a day earlier, and never after it has been over for two weeks', () => {
    expect(due('2015-03-02', { done: said(60, 30, 15) })).toBeNull();
    expect(due('2015-03-24')).toMatchObject({ stage: -7 });
    expect(due('2015-03-25')).toBeNull();
  });
});

test('two stages that fall on one day are said once: the nearer, and the other is passed over', () => {
  // It ends on Monday the 9th: 3 days and 1 day before are both said on Friday.
  const endsOn = day('2015-03-09');
  expect(due('2015-03-06', { endsOn, done: said(60, 30, 15, 7) })).toMatchObject({
    ...{ stage: 1, occasions: ['stage:1'], lateFrom: null },
    passed: [{ occasion: 'stage:3', why: 'nearer' }],
  });
});

test('after days without a bot the latest stage is said once, with its day; those before it are passed over', () => {
  expect(due('2015-03-05', { done: said(60) })).toMatchObject({
    ...{ stage: 7, occasions: ['stage:7'], lateFrom: '2015-03-03' },
    passed: [
      { occasion: 'stage:30', why: 'late' },
      { occasion: 'stage:15', why: 'late' },
    ],
  });
});

test('what fell before anybody knew of the contract is nobody’s omission', () => {
  expect(due('2015-03-05', { knownSince: day('2015-03-04') })).toBeNull();
  expect(due('2015-03-06', { knownSince: day('2015-03-04') })).toMatchObject({
    ...{ stage: 3, passed: [], lateFrom: null },
  });
  expect(due('2015-03-05', { knownSince: day('2015-03-03') })).toMatchObject({
    ...{ stage: 7, passed: [], lateFrom: '2015-03-03' },
  });
});

describe('what became of it', () => {
  test('a closed term is not reminded of, an open one with something behind it is', () => {
    expect(due('2015-03-03', { term: term({ closedAt: 1, outcome: 'renewed' }) })).toBeNull();
    expect(due('2015-03-03', { term: term({ claimedBy: 'U001' }) })?.stage).toBe(7);
  });

  const snoozed = term({ snoozedUntil: day('2015-03-06') });

  test('a snoozed one is silent until its day, and said then with the stage that came meanwhile', () => {
    expect(due('2015-03-03', { term: snoozed })).toBeNull();
    expect(due('2015-03-05', { term: snoozed })).toBeNull();
    expect(due('2015-03-06', { term: snoozed, done: said(60, 30, 15, 7) })).toMatchObject({
      ...{ stage: 3, occasions: ['stage:3', 'snooze:2015-03-06'], snoozedUntil: '2015-03-06' },
    });
  });

  test('also where no stage came, and once', () => {
    const until = term({ snoozedUntil: day('2015-03-05') });
    const done = said(60, 30, 15, 7);
    expect(due('2015-03-05', { term: until, done })).toMatchObject({
      ...{ stage: 7, occasions: ['snooze:2015-03-05'], lateFrom: null },
    });
    expect(due('2015-03-05', { term: until, done: new Set([...done, 'snooze:2015-03-05']) })).toBe(
      null,
    );
  });

  test('before its first stage it is said with the days that are left', () => {
    const early = term({ snoozedUntil: day('2015-01-05') });
    expect(due('2015-01-05', { term: early })).toMatchObject({
      ...{ stage: 64, occasions: ['snooze:2015-01-05'], passed: [] },
    });
  });
});

describe('on a day off', () => {
  const rule = { stages: USUAL_STAGES, move: 'before' } as const;

  test('what is late waits for the next working day, but not past the end', () => {
    const saturday = day('2015-03-07');
    expect(mayWait({ endsOn: ENDS, stage: 3, rule }, saturday, CALENDAR)).toBe(true);
    expect(mayWait({ endsOn: day('2015-03-09'), stage: 1, rule }, saturday, CALENDAR)).toBe(true);
    expect(mayWait({ endsOn: day('2015-03-08'), stage: 0, rule }, saturday, CALENDAR)).toBe(false);
    expect(mayWait({ endsOn: day('2015-03-01'), stage: -7, rule }, saturday, CALENDAR)).toBe(true);
  });

  test('nothing waits where the rule leaves stages on days off, or the next working day is unknown', () => {
    const stays = { stages: USUAL_STAGES, move: 'stay' } as const;
    const saturday = day('2015-03-07');
    expect(mayWait({ endsOn: ENDS, stage: 3, rule: stays }, saturday, CALENDAR)).toBe(false);
    const unknown = workingCalendar([]);
    expect(mayWait({ endsOn: ENDS, stage: 3, rule }, saturday, unknown)).toBe(false);
  });
});
