import { addMonths, type Day, type Month, monthOf } from '../calendar/day.ts';
import { type Fen, fenOf, yuanText } from './money.ts';
import type { Assumption, MonthlyReturn, PayoutPlan } from './policy.ts';

/** What one month brings. */
export type Credit = {
  readonly month: Month;
  readonly depositFen: Fen;
  readonly giftFen: Fen;
};

/** How a deposit made on one day comes back. The sums close (see `closingFaults`). */
export type Schedule = {
  readonly plan: PayoutPlan;
  readonly depositedOn: Day;
  readonly firstCreditFen: Fen;
  readonly giftAtOnceFen: Fen;
  /** The months after the deposit in which anything comes, without gaps; the day of the deposit is not among them. */
  readonly credits: readonly Credit[];
  /** All money that the customer receives; a data pack is not money and not in it. */
  readonly totalFen: Fen;
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
    depositFen: creditIn(plan.depositReturn, index + 1),
    giftFen: gift === null ? 0 : creditIn(gift.monthly, index + 1),
  }));
  const giftAtOnceFen = gift?.atOnceFen ?? 0;
  const monthlyFen = credits.reduce((sum, credit) => sum + credit.depositFen + credit.giftFen, 0);
  return {
    plan,
    depositedOn,
    firstCreditFen: plan.firstCreditFen,
    giftAtOnceFen,
    credits,
    totalFen: plan.firstCreditFen + giftAtOnceFen + monthlyFen,
    assumptions: returns.flatMap((part) => (part.assumed === null ? [] : [part.assumed])),
  };
}

/** What a return pays `offset` months after the month of the deposit. */
function creditIn(part: MonthlyReturn, offset: number): Fen {
  const lastOffset = part.startsAfterMonths + part.months - 1;
  if (offset < part.startsAfterMonths || offset > lastOffset) return 0;
  return offset === lastOffset ? part.lastFen : part.monthlyFen;
}

/** All that a return pays. */
function sumOf({ monthlyFen, months, lastFen }: MonthlyReturn): Fen {
  return monthlyFen * (months - 1) + lastFen;
}

/** What does not add up in a plan, as the sums that fail, in yuan; empty where it closes. */
export function closingFaults(plan: PayoutPlan): readonly string[] {
  const { depositReturn, firstCreditFen, depositYuan, gift } = plan;
  const faults = [...lastFaults('depositReturn', depositReturn)];
  const returned = firstCreditFen + sumOf(depositReturn);
  if (returned !== fenOf(depositYuan)) {
    faults.push(
      `firstCredit ${yuanText(firstCreditFen)} + depositReturn ${inSums(depositReturn)} = ${yuanText(returned)}, but the deposit is ${depositYuan}`,
    );
  }
  if (gift.kind === 'money') {
    faults.push(...lastFaults('gift', gift.monthly));
    const given = gift.atOnceFen + sumOf(gift.monthly);
    if (given !== gift.totalFen) {
      faults.push(
        `gift.atOnce ${yuanText(gift.atOnceFen)} + gift.monthly ${inSums(gift.monthly)} = ${yuanText(given)}, but gift.total is ${yuanText(gift.totalFen)}`,
      );
    }
  }
  return faults;
}

/** A return as it stands in a sum: `10 × 15`, or `8.33 × 11 + 8.37`. */
function inSums({ monthlyFen, months, lastFen }: MonthlyReturn): string {
  return monthlyFen === lastFen
    ? `${yuanText(monthlyFen)} × ${months}`
    : `${yuanText(monthlyFen)} × ${months - 1} + ${yuanText(lastFen)}`;
}

/** Of a single month only one amount can be true. */
function lastFaults(name: string, part: MonthlyReturn): readonly string[] {
  if (part.months > 1 || part.monthlyFen === part.lastFen) return [];
  return [
    `${name} has one month, and yet monthly ${yuanText(part.monthlyFen)} and last ${yuanText(part.lastFen)} differ`,
  ];
}
