import type { Language } from '../bilingual.ts';
import { type Day, monthOf } from '../calendar/day.ts';
import { type Fen, yuanOf, yuanText } from '../policy/money.ts';
import { paidBefore, type Schedule } from '../policy/payouts.ts';
import type { Facts } from './answer.ts';
import { dayInWords, monthInWords } from './wording.ts';

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
  const { depositedOn, firstCreditFen, giftAtOnceFen, credits, totalFen } = schedule;
  // What comes on the day of the deposit has come, also in the month of the deposit.
  const atOnceFen = monthOf(depositedOn) === month ? firstCreditFen + giftAtOnceFen : 0;
  const paidFen = atOnceFen + paidBefore(schedule, month);
  const credit = credits.find((one) => one.month === month);
  return {
    until,
    paidFen,
    inThatMonthFen: (credit?.depositFen ?? 0) + (credit?.giftFen ?? 0),
    outstandingFen: totalFen - paidFen,
  };
}

/** How far it has come; of a customer who leaves for good what the policy does not say is not decided. */
export function sayUntil(
  paid: PaidUntil,
  { schedule, isForGood }: { readonly schedule: Schedule; readonly isForGood: boolean },
  language: Language,
): { readonly lead: string; readonly notes: readonly string[] } {
  const { until, outstandingFen } = paid;
  const start = dayInWords(schedule.depositedOn, language);
  const before = beforeInWords(schedule.depositedOn, until, language);
  const { depositYuan } = schedule.plan;
  return {
    lead:
      language === 'zh'
        ? `${start}存${depositYuan}元，${before}${paidInWords(paid, 'zh')}。`
        : `Deposit ${depositYuan} yuan on ${start}: ${before}, ${paidInWords(paid, 'en')}.`,
    notes: [
      ...inThatMonthNote(paid, language),
      ...(isForGood && outstandingFen > 0 ? [LEAVES_EARLY[language]] : []),
    ],
  };
}

/** Nobody leaves, and nothing has come, before the deposit is made: one of the days is wrong. */
export function tooEarlyNote(
  {
    until,
    depositedOn,
    isForGood,
  }: { readonly until: Day; readonly depositedOn: Day; readonly isForGood: boolean },
  language: Language,
): string {
  const [day, start] = [dayInWords(until, language), dayInWords(depositedOn, language)];
  if (language === 'zh')
    return `${isForGood ? '离网日' : '所问的日子'}（${day}）早于存款日（${start}），请核对日期。`;
  return isForGood
    ? `He leaves (${day}) before the deposit (${start}): please check the days.`
    : `The day asked about (${day}) is before the deposit (${start}): please check the days.`;
}

/** How far it has come, on a line of its own: "before August 2015: 126 yuan have come; 174 have not". */
export function soFarInWords(paid: PaidUntil, schedule: Schedule, language: Language): string {
  const before = beforeInWords(schedule.depositedOn, paid.until, language);
  const said = paidInWords(paid, language);
  return language === 'zh' ? `${before}${said}` : `${before}: ${said}`;
}

/** The published facts of how far it has come, in yuan. */
export function untilFacts({ until, paidFen, outstandingFen }: PaidUntil): Facts {
  return { until, paid: yuanOf(paidFen), outstanding: yuanOf(outstandingFen) };
}

/** How much has come and how much has not. */
export function paidInWords({ paidFen, outstandingFen }: PaidUntil, language: Language): string {
  const [paid, rest] = [yuanText(paidFen), yuanText(outstandingFen)];
  if (language === 'zh')
    return `已到账${paid}元，${outstandingFen === 0 ? '已经全部到账' : `还有${rest}元没有到账`}`;
  return `${paid} yuan have come; ${outstandingFen === 0 ? 'that is all' : `${rest} have not`}`;
}

/** Credits are told by months: what has come before the month, and in that of the deposit on its day. */
function beforeInWords(depositedOn: Day, until: Day, language: Language): string {
  if (monthOf(depositedOn) === monthOf(until))
    return language === 'zh' ? `到${dayInWords(until, 'zh')}` : `by ${dayInWords(until, 'en')}`;
  const month = monthInWords(monthOf(until), language);
  return language === 'zh' ? `${month}之前` : `before ${month}`;
}

function inThatMonthNote(
  { until, inThatMonthFen }: PaidUntil,
  language: Language,
): readonly string[] {
  if (inThatMonthFen === 0) return [];
  const [sum, month] = [yuanText(inThatMonthFen), monthInWords(monthOf(until), language)];
  return [
    language === 'zh'
      ? `没有到账的里面，${sum}元是${month}当月的，政策没有写哪天到账。`
      : `Of what has not come, ${sum} are due in ${month} itself; the policy gives no day for it.`,
  ];
}

export const LEAVES_EARLY = {
  zh: '客户提前离网或销户，剩余款项怎么处理政策没有写：未定，请问政策负责人，不要承诺。',
  en: 'What becomes of the rest when a customer leaves early, the policy does not say: not decided, ask the policy owner, promise nothing.',
} as const;
