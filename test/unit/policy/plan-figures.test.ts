import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { yuanOf } from '../../../src/policy/money.ts';
import { scheduleOf } from '../../../src/policy/payouts.ts';
import { figuresOf, paidInAll, termMonths } from '../../../src/policy/plan-figures.ts';
import { holds } from '../../holds.ts';
import { TODAY } from '../../world.ts';
import { closingPlan } from './any-policy.ts';
import { firstQuarter } from './first-quarter.ts';

const figures = (depositYuan: number) => {
  const plan = firstQuarter().plans.find((one) => one.depositYuan === depositYuan);
  if (plan === undefined) throw new Error(`no plan for ${depositYuan}`);
  return { ...figuresOf(plan), term: termMonths(plan) };
};

describe('the figures that may be said of a plan', () => {
  test('are those of the first quarter: what is paid, at once, a month, in all, and for how long', () => {
    expect(figures(200)).toEqual({
      yuan: [4, 8, 10, 18, 50, 54, 96, 100, 150, 200, 300],
      months: [3, 12, 15],
      term: 15,
    });
    expect(figures(100)).toEqual({
      yuan: [2, 8, 16, 20, 22, 48, 50, 80, 100, 150],
      months: [4, 6, 10],
      term: 10,
    });
    expect(figures(50)).toEqual({ yuan: [0, 5, 50], months: [10], term: 10 });
  });

  test('hold every amount of a schedule, each once and in order, and never the commission', () => {
    holds(
      fc.property(closingPlan, (plan) => {
        const { yuan, months } = figuresOf(plan);
        const schedule = scheduleOf(plan, TODAY);
        expect(yuan).toEqual([...new Set(yuan)].sort((one, other) => one - other));
        expect(months).toEqual([...new Set(months)].sort((one, other) => one - other));
        expect(yuan).toEqual(
          expect.arrayContaining([
            plan.depositYuan,
            yuanOf(schedule.firstCreditFen),
            yuanOf(schedule.totalFen),
            ...schedule.credits
              .map((credit) => yuanOf(credit.depositFen))
              .filter((paid) => paid > 0),
            ...schedule.credits.map((credit) => yuanOf(credit.giftFen)).filter((paid) => paid > 0),
          ]),
        );
        expect(figuresOf({ ...plan, commissionFen: 7_777_777 })).toEqual({ yuan, months });
        expect(months).toContain(termMonths(plan));
        expect(paidInAll(plan)).toBe(schedule.totalFen);
      }),
    );
  });

  test('the term is that of the longer return, be it the deposit or the gift', () => {
    holds(
      fc.property(closingPlan, (plan) => {
        const gift = plan.gift.kind === 'money' ? plan.gift.monthly.months : 0;
        expect(termMonths(plan)).toBeGreaterThanOrEqual(plan.depositReturn.months);
        expect(termMonths(plan)).toBeGreaterThanOrEqual(gift);
        expect([plan.depositReturn.months, gift]).toContain(termMonths(plan));
      }),
    );
  });
});
