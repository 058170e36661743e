import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, monthOf } from '../../../src/calendar/day.ts';
import { type Credit, closingFaults, paidBefore, scheduleOf } from '../../../src/policy/payouts.ts';
import type { MonthlyReturn, PayoutPlan } from '../../../src/policy/policy.ts';
import { holds } from '../../holds.ts';
import { day, TODAY } from '../../world.ts';
import { anyDepositDay, closingPlan } from './any-policy.ts';
import { firstQuarter } from './first-quarter.ts';

function planOf(depositYuan: number): PayoutPlan {
  const plan = firstQuarter().plans.find((one) => one.depositYuan === depositYuan);
  if (plan === undefined) throw new Error(`no plan for ${depositYuan}`);
  return plan;
}

function faultsOf(plan: PayoutPlan): readonly string[] {
  return closingFaults(plan).map(({ en }) => en);
}

describe('the plans of the first quarter', () => {
  // the deposit in yuan, all else in fen: first credit, a month × months; gift, at once, a month × months; commission
  test.each([
    { deposit: 50, first: 0, back: [500, 10], gift: 'pack of 500', commission: 1000 },
    { deposit: 100, first: 2000, back: [800, 10], gift: [5000, 200, 800, 6], commission: 1000 },
    { deposit: 200, first: 5000, back: [1000, 15], gift: [10000, 400, 800, 12], commission: 1000 },
  ])(
    'the deposit of $deposit is that of the policy',
    ({ deposit, first, back, gift, commission }) => {
      const plan = planOf(deposit);
      expect(plan.firstCreditFen).toBe(first);
      expect([plan.depositReturn.monthlyFen, plan.depositReturn.months]).toEqual(back);
      expect(
        plan.gift.kind === 'pack'
          ? `pack of ${plan.gift.worthFen}`
          : [
              plan.gift.totalFen,
              plan.gift.atOnceFen,
              plan.gift.monthly.monthlyFen,
              plan.gift.monthly.months,
            ],
      ).toEqual(gift);
      expect(plan.commissionFen).toBe(commission);
    },
  );

  test('there are three, and every one closes', () => {
    expect(firstQuarter().plans).toHaveLength(3);
    for (const plan of firstQuarter().plans) expect(faultsOf(plan)).toEqual([]);
  });

  test('the month in which the deposit starts to come back is assumed, and that of the gift is not', () => {
    for (const plan of firstQuarter().plans) {
      expect(plan.depositReturn.assumed?.reason.zh).toContain('次月');
      if (plan.gift.kind === 'money') expect(plan.gift.monthly.assumed).toBeNull();
      expect(scheduleOf(plan, TODAY).assumptions).toHaveLength(1);
    }
  });
});

describe('a schedule says month by month what comes', () => {
  test('of 200 deposited on 10 February 2015', () => {
    const schedule = scheduleOf(planOf(200), TODAY);
    expect(schedule.firstCreditFen).toBe(5000);
    expect(schedule.giftAtOnceFen).toBe(400);
    expect(schedule.totalFen).toBe(30_000);
    expect(schedule.credits).toHaveLength(15);
    expect(schedule.credits[0]).toEqual({ month: '2015-03', depositFen: 1000, giftFen: 800 });
    expect(schedule.credits[11]).toEqual({ month: '2016-02', depositFen: 1000, giftFen: 800 });
    expect(schedule.credits[12]).toEqual({ month: '2016-03', depositFen: 1000, giftFen: 0 });
    expect(schedule.credits[14]).toEqual({ month: '2016-05', depositFen: 1000, giftFen: 0 });
  });

  test('of 100: the gift ends after six months, the deposit after ten', () => {
    const { credits, totalFen } = scheduleOf(planOf(100), TODAY);
    expect(credits.map((credit) => credit.giftFen)).toEqual([
      ...Array(6).fill(800),
      ...Array(4).fill(0),
    ]);
    expect(credits.map((credit) => credit.depositFen)).toEqual(Array(10).fill(800));
    expect(totalFen).toBe(15_000);
  });

  test('of 50: a data pack is not money and not in the total', () => {
    const { credits, giftAtOnceFen, totalFen } = scheduleOf(planOf(50), TODAY);
    expect(giftAtOnceFen).toBe(0);
    expect(totalFen).toBe(5000);
    expect(credits.every((credit) => credit.giftFen === 0)).toBe(true);
  });

  test.each(['2015-01-28', '2015-01-29', '2015-01-30', '2015-01-31', '2015-01-01'])(
    'a deposit on %s loses no month, February least of all',
    (text) => {
      const months = scheduleOf(planOf(200), day(text)).credits.map((credit) => credit.month);
      expect(months).toEqual([
        '2015-02',
        '2015-03',
        '2015-04',
        '2015-05',
        '2015-06',
        '2015-07',
        '2015-08',
        '2015-09',
        '2015-10',
        '2015-11',
        '2015-12',
        '2016-01',
        '2016-02',
        '2016-03',
        '2016-04',
      ]);
    },
  );
});

