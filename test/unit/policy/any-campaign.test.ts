import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../../src/answers/answer.ts';
import {
  activeCampaign,
  campaignAfter,
  campaignBefore,
  campaignFor,
  cellsOf,
  planOfDeposit,
} from '../../../src/policy/campaigns.ts';
import type { Campaign } from '../../../src/policy/policy.ts';
import { holds } from '../../holds.ts';
import { answerTo, PROMISES } from './answer-to.ts';
import {
  anyIds,
  anyPolicy,
  closingPlan,
  OFFERS,
  policyAndDay,
  SHOPS,
  STRANGERS,
} from './any-policy.ts';

const anyQuestion = fc.record({
  world: policyAndDay,
  outlets: anyIds(SHOPS),
  offers: anyIds(OFFERS),
});
const anyCampaign = anyPolicy.map(({ campaigns }) => campaigns[0] as Campaign);

describe('whatever the campaigns are', () => {
  test('one is in force on its own days and on no other', () => {
    holds(
      fc.property(policyAndDay, ({ policy, day }) => {
        const inForce = policy.campaigns.filter(({ days }) => days.from <= day && day <= days.to);
        expect(inForce.length).toBeLessThan(2);
        expect(activeCampaign(policy, day)).toBe(inForce[0]);
      }),
    );
  });

  test('the one before has ended, the one after has not begun, and none lies between but the one in force', () => {
    holds(
      fc.property(policyAndDay, ({ policy, day }) => {
        const before = campaignBefore(policy, day);
        const after = campaignAfter(policy, day);
        const active = activeCampaign(policy, day);
        if (before !== undefined) expect(before.days.to < day).toBe(true);
        if (after !== undefined) expect(day < after.days.from).toBe(true);
        const around = [before, active, after].filter((one) => one !== undefined);
        const from = before === undefined ? 0 : policy.campaigns.indexOf(before);
        expect(around).toEqual(policy.campaigns.slice(from, from + around.length));
        if (before === undefined) expect(around[0]).toBe(policy.campaigns[0]);
        if (after === undefined) expect(around.at(-1)).toBe(policy.campaigns.at(-1));
      }),
    );
  });

  test('there is always one to speak of: in force, else the last that ended, else the first to come', () => {
    holds(
      fc.property(policyAndDay, ({ policy, day }) => {
        const [active, before] = [activeCampaign(policy, day), campaignBefore(policy, day)];
        expect(campaignFor(policy, day)).toBe(active ?? before ?? policy.campaigns[0]);
      }),
    );
  });

  test('outside their days nothing is active, no cell is given, and no word promises anything', () => {
    holds(
      fc.property(anyQuestion, ({ world: { policy, day }, outlets, offers }) => {
        fc.pre(activeCampaign(policy, day) === undefined);
        for (const language of ['zh', 'en'] as const) {
          const { facts, words } = answerTo(policy, day, { outlets, offers, language });
          expect(facts).toMatchObject({ active: false, date: day, cells: [] });
          expect(textOf(words)).not.toMatch(PROMISES);
        }
      }),
      500,
    );
  });

  test('within them the cells are those of the campaign in force', () => {
    holds(
      fc.property(anyQuestion, ({ world: { policy, day }, outlets, offers }) => {
        const active = activeCampaign(policy, day);
        fc.pre(active !== undefined);
        expect(answerTo(policy, day, { outlets, offers, language: 'en' }).facts).toEqual({
          campaign: active?.id,
          active: true,
          date: day,
          cells: active === undefined ? [] : cellsOf(active, outlets, offers),
        });
      }),
    );
  });
});

describe('whatever the matrix is', () => {
  test('only what was named is given, each cell once and with its own level', () => {
    holds(
      fc.property(anyCampaign, anyIds(SHOPS), anyIds(OFFERS), (campaign, outlets, offers) => {
        const cells = cellsOf(campaign, outlets, offers);
        for (const { outlet, offer, level } of cells) {
          if (outlets.length > 0) expect(outlets).toContain(outlet);
          if (offers.length > 0) expect(offers).toContain(offer);
          expect(campaign.levels.find((row) => row.offer === offer)?.at[outlet]).toBe(level);
        }
        expect(new Set(cells.map(({ outlet, offer }) => `${outlet} ${offer}`)).size).toBe(
          cells.length,
        );
      }),
    );
  });

  test('nothing that was named and has a level is left out', () => {
    holds(
      fc.property(anyCampaign, anyIds(SHOPS), anyIds(OFFERS), (campaign, outlets, offers) => {
        const isMeant = (asked: readonly string[], id: string): boolean =>
          asked.length === 0 || asked.includes(id);
        const meant = campaign.levels.flatMap(({ offer, at }) =>
          Object.keys(at).filter((outlet) => isMeant(outlets, outlet) && isMeant(offers, offer)),
        );
        expect(cellsOf(campaign, outlets, offers)).toHaveLength(meant.length);
      }),
    );
  });

  test('the order is that of the data, however the question was put', () => {
    holds(
      fc.property(anyCampaign, anyIds(SHOPS), anyIds(OFFERS), (campaign, outlets, offers) => {
        const all = cellsOf(campaign, [], []).map((cell) => `${cell.outlet} ${cell.offer}`);
        const places = cellsOf(campaign, outlets, offers).map((cell) =>
          all.indexOf(`${cell.outlet} ${cell.offer}`),
        );
        expect(places).toEqual(places.toSorted((one, other) => one - other));
      }),
    );
  });

  test('an outlet or offer that it does not name has no cell', () => {
    holds(
      fc.property(anyCampaign, (campaign) => {
        expect(cellsOf(campaign, STRANGERS, [])).toEqual([]);
        expect(cellsOf(campaign, [], STRANGERS)).toEqual([]);
      }),
    );
  });

  test('an id is never taken for what every object has', () => {
    const [one] = fc.sample(anyCampaign, { seed: 1, numRuns: 1 });
    const [row] = one?.levels ?? [];
    if (one === undefined || row === undefined) throw new Error('a campaign has levels');
    const strange: Campaign = {
      ...one,
      levels: [
        { ...row, offer: 'o1', at: Object.fromEntries([['constructor', 'main' as const]]) },
        { ...row, offer: 'o2', at: { s1: 'optional' } },
      ],
    };
    expect(cellsOf(strange, ['constructor', 'toString'], [])).toEqual([
      { outlet: 'constructor', offer: 'o1', level: 'main' },
    ]);
  });

  test('a plan is found by its deposit and by no other', () => {
    holds(
      fc.property(anyCampaign, closingPlan, (campaign, plan) => {
        const withPlan = { ...campaign, plans: [plan] };
        expect(planOfDeposit(withPlan, plan.depositYuan)).toBe(plan);
        expect(planOfDeposit(withPlan, plan.depositYuan + 1)).toBeUndefined();
      }),
    );
  });
});
