import type { Reading } from '../language/reading.ts';
import { inTurn } from './wording.ts';

/** That no plan is for the deposit that was named, or none with that gift; null where that is not so. */
export function unknownDepositNote({
  unknownDeposit,
  wrongGift,
  language,
}: Pick<Reading, 'unknownDeposit' | 'wrongGift' | 'language'>): string | null {
  if (unknownDeposit === null) return null;
  if (wrongGift !== null) {
    return language === 'zh'
      ? `政策里没有存${unknownDeposit}元送${wrongGift}元的档。`
      : `The policy has no plan that gives ${wrongGift} yuan for a deposit of ${unknownDeposit}.`;
  }
  return language === 'zh'
    ? `政策里没有存${unknownDeposit}元的档。`
    : `The policy has no plan for a deposit of ${unknownDeposit} yuan.`;
}

/** "can I offer deposit 300": that there is none comes before what there is. Where an offer is named, that one is meant. */
export function withoutUnknownDeposit(reading: Reading, lead: string): string {
  const note = unknownDepositNote(reading);
  return note === null || reading.entities.offers.length > 0
    ? lead
    : inTurn([note, lead], reading.language);
}
