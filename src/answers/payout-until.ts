import type { Language } from '../bilingual.ts';
import { type Day, monthOf } from '../calendar/day.ts';
import type { Schedule } from '../policy/payouts.ts';
import { dayInWords } from './wording.ts';

/** What has come of a schedule before the month of a day, in yuan. */
export type PaidUntil = {
  readonly until: Day;
  readonly paidYuan: number;
  /** What comes in the month of the day itself: on which day of it, no policy says. */
  readonly inThatMonthYuan: number;
  readonly outstandingYuan: number;
};

/** How far a schedule has come on a day, or null where the day lies before the deposit. */
export function paidUntil(schedule: Schedule, until: Day): PaidUntil | null {
  if (until < schedule.depositedOn) return null;
  const month = monthOf(until);
  const sumOf = (credits: Schedule['credits']): number =>
    credits.reduce((sum, { depositYuan, giftYuan }) => sum + depositYuan + giftYuan, 0);
  const paidYuan =
    schedule.firstCreditYuan +
    schedule.giftAtOnceYuan +
    sumOf(schedule.credits.filter((credit) => credit.month < month));
  return {
    until,
    paidYuan,
    inThatMonthYuan: sumOf(schedule.credits.filter((credit) => credit.month === month)),
    outstandingYuan: schedule.totalYuan - paidYuan,
  };
}

/** The lead and the cautions for a customer who leaves: what the policy does not say is not decided. */
export function sayUntil(
  { until, paidYuan, inThatMonthYuan, outstandingYuan }: PaidUntil,
  schedule: Schedule,
  language: Language,
): { readonly lead: string; readonly notes: readonly string[] } {
  const [day, start] = [dayInWords(until, language), dayInWords(schedule.depositedOn, language)];
  if (language === 'zh') {
    return {
      lead: `${start}存${schedule.plan.depositYuan}元，到${day}：此前已到账${paidYuan}元，${outstandingYuan === 0 ? '已经全部到账' : `还有${outstandingYuan}元没有到账`}。`,
      notes: [
        ...(inThatMonthYuan === 0
          ? []
          : [`其中${inThatMonthYuan}元是当月的，政策没有写哪天到账。`]),
        ...(outstandingYuan === 0
          ? []
          : ['客户提前离网或销户，剩余款项怎么处理政策没有写：未定，请问政策负责人，不要承诺。']),
      ],
    };
  }
  return {
    lead: `Deposit ${schedule.plan.depositYuan} yuan on ${start}: before the month of ${day}, ${paidYuan} yuan have come; ${outstandingYuan === 0 ? 'that is all' : `${outstandingYuan} have not`}.`,
    notes: [
      ...(inThatMonthYuan === 0
        ? []
        : [`${inThatMonthYuan} of these are due in that month; the policy gives no day for it.`]),
      ...(outstandingYuan === 0
        ? []
        : [
            'What becomes of the rest when a customer leaves early, the policy does not say: not decided, ask the policy owner, promise nothing.',
          ]),
    ],
  };
}
