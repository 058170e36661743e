import type { Language } from '../bilingual.ts';
import type { Reading } from '../language/reading.ts';
import type { Campaign, OfferId, Policy } from '../policy/policy.ts';
import type { Words } from './answer.ts';
import { campaignDays, listed, offerName, offerNameAnywhere, outletName } from './wording.ts';

/** More than these nobody reads between two customers. */
const NEAREST_SHOWN = 3;

type Unnamed = {
  readonly reading: Reading;
  readonly policy: Policy;
  readonly campaign: Campaign;
};

/** That the policy of the day does not name what was asked for: not decided. With what may be led with instead. */
export function sayNotNamed(
  { reading, policy, campaign }: Unnamed,
  language: Language,
): Pick<Words, 'lead' | 'sections' | 'notes'> {
  const { outlets, offers } = reading.entities;
  const named = offers.map((offer) => offerNameAnywhere(policy, offer, language));
  const places = outlets.map((outlet) => outletName(policy, outlet, language));
  const asked = listed(named.length > 0 ? named : places, language);
  const nearest = nearestTo(offers, outlets, { policy, campaign }).map((offer) =>
    offerName(campaign, offer, language),
  );
  return {
    lead:
      language === 'zh'
        ? `本期政策没有写${asked}，未定，请问政策负责人。`
        : `This policy does not name ${asked}: not decided, ask the policy owner.`,
    sections:
      nearest.length === 0
        ? []
        : [
            {
              heading:
                language === 'zh' ? '这里主推的相近优惠：' : 'Nearest that you may lead with:',
              lines: nearest,
            },
          ],
    notes: offers.flatMap((offer) => endedNote(offer, { policy, campaign }, language)),
  };
}

type Policies = Pick<Unnamed, 'policy' | 'campaign'>;

/** What the outlets named may lead with: of the same business where there is any. */
function nearestTo(
  offers: readonly OfferId[],
  outlets: readonly string[],
  { policy, campaign }: Policies,
): readonly OfferId[] {
  if (offers.length === 0 || outlets.length === 0) return [];
  const led = campaign.levels
    .filter((row) => outlets.every((outlet) => row.at[outlet] === 'main'))
    .map((row) => row.offer);
  const businesses = policy.campaigns.flatMap((one) =>
    one.offers.flatMap(({ id, business }) => (offers.includes(id) ? [business] : [])),
  );
  const alike = led.filter((offer) =>
    campaign.offers.some(({ id, business }) => id === offer && businesses.includes(business)),
  );
  return (alike.length > 0 ? alike : led).slice(0, NEAREST_SHOWN);
}

/** The campaign that had an offer which that of the day does not have. */
function endedNote(
  offer: OfferId,
  { policy, campaign }: Policies,
  language: Language,
): readonly string[] {
  const other = policy.campaigns.findLast(
    (one) => one.inForce.from < campaign.inForce.from && one.offers.some(({ id }) => id === offer),
  );
  if (other === undefined) return [];
  const [name, days] = [offerName(other, offer, language), campaignDays(other, language)];
  return [
    language === 'zh'
      ? `${name}属于${other.name.zh}（${days}），现在由${campaign.name.zh}代替。`
      : `${name} belonged to the ${other.name.en} (${days}); the ${campaign.name.en} is in its place now.`,
  ];
}
