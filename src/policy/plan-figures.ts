import type { PayoutPlan } from './policy.ts';

/** The figures that may truly be said of a payout plan. */
export type PlanFigures = { readonly yuan: readonly number[]; readonly months: readonly number[] };

/** Every amount that a customer pays or gets under a plan, and every number of months; the commission is not his. */
export function figuresOf({
  depositYuan,
  firstCreditYuan,
  depositReturn,
  gift,
}: PayoutPlan): PlanFigures {
  const deposit = [
    depositYuan,
    firstCreditYuan,
    depositReturn.monthlyYuan,
    depositReturn.monthlyYuan * depositReturn.months,
  ];
  if (gift.kind === 'pack') {
    return { yuan: sorted([...deposit, gift.worthYuan]), months: [depositReturn.months] };
  }
  const { totalYuan, atOnceYuan, monthly } = gift;
  return {
    yuan: sorted([
      ...deposit,
      totalYuan,
      atOnceYuan,
      monthly.monthlyYuan,
      monthly.monthlyYuan * monthly.months,
      depositYuan + totalYuan,
      firstCreditYuan + atOnceYuan,
      depositReturn.monthlyYuan + monthly.monthlyYuan,
    ]),
    // "the first 12 months 18, the last 3 months 10": the difference is a number of months, too.
    months: sorted([
      depositReturn.months,
      monthly.months,
      Math.abs(depositReturn.months - monthly.months),
    ]),
  };
}

/** In how many months all has come back: those of the longer return. */
export function termMonths({ depositReturn, gift }: PayoutPlan): number {
  return Math.max(depositReturn.months, gift.kind === 'money' ? gift.monthly.months : 0);
}

function sorted(figures: readonly number[]): readonly number[] {
  return [...new Set(figures)].sort((one, other) => one - other);
}
