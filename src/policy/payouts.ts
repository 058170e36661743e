import type { Bilingual } from '../bilingual.ts';
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

/** What has come before a month; what comes on the day of the deposit has come before every later one. */
export function paidBefore(
  { depositedOn, firstCreditFen, giftAtOnceFen, credits }: Schedule,
  month: Month,
): Fen {
  const atOnce = monthOf(depositedOn) < month ? firstCreditFen + giftAtOnceFen : 0;
  return credits
    .filter((credit) => credit.month < month)
    .reduce((sum, { depositFen, giftFen }) => sum + depositFen + giftFen, atOnce);
}

/** What a return pays `offset` months after the month of the deposit. */
function creditIn(part: MonthlyReturn, offset: number): Fen {
  const lastOffset = part.startsAfterMonths + part.months - 1;
  if (offset < part.startsAfterMonths || offset > lastOffset) return 0;
  return offset === lastOffset ? part.lastFen : part.monthlyFen;
}

/** All that a return pays. */
export function sumOf({ monthlyFen, months, lastFen }: MonthlyReturn): Fen {
  return monthlyFen * (months - 1) + lastFen;
}

/** What does not add up in a plan, as the sums that fail, in yuan; empty where it closes. */
export function closingFaults(plan: PayoutPlan): readonly Bilingual[] {
  const { depositReturn, firstCreditFen, depositYuan, gift } = plan;
  const faults = [...lastFaults({ zh: '返还', en: 'depositReturn' }, depositReturn)];
  const returned = firstCreditFen + sumOf(depositReturn);
  if (returned !== fenOf(depositYuan)) {
    const sum = `${inSums(depositReturn)} = ${yuanText(returned)}`;
    const first = yuanText(firstCreditFen);
    faults.push({
      zh: `首次到账 ${first} + 每月返还 ${sum}，预存却是 ${depositYuan}`,
      en: `firstCredit ${first} + depositReturn ${sum}, but the deposit is ${depositYuan}`,
    });
  }
  if (gift.kind === 'money') {
    faults.push(...lastFaults({ zh: '赠送', en: 'gift' }, gift.monthly));
    const given = gift.atOnceFen + sumOf(gift.monthly);
    if (given !== gift.totalFen) {
      const sum = `${inSums(gift.monthly)} = ${yuanText(given)}`;
      const [first, total] = [yuanText(gift.atOnceFen), yuanText(gift.totalFen)];
      faults.push({
        zh: `赠送当时到账 ${first} + 每月赠送 ${sum}，赠送却是 ${total}`,
        en: `gift.atOnce ${first} + gift.monthly ${sum}, but gift.total is ${total}`,
      });
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
function lastFaults(name: Bilingual, part: MonthlyReturn): readonly Bilingual[] {
  if (part.months > 1 || part.monthlyFen === part.lastFen) return [];
  const [monthly, last] = [yuanText(part.monthlyFen), yuanText(part.lastFen)];
  return [
    {
      zh: `${name.zh}只有一个月，每月金额 ${monthly} 和末月 ${last} 却不一样`,
      en: `${name.en} has one month, and yet monthly ${monthly} and last ${last} differ`,
    },
  ];
}
