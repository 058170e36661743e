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
import type { Section, Words } from './answer.ts';
import { customerTextOf, OUTLET_BLANK } from './customer-text.ts';
import type { PolicyGround } from './policy-source.ts';

/** The offers that a question names, none for the campaign as a whole, and the day. */
export type DetailsScope = {
  readonly campaign: Campaign;
  readonly offers: readonly OfferId[];
  readonly day: Day;
};

/** The words of an answer about an offer or a campaign, before what is said beside any of them. */
export type DetailsWords = Pick<Words, 'lead' | 'sections' | 'notes'> & {
  readonly sources: readonly Source[];
  /** The file of the policy set in which they stand. */
  readonly file: PolicyGround['file'];
};

/** How many statements of a kind a short answer shows: a phone's screen holds no more. */
const SHOWN = 3;

/** What must and must never be said, and the words for the customer: in short, with a way to the rest. */
export function panelInShort(
  scope: DetailsScope,
  language: Language,
): Omit<DetailsWords, 'lead' | 'file'> {
  const lists = (['mustSay', 'neverSay'] as const).map((list) => {
    const { own, general } = statementsOn(scope.campaign, list, scope);
    const all = [...own, ...general];
    return { list, shown: all.slice(0, SHOWN), hasMore: all.length > SHOWN };
  });
  const shown = lists.flatMap((one) => one.shown);
  return {
    sections: [
      ...lists.flatMap(({ list, shown: some }) => statementSection(list, some, language)),
      ...scope.offers.flatMap((offer) =>
        textSection(customerTextOf(scope.campaign, offer), language),
      ),
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
function textSection(text: CustomerText | null, language: Language): readonly Section[] {
  if (text === null) return [];
  const said = text[language] ?? text.zh;
  const heading = (isOpen(said) ? FILL_IN : TO_SEND)[language];
  return [{ heading, lines: [said], isCopyable: true }];
}

/** Whether the name of the outlet has to be put in first. */
export function isOpen(text: string): boolean {
  return Object.values(OUTLET_BLANK).some((blank) => text.includes(blank));
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
