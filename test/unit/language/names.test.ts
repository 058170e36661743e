import { expect, test } from 'vitest';
import { filesOf } from '../../../src/desk.ts';
import { namesIn } from '../../../src/language/names.ts';
import type { Campaign, Policy } from '../../../src/policy/policy.ts';
import { day, FOLDERS } from '../../world.ts';

const { policy } = await filesOf(FOLDERS);

function withFirst(change: (campaign: Campaign) => Partial<Campaign>): Policy {
  const [first, ...others] = policy.campaigns;
  if (first === undefined) throw new Error('there is no campaign');
  return { ...policy, campaigns: [{ ...first, ...change(first) }, ...others] };
}

test.each<readonly [string, Policy]>([
  ['the levels', withFirst(() => ({ levels: [] }))],
  ['the days', withFirst(({ days }) => ({ days: { ...days, to: day('2015-04-07') } }))],
  [
    'the commission',
    withFirst(({ plans }) => ({ plans: plans.map((plan) => ({ ...plan, commissionFen: 1_200 })) })),
  ],
  ['the number of campaigns', { ...policy, campaigns: [...policy.campaigns, ...policy.campaigns] }],
  ['the limits and the advice', { ...policy, limits: [], coaching: [] }],
])('%s may change, and things are called as before: nothing is learnt again', (_, changed) => {
  expect(namesIn(changed)).toEqual(namesIn(policy));
});

test.each<readonly [string, Policy]>([
  [
    'an outlet',
    { ...policy, outlets: [...policy.outlets, { id: 'kiosk', name: { zh: '亭', en: 'kiosk' } }] },
  ],
  [
    'an offer',
    withFirst(({ offers }) => ({
      offers: offers.map((offer) => ({ ...offer, name: { ...offer.name, en: 'another name' } })),
    })),
  ],
  [
    'an amount',
    withFirst(({ plans }) => ({ plans: plans.map((plan) => ({ ...plan, depositYuan: 210 })) })),
  ],
])('%s that is called otherwise is another name', (_, changed) => {
  expect(namesIn(changed)).not.toEqual(namesIn(policy));
});
