import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, monthOf } from '../../../src/calendar/day.ts';
import { isWithin } from '../../../src/calendar/span.ts';
import { activeCampaign } from '../../../src/policy/campaigns.ts';
import { depositTimes, dueIn } from '../../../src/policy/deposit-times.ts';
import { scheduleOf } from '../../../src/policy/payouts.ts';
import type { Campaign, PayoutPlan, Policy } from '../../../src/policy/policy.ts';
import { holds } from '../../holds.ts';
import { day, TODAY } from '../../world.ts';
import { anyDepositDay, anyPolicy, closingPlan } from './any-policy.ts';
import { firstQuarter, realPolicy } from './first-quarter.ts';

const [PLAN_OF_200] = firstQuarter().plans.filter(({ depositYuan }) => depositYuan === 200);
if (PLAN_OF_200 === undefined) throw new Error('no plan for 200');
const month = (text: string) => monthOf(day(`${text}-01`));

/** A policy whose campaigns have plans for one deposit: some the same, some another one, some none. */
const withPlans: fc.Arbitrary<{ readonly policy: Policy; readonly deposit: number }> = fc
  .tuple(
    anyPolicy,
    closingPlan,
    closingPlan,
    fc.array(fc.constantFrom(0, 1, null), { minLength: 5, maxLength: 5 }),
  )
  .map(([policy, one, other, which]) => {
    const deposit = one.depositYuan;
    const plans = [one, { ...other, depositYuan: deposit }];
    return {
      deposit,
      policy: {
        ...policy,
        campaigns: policy.campaigns.map((campaign, index) => {
          const plan = plans[which[index] ?? -1];
          return { ...campaign, plans: plan === undefined ? [] : [plan] };
        }),
      },
    };
  });
const someMonth = fc.integer({ min: -2, max: 90 });

describe('what is due in a month', () => {
  test('is what the schedule brings in it, and on the day of the deposit what comes at once', () => {
    holds(
      fc.property(
        closingPlan,
        anyDepositDay,
        fc.integer({ min: -3, max: 110 }),
        (plan, on, off) => {
          const schedule = scheduleOf(plan, on);
          const due = dueIn(schedule, monthOf(addMonths(on, off)));
          const credit = schedule.credits[off - 1];
          expect(due).toEqual({
            depositFen: off === 0 ? schedule.firstCreditFen : (credit?.depositFen ?? 0),
            giftFen: off === 0 ? schedule.giftAtOnceFen : (credit?.giftFen ?? 0),
            isOnTheDay: off === 0,
          });
        },
      ),
    );
  });

  test('over all months is all', () => {
    holds(
      fc.property(closingPlan, anyDepositDay, (plan, on) => {
        const schedule = scheduleOf(plan, on);
        const sum = Array.from({ length: 120 }, (_, off) => {
          const due = dueIn(schedule, monthOf(addMonths(on, off)));
          return due.depositFen + due.giftFen;
        }).reduce((all, one) => all + one, 0);
        expect(sum).toBe(schedule.totalFen);
      }),
    );
  });
});

