import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/calendar/day.ts';
import { workingCalendar } from '../../../src/calendar/working-days.ts';
import {
  afterDeed,
  type Deed,
  type DeedWorld,
  type Done,
  lastUsefulDay,
  type Refusal,
} from '../../../src/reminders/deeds.ts';
import { isClosed, OUTCOMES, type Term } from '../../../src/reminders/term.ts';
import { holds } from '../../holds.ts';
import { day } from '../../world.ts';
import { CALENDAR, daysKnown, rules, term } from './reminded.ts';

/** A Tuesday a week before the end, a Tuesday too. */
const TODAY = day('2015-02-03');
const world = (fields: Partial<DeedWorld> = {}): DeedWorld => ({
  ...{ today: TODAY, now: 1_000, who: 'U001', isManager: false },
  ...{ rules: rules(), calendar: CALENDAR },
  ...fields,
});
const CLOSING = { kind: 'close', reason: null, note: null, renewedUntil: null } as const;

function done(from: Term, deed: Deed, fields: Partial<DeedWorld> = {}): Done {
  const after = afterDeed(from, deed, world(fields));
  if (!after.ok) throw new Error(after.reason.en);
  return after;
}
function refused(from: Term, deed: Deed, fields: Partial<DeedWorld> = {}): Refusal {
  const after = afterDeed(from, deed, world(fields));
  if (after.ok) throw new Error('it was done');
  expect(after.reason.zh).not.toBe('');
  expect(after.reason.en).not.toBe('');
  return after;
}

describe('claiming and giving back', () => {
  const mine = term({ claimedBy: 'U001', claimedAt: 5, version: 1 });

  test('who claims a contract that is nobody’s has it', () => {
    expect(done(term(), { kind: 'claim' }).term).toEqual(
      term({ claimedBy: 'U001', claimedAt: 1_000, version: 1 }),
    );
  });

  test('a second press is no mistake, somebody else’s is told who has it', () => {
    expect(refused(mine, { kind: 'claim' }).why).toBe('mine');
    const { why, reason } = refused(mine, { kind: 'claim' }, { who: 'U002' });
    expect(why).toBe('taken');
    expect(reason.zh).toContain('<@U001>');
    expect(reason.en).toContain('<@U001>');
  });

  test('only who has it gives it back, or a manager', () => {
    const free = term({ version: 2 });
    expect(done(mine, { kind: 'release' }).term).toEqual(free);
    const { term: given, detail } = done(mine, { kind: 'release' }, { who: 'U9', isManager: true });
    expect(given).toEqual(free);
    // The audit trail says from whom it was taken.
    expect(detail).toEqual({ had: 'U001' });
    expect(refused(mine, { kind: 'release' }, { who: 'U002' }).why).toBe('taken');
    expect(refused(term(), { kind: 'release' }).why).toBe('open');
  });
});

