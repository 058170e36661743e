import type { Day } from '../calendar/day.ts';
import { type Fen, yuanOf } from '../policy/money.ts';
import type { Schedule } from '../policy/payouts.ts';
import type { Facts } from './answer.ts';

/** The published facts of a schedule, in yuan. */
export function scheduleFacts(schedule: Schedule): Facts {
  const { plan } = schedule;
  return {
    deposit: plan.depositYuan,
    date: schedule.depositedOn,
    months: schedule.credits.map(({ month, depositFen, giftFen }) => ({
      month,
      deposit: yuanOf(depositFen),
      gift: yuanOf(giftFen),
    })),
    firstCredit: yuanOf(schedule.firstCreditFen),
    giftAtOnce: yuanOf(schedule.giftAtOnceFen),
    giftPack: plan.gift.kind === 'pack' ? yuanOf(plan.gift.worthFen) : null,
    total: yuanOf(schedule.totalFen),
  };
}

/** The published facts where no month of a deposit can be told: on a day on which nothing may be promised. */
export function noScheduleFacts(deposit: number | null, date: Day): Facts {
  const nothing = { firstCredit: null, giftAtOnce: null, giftPack: null, total: null };
  return { deposit, date, months: [], ...nothing };
}

/** The published facts of what an outlet earns for some households, in yuan. */
export function commissionFacts(eachFen: Fen, households: number): Facts {
  return { perHousehold: yuanOf(eachFen), households, total: yuanOf(eachFen * households) };
}
