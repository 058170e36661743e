import type { Language } from '../bilingual.ts';
import { type Day, monthOf } from '../calendar/day.ts';
import { type Fen, yuanText } from '../policy/money.ts';
import type { Schedule } from '../policy/payouts.ts';
import { dayInWords } from './wording.ts';

/** What has come of a schedule before the month of a day. */
export type PaidUntil = {
  readonly until: Day;
  readonly paidFen: Fen;
  /** What comes in the month of the day itself: on which day of it, no policy says. */
  readonly inThatMonthFen: Fen;
  readonly outstandingFen: Fen;
};

/** How far a schedule has come on a day, or null where the day lies before the deposit. */
export function paidUntil(schedule: Schedule, until: Day): PaidUntil | null {
  if (until < schedule.depositedOn) return null;
  const month = monthOf(until);
  const sumOf = (credits: Schedule['credits']): Fen =>
    credits.reduce((sum, { depositFen, giftFen }) => sum + depositFen + giftFen, 0);
  const paidFen =
    schedule.firstCreditFen +
    schedule.giftAtOnceFen +
    sumOf(schedule.credits.filter((credit) => credit.month < month));
  return {
    until,
    paidFen,
    inThatMonthFen: sumOf(schedule.credits.filter((credit) => credit.month === month)),
    outstandingFen: schedule.totalFen - paidFen,
  };
}

/** The lead and the cautions for a customer who leaves: what the policy does not say is not decided. */
export function sayUntil(
  { until, paidFen, inThatMonthFen, outstandingFen }: PaidUntil,
  schedule: Schedule,
  language: Language,
): { readonly lead: string; readonly notes: readonly string[] } {
  const [day, start] = [dayInWords(until, language), dayInWords(schedule.depositedOn, language)];
  if (language === 'zh') {
    return {
      lead: `${start}存${schedule.plan.depositYuan}元，到${day}：此前已到账${yuanText(paidFen)}元，${outstandingFen === 0 ? '已经全部到账' : `还有${yuanText(outstandingFen)}元没有到账`}。`,
      notes: [
        ...(inThatMonthFen === 0
          ? []
          : [`其中${yuanText(inThatMonthFen)}元是当月的，政策没有写哪天到账。`]),
        ...(outstandingFen === 0
          ? []
          : ['客户提前离网或销户，剩余款项怎么处理政策没有写：未定，请问政策负责人，不要承诺。']),
      ],
    };
  }
  return {
    lead: `Deposit ${schedule.plan.depositYuan} yuan on ${start}: before the month of ${day}, ${yuanText(paidFen)} yuan have come; ${outstandingFen === 0 ? 'that is all' : `${yuanText(outstandingFen)} have not`}.`,
    notes: [
      ...(inThatMonthFen === 0
        ? []
        : [
            `${yuanText(inThatMonthFen)} of these are due in that month; the policy gives no day for it.`,
          ]),
      ...(outstandingFen === 0
        ? []
        : [
            'What becomes of the rest when a customer leaves early, the policy does not say: not decided, ask the policy owner, promise nothing.',
          ]),
    ],
  };
}
