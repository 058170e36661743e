import { describe, expect, test } from 'vitest';
import { addDays, addMonths } from '../../../src/calendar/day.ts';
import {
  activeCampaign,
  campaignAfter,
  campaignBefore,
  campaignFor,
  cellsOf,
  planOfDeposit,
} from '../../../src/policy/campaigns.ts';
import type { Campaign, Policy } from '../../../src/policy/policy.ts';
import { day, TODAY } from '../../world.ts';
import { CELLS, firstQuarter, MATRIX, OUTLETS, realPolicy } from './first-quarter.ts';

describe('the matrix of the first quarter', () => {
  test('has six outlet types, eight offers and nothing else', () => {
    expect(realPolicy().outlets.map((outlet) => outlet.id)).toEqual(OUTLETS);
    expect(firstQuarter().offers.map((offer) => offer.id)).toEqual(Object.keys(MATRIX));
    expect(cellsOf(firstQuarter(), [], [])).toHaveLength(48);
  });

  test.each(CELLS)('$offer at $outlet is $level', ({ outlet, offer, level }) => {
    expect(cellsOf(firstQuarter(), [outlet], [offer])).toEqual([{ outlet, offer, level }]);
  });

  test('every cell says where it stands', () => {
    for (const row of firstQuarter().levels) {
      expect(row.source.document.zh).not.toBe('');
      expect(row.source.clause.en).not.toBe('');
    }
  });
});

describe('cells are those that were asked for', () => {
  test('one outlet has all offers', () => {
    const cells = cellsOf(firstQuarter(), ['own-hall'], []);
    expect(cells.map((cell) => cell.offer)).toEqual(Object.keys(MATRIX));
    expect(new Set(cells.map((cell) => cell.outlet))).toEqual(new Set(['own-hall']));
  });

  test('one offer has all outlets, in the order of the data', () => {
    const cells = cellsOf(firstQuarter(), [], ['renewal-free-phone']);
    expect(cells.map((cell) => cell.outlet)).toEqual(OUTLETS);
  });

  test('two outlets and two offers are four cells, outlet by outlet', () => {
    const cells = cellsOf(
      firstQuarter(),
      ['own-hall', 'township-store'],
      ['renewal-free-phone', 'renewal-discount-phone'],
    );
    expect(cells.map(({ outlet, offer, level }) => `${outlet} ${offer} ${level}`)).toEqual([
      'own-hall renewal-free-phone main',
      'own-hall renewal-discount-phone optional',
      'township-store renewal-free-phone secondary',
      'township-store renewal-discount-phone main',
    ]);
  });

  test('what the campaign does not name has no cell: it is not decided, and never yes', () => {
    expect(cellsOf(firstQuarter(), ['airport-stand'], [])).toEqual([]);
    expect(cellsOf(firstQuarter(), [], ['broadband-gift'])).toEqual([]);
  });
});

describe('a campaign is in force on its days, both ends included', () => {
  test.each([
    ['2014-12-31', undefined],
    ['2015-01-01', '2015-q1'],
    ['2015-02-10', '2015-q1'],
    ['2015-03-31', '2015-q1'],
    ['2015-04-01', undefined],
    ['2016-02-10', undefined],
  ])('on %s it is %s', (text, id) => {
    expect(activeCampaign(realPolicy(), day(text))?.id).toBe(id);
  });

  test('before its first day it is still to come, after its last day it is over', () => {
    expect(campaignAfter(realPolicy(), day('2014-12-31'))?.id).toBe('2015-q1');
    expect(campaignBefore(realPolicy(), day('2014-12-31'))).toBeUndefined();
    expect(campaignBefore(realPolicy(), day('2015-04-01'))?.id).toBe('2015-q1');
    expect(campaignAfter(realPolicy(), day('2015-04-01'))).toBeUndefined();
    expect(campaignBefore(realPolicy(), day('2015-03-31'))).toBeUndefined();
    expect(campaignAfter(realPolicy(), day('2015-01-01'))).toBeUndefined();
  });
});

describe('of several campaigns', () => {
  const later = (months: number, id: string): Campaign => {
    const campaign = firstQuarter();
    const from = addMonths(campaign.days.from, months);
    const days = { from, to: addDays(addMonths(from, 3), -1) };
    return { ...campaign, id, days, inForce: days };
  };
  // The third quarter has no policy.
  const year = (): Policy => ({
    ...realPolicy(),
    campaigns: [firstQuarter(), later(3, '2015-q2'), later(9, '2015-q4')],
  });

  test.each([
    ['2014-11-11', undefined, '2015-q1', '2015-q1'],
    ['2015-03-31', undefined, '2015-q2', '2015-q1'],
    ['2015-04-01', '2015-q1', '2015-q4', '2015-q2'],
    ['2015-08-15', '2015-q2', '2015-q4', '2015-q2'],
    ['2016-01-01', '2015-q4', undefined, '2015-q4'],
  ])(
    'on %s the one before is %s, the one after %s, and we speak of %s',
    (text, before, after, spoken) => {
      expect(campaignBefore(year(), day(text))?.id).toBe(before);
      expect(campaignAfter(year(), day(text))?.id).toBe(after);
      expect(campaignFor(year(), day(text))?.id).toBe(spoken);
    },
  );

  test('without any there is nothing to speak of', () => {
    expect(campaignFor({ ...realPolicy(), campaigns: [] }, TODAY)).toBeUndefined();
  });
});

describe('things are found by what names them', () => {
  test('a plan by its deposit', () => {
    expect(planOfDeposit(firstQuarter(), 200)?.offer).toBe('deposit-200-get-100');
    expect(planOfDeposit(firstQuarter(), 300)).toBeUndefined();
  });
});