describe('putting off', () => {
  const put = (workingDays: number): Deed => ({ kind: 'snooze', workingDays });
  const off = (workingDays: number, fields: Partial<DeedWorld> = {}, from = term()) => {
    const { term: after, detail, tellManager } = done(from, put(workingDays), fields);
    return { until: after.snoozedUntil, shortened: detail.shortened, tellManager };
  };

  test('counts working days: over a weekend, over Spring Festival, with the days that are worked', () => {
    const spring = term({ endsOn: day('2015-03-31') });
    expect(off(1)).toMatchObject({ until: '2015-02-04', shortened: false });
    expect(off(4)).toMatchObject({ until: '2015-02-09', shortened: false });
    // Sunday the 15th is worked; the 18th to the 24th are off; Saturday the 28th is worked.
    expect(off(1, { today: day('2015-02-14') }, spring).until).toBe('2015-02-15');
    expect(off(2, { today: day('2015-02-16') }, spring).until).toBe('2015-02-25');
    expect(off(5, { today: day('2015-02-16') }, spring).until).toBe('2015-02-28');
  });

  test('never goes beyond the last working day before the end', () => {
    expect(off(5)).toMatchObject({ until: '2015-02-10', shortened: false });
    expect(off(5, { today: day('2015-02-04') })).toMatchObject({
      ...{ until: '2015-02-10', shortened: true },
    });
    // It ends in the festival: the 17th is the last day on which a call is of use.
    const festival = term({ endsOn: day('2015-02-20') });
    expect(off(5, { today: day('2015-02-15') }, festival)).toMatchObject({ until: '2015-02-17' });
    expect(refused(festival, put(1), { today: day('2015-02-17') }).why).toBe('wrong');
    expect(refused(term(), put(1), { today: day('2015-02-10') }).why).toBe('wrong');
  });

  test('what has ended may be put off all the same', () => {
    expect(off(2, { today: day('2015-02-11') })).toMatchObject({
      ...{ until: '2015-02-13', shortened: false },
    });
  });

  test('for one to five whole days, and not where nobody knows which days are worked', () => {
    for (const n of [0, -1, 1.5, 6, Number.NaN]) expect(refused(term(), put(n)).why).toBe('wrong');
    expect(refused(term(), put(1), { calendar: workingCalendar([]) }).why).toBe('wrong');
  });

  test('from the second time on the manager hears of it', () => {
    expect(off(1).tellManager).toBeNull();
    expect(off(1, {}, term({ snoozes: 1, version: 1 })).tellManager).toBe('snoozed-often');
    expect(off(1, {}, term({ snoozes: 2, version: 2 })).tellManager).toBe('snoozed-often');
    const patient = { rules: rules({ snoozesUntold: 4 }) };
    expect(off(1, patient, term({ snoozes: 2, version: 2 })).tellManager).toBeNull();
  });

  test('whatever the days: later than today, a working day, not past the last useful one', () => {
    const days = fc.integer({ min: -20, max: 90 });
    const count = fc.integer({ min: 1, max: 5 });
    holds(
      fc.property(daysKnown, days, count, (endsOn, left, workingDays) => {
        const today = addDays(endsOn, -left);
        const after = afterDeed(term({ endsOn }), put(workingDays), world({ today }));
        const last = lastUsefulDay(endsOn, CALENDAR);
        if (!after.ok) {
          // The last useful day, or a day off between it and the end.
          expect(today >= last && today <= endsOn).toBe(true);
          return;
        }
        const until = after.term.snoozedUntil ?? today;
        expect(until > today).toBe(true);
        expect(CALENDAR.kindOf(until)).toBe('working');
        if (today <= endsOn) expect(until <= last).toBe(true);
        const counted = CALENDAR.workingDaysBetween(today, until) ?? 0;
        expect(
          after.detail.shortened === true ? counted < workingDays : counted === workingDays,
        ).toBe(true);
      }),
      1_000,
    );
  });
});

describe('closing needs what became of it', () => {
  const close = (fields: Partial<Extract<Deed, { kind: 'close' }>>): Deed => ({
    ...{ ...CLOSING, outcome: 'not-ours' as const },
    ...fields,
  });

  test('a renewal needs its new end day, later than the old one', () => {
    const renewed = (text: string | null) =>
      close({ outcome: 'renewed', renewedUntil: text === null ? null : day(text) });
    expect(done(term(), renewed('2016-02-10')).term).toEqual(
      term({
        ...{ outcome: 'renewed', renewedUntil: day('2016-02-10') },
        ...{ closedAt: 1_000, closedBy: 'U001', version: 1 },
      }),
    );
    expect(refused(term(), renewed(null)).why).toBe('wrong');
    expect(refused(term(), renewed('2015-02-10')).reason.en).toContain('2015-02-10');
    expect(refused(term(), renewed('2015-02-09')).why).toBe('wrong');
  });

  test('a refusal needs a reason of the list, and keeps what was written beside it', () => {
    const why = close({ outcome: 'refused', reason: 'price', note: '每月贵10元' });
    expect(done(term(), why).term).toMatchObject({ reason: 'price', note: '每月贵10元' });
    expect(refused(term(), close({ outcome: 'refused' })).why).toBe('wrong');
    expect(refused(term(), close({ outcome: 'refused', reason: 'mood' })).why).toBe('wrong');
  });

  test('one who is not reached is called again until the count is full, then it closes', () => {
    const unreachable = close({ outcome: 'unreachable' });
    const once = done(term(), unreachable).term;
    expect(once).toEqual(term({ unreachable: 1, version: 1 }));
    const twice = done(once, unreachable).term;
    expect(isClosed(twice)).toBe(false);
    expect(done(twice, unreachable).term).toMatchObject({
      ...{ unreachable: 3, outcome: 'unreachable', closedAt: 1_000 },
    });
    const called = done(once, { kind: 'unreached' });
    expect(called.term).toEqual(term({ unreachable: 2, version: 2 }));
    expect(called.detail).toEqual({ times: 2 });
    const short = { rules: rules({ unreachableTimes: 1 }) };
    expect(isClosed(done(term(), unreachable, short).term)).toBe(true);
  });

  test('a reason or a new end day that belongs to another outcome is not kept', () => {
    const mixed = { reason: 'price', renewedUntil: day('2016-02-10') };
    for (const outcome of ['ported-out', 'disconnected', 'not-ours'] as const)
      expect(done(term(), close({ ...mixed, outcome })).term).toMatchObject({
        ...{ outcome, reason: null, renewedUntil: null },
      });
  });

  const closed = term({ closedAt: 5, closedBy: 'U001', outcome: 'not-ours', version: 3 });

  test('closed is closed: only opening it again is possible, with a reason', () => {
    const all: readonly Deed[] = [
      { kind: 'claim' },
      { kind: 'release' },
      { kind: 'snooze', workingDays: 1 },
      { kind: 'unreached' },
      close({}),
    ];
    for (const deed of all) expect(refused(closed, deed).why).toBe('closed');
    expect(refused(closed, { kind: 'reopen', note: '  ' }).why).toBe('wrong');
    expect(refused(term(), { kind: 'reopen', note: 'x' }).why).toBe('open');
    const again = done(closed, { kind: 'reopen', note: '客户又来电' });
    expect(again.term).toEqual(term({ version: 4 }));
    expect(again.detail).toEqual({ was: 'not-ours', why: '客户又来电' });
  });

  test('opened again it can be reminded of at once, whatever was put off before', () => {
    const asleep = { ...closed, snoozedUntil: day('2015-02-09') };
    expect(done(asleep, { kind: 'reopen', note: 'x' }).term.snoozedUntil).toBeNull();
  });
});

