import type { Language } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';
import type { Reading } from '../language/reading.ts';
import { activeCampaign, campaignFor } from '../policy/campaigns.ts';
import { statementsOn } from '../policy/panel.ts';
import type { Campaign } from '../policy/policy.ts';
import type { Source } from '../source.ts';
import type { Section } from './answer.ts';
import { campaignChanges } from './campaign-changes.ts';
import { campaignNote, nothingInForce } from './campaign-status.ts';
import { customerTextOf } from './customer-text.ts';
import { detailFacts } from './detail-facts.ts';
import { NO_MORE, type PartScope, type PartWords, panelPart } from './panel-part.ts';
import { linesOf, panelInShort, sourcesOf, statementSection } from './panel-words.ts';
import { planInOneLine } from './payout-schedule.ts';
import {
  campaignDays,
  campaignSource,
  dayInWords,
  listed,
  nameOf,
  offerName,
  words,
} from './wording.ts';
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
  const ids = named.map((offer) => offer.id);
  const facts = detailFacts(campaign, ids);
  const scope = { campaign, offers: ids, day: date };
  if (activeCampaign(policy, date) !== campaign) {
    const closed =
      campaign === current
        ? nothingInForce(policy, date, language)
        : { lead: elsewhere({ campaign, ids: facts.offers, date }, language), notes: [] };
    // Words for a customer, or what to tell him, would be a promise.
    return {
      facts,
      words: words({
        ...closed,
        sections:
          ids.length > 0 ? offerSections(scope, language) : businessSections(campaign, language),
        notes: [...closed.notes, ...(ids.length === 0 ? [campaign.purpose[language]] : [])],
        source: sourceOf(campaign, named, language),
      }),
    };
  }
  const told =
    part === null
      ? detailsInShort(scope, language)
      : { ...panelPart(part, scope, language), days: campaignNote(campaign, date, language) };
  return {
    facts,
    words: words({
      lead: told.lead,
      sections: told.sections,
      notes: [...told.notes, ...(told.days === '' ? [] : [told.days])],
      source: sourceOf(
        campaign,
        [...named, ...told.sources.map((source) => ({ source }))],
        language,
      ),
    }),
  };
}

function sourceOf(
  campaign: Campaign,
  rows: readonly { readonly source: Source }[],
  language: Language,
): string {
  return campaignSource(campaign, [campaign.source, ...rows.map(({ source }) => source)], language);
}

function detailsInShort(scope: PartScope, language: Language): PartWords & { days: string } {
  const { campaign, offers, day } = scope;
  const lead =
    language === 'zh'
      ? `${campaign.name.zh}：${campaignDays(campaign, 'zh')}，首尾两天都算。`
      : `The ${campaign.name.en} runs from ${campaignDays(campaign, 'en')}, both days included.`;
  const [offer = null, ...others] = offers;
  // Of several offers at once there would be more to say than a phone shows.
  const panel =
    others.length > 0
      ? { sections: [], notes: [], sources: [] }
      : panelInShort({ campaign, offer, day }, language);
  const { general } = statementsOn(campaign.panel, 'conditions', { offer, day });
  const conditions = offer === null ? general : [];
  const hasTexts = campaign.offers.some(({ id }) => customerTextOf(campaign, id) !== null);
  return {
    lead,
    sections: [
      ...(offer === null
        ? [
            ...businessSections(campaign, language),
            ...statementSection('conditions', conditions, language),
          ]
        : offerSections(scope, language)),
      ...panel.sections,
    ],
    notes: [
      ...panel.notes,
      ...(offer === null ? [campaign.purpose[language]] : []),
      ...(hasTexts && (offer === null || others.length > 0) ? [ASK_FOR_ONE[language]] : []),
    ],
    sources: [...sourcesOf(conditions), ...panel.sources],
    days: daysLeftNote(campaign, day, language),
  };
}

const ASK_FOR_ONE: Readonly<Record<Language, string>> = {
  zh: '问其中一项优惠，就有跟客户要说的话和可以发的短信。',
  en: 'Ask about one offer for what to say to the customer, and a text to send.',
};

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

/** The dates stand in the lead: only what is new is said. */
function daysLeftNote(...[campaign, date, language]: Parameters<typeof campaignNote>): string {
  const note = campaignNote(campaign, date, language);
  return /还剩|最后|left|last/.test(note) ? note : '';
}

/** A business a line, with its offers: the whole campaign fits a phone. */
function businessSections(campaign: Campaign, language: Language): readonly Section[] {
  const lines = campaign.businesses.flatMap((business) => {
    const names = campaign.offers
      .filter((offer) => offer.business === business.id)
      .map((offer) => offer.name[language]);
    if (names.length === 0) return [];
    const [colon, comma] = language === 'zh' ? ['：', '、'] : [': ', '; '];
    return [`${business.name[language]}${colon}${names.join(comma)}`];
  });
  return [{ heading: null, lines }];
}

function offerSections(
  { campaign, offers, day }: PartScope,
  language: Language,
): readonly Section[] {
  return campaign.offers
    .filter((offer) => offers.includes(offer.id))
    .map(({ id, business }) => {
      const plans = campaign.plans.filter((one) => one.offer === id);
      const { own } = statementsOn(campaign.panel, 'conditions', { offer: id, day });
      const stated = [
        ...plans.map((plan) => planInOneLine(plan, language)),
        ...linesOf(own, language),
      ];
      const name = nameOf(campaign.businesses, business, language);
      return {
        heading: offerName(campaign, id, language),
        lines: [
          language === 'zh' ? `业务：${name}` : `Business: ${name}`,
          ...(stated.length > 0 ? stated : [NO_MORE[language]]),
        ],
      };
    });
}
