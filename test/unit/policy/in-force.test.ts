import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/calendar/day.ts';
import { isWithin } from '../../../src/calendar/span.ts';
import { inForce, waitingOn } from '../../../src/policy/in-force.ts';
import type { Campaign, PolicySet, Register } from '../../../src/policy/policy.ts';
import { SET_STATES, stateOf } from '../../../src/policy/set-state.ts';
import { holds } from '../../holds.ts';
import { day } from '../../world.ts';
import { anyPolicySet } from './any-policy.ts';
import { anyOffset, dayAt, type Given, given } from './any-register.ts';

/** What each campaign has in force on a day, worked out decision by decision. */
function expected({ sets: all, register }: Given, on: Day, today: Day | null): readonly string[] {
  return [...new Set(all.map(({ id }) => id))].flatMap((id) => {
    let current: PolicySet | null = null;
    for (const one of register.decisions) {
      const isKnown = today === null || one.decided === null || one.decided.on <= today;
      if (one.set !== id || !isKnown || on < one.from) continue;
      const set = all.find((other) => other.id === id && other.version === one.version);
      current = set !== undefined && isWithin(on, set.days) ? set : null;
    }
    return current === null ? [] : [`${current.id} ${current.version}`];
  });
}

const partsOn = (campaigns: readonly Campaign[], on: Day): readonly string[] =>
  campaigns
    .filter((campaign) => isWithin(on, campaign.inForce))
    .flatMap(({ parts }) => parts.map(({ id, version }) => `${id} ${version}`));

describe('whatever was decided about whatever sets', () => {
  test('on each day those are in force that the last decision known puts there, and no others', () => {
    holds(
      fc.property(given, anyOffset, fc.option(anyOffset, { nil: null }), (all, on, today) => {
        const known = today === null ? null : dayAt(today);
        const campaigns = inForce(all.sets, all.register, known);
        expect([...partsOn(campaigns, dayAt(on))].sort()).toEqual(
          [...expected(all, dayAt(on), known)].sort(),
        );
      }),
      500,
    );
  });

  test('stretches are in the order of their days, and no two have a day in common', () => {
    holds(
      fc.property(given, ({ sets: all, register }) => {
        const stretches = inForce(all, register, null).map((campaign) => campaign.inForce);
        stretches.forEach((stretch, index) => {
          expect(stretch.from <= stretch.to).toBe(true);
          const before = stretches[index - 1];
          if (before !== undefined) expect(before.to < stretch.from).toBe(true);
        });
      }),
    );
  });

  test('an offer is of the campaign that goes first, whole: its level, its plan and its source', () => {
    holds(
      fc.property(given, ({ sets: all, register }) => {
        for (const campaign of inForce(all, register, null)) {
          const parts = campaign.parts.flatMap(({ id, version }) =>
            all.filter((set) => set.id === id && set.version === version),
          );
          const offers = new Set(parts.flatMap((set) => set.offers.map(({ id }) => id)));
          expect(campaign.offers.map(({ id }) => id).toSorted()).toEqual([...offers].sort());
          for (const offer of offers) {
            // Later campaigns name the earlier ones, so the last goes first.
            const [said] = parts
              .filter((set) => set.offers.some(({ id }) => id === offer))
              .sort((one, other) => (one.id < other.id ? 1 : -1));
            const rows = campaign.levels.filter((row) => row.offer === offer);
            expect(rows).toEqual(said?.levels.filter((row) => row.offer === offer));
            const owners = campaign.parts.filter((part) => part.offers.includes(offer));
            expect(owners.map(({ id }) => id)).toEqual([said?.id]);
          }
        }
      }),
    );
  });

  test('a set waits until a decision about it is known, and is in force on no day until then', () => {
    holds(
      fc.property(given, anyOffset, ({ sets: all, register }, today) => {
        const known = dayAt(today);
        const waiting = waitingOn(all, register, known).map(
          ({ id, version }) => `${id} ${version}`,
        );
        const parts = inForce(all, register, known).flatMap((campaign) => campaign.parts);
        for (const part of parts) expect(waiting).not.toContain(`${part.id} ${part.version}`);
      }),
    );
  });

  test('its state is said, and in force means in force', () => {
    holds(
      fc.property(given, anyOffset, (all, today) => {
        const on = dayAt(today);
        const there = partsOn(inForce(all.sets, all.register, null), on);
        for (const set of all.sets) {
          const state = stateOf(set, all, on);
          expect(SET_STATES).toContain(state);
          expect(state === 'in-force').toBe(there.includes(`${set.id} ${set.version}`));
        }
      }),
    );
  });
});

describe('a review', () => {
  const [set] = fc.sample(anyPolicySet, { seed: 7, numRuns: 1 });
  if (set === undefined) throw new Error('there is a set');
  const approved = { by: '周', on: day('2020-01-01') };
  const decisions = [
    {
      set: set.id,
      version: set.version,
      from: set.days.from,
      decided: approved,
      reason: null,
      fingerprint: null,
    },
  ];
  const reviewIn = (register: Register, today: string) =>
    inForce([{ ...set, reviewEveryDays: 30 }], register, day(today))[0]?.parts[0]?.review;

  test('is that of the approval, and counts for as long as the set says', () => {
    const register = { decisions, reviews: [] };
    expect(reviewIn(register, '2020-01-01')).toEqual({ ...approved, due: '2020-01-31' });
  });

  test('is the last one that is known on the day', () => {
    const again = { set: set.id, version: set.version, by: '吴', on: day('2020-02-10') };
    const register = { decisions, reviews: [again, { ...again, version: 99 }] };
    expect(reviewIn(register, '2020-02-09')).toMatchObject({ by: '周' });
    expect(reviewIn(register, '2020-02-10')).toEqual({
      by: '吴',
      on: '2020-02-10',
      due: '2020-03-11',
    });
  });

  test('is none where the set came with the program', () => {
    const register = {
      decisions: decisions.map((one) => ({ ...one, decided: null })),
      reviews: [],
    };
    expect(reviewIn(register, '2020-01-01')).toBeNull();
  });
});