/** Months counted from the year 0, so that "the month after" needs no calendar. */
function countOf(month: string): number {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return year * 12 + number;
}

function total(credits: readonly Credit[], part: 'depositFen' | 'giftFen'): number {
  return credits.reduce((sum, credit) => sum + credit[part], 0);
}

/** Of which months after the deposit a part of the money comes. */
function paidIn(credits: readonly Credit[], part: 'depositFen' | 'giftFen'): readonly number[] {
  return credits.flatMap((credit, index) => (credit[part] > 0 ? [index + 1] : []));
}

function monthsOf({ startsAfterMonths, months }: MonthlyReturn): readonly number[] {
  return Array.from({ length: months }, (_, at) => startsAfterMonths + at);
}

/** Those of them in which money comes. */
function monthsPaid(part: MonthlyReturn): readonly number[] {
  const isPaid = (index: number): boolean =>
    (index === part.months - 1 ? part.lastFen : part.monthlyFen) > 0;
  return monthsOf(part).filter((_, index) => isPaid(index));
}

describe('money is neither lost nor made, whatever the plan and the day', () => {
  test('credits, first credit and the gift at once are the deposit and the gift', () => {
    holds(
      fc.property(closingPlan, anyDepositDay, (plan, depositedOn) => {
        expect(faultsOf(plan)).toEqual([]);
        const schedule = scheduleOf(plan, depositedOn);
        const giftFen = plan.gift.kind === 'money' ? plan.gift.totalFen : 0;
        const { credits, firstCreditFen, giftAtOnceFen, totalFen } = schedule;
        expect(firstCreditFen + total(credits, 'depositFen')).toBe(plan.depositYuan * 100);
        expect(giftAtOnceFen + total(credits, 'giftFen')).toBe(giftFen);
        expect(totalFen).toBe(plan.depositYuan * 100 + giftFen);
      }),
    );
  });

  test('the months follow one another from the one after the deposit: none is skipped, none comes twice', () => {
    holds(
      fc.property(closingPlan, anyDepositDay, (plan, depositedOn) => {
        const months = scheduleOf(plan, depositedOn).credits.map((credit) => credit.month);
        expect(months.map(countOf)).toEqual(
          months.map((_, index) => countOf(depositedOn.slice(0, 7)) + index + 1),
        );
        for (const month of months) expect(month).toMatch(/^\d{4}-(?:0[1-9]|1[0-2])$/);
      }),
    );
  });

  test('deposit and gift are each paid as many months as they have, from the month that the plan says', () => {
    holds(
      fc.property(closingPlan, anyDepositDay, (plan, depositedOn) => {
        const { credits } = scheduleOf(plan, depositedOn);
        const { depositReturn: back, gift } = plan;
        expect(paidIn(credits, 'depositFen')).toEqual(monthsPaid(back));
        expect(paidIn(credits, 'giftFen')).toEqual(
          gift.kind === 'money' ? monthsPaid(gift.monthly) : [],
        );
        const parts = [back, ...(gift.kind === 'money' ? [gift.monthly] : [])];
        expect(credits).toHaveLength(Math.max(...parts.flatMap(monthsOf)));
      }),
    );
  });

  test('what has come before a month and what comes from it on is all', () => {
    holds(
      fc.property(
        closingPlan,
        anyDepositDay,
        fc.integer({ min: -2, max: 110 }),
        (plan, on, off) => {
          const schedule = scheduleOf(plan, on);
          const month = monthOf(addMonths(on, off));
          const later = schedule.credits.slice(Math.max(0, off - 1));
          const rest = total(later, 'depositFen') + total(later, 'giftFen');
          const isAfter = off > 0;
          expect(paidBefore(schedule, month)).toBe(isAfter ? schedule.totalFen - rest : 0);
        },
      ),
    );
  });

  test('every day of a month gives the same months, its last day too', () => {
    holds(
      fc.property(closingPlan, anyDepositDay, (plan, depositedOn) => {
        const first = day(`${depositedOn.slice(0, 7)}-01`);
        expect(scheduleOf(plan, depositedOn).credits).toEqual(scheduleOf(plan, first).credits);
      }),
    );
  });

  test('what is assumed is said as often as it is assumed', () => {
    holds(
      fc.property(closingPlan, anyDepositDay, (plan, depositedOn) => {
        const parts = [plan.depositReturn, plan.gift.kind === 'money' ? plan.gift.monthly : null];
        expect(scheduleOf(plan, depositedOn).assumptions).toEqual(
          parts.flatMap((part) => part?.assumed ?? []),
        );
      }),
    );
  });

  test('the last month of a return brings what the plan says of it, and the months before bring one amount', () => {
    holds(
      fc.property(closingPlan, anyDepositDay, ({ depositReturn: back, ...plan }, depositedOn) => {
        const { credits } = scheduleOf({ ...plan, depositReturn: back }, depositedOn);
        const paid = monthsOf(back).map((month) => credits[month - 1]?.depositFen);
        expect(paid.at(-1)).toBe(back.lastFen);
        for (const credit of paid.slice(0, -1)) expect(credit).toBe(back.monthlyFen);
      }),
    );
  });

  test('a fen too much or too little anywhere is found, and the sum that fails is named in yuan', () => {
    holds(
      fc.property(closingPlan, fc.constantFrom(-1, 1), (plan, slip) => {
        const { depositYuan, firstCreditFen, depositReturn: back, gift } = plan;
        const off = depositYuan + slip;
        expect(faultsOf({ ...plan, depositYuan: off })).toEqual([
          fault(/^firstCredit .+/, depositYuan * 100, `the deposit is ${off}`),
        ]);
        const returned = fault(
          /^firstCredit .+/,
          depositYuan * 100 + slip,
          `the deposit is ${depositYuan}`,
        );
        expect(faultsOf({ ...plan, firstCreditFen: firstCreditFen + slip })).toEqual([returned]);
        const last = { ...back, lastFen: back.lastFen + slip };
        const faults = faultsOf({ ...plan, depositReturn: last });
        expect(faults.at(-1)).toEqual(returned);
        expect(faults).toHaveLength(back.months === 1 ? 2 : 1);
        if (gift.kind === 'pack') return;
        const wrong = { ...gift, totalFen: gift.totalFen + slip };
        expect(faultsOf({ ...plan, gift: wrong })).toEqual([
          fault(/^gift\.atOnce .+/, gift.totalFen, `gift.total is ${written(wrong.totalFen)}`),
        ]);
      }),
    );
  });

  test('a plan that does not close says which sum fails', () => {
    const plan = planOf(200);
    expect(faultsOf({ ...plan, firstCreditFen: 6000 })).toEqual([
      'firstCredit 60 + depositReturn 10 × 15 = 210, but the deposit is 200',
    ]);
    if (plan.gift.kind === 'pack') throw new Error('the deposit of 200 gives money');
    const wrong = { ...plan, depositYuan: 201, gift: { ...plan.gift, atOnceFen: 500 } };
    expect(faultsOf(wrong)).toEqual([
      'firstCredit 50 + depositReturn 10 × 15 = 200, but the deposit is 201',
      'gift.atOnce 5 + gift.monthly 8 × 12 = 101, but gift.total is 100',
    ]);
    expect(closingFaults(wrong).map(({ zh }) => zh)).toEqual([
      '首次到账 50 + 每月返还 10 × 15 = 200，预存却是 201',
      '赠送当时到账 5 + 每月赠送 8 × 12 = 101，赠送却是 100',
    ]);
  });
});

