import type { Language } from '../bilingual.ts';
import {
  type CustomerText,
  type PanelPartName,
  type Statement,
  type StatementList,
  statementsOn,
} from '../policy/panel.ts';
import type { Campaign, OfferId } from '../policy/policy.ts';
import type { Source } from '../source.ts';
import type { Section } from './answer.ts';
import { customerTextOf } from './customer-text.ts';
import { assumptionsOf, linesOf, type PanelScope, sourcesOf, textSection } from './panel-words.ts';
import { planInOneLine } from './payout-schedule.ts';
import { listed, offerName } from './wording.ts';

/** The offers that a question names, none for the campaign as a whole, and the day. */
export type PartScope = Omit<PanelScope, 'offer'> & { readonly offers: readonly OfferId[] };

/** The one part of the panel that was asked for, whole. */
export type PartWords = {
  readonly lead: string;
  readonly sections: readonly Section[];
  readonly notes: readonly string[];
  readonly sources: readonly Source[];
};

export function panelPart(part: PanelPartName, scope: PartScope, language: Language): PartWords {
  return part === 'customerText'
    ? customerTexts(scope, language)
    : statements(part, scope, language);
}

function statements(list: StatementList, scope: PartScope, language: Language): PartWords {
  const { campaign, offers, day } = scope;
  const groups = offers.map((offer) => {
    const { own } = statementsOn(campaign.panel, list, { offer, day });
    const plans = list === 'conditions' ? campaign.plans.filter((one) => one.offer === offer) : [];
    return {
      name: offerName(campaign, offer, language),
      lines: [...plans.map((plan) => planInOneLine(plan, language)), ...linesOf(own, language)],
      own,
      plans,
    };
  });
  const { general } = statementsOn(campaign.panel, list, { offer: null, day });
  const told = groups.filter(({ lines }) => lines.length > 0);
  const isOne = offers.length === 1;
  const all: readonly Statement[] = [...groups.flatMap(({ own }) => own), ...general];
  const names = groups.map(({ name }) => name);
  const isNothing = told.length === 0 && general.length === 0;
  return {
    lead: (isNothing ? NOTHING : LEADS)[list][language](listed(names, language)),
    sections: [
      ...told.map(({ name, lines }) => ({ heading: isOne ? null : name, lines })),
      ...(general.length === 0
        ? []
        : [
            {
              heading: told.length > 0 ? FOR_ALL[language] : null,
              lines: linesOf(general, language),
            },
          ]),
    ],
    notes: [
      ...assumptionsOf(all, language),
      // The source is not asked to hold more than it does.
      ...(list === 'conditions' && !isNothing ? [NO_MORE[language]] : []),
    ],
    sources: [
      ...groups.flatMap(({ plans }) => plans.map(({ source }) => source)),
      ...sourcesOf(all),
    ],
  };
}

function customerTexts({ campaign, offers }: PartScope, language: Language): PartWords {
  if (offers.length === 0) return textsOfCampaign(campaign, language);
  const texts = offers.map((offer) => ({
    offer,
    name: offerName(campaign, offer, language),
    text: customerTextOf(campaign, offer),
  }));
  const withText = texts.filter(({ text }) => text !== null);
  const without = texts.filter(({ text }) => text === null).map(({ name }) => name);
  const none = without.length === 0 ? [] : [NO_TEXT[language](listed(without, language))];
  return {
    lead: withText.length === 0 ? none.join('') : SEND[language],
    sections: withText.flatMap(({ name, text }) => [
      ...(texts.length === 1 ? [] : [{ heading: name, lines: [] }]),
      ...bothTexts(text, language),
    ]),
    notes: withText.length === 0 ? [] : none,
    sources: campaign.plans
      .filter((plan) => withText.some(({ offer }) => offer === plan.offer))
      .map(({ source }) => source),
  };
}

/** Customers read Chinese, whatever the asker writes: an English answer has that text, too. */
function bothTexts(text: CustomerText | null, language: Language): readonly Section[] {
  if (language === 'zh' || text === null || text.en === null) return textSection(text, language);
  return [
    ...textSection({ zh: text.zh, en: null }, language),
    { heading: 'The same in English', lines: [text.en], isCopyable: true },
  ];
}

/** A text says what one offer brings: the campaign as a whole has the one that its data holds, or none. */
function textsOfCampaign(campaign: Campaign, language: Language): PartWords {
  const own = campaign.panel?.campaign.customerText ?? null;
  const offers = campaign.offers
    .filter(({ id }) => customerTextOf(campaign, id) !== null)
    .map(({ id }) => offerName(campaign, id, language));
  const lead = own !== null ? SEND : offers.length > 0 ? ASK_FOR_ONE : NO_TEXT_AT_ALL;
  return {
    lead: lead[language],
    sections: [
      ...bothTexts(own, language),
      ...(offers.length === 0 ? [] : [{ heading: HAVE_TEXT[language], lines: offers }]),
    ],
    notes: [],
    sources: [],
  };
}

type Said = Readonly<Record<Language, (names: string) => string>>;

const LEADS: Readonly<Record<StatementList, Said>> = {
  conditions: {
    zh: (names) => `${names || '本期活动'}的条件，政策写了这些：`,
    en: (names) => `What the policy states as conditions of ${names || 'the campaign'}:`,
  },
  mustSay: {
    zh: (names) => `${names || '办优惠'}，要跟客户说清楚：`,
    en: (names) => `${names || 'Any offer'}: tell the customer this.`,
  },
  neverSay: {
    zh: (names) => `${names || '办优惠'}，不能跟客户这样说：`,
    en: (names) => `${names || 'Any offer'}: never tell or promise the customer this.`,
  },
};

const NOTHING: Readonly<Record<StatementList, Said>> = {
  conditions: {
    zh: (names) => `政策没有写${names || '本期活动'}的条件，具体办理请问政策负责人。`,
    en: (names) =>
      `The policy states no conditions of ${names || 'the campaign'}: ask the policy owner.`,
  },
  mustSay: {
    zh: (names) => `政策没有写${names || '办优惠'}必须跟客户说什么，请问政策负责人。`,
    en: (names) =>
      `The policy names nothing that must be said about ${names || 'its offers'}: ask the policy owner.`,
  },
  neverSay: {
    zh: (names) => `政策没有写${names || '办优惠'}不能跟客户说什么；没写的都不要承诺。`,
    en: (names) =>
      `The policy names nothing that must not be said about ${names || 'its offers'}: promise nothing that it does not state.`,
  },
};

export const NO_MORE: Readonly<Record<Language, string>> = {
  zh: '政策没有写更多条件，具体办理请问政策负责人。',
  en: 'The policy states no further conditions: ask the policy owner.',
};
const FOR_ALL: Readonly<Record<Language, string>> = {
  zh: '各项优惠都一样',
  en: 'For every offer',
};
const SEND: Readonly<Record<Language, string>> = {
  zh: '这段话可以复制发给客户：',
  en: 'You can copy this and send it to the customer:',
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
