import type { Language } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';
import {
  type CustomerText,
  type Statement,
  type StatementList,
  statementsOn,
} from '../policy/panel.ts';
import type { Campaign, OfferId } from '../policy/policy.ts';
import type { Source } from '../source.ts';
import type { Section } from './answer.ts';
import { customerTextOf, OUTLET_BLANK } from './customer-text.ts';

/** One offer of a campaign in force, or null for the campaign as a whole, on the day asked about. */
export type PanelScope = {
  readonly campaign: Campaign;
  readonly offer: OfferId | null;
  readonly day: Day;
};

/** The words of a panel that an answer takes in. */
export type PanelWords = {
  readonly sections: readonly Section[];
  readonly notes: readonly string[];
  readonly sources: readonly Source[];
};

/** How many statements of a kind a short answer shows: a phone's screen holds no more. */
const SHOWN = 3;

/** What must and must never be said, and the words for the customer: in short, with a way to the rest. */
export function panelInShort(scope: PanelScope, language: Language): PanelWords {
  const lists = (['mustSay', 'neverSay'] as const).map((list) => {
    const { own, general } = statementsOn(scope.campaign.panel, list, scope);
    const all = [...own, ...general];
    return { list, shown: all.slice(0, SHOWN), hasMore: all.length > SHOWN };
  });
  const shown = lists.flatMap((one) => one.shown);
  return {
    sections: [
      ...lists.flatMap(({ list, shown: some }) => statementSection(list, some, language)),
      ...(scope.offer === null
        ? []
        : textSection(customerTextOf(scope.campaign, scope.offer), language)),
    ],
    notes: [
      ...assumptionsOf(shown, language),
      ...(lists.some(({ hasMore }) => hasMore) ? [REST[language]] : []),
    ],
    sources: sourcesOf(shown),
  };
}

export function statementSection(
  list: StatementList,
  statements: readonly Statement[],
  language: Language,
): readonly Section[] {
  if (statements.length === 0) return [];
  return [{ heading: HEADINGS[list][language], lines: linesOf(statements, language) }];
}

export function linesOf(statements: readonly Statement[], language: Language): readonly string[] {
  return statements.map(({ text }) => text[language]);
}

/** A text for a customer, to be copied; none where there is none. What has no English is there in Chinese. */
export function textSection(text: CustomerText | null, language: Language): readonly Section[] {
  if (text === null) return [];
  const said = text[language] ?? text.zh;
  const isOpen = Object.values(OUTLET_BLANK).some((blank) => said.includes(blank));
  return [{ heading: (isOpen ? FILL_IN : TO_SEND)[language], lines: [said], isCopyable: true }];
}

export function assumptionsOf(
  statements: readonly Statement[],
  language: Language,
): readonly string[] {
  return [
    ...new Set(
      statements.flatMap(({ basis }) => ('reason' in basis ? [basis.reason[language]] : [])),
    ),
  ];
}

export function sourcesOf(statements: readonly Statement[]): readonly Source[] {
  return statements.flatMap(({ basis }) => ('reason' in basis ? [] : [basis]));
}

const HEADINGS: Readonly<Record<StatementList, Readonly<Record<Language, string>>>> = {
  conditions: { zh: '条件', en: 'Conditions' },
  mustSay: { zh: '√ 要跟客户说', en: '√ Tell the customer' },
  neverSay: { zh: '× 不能跟客户说', en: '× Never tell the customer' },
};

const TO_SEND: Readonly<Record<Language, string>> = {
  zh: '可以发给客户',
  en: 'Text for the customer',
};
const FILL_IN: Readonly<Record<Language, string>> = {
  zh: '可以发给客户（括号里换成网点名称）',
  en: 'Text for the customer (put the outlet’s name in the brackets)',
};

const REST: Readonly<Record<Language, string>> = {
  zh: '没有列全：问“要跟客户说什么”或“不能跟客户说什么”。',
  en: 'There is more: ask “what must I tell the customer” or “what must I not promise”.',
};
