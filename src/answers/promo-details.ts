import type { Language } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';
import type { Reading } from '../language/reading.ts';
import { activeCampaign, campaignFor, partsOf } from '../policy/campaigns.ts';
import type { Campaign } from '../policy/policy.ts';
import type { Section } from './answer.ts';
import { correctionNotes, endsSoonNotes, nothingInForce } from './campaign-status.ts';
import { planInOneLine } from './payout-schedule.ts';
import { policySource } from './policy-source.ts';
import { campaignDays, dayInWords, listed, nameOf, offerName, words } from './wording.ts';
import type { Said, World } from './world.ts';

/** What the campaign or an offer is, and its dates. */
export function promoDetails(reading: Reading, { policy, today }: World): Said {
  const { language, entities } = reading;
  const date = entities.date ?? today;
  const current = campaignFor(policy, date);
  const campaign = withOffers(entities.offers, current, policy);
  if (campaign === undefined) {
    return {
      facts: { campaign: null, starts: null, ends: null, offers: [] },
      words: words(nothingInForce(policy, date, language)),
    };
  }
  const isActive = activeCampaign(policy, date) === campaign;
  const named = campaign.offers.filter((offer) => entities.offers.includes(offer.id));
  const offers = named.length > 0 ? named : campaign.offers;
  const ids = offers.map((offer) => offer.id);
  const parts = partsOf(
    campaign,
    named.map((offer) => offer.id),
  );
  const closed = isActive
    ? null
    : campaign === current
      ? nothingInForce(policy, date, language)
      : { lead: elsewhere({ campaign, ids, date }, language), notes: [] };
  const lead =
    closed !== null
      ? closed.lead
      : language === 'zh'
        ? `${campaign.name.zh}：${campaignDays(campaign, 'zh')}，首尾两天都算。`
        : `The ${campaign.name.en} runs from ${campaignDays(campaign, 'en')}, both days included.`;
  return {
    facts: {
      campaign: campaign.id,
      starts: campaign.days.from,
      ends: campaign.days.to,
      offers: ids,
    },
    words: words({
      lead,
      sections:
        named.length > 0
          ? offerSections(campaign, ids, language)
          : businessSections(campaign, language),
      notes: [
        ...(closed?.notes ?? []),
        ...(named.length === 0 ? [campaign.purpose[language]] : []),
        ...correctionNotes(parts, language),
        ...(isActive ? endsSoonNotes(parts, date, language) : []),
      ],
      source: policySource(
        {
          campaign,
          offers: named.map((offer) => offer.id),
          sources: [campaign.source, ...named.map((offer) => offer.source)],
          file: 'campaign.yaml',
          today,
        },
        language,
      ),
    }),
  };
}

/** The campaign of the day; where it has none of the offers named, the last one that has. */
function withOffers(
  offers: readonly string[],
  current: Campaign | undefined,
  { campaigns }: World['policy'],
): Campaign | undefined {
  const hasOne = (campaign: Campaign): boolean =>
    campaign.offers.some((offer) => offers.includes(offer.id));
  if (offers.length === 0 || (current !== undefined && hasOne(current))) return current;
  return campaigns.findLast(hasOne) ?? current;
}

type Elsewhere = {
  readonly campaign: Campaign;
  readonly ids: readonly string[];
  readonly date: Day;
};

/** That offers belong to another campaign than that of the day: nobody may promise them from what follows. */
function elsewhere({ campaign, ids, date }: Elsewhere, language: Language): string {
  const names = listed(
    ids.map((id) => offerName(campaign, id, language)),
    language,
  );
  const [day, days] = [dayInWords(date, language), campaignDays(campaign, language)];
  return language === 'zh'
    ? `${names}不在${day}的政策里，不能承诺；它属于${campaign.name.zh}（${days}）。`
    : `The policy of ${day} does not have ${names}: do not promise it. It belongs to the ${campaign.name.en} (${days}).`;
}

function businessSections(campaign: Campaign, language: Reading['language']): readonly Section[] {
  return campaign.businesses.map((business) => ({
    heading: business.name[language],
    lines: campaign.offers
      .filter((offer) => offer.business === business.id)
      .map((offer) => offer.name[language]),
  }));
}

function offerSections(
  campaign: Campaign,
  ids: readonly string[],
  language: Reading['language'],
): readonly Section[] {
  return campaign.offers
    .filter((offer) => ids.includes(offer.id))
    .map((offer) => {
      const plan = campaign.plans.find((one) => one.offer === offer.id);
      const business = nameOf(campaign.businesses, offer.business, language);
      return {
        heading: offerName(campaign, offer.id, language),
        lines: [
          language === 'zh' ? `业务：${business}` : `Business: ${business}`,
          ...(plan === undefined
            ? [
                language === 'zh'
                  ? '政策没有写更多条件，具体办理请问政策负责人。'
                  : 'The policy states no further conditions: ask the policy owner.',
              ]
            : [planInOneLine(plan, language)]),
        ],
      };
    });
}
