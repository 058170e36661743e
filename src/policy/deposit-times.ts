import { addDays, type Day, type Month, monthOf } from '../calendar/day.ts';
import { monthSpanFrom, type Span } from '../calendar/span.ts';
import { planOfDeposit } from './campaigns.ts';
import type { Fen } from './money.ts';
import { paidBefore, type Schedule, scheduleOf } from './payouts.ts';
import type { Campaign, Policy } from './policy.ts';

/** What is due in one month. */
export type Due = {
  readonly depositFen: Fen;
  readonly giftFen: Fen;
  /** In the month of the deposit itself: what comes on that day. */
  readonly isOnTheDay: boolean;
};

/** What a schedule brings in a month. */
export function dueIn(schedule: Schedule, month: Month): Due {
  if (monthOf(schedule.depositedOn) === month) {
    const { firstCreditFen, giftAtOnceFen } = schedule;
    return { depositFen: firstCreditFen, giftFen: giftAtOnceFen, isOnTheDay: true };
  }
  const credit = schedule.credits.find((one) => one.month === month);
  return {
    depositFen: credit?.depositFen ?? 0,
    giftFen: credit?.giftFen ?? 0,
    isOnTheDay: false,
  };
}

/** Days within one month on which a deposit could be made. */
export type DepositMonth = {
  readonly days: Span;
  readonly campaign: Campaign;
  /** Of a deposit on the first of the days; it pays in the same months for all of them. */
  readonly schedule: Schedule;
};

/** Days on which a deposit could be made, and what was due in a month for all of them. */
export type DepositTime = DepositMonth & { readonly due: Due };

/** When a deposit could have been made up to a month, month by month. */
export function depositMonths(
  { campaigns }: Policy,
  depositYuan: number,
  month: Month,
): readonly DepositMonth[] {
  return campaigns.flatMap((campaign) => {
    const plan = planOfDeposit(campaign, depositYuan);
    if (plan === undefined) return [];
    return monthsOf(campaign.inForce)
      .filter(({ from }) => monthOf(from) <= month)
      .map((days) => ({ days, campaign, schedule: scheduleOf(plan, days.from) }));
  });
}

/**
 * When a deposit could have been made up to a month, with what was due in that month: months that differ in nothing are
 * one. Those for which everything had come before are left out, unless it had for all.
 */
export function depositTimes(
  policy: Policy,
  depositYuan: number,
  month: Month,
): readonly DepositTime[] {
  const times: DepositTime[] = [];
  for (const one of depositMonths(policy, depositYuan, month)) {
    const time = { ...one, due: dueIn(one.schedule, month) };
    const before = times.at(-1);
    if (before !== undefined && isSame(before, time))
      times[times.length - 1] = { ...before, days: { from: before.days.from, to: one.days.to } };
    else times.push(time);
  }
  const open = times.filter(({ schedule }) => paidBefore(schedule, month) < schedule.totalFen);
  return open.length > 0 ? open : times;
}

/** The days of a span, month by month. */
function monthsOf({ from, to }: Span): readonly Span[] {
  const spans: Span[] = [];
  for (let first = from; first <= to; first = firstOfNext(first)) {
    const last = addDays(firstOfNext(first), -1);
    spans.push({ from: first, to: last < to ? last : to });
  }
  return spans;
}

function firstOfNext(day: Day): Day {
  return monthSpanFrom(day, 1).from;
}

function isSame(before: DepositTime, time: DepositTime): boolean {
  const [one, other] = [before.due, time.due];
  return (
    addDays(before.days.to, 1) === time.days.from &&
    one.depositFen === other.depositFen &&
    one.giftFen === other.giftFen &&
    one.isOnTheDay === other.isOnTheDay
  );
}