/** A fault that ends on its sum and on what the sum should have been. */
function fault(start: RegExp, sumFen: number, but: string) {
  const end = `= ${written(sumFen)}, but ${but}`.replaceAll('.', '\\.');
  return expect.stringMatching(new RegExp(`${start.source} ${end}$`));
}

/** An amount in yuan, written without a division. */
function written(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const [yuan, rest] = [digits.slice(0, -2), digits.slice(-2)];
  return `${fen < 0 ? '-' : ''}${rest === '00' ? yuan : `${yuan}.${rest}`}`;
}

describe('a hundred yuan that no dozen divides', () => {
  const back = { monthlyFen: 833, lastFen: 837, months: 12, startsAfterMonths: 1, assumed: null };
  const plan: PayoutPlan = {
    ...planOf(100),
    firstCreditFen: 0,
    depositReturn: back,
  };

  test('closes where the last month takes the remainder', () => {
    expect(faultsOf(plan)).toEqual([]);
    const { credits } = scheduleOf(plan, TODAY);
    expect(credits.map(({ depositFen }) => depositFen)).toEqual([...Array(11).fill(833), 837]);
  });

  test('is refused where it does not, with the sum in yuan', () => {
    const withLast = (lastFen: number) =>
      faultsOf({ ...plan, depositReturn: { ...back, lastFen } });
    expect(withLast(833)).toEqual([
      'firstCredit 0 + depositReturn 8.33 × 12 = 99.96, but the deposit is 100',
    ]);
    expect(withLast(850)).toEqual([
      'firstCredit 0 + depositReturn 8.33 × 11 + 8.50 = 100.13, but the deposit is 100',
    ]);
  });

  test('a single month has one amount, for the deposit and for the gift', () => {
    const gift = planOf(200).gift;
    if (gift.kind === 'pack') throw new Error('the deposit of 200 gives money');
    const once = { ...back, months: 1, monthlyFen: 5000, lastFen: 10_000 };
    const monthly = { ...once, monthlyFen: 0, lastFen: 9600 };
    expect(faultsOf({ ...plan, depositReturn: once, gift: { ...gift, monthly } })).toEqual([
      'depositReturn has one month, and yet monthly 50 and last 100 differ',
      'gift has one month, and yet monthly 0 and last 96 differ',
    ]);
  });
});