test('whatever is done in whatever order: each change counts one, a refusal changes nothing, closed has an outcome', () => {
  const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
    fc.constantFrom<Deed>({ kind: 'claim' }, { kind: 'release' }, { kind: 'unreached' }),
    fc.nat(6).map((workingDays): Deed => ({ kind: 'snooze', workingDays })),
    fc.constantFrom('', 'why').map((note): Deed => ({ kind: 'reopen', note })),
    fc.record({
      kind: fc.constant('close' as const),
      outcome: fc.constantFrom(...OUTCOMES),
      reason: fc.constantFrom(null, 'price', 'mood'),
      note: fc.constantFrom(null, 'note'),
      renewedUntil: fc.constantFrom(null, day('2014-01-01'), day('2016-02-10')),
    }),
  );
  const step = fc.record({ deed: anyDeed, who: fc.constantFrom('U001', 'U002'), later: fc.nat(9) });
  holds(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      let now = term();
      let today = day('2015-01-20');
      for (const { deed, who, later } of steps) {
        today = addDays(today, later);
        const before = structuredClone(now);
        const after = afterDeed(now, deed, world({ today, who }));
        expect(now).toEqual(before);
        if (!after.ok) continue;
        expect(after.term.version).toBe(now.version + 1);
        now = after.term;
        expect(now.endsOn).toBe('2015-02-10');
        expect(isClosed(now)).toBe(now.outcome !== null);
        expect(now.closedBy === null).toBe(now.closedAt === null);
        expect(now.renewedUntil !== null).toBe(now.outcome === 'renewed');
        expect(now.reason !== null).toBe(now.outcome === 'refused');
        if (now.outcome === 'unreachable') expect(now.unreachable).toBeGreaterThanOrEqual(3);
      }
    }),
    500,
  );
});

describe('what is typed beside an outcome', () => {
  const closing = (note: string): Deed => ({ ...CLOSING, outcome: 'not-ours', note });

  test.each(['服务密码是 482913', '身份证 11010519491231002X', 'the password is 482913'])(
    'is refused where it must not be kept: %s',
    (note) => {
      const closed = done(term(), closing('没什么')).term;
      for (const refusal of [
        refused(term(), closing(note)),
        refused(closed, { kind: 'reopen', note }),
      ])
        expect(refusal).toMatchObject({ why: 'wrong', about: 'note' });
    },
  );

  test('keeps a phone masked, in the term and in the trail', () => {
    const { term: closed } = done(term(), closing('请打 13812345678'));
    expect(closed.note).toBe('请打 138****5678');
    const again = done(closed, { kind: 'reopen', note: '改打 13812345678' });
    expect(JSON.stringify(again.detail)).toContain('138****5678');
    expect(JSON.stringify(again)).not.toContain('13812345678');
  });
});
