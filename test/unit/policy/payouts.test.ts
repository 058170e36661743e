import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, monthOf } from '../../../src/calendar/day.ts';
import { closingFaults, scheduleOf } from '../../../src/policy/payouts.ts';
import type { MonthlyReturn, PayoutPlan } from '../../../src/policy/policy.ts';
import { holds } from '../../holds.ts';
import { day, TODAY } from '../../world.ts';
import { anyDay } from '../calendar/days.ts';
import { firstQuarter } from './first-quarter.ts';

const campaign = firstQuarter();

function planOf(depositYuan: number): PayoutPlan {
  const plan = campaign.plans.find((one) => one.depositYuan === depositYuan);
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
    expect(campaign.plans).toHaveLength(3);
    for (const plan of campaign.plans) expect(closingFaults(plan)).toEqual([]);
  });

  test('the month in which the deposit starts to come back is assumed, and that of the gift is not', () => {
    for (const plan of campaign.plans) {
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

const yuan = fc.integer({ min: 0, max: 500 });
const monthly: fc.Arbitrary<MonthlyReturn> = fc.record({
  monthlyYuan: yuan,
  months: fc.integer({ min: 1, max: 60 }),
  startsAfterMonths: fc.integer({ min: 1, max: 24 }),
  assumed: fc.constantFrom(null, { reason: { zh: '次月起算', en: 'the following month' } }),
});

function sumOf(part: MonthlyReturn): number {
  return part.monthlyYuan * part.months;
}

/** Any plan that closes: what comes back first is made up, and the sums follow from it. */
const closingPlan: fc.Arbitrary<PayoutPlan> = fc
  .record({
    firstCreditYuan: yuan,
    depositReturn: monthly,
    gift: fc.option(fc.record({ atOnceYuan: yuan, monthly }), { nil: null }),
  })
  .map(({ firstCreditYuan, depositReturn, gift }) => ({
    ...planOf(200),
    firstCreditYuan,
    depositReturn,
    depositYuan: firstCreditYuan + sumOf(depositReturn),
    gift:
      gift === null
        ? { kind: 'pack' as const, worthYuan: 5, name: { zh: '流量包', en: 'data pack' } }
        : {
            kind: 'money' as const,
            ...gift,
            totalYuan: gift.atOnceYuan + sumOf(gift.monthly),
          },
  }));

describe('money is neither lost nor made', () => {
  test('credits, first credit and the gift at once are the deposit and the gift', () => {
    holds(
      fc.property(closingPlan, anyDay, (plan, depositedOn) => {
        expect(closingFaults(plan)).toEqual([]);
        const schedule = scheduleOf(plan, depositedOn);
        const giftYuan = plan.gift.kind === 'money' ? plan.gift.totalYuan : 0;
        const depositBack = schedule.credits.reduce((sum, one) => sum + one.depositYuan, 0);
        const giftBack = schedule.credits.reduce((sum, one) => sum + one.giftYuan, 0);
        expect(schedule.firstCreditYuan + depositBack).toBe(plan.depositYuan);
        expect(schedule.giftAtOnceYuan + giftBack).toBe(giftYuan);
        expect(schedule.totalYuan).toBe(plan.depositYuan + giftYuan);
      }),
    );
  });

  test('the months follow one another from the one after the deposit, without a gap', () => {
    holds(
      fc.property(closingPlan, anyDay, (plan, depositedOn) => {
        const { credits } = scheduleOf(plan, depositedOn);
        const expected = credits.map((_, index) => monthOf(addMonths(depositedOn, index + 1)));
        expect(credits.map((credit) => credit.month)).toEqual(expected);
        expect(new Set(expected).size).toBe(credits.length);
      }),
    );
  });

  test('a return pays as many months as it has, and starts when it says', () => {
    holds(
      fc.property(closingPlan, anyDay, (plan, depositedOn) => {
        const { months, monthlyYuan, startsAfterMonths } = plan.depositReturn;
        fc.pre(monthlyYuan > 0);
        const paid = scheduleOf(plan, depositedOn).credits.flatMap((credit, index) =>
          credit.depositYuan > 0 ? [index + 1] : [],
        );
        expect(paid).toEqual(Array.from({ length: months }, (_, at) => startsAfterMonths + at));
      }),
    );
  });

  test('a yuan too much or too little anywhere is found', () => {
    holds(
      fc.property(closingPlan, fc.constantFrom(-1, 1), (plan, slip) => {
        expect(closingFaults({ ...plan, depositYuan: plan.depositYuan + slip })).toHaveLength(1);
        expect(
          closingFaults({ ...plan, firstCreditYuan: plan.firstCreditYuan + slip }),
        ).toHaveLength(1);
        if (plan.gift.kind === 'pack') return;
        const gift = { ...plan.gift, totalYuan: plan.gift.totalYuan + slip };
        expect(closingFaults({ ...plan, gift })).toHaveLength(1);
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
