import type { Bilingual } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';
import type { Source } from '../source.ts';
import type { Campaign, Policy } from './policy.ts';

/** One thing that nobody may do to a customer who ports his number. */
export type PortingBan = {
  readonly id: string;
  /** Short enough for a phone. */
  readonly text: Bilingual;
  /** The whole of it, where `text` is shortened. */
  readonly inFull: Bilingual | null;
  readonly source: Source;
};

/** What holds when a customer ports his number. `source` is where all the bans stand. */
export type PortingRules = {
  readonly inForceFrom: Day;
  readonly bans: readonly PortingBan[];
  /** How the customer sees for himself whether he may port. */
  readonly check: { readonly text: Bilingual; readonly source: Source };
  /** That the conditions for porting out are not ours to say. */
  readonly conditions: Bilingual;
  readonly source: Source;
};

/** The ban that keeps offers for port users alone out of every campaign. */
export const PORT_OFFER_BAN = 'special-tariffs-or-campaigns';

/** The ids of a campaign's offers that only port users may have. */
export function portOffersOf({ offers }: Campaign): readonly string[] {
  return offers.filter((offer) => offer.onlyFor === 'port-users').map(({ id }) => id);
}

/** The policy as it stands for a customer who ports: without the offers, levels and plans made for port users alone. */
export function withoutPortOffers(policy: Policy): Policy {
  return { ...policy, campaigns: policy.campaigns.map(campaignWithoutPortOffers) };
}

function campaignWithoutPortOffers(campaign: Campaign): Campaign {
  const banned = portOffersOf(campaign);
  if (banned.length === 0) return campaign;
  return {
    ...campaign,
    offers: campaign.offers.filter(({ id }) => !banned.includes(id)),
    levels: campaign.levels.filter(({ offer }) => !banned.includes(offer)),
    plans: campaign.plans.filter(({ offer }) => !banned.includes(offer)),
  };
}
