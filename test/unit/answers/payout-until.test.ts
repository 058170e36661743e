import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paidUntil } from '../../../src/answers/payout-until.ts';
import { addMonths } from '../../../src/calendar/day.ts';
import { scheduleOf } from '../../../src/policy/payouts.ts';
import { realDesk, TODAY } from '../../world.ts';

const desk = await realDesk();
const plans = desk.policyOn(TODAY).campaigns.flatMap((campaign) => campaign.plans);

test('what has come and what has not is always all of it, and never less than a month before', () => {
  fc.assert(
    fc.property(fc.constantFrom(...plans), fc.integer({ min: 0, max: 40 }), (plan, months) => {
      const schedule = scheduleOf(plan, TODAY);
      const now = paidUntil(schedule, addMonths(TODAY, months));
      const next = paidUntil(schedule, addMonths(TODAY, months + 1));
      expect((now?.paidFen ?? 0) + (now?.outstandingFen ?? 0)).toBe(schedule.totalFen);
      expect(next?.paidFen).toBe((now?.paidFen ?? 0) + (now?.inThatMonthFen ?? 0));
    }),
  );
});

test('before the deposit nothing can be said', () => {
  for (const plan of plans)
    expect(paidUntil(scheduleOf(plan, TODAY), addMonths(TODAY, -1))).toBeNull();
});
