import type { Campaign, OfferId } from '../policy/policy.ts';

/** The published facts of a question for details: all offers where none is named. */
export type DetailFacts = {
  readonly campaign: string;
  readonly starts: string;
  readonly ends: string;
  readonly offers: readonly OfferId[];
};

export function detailFacts(campaign: Campaign, named: readonly OfferId[]): DetailFacts {
  return {
    campaign: campaign.id,
    starts: campaign.days.from,
    ends: campaign.days.to,
    offers: named.length > 0 ? named : campaign.offers.map((offer) => offer.id),
  };
}
