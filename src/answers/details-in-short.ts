import type { Language } from '../bilingual.ts';
import { statementsOn } from '../policy/panel.ts';
import type { Campaign } from '../policy/policy.ts';
import type { Section } from './answer.ts';
import { customerTextOf } from './customer-text.ts';
import { aboutOffers } from './detail-facts.ts';
import { NO_MORE } from './panel-part.ts';
import {
  type DetailsScope,
  type DetailsWords,
  linesOf,
  panelInShort,
  sourcesOf,
  statementSection,
} from './panel-words.ts';
import { planInOneLine } from './payout-words.ts';
import { campaignDays, nameOf, offerName } from './wording.ts';

/** An offer, some offers, or the whole campaign, as much of it as a phone shows. */
export function detailsInShort(scope: DetailsScope, language: Language): DetailsWords {
  const { campaign, offers, day } = scope;
  const isWhole = offers.length === 0;
  // Of several offers at once there would be more to say than that.
  const panel =
    offers.length > 1 ? { sections: [], notes: [], sources: [] } : panelInShort(scope, language);
  const general = isWhole ? statementsOn(campaign, 'conditions', { offers: [], day }).general : [];
  const hasTexts = campaign.offers.some(({ id }) => customerTextOf(campaign, id) !== null);
  return {
    lead: daysLead(scope, language),
    sections: [
      ...(isWhole ? businessSections(campaign, language) : offerSections(scope, language)),
      ...statementSection('conditions', general, language),
      ...panel.sections,
    ],
    notes: [
      ...panel.notes,
      ...(isWhole ? [campaign.purpose[language]] : []),
      ...(hasTexts && offers.length !== 1 ? [ASK_FOR_ONE[language]] : []),
    ],
    sources: [...sourcesOf(general), ...panel.sources],
    file: 'campaign.yaml',
  };
}

const ASK_FOR_ONE: Readonly<Record<Language, string>> = {
  zh: '问其中一项优惠，就有跟客户要说的话和可以发的短信。',
  en: 'Ask about one offer for what to say to the customer, and a text to send.',
};

function daysLead({ campaign, offers }: DetailsScope, language: Language): string {
  const about = aboutOffers(campaign, offers);
  return language === 'zh'
    ? `${about.name.zh}：${campaignDays(about, 'zh')}，首尾两天都算。`
    : `The ${about.name.en} runs from ${campaignDays(about, 'en')}, both days included.`;
}

/** A business a line, with its offers: the whole campaign fits a phone. */
export function businessSections(campaign: Campaign, language: Language): readonly Section[] {
  const [colon, comma] = language === 'zh' ? ['：', '、'] : [': ', '; '];
  const lines = campaign.businesses.flatMap((business) => {
    const names = campaign.offers
      .filter((offer) => offer.business === business.id)
      .map((offer) => offer.name[language]);
    return names.length === 0 ? [] : [`${business.name[language]}${colon}${names.join(comma)}`];
  });
  return [{ heading: null, lines }];
}

export function offerSections(
  { campaign, offers, day }: DetailsScope,
  language: Language,
): readonly Section[] {
  return campaign.offers
    .filter((offer) => offers.includes(offer.id))
    .map(({ id, business }) => {
      const { own } = statementsOn(campaign, 'conditions', { offers: [id], day });
      const stated = [
        ...campaign.plans
          .filter((plan) => plan.offer === id)
          .map((plan) => planInOneLine(plan, language)),
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
