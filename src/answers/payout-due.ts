import type { Language } from '../bilingual.ts';
import { type Day, type Month, monthOf } from '../calendar/day.ts';
import type { Span } from '../calendar/span.ts';
import type { DepositTime, Due } from '../policy/deposit-times.ts';
import { yuanText } from '../policy/money.ts';
import type { Schedule } from '../policy/payouts.ts';
import { creditParts } from './payout-months.ts';
import { dayInWords, monthInWords } from './wording.ts';

/** What was due in a month for a deposit of which the day, or the month, is known. */
export function dueLead(
  { days, schedule, due }: DepositTime,
  month: Month,
  language: Language,
): string {
  const paidIn = spanInWords(days, { language, isByDay: days.from === days.to });
  const when = monthInWords(month, language);
  const { depositYuan } = schedule.plan;
  if (language === 'zh') {
    const start = `${paidIn}存${depositYuan}元：`;
    if (due.isOnTheDay) return `${start}${onTheDay(schedule, due, 'zh')}。`;
    return isNothing(due)
      ? `${start}${when}没有应到的款，${runInWords(schedule, 'zh')}。`
      : `${start}${when}应到${sumInWords(due, 'zh')}。`;
  }
  const start = `Deposit of ${depositYuan} yuan made ${paidIn}: `;
  if (due.isOnTheDay) return `${start}${onTheDay(schedule, due, 'en')}.`;
  return isNothing(due)
    ? `${start}nothing is due in ${when}; ${runInWords(schedule, 'en')}.`
    : `${start}${sumInWords(due, 'en')} are due in ${when}.`;
}

/** What is said before a line for each month of deposit; `hasTimes` is false where there is no such month. */
export function timesLead(
  {
    depositYuan,
    month,
    hasTimes,
  }: { readonly depositYuan: number; readonly month: Month; readonly hasTimes: boolean },
  language: Language,
): string {
  const when = monthInWords(month, language);
  if (language === 'zh')
    return hasTimes
      ? `存${depositYuan}元，${when}应到多少，要看哪个月存的：`
      : `${when}没有应到的款：到那时还没有存${depositYuan}元的活动。`;
  return hasTimes
    ? `Deposit of ${depositYuan} yuan: what is due in ${when} depends on the month of the deposit.`
    : `Nothing is due in ${when}: until then no campaign had a deposit of ${depositYuan} yuan.`;
}

/** A line for each time of deposit. */
export function timeLines(times: readonly DepositTime[], language: Language): readonly string[] {
  return times.map((time, index) => lineOf(time, { language, isByDay: sharesMonth(times, index) }));
}

function lineOf(
  { days, schedule, due }: DepositTime,
  { language, isByDay }: { readonly language: Language; readonly isByDay: boolean },
): string {
  const when = spanInWords(days, { language, isByDay });
  const said = due.isOnTheDay
    ? onTheDay(schedule, due, language)
    : isNothing(due)
      ? language === 'zh'
        ? '没有应到的款'
        : 'nothing'
      : sumInWords(due, language);
  return language === 'zh' ? `${when}存的：${said}` : `deposited ${when}: ${said}`;
}

/** Months as such, unless one of them is shared with the line before or after. */
export function spanInWords(
  { from, to }: Span,
  { language, isByDay }: { readonly language: Language; readonly isByDay: boolean },
): string {
  const inWords = (day: Day): string =>
    isByDay ? dayInWords(day, language) : monthInWords(monthOf(day), language);
  const [first, last] = [inWords(from), inWords(to)];
  if (language === 'zh') return first === last ? first : `${first}至${last}`;
  return first === last ? `${isByDay ? 'on' : 'in'} ${first}` : `from ${first} to ${last}`;
}

function sharesMonth(times: readonly DepositTime[], index: number): boolean {
  const days = times[index]?.days;
  const [before, after] = [times[index - 1]?.days, times[index + 1]?.days];
  if (days === undefined) return false;
  return (
    (before !== undefined && monthOf(before.to) === monthOf(days.from)) ||
    (after !== undefined && monthOf(after.from) === monthOf(days.to))
  );
}

/** What comes on the day of the deposit, and from which month on the rest. */
function onTheDay(schedule: Schedule, due: Due, language: Language): string {
  const { plan, credits } = schedule;
  const pack = plan.gift.kind === 'pack' ? [plan.gift.name[language]] : [];
  const money = isNothing(due) && pack.length > 0 ? [] : [sumInWords(due, language)];
  const came = [...money, ...pack].join(language === 'zh' ? '，' : ', ');
  const first = credits.find(({ depositFen, giftFen }) => depositFen + giftFen > 0);
  const start = first === undefined ? null : monthInWords(first.month, language);
  if (language === 'zh') return `当天${came}${start === null ? '' : `，每月返还从${start}开始`}`;
  return `${came} on the day${start === null ? '' : `, monthly from ${start}`}`;
}

function sumInWords(due: Due, language: Language): string {
  const sum = yuanText(due.depositFen + due.giftFen);
  const parts = creditParts(due, language);
  if (language === 'zh') return `${sum}元${parts === '' ? '' : `（${parts}）`}`;
  return `${sum} yuan${parts === '' ? '' : ` (${parts})`}`;
}

/** From when until when a schedule pays. */
function runInWords({ credits }: Schedule, language: Language): string {
  const paid = credits.filter(({ depositFen, giftFen }) => depositFen + giftFen > 0);
  const [first, last] = [paid[0]?.month, paid.at(-1)?.month].map((month) =>
    month === undefined ? '' : monthInWords(month, language),
  );
  return language === 'zh' ? `每月返还从${first}到${last}` : `it pays from ${first} to ${last}`;
}

function isNothing({ depositFen, giftFen }: Due): boolean {
  return depositFen + giftFen === 0;
}
