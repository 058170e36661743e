import type { Language } from '../bilingual.ts';
import type { Reading } from '../language/reading.ts';
import { inTurn } from './wording.ts';

/** That no plan is for the deposit that was named. */
export function unknownDepositNote(yuan: number, language: Language): string {
  return language === 'zh'
    ? `政策里没有存${yuan}元的档。`
    : `The policy has no plan for a deposit of ${yuan} yuan.`;
}

/** "can I offer deposit 300": that there is none comes before what there is. Where an offer is named, that one is meant. */
export function withoutUnknownDeposit(
  { unknownDeposit, language, entities }: Reading,
  lead: string,
): string {
  if (unknownDeposit === null || entities.offers.length > 0) return lead;
  return inTurn([unknownDepositNote(unknownDeposit, language), lead], language);
}
