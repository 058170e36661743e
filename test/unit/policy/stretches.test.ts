import { describe, expect, test } from 'vitest';
import {
  activeCampaign,
  campaignAfter,
  campaignBefore,
  partsOf,
  plansMeantOn,
} from '../../../src/policy/campaigns.ts';
import { stepsTo } from '../../../src/policy/changes.ts';
import { inForce, waitingOn } from '../../../src/policy/in-force.ts';
import type { Decision, Policy, PolicySet, Register } from '../../../src/policy/policy.ts';
import { stateOf } from '../../../src/policy/set-state.ts';
import { changesFor, takingEffect } from '../../../src/policy/taking-effect.ts';
import { day } from '../../world.ts';
import { firstQuarter, realPolicy } from './first-quarter.ts';

// Winter, then spring: corrected from 1 March, a fair beside it from 10 to 20 March, taken back on 1 April, ended on 1 May.
function set(id: string, version: number, from: string, to: string): PolicySet {
  const { parts: _, inForce: __, ...rest } = firstQuarter();
  return {
    ...rest,
    id,
    version,
    days: { from: day(from), to: day(to) },
    beside: [],
    panel: null,
    reviewEveryDays: 90,
  };
}
const [OFFER] = firstQuarter().offers;
const [ROW] = firstQuarter().levels;
if (OFFER === undefined || ROW === undefined) throw new Error('there is an offer');
const WINTER = set('winter', 1, '2020-10-01', '2020-12-31');
const SPRING = set('spring', 1, '2021-02-01', '2021-06-30');
const CORRECTED = set('spring', 2, '2021-02-01', '2021-06-30');
const FAIR: PolicySet = {
  ...set('fair', 1, '2021-03-10', '2021-03-20'),
  beside: ['spring'],
  offers: [OFFER],
  levels: [ROW],
  plans: [],
};
const LATER = set('autumn', 1, '2021-09-01', '2021-11-30');
const SETS = [WINTER, SPRING, CORRECTED, FAIR, LATER];

function decision(set: string, version: number | null, from: string, on: string): Decision {
  const decided = { by: '周 (U0ZHOU)', on: day(on) };
  return { set, version, from: day(from), decided, reason: '为什么', fingerprint: null };
}
const REGISTER: Register = {
  decisions: [
    decision('winter', 1, '2020-10-01', '2020-09-20'),
    decision('spring', 1, '2021-02-01', '2021-01-20'),
    decision('spring', 2, '2021-03-01', '2021-02-25'),
    decision('fair', 1, '2021-03-10', '2021-02-25'),
    decision('spring', 1, '2021-04-01', '2021-03-30'),
    decision('spring', null, '2021-05-01', '2021-04-20'),
  ],
  reviews: [],
};
const policy = (today: string | null): Policy => {
  const known = today === null ? null : day(today);
  return {
    ...realPolicy(),
    campaigns: inForce(SETS, REGISTER, known),
    waiting: waitingOn(SETS, REGISTER, known),
  };
};
const called = (campaign: ReturnType<typeof activeCampaign>): string =>
  campaign === undefined
    ? 'none'
    : campaign.parts.map(({ id, version }) => `${id} ${version}`).join(' + ');