describe('when a deposit can have been made', () => {
  test('any day of a campaign stands in one time, with what is due for that very day', () => {
    holds(
      fc.property(withPlans, someMonth, ({ policy, deposit }, off) => {
        // A deposit of nothing is no deposit.
        fc.pre(deposit > 0);
        const first = policy.campaigns[0]?.inForce.from ?? TODAY;
        const asked = monthOf(addMonths(first, off));
        const times = depositTimes(policy, deposit, asked);
        for (const campaign of policy.campaigns) {
          const { from, to } = campaign.inForce;
          for (let on = from; on <= to; on = addDays(on, 5)) {
            const there = times.filter(({ days }) => isWithin(on, days));
            const plan = activeCampaign(policy, on)?.plans[0];
            if (plan === undefined || monthOf(on) > asked) expect(there).toEqual([]);
            else {
              expect(there.length).toBeLessThan(2);
              const due = dueIn(scheduleOf(plan, on), asked);
              // Left out only where all of it came before.
              if (there[0] === undefined) expect(due).toEqual({ ...NOTHING, isOnTheDay: false });
              else expect(there[0].due).toEqual(due);
            }
          }
        }
        for (const { days, campaign, schedule } of times) {
          expect(days.from <= schedule.depositedOn && schedule.depositedOn <= days.to).toBe(true);
          expect(isWithin(schedule.depositedOn, campaign.inForce)).toBe(true);
        }
      }),
      60,
    );
  });

  test('of the 200 in March: 18 for January and February, what comes on the day for March', () => {
    const times = depositTimes(realPolicy(), 200, month('2015-03'));
    expect(times.map(({ days, due }) => ({ ...days, ...due }))).toEqual([
      { from: '2015-01-01', to: '2015-02-28', depositFen: 1000, giftFen: 800, isOnTheDay: false },
      { from: '2015-03-01', to: '2015-03-31', depositFen: 5000, giftFen: 400, isOnTheDay: true },
    ]);
  });

  test('before the first campaign there is none, and of a deposit that no plan has neither', () => {
    expect(depositTimes(realPolicy(), 200, month('2014-12'))).toEqual([]);
    expect(depositTimes(realPolicy(), 300, month('2015-03'))).toEqual([]);
  });

  test('where everything had come before, all of them say so', () => {
    const times = depositTimes(realPolicy(), 200, month('2016-07'));
    expect(times.map(({ days, due }) => ({ ...days, ...due }))).toEqual([
      { from: '2015-01-01', to: '2015-03-31', ...NOTHING, isOnTheDay: false },
    ]);
  });

  test('a month that brings nothing behind the last money is no month to wait for', () => {
    const back = { ...PLAN_OF_200.depositReturn, monthlyFen: 7500, lastFen: 0, months: 3 };
    const plan: PayoutPlan = {
      ...PLAN_OF_200,
      depositReturn: back,
      gift: { kind: 'pack', worthFen: 500, name: { zh: '包', en: 'pack' } },
    };
    const policy: Policy = {
      ...realPolicy(),
      campaigns: [{ ...firstQuarter(), plans: [plan] }],
    };
    // Of January's deposit 75 came in February and in March, and nothing is left.
    expect(depositTimes(policy, 200, month('2015-04')).map(({ days }) => days.from)).toEqual([
      '2015-02-01',
    ]);
  });

  test('those for which everything had come before are left out beside others', () => {
    const times = depositTimes(realPolicy(), 200, month('2016-05'));
    expect(times.map(({ days }) => days)).toEqual([{ from: '2015-02-01', to: '2015-03-31' }]);
  });

  test('a month in which nothing comes yet stays, as does a deposit of which nothing comes at once', () => {
    const late = { ...PLAN_OF_200.depositReturn, startsAfterMonths: 2 };
    const plan: PayoutPlan = {
      ...PLAN_OF_200,
      firstCreditFen: 0,
      depositReturn: late,
      gift: { kind: 'pack', worthFen: 500, name: { zh: '包', en: 'pack' } },
    };
    const campaign: Campaign = { ...firstQuarter(), plans: [plan] };
    const policy: Policy = { ...realPolicy(), campaigns: [campaign] };
    const dues = depositTimes(policy, 200, month('2015-03')).map(({ due }) => due);
    expect(dues).toEqual([
      { depositFen: 1000, giftFen: 0, isOnTheDay: false },
      { ...NOTHING, isOnTheDay: false },
      { ...NOTHING, isOnTheDay: true },
    ]);
  });

  test('a campaign corrected in the middle of a month parts it there', () => {
    const quarter = firstQuarter();
    const gift = { kind: 'pack' as const, worthFen: 500, name: { zh: '包', en: 'pack' } };
    const stretch = (from: string, to: string, plans: readonly PayoutPlan[]): Campaign => ({
      ...quarter,
      inForce: { from: day(from), to: day(to) },
      plans,
    });
    const before = stretch('2015-01-01', '2015-01-14', [PLAN_OF_200]);
    const policyWith = (plan: PayoutPlan): Policy => ({
      ...realPolicy(),
      campaigns: [before, stretch('2015-01-15', '2015-01-31', [plan])],
    });
    const daysWith = (plan: PayoutPlan) =>
      depositTimes(policyWith(plan), 200, month('2015-02')).map(({ days }) => days);
    expect(daysWith({ ...PLAN_OF_200, gift })).toEqual([
      { from: '2015-01-01', to: '2015-01-14' },
      { from: '2015-01-15', to: '2015-01-31' },
    ]);
    // The correction was about something else.
    expect(daysWith(PLAN_OF_200)).toEqual([{ from: '2015-01-01', to: '2015-01-31' }]);
  });
});

const NOTHING = { depositFen: 0, giftFen: 0 };
