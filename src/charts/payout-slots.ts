import { monthInWords } from '../answers/wording.ts';
import type { Language } from '../bilingual.ts';
import { type Month, monthOf } from '../calendar/day.ts';
import type { Fen } from '../policy/money.ts';
import type { Schedule } from '../policy/payouts.ts';

/** One place of the timeline: the day of the deposit, then each month. */
export type Slot = {
  /** Null on the day of the deposit. */
  readonly month: Month | null;
  readonly label: string;
  /** Said where a year begins. */
  readonly year: string;
  readonly depositFen: Fen;
  readonly giftFen: Fen;
  readonly sumFen: Fen;
  /** All that has come until then. */
  readonly runningFen: Fen;
};

export function slotsOf(schedule: Schedule, language: Language): readonly Slot[] {
  const { firstCreditFen, giftAtOnceFen, depositedOn, credits } = schedule;
  const given = [{ month: null, depositFen: firstCreditFen, giftFen: giftAtOnceFen }, ...credits];
  let runningFen = 0;
  return given.map(({ month, depositFen, giftFen }) => {
    const sumFen = depositFen + giftFen;
    runningFen += sumFen;
    const year = (month ?? monthOf(depositedOn)).slice(0, 4);
    return {
      month,
      label: labelOf(month, language),
      year,
      depositFen,
      giftFen,
      sumFen,
      runningFen,
    };
  });
}

function labelOf(month: Month | null, language: Language): string {
  if (month === null) return language === 'zh' ? '当天' : 'day';
  return language === 'zh' ? `${Number(month.slice(5))}月` : monthInWords(month, 'en').slice(0, 3);
}
