import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Day, daysBetween } from '../../../src/calendar/day.ts';
import type { Decision, PolicySet } from '../../../src/policy/policy.ts';
import { changesFor, overruled, takingEffect } from '../../../src/policy/taking-effect.ts';
import { holds } from '../../holds.ts';
import { day } from '../../world.ts';
import { anyPolicySet, SHOPS } from './any-policy.ts';
import { anyOffset, dayAt, given } from './any-register.ts';

const anyShops = fc.shuffledSubarray(SHOPS, { minLength: 1 });

describe('whatever was decided', () => {
  test('a decision is news for three days from the day on which people are to know, and has a name of its own', () => {
    holds(
      fc.property(given, anyOffset, (all, on) => {
        const today = dayAt(on);
        const effects = takingEffect(all, today);
        expect(new Set(effects.map(({ name }) => name)).size).toBe(effects.length);
        for (const { decision, since } of effects) {
          expect(decision.decided).not.toBeNull();
          expect(since >= decision.from && since >= (decision.decided?.on ?? '')).toBe(true);
          expect(daysBetween(since, today)).toBeGreaterThanOrEqual(0);
          expect(daysBetween(since, today)).toBeLessThanOrEqual(3);
        }
      }),
    );
  });

  test('what is news is not overruled at the same time', () => {
    holds(
      fc.property(given, anyOffset, (all, on) => {
        const names = takingEffect(all, dayAt(on)).map(({ name }) => name);
        const gone = overruled(all, dayAt(on));
        expect(gone.filter((name) => names.includes(name))).toEqual([]);
      }),
    );
  });

  test('some outlets hear of their own cells and of nothing that is offered nowhere among them', () => {
    holds(
      fc.property(given, anyOffset, anyShops, (all, on, shops) => {
        for (const effect of takingEffect(all, dayAt(on))) {
          const rows = [effect.before, effect.after].flatMap((one) => one?.levels ?? []);
          const theirs = rows
            .filter(({ at }) => shops.some((shop) => Object.hasOwn(at, shop)))
            .map(({ offer }) => offer);
          for (const one of changesFor(effect, shops)) {
            if (one.kind === 'level') expect(shops).toContain(one.outlet);
            if (one.kind === 'offer') expect(theirs).toContain(one.offer);
          }
        }
      }),
    );
  });

  test('all outlets together hear of every cell that changes', () => {
    holds(
      fc.property(given, anyOffset, (all, on) => {
        for (const effect of takingEffect(all, dayAt(on))) {
          const cells = effect.changes.filter(({ kind }) => kind === 'level');
          const told = changesFor(effect, SHOPS).filter(({ kind }) => kind === 'level');
          expect(told).toEqual(cells);
        }
      }),
    );
  });
});

const [sample] = fc.sample(anyPolicySet, { seed: 7, numRuns: 1 });
if (sample === undefined) throw new Error('no set');
const row = { offer: 'o1', source: sample.source };
const first: PolicySet = {
  ...sample,
  id: 'spring',
  days: { from: day('2020-01-01'), to: day('2020-03-31') },
  offers: sample.offers.slice(0, 1).map((offer) => ({ ...offer, id: 'o1' })),
  levels: [{ ...row, at: { s1: 'main', s2: 'main' } }],
};
const second: PolicySet = {
  ...first,
  version: 2,
  levels: [{ ...row, at: { s1: 'main', s2: 'secondary' } }],
};
const summer: PolicySet = {
  ...second,
  id: 'summer',
  version: 1,
  days: { from: day('2020-04-01'), to: day('2020-06-30') },
};
const sets = [first, second, summer];

function decided(set: string, version: number | null, from: string, on: string): Decision {
  const by = { by: 'Zhou (U0ZHOU)', on: day(on) };
  return { set, version, from: day(from), decided: by, reason: 'why', fingerprint: null };
}
const shipped: Decision = { ...decided('spring', 1, '2020-01-01', '2020-01-01'), decided: null };

function newsOn(today: Day, ...decisions: readonly Decision[]): readonly string[] {
  const register = { decisions, reviews: [] };
  return takingEffect({ sets, register }, today).map(({ name }) => name);
}

describe('what takes effect', () => {
  const correction = decided('spring', 2, '2020-02-01', '2020-01-20');

  test('a decision that came with the program is no news', () => {
    expect(newsOn(day('2020-01-01'), shipped)).toEqual([]);
  });

  test.each([
    ['2020-01-31', []],
    ['2020-02-01', ['spring.v2@2020-02-01']],
    ['2020-02-04', ['spring.v2@2020-02-01']],
    ['2020-02-05', []],
  ])('a correction from 1 February on, on %s', (on, names) => {
    expect(newsOn(day(on), shipped, correction)).toEqual(names);
  });

  test('a correction is held against the version before it, cell by cell', () => {
    const register = { decisions: [shipped, correction], reviews: [] };
    const [effect] = takingEffect({ sets, register }, day('2020-02-01'));
    expect(effect?.changes).toEqual([
      { kind: 'level', offer: 'o1', outlet: 's2', before: 'main', after: 'secondary' },
    ]);
    expect(effect && changesFor(effect, ['s1'])).toEqual([]);
  });

  test('a new quarter is held against the last one, also over a gap', () => {
    const next = decided('summer', 1, '2020-04-01', '2020-03-20');
    const register = { decisions: [shipped, next], reviews: [] };
    const [effect] = takingEffect({ sets, register }, day('2020-04-01'));
    expect(effect?.before?.id).toBe('spring');
    expect(effect?.changes.map(({ kind }) => kind)).toEqual(['days', 'level']);
  });

  test('a withdrawal takes away what was offered, and one of what was over takes away nothing', () => {
    const gone = decided('spring', null, '2020-02-01', '2020-02-01');
    const late = decided('spring', null, '2020-05-01', '2020-05-01');
    const on = (decision: Decision, today: string) => {
      const register = { decisions: [shipped, decision], reviews: [] };
      return takingEffect({ sets, register }, day(today))[0];
    };
    expect(on(gone, '2020-02-01')?.changes[0]).toEqual({
      ...{ kind: 'offer', offer: 'o1', isNew: false },
    });
    expect(on(gone, '2020-02-01')?.name).toBe('spring.withdrawn@2020-02-01');
    expect(on(late, '2020-05-01')?.changes).toEqual([]);
  });

  test('going back from the same day on takes the news of the correction away, and has a name of its own', () => {
    const early = decided('spring', 1, '2020-02-01', '2020-01-10');
    const back = decided('spring', 1, '2020-02-01', '2020-02-01');
    const decisions = [shipped, early, correction, back];
    expect(newsOn(day('2020-02-01'), ...decisions)).toEqual(['spring.v1@2020-02-01#2']);
    expect(overruled({ register: { decisions, reviews: [] } }, day('2020-02-01'))).toEqual([
      'spring.v1@2020-02-01',
      'spring.v2@2020-02-01',
    ]);
  });
});
