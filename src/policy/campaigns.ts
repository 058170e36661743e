import type { Day } from '../calendar/day.ts';
import { isWithin } from '../calendar/span.ts';
import type {
  Campaign,
  CampaignPart,
  Level,
  OfferId,
  OutletId,
  PayoutPlan,
  Policy,
} from './policy.ts';

/** What is in force on `day`, or undefined: then nothing may be promised. */
export function activeCampaign(policy: Policy, day: Day): Campaign | undefined {
  return policy.campaigns.find((campaign) => isWithin(day, campaign.inForce));
}

/** The last campaign that was in force before `day` and is not any more, or undefined. */
export function campaignBefore(policy: Policy, day: Day): Campaign | undefined {
  const active = activeCampaign(policy, day);
  return policy.campaigns.findLast(({ id, inForce }) => inForce.to < day && id !== active?.id);
}

/** The first campaign that will be in force after `day` and is not yet, or undefined. */
export function campaignAfter(policy: Policy, day: Day): Campaign | undefined {
  const active = activeCampaign(policy, day);
  return policy.campaigns.find(({ id, inForce }) => inForce.from > day && id !== active?.id);
}

/** The policy sets that offers come from, in the order of the campaign; all of them where no offer is named. */
export function partsOf(campaign: Campaign, offers: readonly OfferId[]): readonly CampaignPart[] {
  if (offers.length === 0) return campaign.parts;
  return campaign.parts.filter((part) => part.offers.some((offer) => offers.includes(offer)));
}

/** What to speak of on `day`: the active campaign, else the last one that ended, else the first to come. */
export function campaignFor(policy: Policy, day: Day): Campaign | undefined {
  return activeCampaign(policy, day) ?? campaignBefore(policy, day) ?? campaignAfter(policy, day);
}

/** The plans that words said about `day` can mean: those of the active campaign, else those of all. */
export function plansMeantOn(policy: Policy, day: Day): readonly PayoutPlan[] {
  return activeCampaign(policy, day)?.plans ?? policy.campaigns.flatMap(({ plans }) => plans);
}

/** The deposits of a campaign's payout plans, in yuan, the smallest first. */
export function depositsOf({ plans }: Pick<Campaign, 'plans'>): readonly number[] {
  return plans.map(({ depositYuan }) => depositYuan).sort((one, other) => one - other);
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
