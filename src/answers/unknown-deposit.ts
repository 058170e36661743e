import type { Reading } from '../language/reading.ts';
import { inTurn } from './wording.ts';

/** That no plan is for the deposit that was named, or none with that gift; null where that is not so. */
export function unknownDepositNote({
  unsaid: { deposit, gift },
  language,
}: Pick<Reading, 'unsaid' | 'language'>): string | null {
  if (deposit === null) return null;
  if (gift !== null) {
    return language === 'zh'
      ? `政策里没有存${deposit}元送${gift}元的档。`
      : `The policy has no plan that gives ${gift} yuan for a deposit of ${deposit}.`;
  }
  return language === 'zh'
    ? `政策里没有存${deposit}元的档。`
    : `The policy has no plan for a deposit of ${deposit} yuan.`;
}

/** "can I offer deposit 300": that there is none comes before what there is. Where an offer is named, that one is meant. */
export function withoutUnknownDeposit(reading: Reading, lead: string): string {
  const note = unknownDepositNote(reading);
  return note === null || reading.entities.offers.length > 0
    ? lead
    : inTurn([note, lead], reading.language);
}
