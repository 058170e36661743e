import { type Fen, yuanOf } from './money.ts';
import { sumOf } from './payouts.ts';
import type { MonthlyReturn, PayoutPlan } from './policy.ts';

/** The figures that may truly be said of a payout plan, in yuan and months. */
export type PlanFigures = { readonly yuan: readonly number[]; readonly months: readonly number[] };

/** Every amount that a customer pays or gets under a plan, and every number of months; the commission is not his. */
export function figuresOf({ firstCreditFen, depositReturn, gift }: PayoutPlan): PlanFigures {
  const depositFen = firstCreditFen + sumOf(depositReturn);
  const deposit = [depositFen, firstCreditFen, ...amountsOf(depositReturn)];
  if (gift.kind === 'pack') {
    return { yuan: inYuan([...deposit, gift.worthFen]), months: eachOnce([depositReturn.months]) };
  }
  const { totalFen, atOnceFen, monthly } = gift;
  return {
    yuan: inYuan([
      ...deposit,
      totalFen,
      atOnceFen,
      ...amountsOf(monthly),
      depositFen + totalFen,
      firstCreditFen + atOnceFen,
      ...[depositReturn.monthlyFen, depositReturn.lastFen].flatMap((one) => [
        one + monthly.monthlyFen,
        one + monthly.lastFen,
      ]),
    ]),
    // "the first 12 months 18, the last 3 months 10": the difference is a number of months, too.
    months: eachOnce([
      depositReturn.months,
      monthly.months,
      Math.abs(depositReturn.months - monthly.months),
    ]),
  };
}

/** A month, the last month, and all of them together. */
function amountsOf(part: MonthlyReturn): readonly Fen[] {
  return [part.monthlyFen, part.lastFen, sumOf(part)];
}

/** All money that a plan brings a customer: his deposit, and the gift where it is money. */
export function paidInAll({ firstCreditFen, depositReturn, gift }: PayoutPlan): Fen {
  return firstCreditFen + sumOf(depositReturn) + (gift.kind === 'money' ? gift.totalFen : 0);
}

/** In how many months all has come back: those of the longer return. */
export function termMonths({ depositReturn, gift }: PayoutPlan): number {
  return Math.max(depositReturn.months, gift.kind === 'money' ? gift.monthly.months : 0);
}

function inYuan(amounts: readonly Fen[]): readonly number[] {
  return eachOnce(amounts).map(yuanOf);
}

/** Each once, the smallest first. */
function eachOnce(figures: readonly number[]): readonly number[] {
  return [...new Set(figures)].sort((one, other) => one - other);
}
