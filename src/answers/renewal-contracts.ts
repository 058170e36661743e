import { addDays } from '../calendar/day.ts';
import type { Reading } from '../language/reading.ts';
import { dayInWords, listed, outletName, words } from './wording.ts';
import type { Said, World } from './world.ts';

/** How far ahead a question looks that names no days. */
const USUAL_DAYS = 30;

/**
 * Which contracts end in the days asked about. No contract data is connected yet: there are none to list, and the
 * answer says why.
 */
export function renewalList({ language, entities }: Reading, { policy, today }: World): Said {
  const { window, date, outlets } = entities;
  const from = window?.from ?? date ?? today;
  const to = window?.to ?? date ?? addDays(today, USUAL_DAYS);
  const places = outlets.map((id) => outletName(policy, id, language));
  const days =
    from === to
      ? dayInWords(from, language)
      : language === 'zh'
        ? `${dayInWords(from, 'zh')}至${dayInWords(to, 'zh')}`
        : `${dayInWords(from, 'en')} to ${dayInWords(to, 'en')}`;
  return {
    facts: { from, to, outlets, total: 0, contracts: [] },
    words: words({
      lead:
        language === 'zh'
          ? '还没有接入合约数据，我查不了哪些合约到期。'
          : 'No contract data is connected yet, so I cannot tell which contracts end.',
      notes: [
        language === 'zh'
          ? `您问的是：${[days, listed(places, 'zh')].filter(Boolean).join('，')}。请在业务系统里查询。`
          : `You asked about ${[days, listed(places, 'en')].filter(Boolean).join(', ')}. Please look in your business system.`,
      ],
    }),
  };
}

/** One contract by its id or phone: none is known yet, and the answer says why. The id is not repeated: it may be a phone. */
export function renewalStatus({ language }: Reading): Said {
  return {
    facts: { contract: null },
    words: words({
      lead:
        language === 'zh'
          ? '还没有接入合约数据，我查不到这个合约。请在业务系统里查询。'
          : 'No contract data is connected yet, so I cannot find that contract. Please look in your business system.',
    }),
  };
}
