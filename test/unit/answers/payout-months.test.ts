import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthLines } from '../../../src/answers/payout-months.ts';
import { yuanText } from '../../../src/policy/money.ts';
import { scheduleOf } from '../../../src/policy/payouts.ts';
import { holds } from '../../holds.ts';
import { TODAY } from '../../world.ts';
import { anyDepositDay, closingPlan } from '../policy/any-policy.ts';
import { firstQuarter } from '../policy/first-quarter.ts';

const planOf200 = firstQuarter().plans.filter(({ depositYuan }) => depositYuan === 200);

describe('months that bring the same are one line, which says what has come by its end', () => {
  test('in both languages', () => {
    const [zh, en] = (['zh', 'en'] as const).map((language) =>
      planOf200.flatMap((plan) => monthLines(scheduleOf(plan, TODAY), language)),
    );
    expect(zh).toEqual([
      '2015年3月至2016年2月：每月 18 元（预存 10 + 赠送 8），累计 270 元',
      '2016年3月至2016年5月：每月 10 元（预存 10），累计 300 元',
    ]);
    expect(en).toEqual([
      'March 2015 to February 2016: 18 yuan a month (deposit 10, gift 8), 270 so far',
      'March 2016 to May 2016: 10 yuan a month (deposit 10), 300 so far',
    ]);
  });

  test('the last line has the total, whatever the plan and the day, and each fits on two lines of a phone', () => {
    holds(
      fc.property(closingPlan, anyDepositDay, (plan, depositedOn) => {
        const schedule = scheduleOf(plan, depositedOn);
        for (const language of ['zh', 'en'] as const) {
          const lines = monthLines(schedule, language);
          const total = yuanText(schedule.totalFen);
          const end = language === 'zh' ? `累计 ${total} 元` : `${total} so far`;
          if (lines.length > 0) expect(lines.at(-1)?.endsWith(end)).toBe(true);
          for (const line of lines) expect(line.length).toBeLessThan(110);
        }
      }),
    );
  });
});
