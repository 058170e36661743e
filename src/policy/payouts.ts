import { addMonths, type Day, type Month, monthOf } from '../calendar/day.ts';
import type { Assumption, MonthlyReturn, PayoutPlan } from './policy.ts';

/** What one month brings, in yuan. */
export type Credit = {
  readonly month: Month;
  readonly depositYuan: number;
  readonly giftYuan: number;
};

/** How a deposit made on one day comes back. Whole yuan throughout; the sums close (see `closingFaults`). */
export type Schedule = {
  readonly plan: PayoutPlan;
  readonly depositedOn: Day;
  readonly firstCreditYuan: number;
  readonly giftAtOnceYuan: number;
  /** The months after the deposit in which anything comes, without gaps; the day of the deposit is not among them. */
  readonly credits: readonly Credit[];
  /** All money that the customer receives; a data pack is not money and not in it. */
  readonly totalYuan: number;
  readonly assumptions: readonly Assumption[];
};

/** The schedule of a plan for a deposit made on `depositedOn`. */
export function scheduleOf(plan: PayoutPlan, depositedOn: Day): Schedule {
  const gift = plan.gift.kind === 'money' ? plan.gift : null;
  const returns = [plan.depositReturn, ...(gift === null ? [] : [gift.monthly])];
  const lastOffset = Math.max(...returns.map((part) => part.startsAfterMonths + part.months - 1));
  const credits = Array.from({ length: lastOffset }, (_, index) => ({
    // Counted from the deposit's own day, so that a deposit on 31 January loses no month.
    month: monthOf(addMonths(depositedOn, index + 1)),
    depositYuan: creditIn(plan.depositReturn, index + 1),
    giftYuan: gift === null ? 0 : creditIn(gift.monthly, index + 1),
  }));
  const giftAtOnceYuan = gift?.atOnceYuan ?? 0;
  const monthlyYuan = credits.reduce(
    (sum, credit) => sum + credit.depositYuan + credit.giftYuan,
    0,
  );
  return {
    plan,
    depositedOn,
    firstCreditYuan: plan.firstCreditYuan,
    giftAtOnceYuan,
    credits,
    totalYuan: plan.firstCreditYuan + giftAtOnceYuan + monthlyYuan,
    assumptions: returns.flatMap((part) => (part.assumed === null ? [] : [part.assumed])),
  };
}

/** What a return pays `offset` months after the month of the deposit, in yuan. */
function creditIn(part: MonthlyReturn, offset: number): number {
  const isPaid = offset >= part.startsAfterMonths && offset < part.startsAfterMonths + part.months;
  return isPaid ? part.monthlyYuan : 0;
}

/** What does not add up in a plan, as the sums that fail; empty where it closes. */
export function closingFaults(plan: PayoutPlan): readonly string[] {
  const { depositReturn, firstCreditYuan, depositYuan, gift } = plan;
  const faults: string[] = [];
  const returned = firstCreditYuan + depositReturn.monthlyYuan * depositReturn.months;
  if (returned !== depositYuan) {
    faults.push(
      `firstCredit ${firstCreditYuan} + depositReturn ${depositReturn.monthlyYuan} × ${depositReturn.months} = ${returned}, but the deposit is ${depositYuan}`,
    );
  }
  if (gift.kind === 'money') {
    const given = gift.atOnceYuan + gift.monthly.monthlyYuan * gift.monthly.months;
    if (given !== gift.totalYuan) {
      faults.push(
        `gift.atOnce ${gift.atOnceYuan} + gift.monthly ${gift.monthly.monthlyYuan} × ${gift.monthly.months} = ${given}, but gift.total is ${gift.totalYuan}`,
      );
    }
  }
  return faults;
}
