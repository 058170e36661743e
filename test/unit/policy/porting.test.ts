import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadPolicy } from '../../../src/files/policy-files.ts';
import { partsOf } from '../../../src/policy/campaigns.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import {
  offersOfPortUsersAlone,
  PORT_OFFER_BAN,
  withoutPortOffers,
} from '../../../src/policy/porting.ts';
import { FOLDERS } from '../../world.ts';
import { closingPlan, OFFERS, policyAndDay } from './any-policy.ts';

/** Any policy in which these offers are only for port users, in the campaigns at even places alone, one of them waiting. */
const marked = fc
  .tuple(policyAndDay, fc.subarray(OFFERS), closingPlan, fc.boolean())
  .map(([{ policy }, only, plan, isEverywhere]) => {
    const campaigns = policy.campaigns.map((campaign, index) => ({
      ...campaign,
      offers: campaign.offers.map((offer) => ({
        ...offer,
        onlyFor:
          only.includes(offer.id) && (isEverywhere || index % 2 === 0)
            ? ('port-users' as const)
            : null,
      })),
      plans: campaign.offers.map(({ id }) => ({ ...plan, offer: id })),
    }));
    const waiting = campaigns.map((campaign) => ({
      ...campaign,
      beside: [],
      reviewEveryDays: 90,
      panel: null,
      approvedOn: null,
    }));
    const whole: Policy = {
      ...policy,
      campaigns: campaigns.slice(1),
      waiting: waiting.slice(0, 1),
    };
    return whole;
  });

describe('the policy for a customer who ports', () => {
  test('has every offer for all, and no other, in offers, levels, plans and parts, also where it waits for approval', () => {
    fc.assert(
      fc.property(marked, (policy) => {
        const left = withoutPortOffers(policy);
        policy.campaigns.forEach((campaign, index) => {
          const open = campaign.offers
            .filter(({ onlyFor }) => onlyFor === null)
            .map(({ id }) => id);
          const kept = left.campaigns[index];
          expect(kept?.offers.map(({ id }) => id)).toEqual(open);
          expect(kept?.levels.map(({ offer }) => offer)).toEqual(open);
          expect(kept?.plans.map(({ offer }) => offer)).toEqual(open);
          expect(
            kept === undefined ? [] : partsOf(kept, []).flatMap(({ offers }) => offers),
          ).toEqual(
            partsOf(campaign, [])
              .flatMap(({ offers }) => offers)
              .filter((offer) => open.includes(offer)),
          );
        });
        const waiting = (one: Policy) => one.waiting.flatMap(({ offers }) => offers);
        expect(waiting(left)).toEqual(waiting(policy).filter(({ onlyFor }) => onlyFor === null));
      }),
    );
  });

  test('an offer that is open to all in any campaign is not one of port users alone', () => {
    fc.assert(
      fc.property(marked, (policy) => {
        const all = [...policy.campaigns, ...policy.waiting].flatMap(({ offers }) => offers);
        const open = all.filter(({ onlyFor }) => onlyFor === null).map(({ id }) => id);
        const alone = offersOfPortUsersAlone(policy);
        for (const { id } of all) expect(alone.includes(id)).toBe(!open.includes(id));
      }),
    );
  });

  test('without such offers it is the policy itself', () => {
    fc.assert(
      fc.property(policyAndDay, ({ policy }) => {
        expect(withoutPortOffers(policy)).toEqual(policy);
        expect(offersOfPortUsersAlone(policy)).toEqual([]);
      }),
    );
  });
});

test('the data has the ban that offers for port users are judged by', () => {
  const loaded = loadPolicy(FOLDERS.data);
  if (!loaded.ok) throw new Error('the data does not hold');
  expect(loaded.value.policy.porting.bans.map(({ id }) => id)).toContain(PORT_OFFER_BAN);
});