describe('a year of decisions', () => {
  test('is stretches of days', () => {
    const stretches = policy(null).campaigns.map(
      (one) => `${one.inForce.from} ${one.inForce.to} ${called(one)}`,
    );
    expect(stretches).toEqual([
      '2020-10-01 2020-12-31 winter 1',
      '2021-02-01 2021-02-28 spring 1',
      '2021-03-01 2021-03-09 spring 2',
      '2021-03-10 2021-03-20 spring 2 + fair 1',
      '2021-03-21 2021-03-31 spring 2',
      '2021-04-01 2021-04-30 spring 1',
    ]);
  });

  test('names and days of a stretch are those of its first part; a part says since when and why', () => {
    const both = activeCampaign(policy(null), day('2021-03-15'));
    expect(both).toMatchObject({ id: 'spring', version: 2, days: SPRING.days });
    expect(both?.parts).toMatchObject([
      { id: 'spring', since: '2021-03-01', reason: '为什么' },
      { id: 'fair', since: '2021-03-10', offers: [OFFER.id] },
    ]);
    expect(both?.parts[0]?.offers).not.toContain(OFFER.id);
  });

  test.each([
    ['2021-02-10', 'spring 1'],
    ['2021-02-24', 'spring 1'],
    ['2021-02-25', 'spring 2 + fair 1'],
  ])('as known on %s, 15 March is that of %s', (today, expected) => {
    expect(called(activeCampaign(policy(today), day('2021-03-15')))).toBe(expected);
  });

  test('what waits says when it was approved, later than known', () => {
    expect(
      policy('2021-01-31').waiting.map(({ id, version, approvedOn }) => [id, version, approvedOn]),
    ).toEqual([
      ['spring', 2, '2021-02-25'],
      ['fair', 1, '2021-02-25'],
      ['autumn', 1, null],
    ]);
  });

  test.each([
    ['2020-09-30', 'none', 'winter 1'],
    ['2020-11-01', 'none', 'spring 1'],
    ['2021-01-15', 'winter 1', 'spring 1'],
    ['2021-02-10', 'winter 1', 'none'],
    ['2021-03-15', 'winter 1', 'none'],
    ['2021-04-15', 'winter 1', 'none'],
    ['2021-05-01', 'spring 1', 'none'],
  ])('on %s the campaign before is %s and the one after %s', (on, before, after) => {
    expect(called(campaignBefore(policy(null), day(on)))).toBe(before);
    expect(called(campaignAfter(policy(null), day(on)))).toBe(after);
  });

  test('the parts of some offers are the sets that say them', () => {
    const both = activeCampaign(policy(null), day('2021-03-15'));
    if (both === undefined) throw new Error('there is one');
    const other = both.offers.find(({ id }) => id !== OFFER.id)?.id ?? '';
    expect(partsOf(both, [OFFER.id]).map(({ id }) => id)).toEqual(['fair']);
    expect(partsOf(both, [other]).map(({ id }) => id)).toEqual(['spring']);
    expect(partsOf(both, [other, OFFER.id])).toHaveLength(2);
    expect(partsOf(both, [])).toEqual(both.parts);
    expect(partsOf(both, ['nothing'])).toEqual([]);
  });
});

test('the plans that a day can mean are those in force, and all where none is', () => {
  const all = policy(null);
  const winter = activeCampaign(all, day('2020-11-01'))?.plans ?? [];
  expect(plansMeantOn(all, day('2020-11-01'))).toEqual(winter);
  expect(winter).toHaveLength(3);
  expect(plansMeantOn(all, day('2021-01-15')).length).toBeGreaterThan(3);
});

describe('the state of a set', () => {
  test.each([
    [WINTER, '2020-09-30', 'approved'],
    [WINTER, '2020-10-01', 'in-force'],
    [WINTER, '2020-12-31', 'in-force'],
    [WINTER, '2021-01-01', 'ended'],
    [SPRING, '2021-01-31', 'approved'],
    [SPRING, '2021-02-28', 'in-force'],
    // It comes back in April.
    [SPRING, '2021-03-15', 'approved'],
    [SPRING, '2021-04-30', 'in-force'],
    [SPRING, '2021-05-01', 'withdrawn'],
    [CORRECTED, '2021-03-31', 'in-force'],
    [FAIR, '2021-03-20', 'in-force'],
    [FAIR, '2021-03-21', 'ended'],
    [LATER, '2021-10-01', 'waiting'],
  ] as const)('%# %o', (one, on, state) => {
    expect(stateOf(one, { sets: SETS, register: REGISTER }, day(on))).toBe(state);
  });

  test('is replaced when another version took its place for good', () => {
    const decisions = REGISTER.decisions.slice(0, 3);
    const all = { sets: SETS, register: { decisions, reviews: [] } };
    expect(stateOf(SPRING, all, day('2021-03-01'))).toBe('replaced');
    expect(stateOf(CORRECTED, all, day('2021-07-01'))).toBe('ended');
  });
});

describe('what a campaign takes the place of', () => {
  const steps = (on: string) => {
    const campaign = activeCampaign(policy(null), day(on));
    if (campaign === undefined) throw new Error('none is in force');
    return stepsTo(policy(null), campaign).map(({ before, after }) => [
      before === null ? 'nothing' : `${before.inForce.from} ${before.id} ${before.version}`,
      `${after.inForce.from} ${after.id} ${after.version}`,
    ]);
  };

  test('the first one of all, nothing', () => {
    expect(steps('2020-11-01')).toEqual([['nothing', '2020-10-01 winter 1']]);
  });

  test('the first stretch of a campaign, the campaign before', () => {
    expect(steps('2021-02-10')).toEqual([['2020-10-01 winter 1', '2021-02-01 spring 1']]);
  });

  test('a later stretch, the stretch before it; and its campaign, the one before', () => {
    expect(steps('2021-03-05')).toEqual([
      ['2021-02-01 spring 1', '2021-03-01 spring 2'],
      ['2020-10-01 winter 1', '2021-02-01 spring 1'],
    ]);
    expect(steps('2021-04-15')).toEqual([
      ['2021-03-21 spring 2', '2021-04-01 spring 1'],
      ['2020-10-01 winter 1', '2021-02-01 spring 1'],
    ]);
  });
});

