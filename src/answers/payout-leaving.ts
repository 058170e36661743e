import type { Language } from '../bilingual.ts';
import { type Day, dayOfMonth, monthOf } from '../calendar/day.ts';
import type { Reading } from '../language/reading.ts';
import { activeCampaign, planOfDeposit } from '../policy/campaigns.ts';
import { type DepositMonth, depositMonths } from '../policy/deposit-times.ts';
import { yuanOf } from '../policy/money.ts';
import { spanInWords } from './payout-due.ts';
import { noScheduleFacts } from './payout-facts.ts';
import { assumptionNotes, payoutSource } from './payout-notes.ts';
import { LEAVES_EARLY, type PaidUntil, paidInWords, paidUntil } from './payout-until.ts';
import { dayInWords, monthInWords, words } from './wording.ts';
import type { Said, World } from './world.ts';

/** As many as fit on a phone; deposits before them are told together. */
const MOST_LINES = 6;

/**
 * Of a customer who leaves and of whom nobody said when he paid in: what has come for each month of deposit. Null where
 * the deposit is taken for one of today, as today's policy has it and he leaves after it.
 */
export function payoutLeaving(reading: Reading, deposit: number, world: World): Said | null {
  const { leaving, language } = reading;
  const { policy, today } = world;
  if (leaving === null || leaving.depositedOn !== null || leaving.until === null) return null;
  const { until } = leaving;
  const campaign = activeCampaign(policy, today);
  const hasPlan = campaign !== undefined && planOfDeposit(campaign, deposit) !== undefined;
  if (hasPlan && until >= today) return null;
  const months = depositMonths(policy, deposit, monthOf(until < today ? until : today)).flatMap(
    (month) => {
      const paid = paidUntil(month.schedule, until);
      return paid === null ? [] : [{ month, paid }];
    },
  );
  const last = months.at(-1);
  if (last === undefined) return null;
  const open = months.filter(({ paid }) => paid.outstandingFen > 0);
  const shown = open.slice(-MOST_LINES);
  const isOpen = open.length > 0;
  const lines = [
    ...(shown.length < months.length ? [earlierLine(open.length > shown.length, language)] : []),
    ...shown.map(({ month, paid }) => lineOf(month, paid, language)),
  ];
  return {
    facts: {
      ...noScheduleFacts(deposit, today),
      until,
      times: months.map(({ month, paid }) => paidFacts(month, paid)),
    },
    words: words({
      lead: leadOf({ deposit, until, isOpen, isForGood: leaving.isForGood }, language),
      sections: isOpen ? [{ heading: null, lines }] : [],
      notes: [
        ...(isOpen && leaving.isForGood ? [LEAVES_EARLY[language]] : []),
        ...assumptionNotes(
          shown.map(({ month }) => month.schedule),
          language,
        ),
      ],
      source: payoutSource(last.month.campaign, [last.month.schedule.plan], { today, language }),
    }),
  };
}

function leadOf(
  {
    deposit,
    until,
    isOpen,
    isForGood,
  }: {
    readonly deposit: number;
    readonly until: Day;
    readonly isOpen: boolean;
    readonly isForGood: boolean;
  },
  language: Language,
): string {
  // "in June" is read as its first day.
  const isMonth = dayOfMonth(until) === 1;
  const day = isMonth ? monthInWords(monthOf(until), language) : dayInWords(until, language);
  if (language === 'zh') {
    const start = `存${deposit}元，${isForGood ? `${day}离网` : `到${day}`}`;
    return isOpen
      ? `${start}，已到账多少要看哪个月存的：`
      : `${start}：无论哪个月存的，都已经全部到账。`;
  }
  const start = `Deposit of ${deposit} yuan, ${isForGood ? `leaving ${isMonth ? 'in' : 'on'}` : 'by'} ${day}`;
  return isOpen
    ? `${start}: what has come depends on the month of the deposit.`
    : `${start}: all of it has come, whichever month it was made in.`;
}

function lineOf({ days }: DepositMonth, paid: PaidUntil, language: Language): string {
  const when = spanInWords(days, { language, isByDay: false });
  const before = monthInWords(monthOf(paid.until), language);
  const isSame = monthOf(days.from) === monthOf(paid.until);
  const said = paidInWords(paid, language);
  if (language === 'zh') return `${when}存的：${isSame ? '' : `${before}之前`}${said}`;
  return `deposited ${when}: ${isSame ? '' : `before ${before}, `}${said}`;
}

function earlierLine(isOpen: boolean, language: Language): string {
  if (isOpen)
    return language === 'zh'
      ? '更早存的：请说出存款的月份'
      : 'deposited earlier: please say in which month';
  return language === 'zh' ? '更早存的：已经全部到账' : 'deposited earlier: all of it has come';
}

function paidFacts({ days }: DepositMonth, { paidFen, outstandingFen }: PaidUntil) {
  return {
    from: days.from,
    to: days.to,
    paid: yuanOf(paidFen),
    outstanding: yuanOf(outstandingFen),
  };
}
