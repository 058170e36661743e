import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/calendar/day.ts';
import type { Panel, Statement } from '../../../src/policy/panel.ts';
import { panelOf, statementsOn } from '../../../src/policy/panel.ts';
import { figuresOf } from '../../../src/policy/plan-figures.ts';
import type { Campaign, CampaignPart } from '../../../src/policy/policy.ts';
import { day, TODAY } from '../../world.ts';
import { firstQuarter } from './first-quarter.ts';

const said = (zh: string, from: string | null = null): Statement => ({
  text: { zh, en: zh },
  basis: { reason: { zh: '假设', en: 'assumed' } },
  inForceFrom: from === null ? null : day(from),
});
const NONE = { conditions: [], mustSay: [], neverSay: [], customerText: null };
const PANEL: Panel = {
  campaign: { ...NONE, mustSay: [said('every'), said('later', '2015-03-01')] },
  offers: [
    { ...NONE, offer: 'one', mustSay: [said('own'), said('now', '2015-02-10')] },
    { ...NONE, offer: 'two', neverSay: [said('never')] },
  ],
};
const partOf = (offers: readonly string[], panel: Panel | null): CampaignPart => ({
  ...(firstQuarter().parts[0] as CampaignPart),
  offers,
  panel,
});
const CAMPAIGN = { parts: [partOf(['one', 'two', 'three'], PANEL)] };
const BESIDE = {
  parts: [
    partOf(['two'], PANEL),
    partOf(['one'], { campaign: { ...NONE, mustSay: [said('flash')] }, offers: [] }),
    partOf(['four'], null),
  ],
};

const names = (
  offers: readonly string[],
  { list = 'mustSay', on = TODAY, in: campaign = CAMPAIGN }: Partial<Asked> = {},
) => {
  const { own, general } = statementsOn(campaign, list, { offers, day: on });
  return [own, general].map((some) => some.map(({ text }) => text.en));
};
type Asked = {
  readonly list: 'mustSay' | 'neverSay';
  readonly on: Day;
  readonly in: Pick<Campaign, 'parts'>;
};

describe('what a panel says', () => {
  test('of an offer is its own, and what holds for every offer; never that of another', () => {
    expect(names(['one'])).toEqual([['own', 'now'], ['every']]);
    expect(names(['two'], { list: 'neverSay' })).toEqual([['never'], []]);
    expect(names(['two'])).toEqual([[], ['every']]);
    expect(names(['three'])).toEqual([[], ['every']]);
    expect(names([])).toEqual([[], ['every']]);
    expect(names(['stranger'])).toEqual([[], []]);
  });

  test('is in force from its first day on, that day included', () => {
    expect(names(['one'], { on: day('2015-02-09') })).toEqual([['own'], ['every']]);
    expect(names(['one'], { on: day('2015-02-28') })).toEqual([['own', 'now'], ['every']]);
    expect(names(['one'], { on: day('2015-03-01') })).toEqual([
      ['own', 'now'],
      ['every', 'later'],
    ]);
  });

  test('comes from the campaign of the offer, where several run beside each other', () => {
    expect(names(['one'], { in: BESIDE })).toEqual([[], ['flash']]);
    expect(names(['two'], { in: BESIDE, list: 'neverSay' })).toEqual([['never'], []]);
    expect(names(['four'], { in: BESIDE })).toEqual([[], []]);
    expect(names(['two', 'one'], { in: BESIDE })).toEqual([[], ['every', 'flash']]);
    expect(names([], { in: BESIDE })).toEqual([[], ['every', 'flash']]);
  });

  test('of an offer alone is found by its campaign', () => {
    expect(panelOf(CAMPAIGN, 'two')?.neverSay).toHaveLength(1);
    expect(panelOf(CAMPAIGN, 'three')).toBeUndefined();
    expect(panelOf(BESIDE, 'one')).toBeUndefined();
    expect(panelOf(BESIDE, 'four')).toBeUndefined();
  });
});

describe('the panel of the first quarter', () => {
  const panel = firstQuarter().parts[0]?.panel;

  test('gives staff something to say, and something never to say, for every offer', () => {
    for (const { id } of firstQuarter().offers) {
      for (const list of ['mustSay', 'neverSay'] as const) {
        const { own, general } = statementsOn(firstQuarter(), list, { offers: [id], day: TODAY });
        expect(own.length + general.length).toBeGreaterThan(2);
      }
    }
  });

  test('invents nothing: every amount in it, also in what must never be said, is one of its plan', () => {
    for (const { offer, mustSay, neverSay } of panel?.offers ?? []) {
      const plan = firstQuarter().plans.find((one) => one.offer === offer);
      const known = plan === undefined ? [] : figuresOf(plan).yuan;
      const amounts = [...mustSay, ...neverSay]
        .flatMap(({ text }) => [
          ...text.zh.matchAll(/(\d+)元/g),
          ...text.en.matchAll(/(\d+) yuan/g),
        ])
        .map(([, amount]) => Number(amount));
      expect(known).toEqual(expect.arrayContaining(amounts));
    }
  });

  test('leaves the text for a customer to the plans', () => {
    expect(panel?.campaign.customerText).toBeNull();
    expect(panel?.offers.every(({ customerText }) => customerText === null)).toBe(true);
  });
});
