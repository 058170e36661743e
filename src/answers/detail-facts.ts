import { partsOf } from '../policy/campaigns.ts';
import type { Campaign, CampaignPart, OfferId } from '../policy/policy.ts';

/** The published facts of a question for details: all offers where none is named. */
export type DetailFacts = {
  readonly campaign: string;
  readonly starts: string;
  readonly ends: string;
  readonly offers: readonly OfferId[];
};

export function detailFacts(campaign: Campaign, named: readonly OfferId[]): DetailFacts {
  const { id, days } = aboutOffers(campaign, named);
  return {
    campaign: id,
    starts: days.from,
    ends: days.to,
    offers: named.length > 0 ? named : campaign.offers.map((offer) => offer.id),
  };
}

/** The policy set of the offers named, where they are all of one; else the campaign as a whole. */
export function aboutOffers(
  campaign: Campaign,
  named: readonly OfferId[],
): Pick<CampaignPart, 'id' | 'name' | 'days'> {
  const [part, ...others] = named.length === 0 ? [] : partsOf(campaign, named);
  return part === undefined || others.length > 0 ? campaign : part;
}
