import type { Language } from '../bilingual.ts';
import { type Day, daysBetween } from '../calendar/day.ts';
import type { Reading } from '../language/reading.ts';
import { contractLine, stateOf } from './contract-lines.ts';
import { contractNeed, type FoundContract, NAMED_AT_MOST } from './contracts-found.ts';
import { dayInWords, listed, outletName, withArticle, words } from './wording.ts';
import type { Said, World } from './world.ts';

/** What a phone shows without scrolling for long. */
const LINES = 10;

/** Which contracts end in the days asked about, soonest first. */
export function renewalList(reading: Reading, world: World): Said {
  const { language } = reading;
  const { policy, today, contracts: found } = world;
  const need = contractNeed(reading, today);
  if (need === null || need.kind !== 'ending') throw new Error('a question about no days');
  const { from, to, outlets } = need;
  const places = outlets.map((id) => outletName(policy, id, language));
  const asked = [daysInWords(from, to, language), listed(places, language)].filter(Boolean);
  const contracts = (found?.contracts ?? []).slice(0, NAMED_AT_MOST);
  const total = found?.total ?? 0;
  const facts = { from, to, outlets, total, contracts: contracts.map(({ id }) => id) };
  if (found === undefined || !found.isConnected)
    return {
      facts,
      words: words({
        lead:
          language === 'zh'
            ? '还没有接入合约数据，我查不了哪些合约到期。'
            : 'No contract data is connected yet, so I cannot tell which contracts end.',
        notes: [
          language === 'zh'
            ? `您问的是：${asked.join('，')}。请在业务系统里查询。`
            : `You asked about ${asked.join(', ')}. Please look in your business system.`,
        ],
      }),
    };
  return {
    facts,
    words: words({
      lead: howMany(total, asked, language),
      sections:
        total === 0
          ? []
          : [{ heading: null, lines: linesOf(contracts, { total, today, language }) }],
      notes: offersNote(contracts, policy, language),
    }),
  };
}

type Listing = { readonly total: number; readonly today: Day; readonly language: Language };

function linesOf(
  contracts: readonly FoundContract[],
  { total, today, language }: Listing,
): readonly string[] {
  const shown = total > LINES ? LINES - 1 : LINES;
  const more = total - Math.min(contracts.length, shown);
  return [
    ...contracts.slice(0, shown).map((contract) => contractLine(contract, today, language)),
    ...(more > 0 ? [language === 'zh' ? `还有${more}份` : `and ${more} more`] : []),
  ];
}

function howMany(total: number, asked: readonly string[], language: Language): string {
  if (language === 'zh')
    return total === 0
      ? `没有合约在${asked.join('，')}到期。`
      : `${asked.join('，')}：${total}份合约到期。`;
  const when = asked.join(', ');
  if (total === 0) return `No contract ends: ${when}.`;
  return `${total} ${total === 1 ? 'contract ends' : 'contracts end'}: ${when}.`;
}

/** What may be led with is one question away, and depends on the outlet. */
function offersNote(
  [first]: readonly FoundContract[],
  policy: World['policy'],
  language: Language,
): readonly string[] {
  if (first === undefined) return [];
  const outlet = outletName(policy, first.outlet, language);
  return [
    language === 'zh'
      ? `可以接着问：“${outlet}续约主推什么”。`
      : `Next you can ask: “what may ${withArticle(outlet, 'en')} lead with for a renewal?”`,
  ];
}

/**
 * One contract by its id or phone. Of several with one phone, the one that ends next; where all have ended, the last. What
 * was typed is not repeated where it was not found: it may be a phone.
 */
export function renewalStatus(
  { language }: Reading,
  { policy, today, contracts: found }: World,
): Said {
  const inTurn = nearestFirst(found?.contracts ?? [], today);
  const [contract, ...others] = inTurn;
  if (contract === undefined)
    return {
      facts: { contract: null },
      words: words({ lead: NOT_FOUND[whyNot(found)][language] }),
    };
  const { id, endsOn } = contract;
  return {
    facts: { contract: id, ends: endsOn, daysLeft: daysBetween(today, endsOn) },
    words: words({
      lead:
        language === 'zh'
          ? `合约 ${id} ${dayInWords(endsOn, 'zh')}到期：${stateOf(contract, today, 'zh')}。`
          : `Contract ${id} ends on ${dayInWords(endsOn, 'en')}: ${stateOf(contract, today, 'en')}.`,
      sections: [
        { heading: null, lines: [contractLine(contract, today, language), contract.plan] },
        ...(others.length === 0
          ? []
          : [
              {
                heading:
                  language === 'zh' ? '同一个号码的其他合约' : 'Other contracts of this phone',
                lines: linesOf(others, { total: others.length, today, language }),
              },
            ]),
      ],
      notes: offersNote([contract], policy, language),
    }),
  };
}

function nearestFirst(contracts: readonly FoundContract[], today: Day): readonly FoundContract[] {
  const [live, gone] = [
    contracts.filter(({ vanishedAt }) => vanishedAt === null),
    contracts.filter(({ vanishedAt }) => vanishedAt !== null),
  ];
  const ahead = live.filter(({ endsOn }) => endsOn >= today);
  const behind = live.filter(({ endsOn }) => endsOn < today).toReversed();
  return [...ahead, ...behind, ...gone.toReversed()];
}

const NOT_FOUND = {
  unconnected: {
    zh: '还没有接入合约数据，我查不到这个合约。请在业务系统里查询。',
    en: 'No contract data is connected yet, so I cannot find that contract. Please look in your business system.',
  },
  unknown: {
    zh: '名单里没有这个合约编号或号码。请核对，或在业务系统里查询。',
    en: 'The contracts I know have no such id or phone. Please check it, or look in your business system.',
  },
} as const;

function whyNot(found: World['contracts']): keyof typeof NOT_FOUND {
  return found?.isConnected === true ? 'unknown' : 'unconnected';
}

function daysInWords(from: Day, to: Day, language: Language): string {
  if (from === to) return dayInWords(from, language);
  return language === 'zh'
    ? `${dayInWords(from, 'zh')}至${dayInWords(to, 'zh')}`
    : `${dayInWords(from, 'en')} to ${dayInWords(to, 'en')}`;
}
