import type { Language } from '../bilingual.ts';
import type { Reading } from '../language/reading.ts';
import { activeCampaign, campaignFor, partsOf } from '../policy/campaigns.ts';
import type { Campaign, OfferId } from '../policy/policy.ts';
import { campaignChanges } from './campaign-changes.ts';
import { correctionNotes, endsSoonNotes, nothingInForce } from './campaign-status.ts';
import { detailFacts } from './detail-facts.ts';
import { businessSections, detailsInShort, offerSections } from './details-in-short.ts';
import { withNotStated } from './not-stated.ts';
import { panelPart } from './panel-part.ts';
import type { DetailsScope, DetailsWords } from './panel-words.ts';
import { policySource } from './policy-source.ts';
import { textsToSend } from './texts-to-send.ts';
import { withoutUnknownDeposit } from './unknown-deposit.ts';
import { campaignDays, dayInWords, listed, offerName, words } from './wording.ts';
import type { Said, World } from './world.ts';

/**
 * What the campaign or an offer is: its dates and conditions, what must and must never be said to the customer, and
 * words to send him.
 */
export function promoDetails(reading: Reading, world: World): Said {
  const { policy, today } = world;
  const { language, entities, part } = reading;
  if (reading.asksChanges) return campaignChanges(reading, world);
  const date = entities.date ?? today;
  const current = campaignFor(policy, date);
  const campaign = withOffers(entities.offers, current, policy);
  if (campaign === undefined) {
    return {
      facts: { campaign: null, starts: null, ends: null, offers: [] },
      words: words(nothingInForce(policy, date, language)),
    };
  }
  const named = campaign.offers.filter((offer) => entities.offers.includes(offer.id));
  const offers = named.map((offer) => offer.id);
  const scope = { campaign, offers, day: date };
  const isActive = activeCampaign(policy, date) === campaign;
  // Outside of its days, what to tell a customer and words to send him would be a promise.
  const told = !isActive
    ? closedDetails(scope, campaign === current ? policy : null, language)
    : part === null
      ? detailsInShort(scope, language)
      : part === 'customerText'
        ? textsToSend(scope, language)
        : panelPart(part, scope, language);
  const parts = partsOf(campaign, offers);
  return {
    facts: detailFacts(campaign, offers),
    words: words({
      lead: withNotStated(reading, withoutUnknownDeposit(reading, told.lead)),
      sections: told.sections,
      notes: [
        ...told.notes,
        ...correctionNotes(parts, language),
        ...(isActive ? endsSoonNotes(parts, date, language) : []),
      ],
      source: policySource(
        {
          campaign,
          offers,
          sources: [campaign.source, ...named.map((offer) => offer.source), ...told.sources],
          file: told.file,
          today,
        },
        language,
      ),
    }),
  };
}

/** The campaign of the day; where it has none of the offers named, the last one that has. */
function withOffers(
  offers: readonly OfferId[],
  current: Campaign | undefined,
  { campaigns }: World['policy'],
): Campaign | undefined {
  const hasOne = (campaign: Campaign): boolean =>
    campaign.offers.some((offer) => offers.includes(offer.id));
  if (offers.length === 0 || (current !== undefined && hasOne(current))) return current;
  return campaigns.findLast(hasOne) ?? current;
}

/** What a campaign was, or will be. `policy` is null where the offers belong to another campaign than that of the day. */
function closedDetails(
  scope: DetailsScope,
  policy: World['policy'] | null,
  language: Language,
): DetailsWords {
  const { campaign, offers, day } = scope;
  const closed =
    policy === null
      ? { lead: elsewhere(scope, language), notes: [] }
      : nothingInForce(policy, day, language);
  return {
    lead: closed.lead,
    sections:
      offers.length > 0 ? offerSections(scope, language) : businessSections(campaign, language),
    notes: [...closed.notes, ...(offers.length === 0 ? [campaign.purpose[language]] : [])],
    sources: [],
    file: 'campaign.yaml',
  };
}

/** That offers belong to another campaign than that of the day: nobody may promise them from what follows. */
function elsewhere({ campaign, offers, day }: DetailsScope, language: Language): string {
  const names = listed(
    offers.map((offer) => offerName(campaign, offer, language)),
    language,
  );
  const [date, days] = [dayInWords(day, language), campaignDays(campaign, language)];
  return language === 'zh'
    ? `${names}不在${date}的政策里，不能承诺；它属于${campaign.name.zh}（${days}）。`
    : `The policy of ${date} does not have ${names}: do not promise it. It belongs to the ${campaign.name.en} (${days}).`;
}
