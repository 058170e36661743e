import type { Bilingual, Language } from '../bilingual.ts';
import { type Day, dayOfMonth, type Month, monthNumber, yearNumber } from '../calendar/day.ts';
import type { Span } from '../calendar/span.ts';
import type { Outlet, Policy, PolicySet } from '../policy/policy.ts';
import type { Source } from '../source.ts';
import type { Words } from './answer.ts';

const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2015年3月31日`, or `31 March 2015`. */
export function dayInWords(day: Day, language: Language): string {
  const [year, month, date] = [yearNumber(day), monthNumber(day), dayOfMonth(day)];
  return language === 'zh'
    ? `${year}年${month}月${date}日`
    : `${date} ${MONTH_NAMES[month - 1] ?? ''} ${year}`;
}

/** `2015年3月`, or `March 2015`. */
export function monthInWords(month: Month, language: Language): string {
  const [year, number] = month.split('-').map(Number);
  return language === 'zh'
    ? `${year}年${number}月`
    : `${MONTH_NAMES[(number ?? 1) - 1] ?? ''} ${year}`;
}

/** Sentences one after the other. */
export function inTurn(sentences: readonly string[], language: Language): string {
  return sentences.join(language === 'zh' ? '' : ' ');
}

/** `a、b和c`, or `a, b and c`; `或` and `or` where one of them is meant. */
export function listed(
  items: readonly string[],
  language: Language,
  last: 'and' | 'or' = 'and',
): string {
  if (items.length < 2) return items.join('');
  const comma = language === 'zh' ? '、' : ', ';
  const word = language === 'zh' ? { and: '和', or: '或' }[last] : ` ${last} `;
  return items.slice(0, -1).join(comma) + word + (items.at(-1) ?? '');
}

/** `an own hall`, `a township store`; Chinese has no article. */
export function withArticle(name: string, language: Language): string {
  if (language === 'zh') return name;
  return `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name}`;
}

export function nameOf(
  things: readonly { id: string; name: Bilingual }[],
  id: string,
  language: Language,
): string {
  return things.find((thing) => thing.id === id)?.name[language] ?? id;
}

export function outletName(policy: Policy, id: Outlet['id'], language: Language): string {
  return nameOf(policy.outlets, id, language);
}

/** An offer's name; two offers of one name are told apart by their business (合约续约·存费送费). */
export function offerName(
  campaign: Pick<PolicySet, 'offers' | 'businesses'>,
  id: string,
  language: Language,
): string {
  const offer = campaign.offers.find((one) => one.id === id);
  if (offer === undefined) return id;
  const name = offer.name[language];
  const isShared =
    campaign.offers.some((other) => other.id !== id && other.name[language] === name) ||
    campaign.businesses.some((business) => business.name[language] === name);
  if (!isShared) return name;
  return `${nameOf(campaign.businesses, offer.business, language)}·${name}`;
}

/** The name of an offer of whatever campaign, approved or not; its id where none has it. */
export function offerNameAnywhere(policy: Policy, id: string, language: Language): string {
  const campaign = [...policy.waiting, ...policy.campaigns].findLast(({ offers }) =>
    offers.some((one) => one.id === id),
  );
  return campaign === undefined ? id : offerName(campaign, id, language);
}

/** Where an answer stands, in one line. */
export function sourceLine(
  sources: readonly Source[],
  language: Language,
  more: readonly string[] = [],
): string {
  const documents = [...new Set(sources.map((source) => source.document[language]))];
  const clauses = [...new Set(sources.map((source) => source.clause[language]))];
  const parts = [listed(documents, language), clausesInWords(clauses, language), ...more];
  return `${language === 'zh' ? '来源：' : 'Source: '}${parts.join(' · ')}`;
}

/** Clauses of one heading after it, once: "payout plans: deposit of 200, deposit of 100 and deposit of 50". */
function clausesInWords(clauses: readonly string[], language: Language): string {
  const byHeading = Map.groupBy(clauses, (clause) => HEADING.exec(clause)?.[0] ?? clause);
  return listed(
    Array.from(byHeading, ([heading, [only = heading, ...others]]) =>
      others.length === 0
        ? only
        : heading.replace(/[,，] ?$/, language === 'zh' ? '：' : ': ') +
          listed(
            [only, ...others].map((clause) => clause.slice(heading.length)),
            language,
          ),
    ),
    language,
  );
}
const HEADING = /^[^,，]+[,，] ?/;

/** `1 January to 31 March 2015`. */
export function campaignDays(
  { days: { from, to } }: { readonly days: Span },
  language: Language,
): string {
  return language === 'zh'
    ? `${dayInWords(from, 'zh')}至${dayInWords(to, 'zh')}`
    : `${dayInWords(from, 'en')} to ${dayInWords(to, 'en')}`;
}

/** Words with only what is given. */
export function words(parts: Partial<Words> & { readonly lead: string }): Words {
  return { sections: [], notes: [], source: null, choices: null, ...parts };
}
