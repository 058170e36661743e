import type { Language } from '../bilingual.ts';
import { type Statement, type StatementList, statementsOn } from '../policy/panel.ts';
import {
  assumptionsOf,
  type DetailsScope,
  type DetailsWords,
  linesOf,
  sourcesOf,
} from './panel-words.ts';
import { planInOneLine } from './payout-words.ts';
import { listed, offerName } from './wording.ts';

/** One list of the panel, whole: that of the offers named, and what holds for every offer. */
export function panelPart(
  list: StatementList,
  scope: DetailsScope,
  language: Language,
): DetailsWords {
  const { campaign, offers, day } = scope;
  const groups = offers.map((offer) => {
    const { own } = statementsOn(campaign, list, { offers: [offer], day });
    const plans = list === 'conditions' ? campaign.plans.filter((one) => one.offer === offer) : [];
    return {
      name: offerName(campaign, offer, language),
      lines: [...plans.map((plan) => planInOneLine(plan, language)), ...linesOf(own, language)],
      own,
      plans,
    };
  });
  const { general } = statementsOn(campaign, list, { offers, day });
  const told = groups.filter(({ lines }) => lines.length > 0);
  const isOne = offers.length === 1;
  const all: readonly Statement[] = [...groups.flatMap(({ own }) => own), ...general];
  const names = groups.map(({ name }) => name);
  const isNothing = told.length === 0 && general.length === 0;
  const leads =
    list === 'conditions' && !isNothing && told.length === 0 && offers.length > 0
      ? ONLY_GENERAL
      : (isNothing ? NOTHING : LEADS)[list];
  return {
    lead: leads[language](listed(names, language)),
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
    file: 'panel.yaml',
  };
}

type Said = Readonly<Record<Language, (names: string) => string>>;

const LEADS: Readonly<Record<StatementList, Said>> = {
  conditions: {
    zh: (names) => `${names || '本期活动'}的条件，政策写了这些：`,
    en: (names) => `Conditions that the policy states${inBrackets(names)}:`,
  },
  mustSay: {
    zh: (names) => `${names || '办优惠'}，要跟客户说清楚：`,
    en: (names) => `To tell the customer${inBrackets(names)}:`,
  },
  neverSay: {
    zh: (names) => `${names || '办优惠'}，不能跟客户这样说：`,
    en: (names) => `Never to tell or promise the customer${inBrackets(names)}:`,
  },
};

/** Where the policy has conditions for every offer, and none for those that were asked about. */
const ONLY_GENERAL: Said = {
  zh: (names) => `政策没有单独写${names}的条件；各项优惠都一样的有：`,
  en: (names) => `The policy states no conditions for ${names} alone. For every offer it states:`,
};

/** Names of offers may have commas of their own. */
function inBrackets(names: string): string {
  return names === '' ? '' : ` (${names})`;
}

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
