import type { Day } from '../calendar/day.ts';
import { activeCampaign, cellsOf } from '../policy/campaigns.ts';
import type { Level, OfferId, Policy } from '../policy/policy.ts';
import { withoutPortOffers } from '../policy/porting.ts';

export type LedOffer = { readonly offer: OfferId; readonly level: Level };

/** `businesses`: those whose offers renew a contract. */
type Asked = {
  readonly outlet: string;
  readonly day: Day;
  readonly businesses: readonly string[];
};

const LED: readonly Level[] = ['main', 'optional'];

/**
 * What an outlet may lead with to renew a contract on a day: the offers to lead with, then those to offer where they
 * fit. None where no campaign is in force, or none of its renewal offers is named for the outlet: then nobody decided it.
 */
export function renewalOffers(
  policy: Policy,
  { outlet, day, businesses }: Asked,
): readonly LedOffer[] {
  const campaign = activeCampaign(withoutPortOffers(policy), day);
  if (campaign === undefined) return [];
  const renewals = campaign.offers.filter(({ business }) => businesses.includes(business));
  if (renewals.length === 0) return [];
  const cells = cellsOf(
    campaign,
    [outlet],
    renewals.map(({ id }) => id),
  );
  return LED.flatMap((level) =>
    cells.filter((cell) => cell.level === level).map(({ offer }) => ({ offer, level })),
  );
}
