import type { Day } from '../calendar/day.ts';
import { isWithin } from '../calendar/span.ts';
import type { Campaign, Level, OfferId, OutletId, PayoutPlan, Policy } from './policy.ts';

/** The campaign whose days hold `day`, or undefined: then nothing may be promised. Campaigns never overlap. */
export function activeCampaign(policy: Policy, day: Day): Campaign | undefined {
  return policy.campaigns.find((campaign) => isWithin(day, campaign.days));
}

/** The last campaign that ended before `day`, or undefined. */
export function campaignBefore(policy: Policy, day: Day): Campaign | undefined {
  return policy.campaigns.filter((campaign) => campaign.days.to < day).at(-1);
}

/** The first campaign that starts after `day`, or undefined. */
export function campaignAfter(policy: Policy, day: Day): Campaign | undefined {
  return policy.campaigns.find((campaign) => campaign.days.from > day);
}

/** What to speak of on `day`: the active campaign, else the last one that ended, else the first to come. */
export function campaignFor(policy: Policy, day: Day): Campaign | undefined {
  return activeCampaign(policy, day) ?? campaignBefore(policy, day) ?? campaignAfter(policy, day);
}

/** The plans that words said about `day` can mean: those of the active campaign, else those of all. */
export function plansMeantOn(policy: Policy, day: Day): readonly PayoutPlan[] {
  return activeCampaign(policy, day)?.plans ?? policy.campaigns.flatMap(({ plans }) => plans);
}

/** The payout plan of a deposit in yuan, or undefined where the campaign has none. */
export function planOfDeposit(campaign: Campaign, depositYuan: number): PayoutPlan | undefined {
  return campaign.plans.find((plan) => plan.depositYuan === depositYuan);
}

/** One cell of the matrix: what the campaign says of one offer at one outlet. */
export type Cell = { readonly outlet: OutletId; readonly offer: OfferId; readonly level: Level };

/**
 * The cells of the matrix for these outlets and offers, each once, outlet by outlet in the order of the data; an empty
 * set means all. An outlet or offer that the campaign does not name has no cell: it is not decided.
 */
export function cellsOf(
  campaign: Campaign,
  outlets: readonly OutletId[],
  offers: readonly OfferId[],
): readonly Cell[] {
  const named = campaign.levels.filter((row) => offers.length === 0 || offers.includes(row.offer));
  const known = [...new Set(campaign.levels.flatMap((row) => Object.keys(row.at)))];
  const places = outlets.length === 0 ? known : known.filter((outlet) => outlets.includes(outlet));
  return places.flatMap((outlet) =>
    named.flatMap((row) => {
      const level = Object.hasOwn(row.at, outlet) ? row.at[outlet] : undefined;
      return level === undefined ? [] : [{ outlet, offer: row.offer, level }];
    }),
  );
}
