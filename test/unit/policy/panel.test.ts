import { describe, expect, test } from 'vitest';
import type { Panel, Statement } from '../../../src/policy/panel.ts';
import { statementsOn } from '../../../src/policy/panel.ts';
import { figuresOf } from '../../../src/policy/plan-figures.ts';
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
const names = (offer: string | null, list: 'mustSay' | 'neverSay', on = TODAY) => {
  const { own, general } = statementsOn(PANEL, list, { offer, day: on });
  return [own, general].map((some) => some.map(({ text }) => text.en));
};

describe('what a panel says', () => {
  test('of one offer is its own, and what holds for every offer; never that of another', () => {
    expect(names('one', 'mustSay')).toEqual([['own', 'now'], ['every']]);
    expect(names('two', 'neverSay')).toEqual([['never'], []]);
    expect(names('two', 'mustSay')).toEqual([[], ['every']]);
    expect(names('three', 'mustSay')).toEqual([[], ['every']]);
    expect(names(null, 'mustSay')).toEqual([[], ['every']]);
  });

  test('is in force from its first day on, that day included', () => {
    expect(names('one', 'mustSay', day('2015-02-09'))).toEqual([['own'], ['every']]);
    expect(names('one', 'mustSay', day('2015-02-28'))).toEqual([['own', 'now'], ['every']]);
    expect(names('one', 'mustSay', day('2015-03-01'))).toEqual([
      ['own', 'now'],
      ['every', 'later'],
    ]);
  });

  test('is nothing where there is no panel', () => {
    expect(statementsOn(null, 'mustSay', { offer: 'one', day: TODAY })).toEqual({
      own: [],
      general: [],
    });
  });
});

describe('the panel of the first quarter', () => {
  const panel = firstQuarter().panel;

  test('gives staff something to say, and something never to say, for every offer', () => {
    for (const { id: offer } of firstQuarter().offers) {
      for (const list of ['mustSay', 'neverSay'] as const) {
        const { own, general } = statementsOn(panel, list, { offer, day: TODAY });
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
