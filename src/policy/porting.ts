import type { Bilingual } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';
import type { Source } from '../source.ts';
import type { OfferId, Policy, PolicySet } from './policy.ts';

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

type WithOffers = Pick<PolicySet, 'offers' | 'levels' | 'plans'>;

/** The policy as it stands for a customer who ports: without the offers, levels and plans made for port users alone. */
export function withoutPortOffers(policy: Policy): Policy {
  return {
    ...policy,
    campaigns: policy.campaigns.map((campaign) => {
      const banned = portOffersOf(campaign);
      return {
        ...withoutOffers(campaign, banned),
        parts: campaign.parts.map((part) => ({
          ...part,
          offers: part.offers.filter((offer) => !banned.includes(offer)),
        })),
      };
    }),
    waiting: policy.waiting.map((set) => withoutOffers(set, portOffersOf(set))),
  };
}

/** The offers that only port users may have, and that no campaign has for everybody. */
export function offersOfPortUsersAlone(policy: Policy): readonly OfferId[] {
  const open = offersIn(withoutPortOffers(policy));
  return offersIn(policy).filter((offer) => !open.includes(offer));
}

function offersIn({ campaigns, waiting }: Policy): readonly OfferId[] {
  return [...campaigns, ...waiting].flatMap(({ offers }) => offers.map(({ id }) => id));
}

function portOffersOf({ offers }: WithOffers): readonly OfferId[] {
  return offers.filter((offer) => offer.onlyFor === 'port-users').map(({ id }) => id);
}

function withoutOffers<T extends WithOffers>(set: T, banned: readonly OfferId[]): T {
  if (banned.length === 0) return set;
  return {
    ...set,
    offers: set.offers.filter(({ id }) => !banned.includes(id)),
    levels: set.levels.filter(({ offer }) => !banned.includes(offer)),
    plans: set.plans.filter(({ offer }) => !banned.includes(offer)),
  };
}