describe('what begins on one day', () => {
  const SAME_DAY: PolicySet = {
    ...FAIR,
    id: 'a-fair',
    days: { from: day('2021-02-01'), to: day('2021-02-20') },
  };
  const sets = [SPRING, SAME_DAY];
  const begins = [
    decision('spring', 1, '2021-02-01', '2021-01-20'),
    decision('a-fair', 1, '2021-02-01', '2021-01-20'),
  ];

  test.each([
    ['as decided', begins],
    ['decided the other way round', begins.toReversed()],
  ])('a campaign that runs beside another is held against it, %s', (_, decisions) => {
    const effects = takingEffect({ sets, register: { decisions, reviews: [] } }, day('2021-02-01'));
    const of = (id: string) => effects.find((one) => one.decision.set === id);
    expect(called(of('spring')?.before ?? undefined)).toBe('none');
    expect(called(of('spring')?.after ?? undefined)).toBe('spring 1');
    expect(called(of('a-fair')?.before ?? undefined)).toBe('spring 1');
    expect(called(of('a-fair')?.after ?? undefined)).toBe('spring 1 + a-fair 1');
  });

  test('campaigns that do not know each other come by name; each is told', () => {
    const other = { ...LATER, id: 'b', days: SPRING.days };
    const decisions = [
      decision('spring', 1, '2021-02-01', '2021-01-20'),
      decision('b', 1, '2021-02-01', '2021-01-20'),
    ];
    const register = { decisions, reviews: [] };
    const effects = takingEffect({ sets: [SPRING, other], register }, day('2021-02-01'));
    expect(effects.map((one) => called(one.before ?? undefined))).toEqual(['b 1', 'none']);
  });

  test('the staff of an outlet hear of a plan where its offer is theirs, before or after', () => {
    const [plan] = SPRING.plans;
    if (plan === undefined) throw new Error('there is a plan');
    const dearer: PolicySet = {
      ...CORRECTED,
      plans: SPRING.plans.map((one) =>
        one === plan ? { ...one, commissionFen: one.commissionFen + 100 } : one,
      ),
    };
    const decisions = [
      decision('spring', 1, '2021-02-01', '2021-01-20'),
      decision('spring', 2, '2021-03-01', '2021-02-25'),
    ];
    const register = { decisions, reviews: [] };
    const [effect] = takingEffect({ sets: [SPRING, dearer], register }, day('2021-03-02'));
    if (effect === undefined) throw new Error('it is news');
    expect(effect.changes).toHaveLength(1);
    expect(changesFor(effect, ['own-hall'])).toHaveLength(1);
    expect(changesFor(effect, ['a place that nobody names'])).toEqual([]);
    expect(changesFor({ ...effect, before: null }, ['own-hall'])).toHaveLength(1);
    expect(changesFor({ ...effect, after: null }, ['own-hall'])).toHaveLength(1);
  });
});

describe('a stretch ends and a review counts exactly', () => {
  test('a decision for the day on which another one begins leaves nothing of it', () => {
    const decisions = [
      decision('spring', 1, '2021-02-01', '2021-01-20'),
      decision('spring', 2, '2021-02-01', '2021-01-25'),
    ];
    const campaigns = inForce(SETS, { decisions, reviews: [] }, null);
    expect(campaigns.map(called)).toEqual(['spring 2']);
    expect(campaigns[0]?.inForce).toEqual(SPRING.days);
  });

  test('one that begins the day after the other ends leaves that other whole', () => {
    const decisions = [
      decision('winter', 1, '2020-10-01', '2020-09-20'),
      decision('winter', null, '2021-01-01', '2020-12-01'),
    ];
    const campaigns = inForce(SETS, { decisions, reviews: [] }, null);
    expect(campaigns.map((one) => one.inForce)).toEqual([WINTER.days]);
  });

  test('reviews are those of the set and of the version, and the latest counts in whatever order they stand', () => {
    const by = (set: string, version: number, on: string) => ({
      set,
      version,
      by: on,
      on: day(on),
    });
    const reviews = [
      by('winter', 1, '2020-12-20'),
      by('winter', 1, '2020-11-20'),
      by('winter', 2, '2020-12-24'),
      by('spring', 1, '2020-12-25'),
    ];
    const [winter] = inForce(SETS, { decisions: REGISTER.decisions, reviews }, null);
    expect(winter?.parts[0]?.review).toMatchObject({ on: '2020-12-20' });
  });
});
