import type { Bilingual } from '../bilingual.ts';
import { yuanOf } from '../policy/money.ts';
import type { PayoutPlan, Policy } from '../policy/policy.ts';
import type { WordKind } from './lexicon.ts';
import { normalise } from './normalise.ts';
import type { PlanAmounts } from './plan-amounts.ts';
import { type WordEntry, wordKey } from './words.ts';

/** What the policy calls its things, each once, in the order of the policy. Learning sees nothing else of the policy. */
export type PolicyNames = {
  readonly outlets: readonly Named[];
  readonly offers: readonly Named[];
  /** The amounts of the plans of all campaigns. */
  readonly amounts: readonly PlanAmounts[];
};

type Named = { readonly id: string; readonly name: Bilingual };

export function namesIn({ outlets, campaigns: inForce, waiting }: Policy): PolicyNames {
  // What waits for its approval is understood, so that it can be said that nothing may be promised from it.
  const campaigns = [...inForce, ...waiting];
  return {
    outlets: eachOnce(outlets.map(named)),
    offers: eachOnce(campaigns.flatMap(({ offers }) => offers.map(named))),
    amounts: eachOnce(planAmounts(campaigns.flatMap(({ plans }) => plans))),
  };
}

export function planAmounts(plans: readonly PayoutPlan[]): readonly PlanAmounts[] {
  return plans.map(({ depositYuan, gift, depositReturn }) => {
    const back = [depositReturn, ...(gift.kind === 'money' ? [gift.monthly] : [])];
    const monthly = back.map(({ monthlyFen }) => monthlyFen);
    const together = monthly.reduce((sum, fen) => sum + fen, 0);
    return {
      depositYuan,
      giftYuan: yuanOf(gift.kind === 'money' ? gift.totalFen : gift.worthFen),
      monthlyYuan: [...new Set([...monthly, together])].map(yuanOf),
      months: back.map(({ months }) => months),
    };
  });
}

/**
 * The words, and the names by which the policy calls its things: a new quarter's offers are understood by their names
 * before anybody lists other words. A name that the words already explain keeps their explanation (存费送费).
 */
export function withNames(
  entries: readonly WordEntry[],
  kind: WordKind,
  names: PolicyNames,
): readonly WordEntry[] {
  if (kind !== 'outlets' && kind !== 'offers') return entries;
  const known = new Set(entries.flatMap((entry) => entry.words.map(wordKey)));
  const named = names[kind].map(({ id, name }) => ({
    ids: [id],
    words: [name.zh, name.en]
      .map((text) => normalise(text).plain)
      .filter((text) => !known.has(wordKey(text))),
  }));
  return [...entries, ...named];
}

function named({ id, name }: Named): Named {
  return { id, name: { zh: name.zh, en: name.en } };
}

function eachOnce<T>(things: readonly T[]): readonly T[] {
  return [...new Map(things.map((thing) => [JSON.stringify(thing), thing])).values()];
}
