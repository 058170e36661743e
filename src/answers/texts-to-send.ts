import type { Language } from '../bilingual.ts';
import { type CustomerText, panelOf } from '../policy/panel.ts';
import type { Campaign, PayoutPlan } from '../policy/policy.ts';
import type { Section } from './answer.ts';
import { customerTextOf } from './customer-text.ts';
import { type DetailsScope, type DetailsWords, isOpen } from './panel-words.ts';
import { listed, offerName } from './wording.ts';

/** The texts for customers of the offers named, each to be copied by itself; why there is none where there is none. */
export function textsToSend({ campaign, offers }: DetailsScope, language: Language): DetailsWords {
  if (offers.length === 0) return textsOfCampaign(campaign, language);
  const texts = offers.map((offer) => ({
    offer,
    name: offerName(campaign, offer, language),
    text: customerTextOf(campaign, offer),
  }));
  const without = texts.filter(({ text }) => text === null).map(({ name }) => name);
  const none = without.length === 0 ? [] : [NO_TEXT[language](listed(without, language))];
  const known = texts.flatMap(({ text }) => text ?? []);
  const plans = campaign.plans.filter((plan) =>
    texts.some(({ offer, text }) => text !== null && offer === plan.offer),
  );
  return {
    lead: known.length === 0 ? none.join('') : sendLead(known, language),
    sections: texts.flatMap(({ name, text }) =>
      text === null ? [] : bothTexts(text, texts.length === 1 ? null : name, language),
    ),
    notes: [
      ...(known.length === 0 ? [] : none),
      ...(plans.some(assumesMonth) ? [NO_MONTH[language]] : []),
    ],
    sources: plans.map(({ source }) => source),
    file: offers.some((offer) => panelOf(campaign, offer)?.customerText)
      ? 'panel.yaml'
      : 'payouts.yaml',
  };
}

function assumesMonth({ depositReturn, gift }: PayoutPlan): boolean {
  return depositReturn.assumed !== null || (gift.kind === 'money' && gift.monthly.assumed !== null);
}

/** Customers read Chinese, whatever the asker writes: an English answer has that text, too. */
function bothTexts(
  { zh, en }: CustomerText,
  name: string | null,
  language: Language,
): readonly Section[] {
  const chinese = { heading: name, lines: [zh], isCopyable: true };
  if (language === 'zh' || en === null) return [chinese];
  return [chinese, { heading: 'The same in English', lines: [en], isCopyable: true }];
}

function sendLead(texts: readonly CustomerText[], language: Language): string {
  return (texts.some(({ zh }) => isOpen(zh)) ? SEND_FILLED : SEND)[language];
}

/** A text says what one offer brings: the campaign as a whole has the one that its data holds, or none. */
function textsOfCampaign(campaign: Campaign, language: Language): DetailsWords {
  const texts = campaign.parts.flatMap(({ panel }) => panel?.campaign.customerText ?? []);
  const offers = campaign.offers
    .filter(({ id }) => customerTextOf(campaign, id) !== null)
    .map(({ id }) => offerName(campaign, id, language));
  return {
    lead:
      texts.length > 0
        ? sendLead(texts, language)
        : (offers.length > 0 ? ASK_FOR_ONE : NO_TEXT_AT_ALL)[language],
    sections: [
      ...texts.flatMap((text) => bothTexts(text, null, language)),
      ...(offers.length === 0 ? [] : [{ heading: HAVE_TEXT[language], lines: offers }]),
    ],
    notes: [],
    sources: [],
    file: texts.length > 0 ? 'panel.yaml' : 'payouts.yaml',
  };
}

type Said = Readonly<Record<Language, (names: string) => string>>;

const SEND: Readonly<Record<Language, string>> = {
  zh: '这段话可以复制发给客户：',
  en: 'You can copy this and send it to the customer:',
};
const SEND_FILLED: Readonly<Record<Language, string>> = {
  zh: '这段话可以复制发给客户，括号里换成网点名称：',
  en: 'You can copy this and send it to the customer, with the outlet’s name in the brackets:',
};
const NO_TEXT: Said = {
  zh: (names) => `政策没有写${names}怎么返还，没有现成的短信可以发，请问政策负责人。`,
  en: (names) =>
    `The policy does not say what ${names} pays out, so there is no text to send: ask the policy owner.`,
};
const NO_TEXT_AT_ALL: Readonly<Record<Language, string>> = {
  zh: '没有现成的短信可以发，请问政策负责人。',
  en: 'There is no text to send: ask the policy owner.',
};
const ASK_FOR_ONE: Readonly<Record<Language, string>> = {
  zh: '短信按优惠写，请说是哪一项优惠。',
  en: 'A text is about one offer: please name it.',
};
const HAVE_TEXT: Readonly<Record<Language, string>> = {
  zh: '有现成短信的优惠',
  en: 'Offers with a text',
};
const NO_MONTH: Readonly<Record<Language, string>> = {
  zh: '政策没有写明从哪个月开始返还的，这段话里也没有写，请不要自己加。',
  en: 'A first month that the policy does not state is left out of the text: please do not add one.',
};
