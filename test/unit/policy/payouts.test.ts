import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Credit, closingFaults, scheduleOf } from '../../../src/policy/payouts.ts';
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

describe('the plans of the first quarter', () => {
  // deposit, first credit, a month × months; gift, at once, a month × months; commission
  test.each([
    { deposit: 50, first: 0, back: [5, 10], gift: 'pack of 5', commission: 10 },
    { deposit: 100, first: 20, back: [8, 10], gift: [50, 2, 8, 6], commission: 10 },
    { deposit: 200, first: 50, back: [10, 15], gift: [100, 4, 8, 12], commission: 10 },
  ])(
    'the deposit of $deposit is that of the policy',
    ({ deposit, first, back, gift, commission }) => {
      const plan = planOf(deposit);
      expect(plan.firstCreditYuan).toBe(first);
      expect([plan.depositReturn.monthlyYuan, plan.depositReturn.months]).toEqual(back);
      expect(
        plan.gift.kind === 'pack'
          ? `pack of ${plan.gift.worthYuan}`
          : [
              plan.gift.totalYuan,
              plan.gift.atOnceYuan,
              plan.gift.monthly.monthlyYuan,
              plan.gift.monthly.months,
            ],
      ).toEqual(gift);
      expect(plan.commissionYuan).toBe(commission);
    },
  );

  test('there are three, and every one closes', () => {
    expect(firstQuarter().plans).toHaveLength(3);
    for (const plan of firstQuarter().plans) expect(closingFaults(plan)).toEqual([]);
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
    expect(schedule.firstCreditYuan).toBe(50);
    expect(schedule.giftAtOnceYuan).toBe(4);
    expect(schedule.totalYuan).toBe(300);
    expect(schedule.credits).toHaveLength(15);
    expect(schedule.credits[0]).toEqual({ month: '2015-03', depositYuan: 10, giftYuan: 8 });
    expect(schedule.credits[11]).toEqual({ month: '2016-02', depositYuan: 10, giftYuan: 8 });
    expect(schedule.credits[12]).toEqual({ month: '2016-03', depositYuan: 10, giftYuan: 0 });
    expect(schedule.credits[14]).toEqual({ month: '2016-05', depositYuan: 10, giftYuan: 0 });
  });

  test('of 100: the gift ends after six months, the deposit after ten', () => {
    const { credits, totalYuan } = scheduleOf(planOf(100), TODAY);
    expect(credits.map((credit) => credit.giftYuan)).toEqual([8, 8, 8, 8, 8, 8, 0, 0, 0, 0]);
    expect(credits.map((credit) => credit.depositYuan)).toEqual(Array(10).fill(8));
    expect(totalYuan).toBe(150);
  });

  test('of 50: a data pack is not money and not in the total', () => {
    const { credits, giftAtOnceYuan, totalYuan } = scheduleOf(planOf(50), TODAY);
    expect(giftAtOnceYuan).toBe(0);
    expect(totalYuan).toBe(50);
    expect(credits.every((credit) => credit.giftYuan === 0)).toBe(true);
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

function total(credits: readonly Credit[], part: 'depositYuan' | 'giftYuan'): number {
  return credits.reduce((sum, credit) => sum + credit[part], 0);
}

/** Of which months after the deposit a part of the money comes. */
function paidIn(credits: readonly Credit[], part: 'depositYuan' | 'giftYuan'): readonly number[] {
  return credits.flatMap((credit, index) => (credit[part] > 0 ? [index + 1] : []));
}

function monthsOf({ startsAfterMonths, months }: MonthlyReturn): readonly number[] {
  return Array.from({ length: months }, (_, at) => startsAfterMonths + at);
}

describe('money is neither lost nor made, whatever the plan and the day', () => {
  test('credits, first credit and the gift at once are the deposit and the gift', () => {
    holds(
      fc.property(closingPlan, anyDepositDay, (plan, depositedOn) => {
        expect(closingFaults(plan)).toEqual([]);
        const schedule = scheduleOf(plan, depositedOn);
        const giftYuan = plan.gift.kind === 'money' ? plan.gift.totalYuan : 0;
        const { credits, firstCreditYuan, giftAtOnceYuan, totalYuan } = schedule;
        expect(firstCreditYuan + total(credits, 'depositYuan')).toBe(plan.depositYuan);
        expect(giftAtOnceYuan + total(credits, 'giftYuan')).toBe(giftYuan);
        expect(totalYuan).toBe(plan.depositYuan + giftYuan);
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
        expect(paidIn(credits, 'depositYuan')).toEqual(back.monthlyYuan > 0 ? monthsOf(back) : []);
        const giftMonths =
          gift.kind === 'money' && gift.monthly.monthlyYuan > 0 ? monthsOf(gift.monthly) : [];
        expect(paidIn(credits, 'giftYuan')).toEqual(giftMonths);
        const parts = [back, ...(gift.kind === 'money' ? [gift.monthly] : [])];
        expect(credits).toHaveLength(Math.max(...parts.flatMap(monthsOf)));
      }),
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

  test('a yuan too much or too little anywhere is found, and the sum that fails is named', () => {
    holds(
      fc.property(closingPlan, fc.constantFrom(-1, 1), (plan, slip) => {
        const { depositYuan, firstCreditYuan, gift } = plan;
        expect(closingFaults({ ...plan, depositYuan: depositYuan + slip })).toEqual([
          expect.stringMatching(
            new RegExp(
              `^firstCredit .+ = ${depositYuan}, but the deposit is ${depositYuan + slip}$`,
            ),
          ),
        ]);
        expect(closingFaults({ ...plan, firstCreditYuan: firstCreditYuan + slip })).toEqual([
          expect.stringMatching(
            new RegExp(
              `^firstCredit .+ = ${depositYuan + slip}, but the deposit is ${depositYuan}$`,
            ),
          ),
        ]);
        if (gift.kind === 'pack') return;
        const wrong = { ...gift, totalYuan: gift.totalYuan + slip };
        expect(closingFaults({ ...plan, gift: wrong })).toEqual([
          expect.stringMatching(
            new RegExp(
              `^gift\\.atOnce .+ = ${gift.totalYuan}, but gift.total is ${wrong.totalYuan}$`,
            ),
          ),
        ]);
      }),
    );
  });

  test('a plan that does not close says which sum fails', () => {
    const plan = planOf(200);
    expect(closingFaults({ ...plan, firstCreditYuan: 60 })).toEqual([
      'firstCredit 60 + depositReturn 10 × 15 = 210, but the deposit is 200',
    ]);
    if (plan.gift.kind === 'pack') throw new Error('the deposit of 200 gives money');
    const wrong = { ...plan, depositYuan: 201, gift: { ...plan.gift, atOnceYuan: 5 } };
    expect(closingFaults(wrong)).toEqual([
      'firstCredit 50 + depositReturn 10 × 15 = 200, but the deposit is 201',
      'gift.atOnce 5 + gift.monthly 8 × 12 = 101, but gift.total is 100',
    ]);
  });
});
