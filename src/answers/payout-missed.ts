import type { Language } from '../bilingual.ts';
import { type Day, type Month, monthOf } from '../calendar/day.ts';
import { isWithin } from '../calendar/span.ts';
import { GENERAL_CHECKLIST } from '../language/complaint-kind.ts';
import type { Missed, Reading } from '../language/reading.ts';
import { activeCampaign, planOfDeposit } from '../policy/campaigns.ts';
import { type DepositTime, depositTimes, dueIn } from '../policy/deposit-times.ts';
import { yuanText } from '../policy/money.ts';
import { paidBefore, scheduleOf } from '../policy/payouts.ts';
import type { Policy } from '../policy/policy.ts';
import type { Choices, Words } from './answer.ts';
import { nothingInForce } from './campaign-status.ts';
import { askForDeposit } from './clarify.ts';
import { dueLead, timeLines, timesLead } from './payout-due.ts';
import { noScheduleFacts, scheduleFacts } from './payout-facts.ts';
import { assumptionNotes, payoutSource } from './payout-notes.ts';
import { dayInWords, monthInWords, words } from './wording.ts';
import type { Said, World } from './world.ts';

/**
 * What was due in the month of a missing credit: for the day of the deposit where it is known, else for each month in
 * which it can have been made.
 */
export function payoutMissed(
  reading: Reading,
  { deposit, missed }: { readonly deposit: number; readonly missed: Missed },
  world: World,
): Said {
  const { language } = reading;
  const { month, depositedIn } = missed;
  const date = dayOf(missed, world.policy) ?? reading.entities.date ?? world.today;
  const campaign = activeCampaign(world.policy, date);
  const plan = campaign === undefined ? undefined : planOfDeposit(campaign, deposit);
  if (depositedIn !== null && campaign === undefined) {
    return {
      facts: noScheduleFacts(deposit, date),
      words: words(nothingInForce(world.policy, date, language)),
    };
  }
  if (depositedIn !== null && plan === undefined) {
    return askForDeposit({ ...reading, unsaid: { ...reading.unsaid, deposit } }, world);
  }
  const schedule = plan === undefined ? null : scheduleOf(plan, date);
  const times = timesOf({ deposit, missed }, world.policy);
  return {
    facts: schedule === null ? noScheduleFacts(deposit, date) : scheduleFacts(schedule),
    words: wordsOf({ deposit, month, times }, world, language),
    opensCase: { checklist: GENERAL_CHECKLIST, missed: { ...missed, deposit } },
  };
}

/** What was due, in words to be kept with a complaint, and the offer that promised it. */
export function expectedCredit(
  { deposit, ...missed }: Missed & { readonly deposit: number },
  world: World,
  language: Language,
): { readonly words: string; readonly offer: string | null } {
  const times = timesOf({ deposit, missed }, world.policy);
  const { month } = missed;
  const { lead, sections } = wordsOf({ deposit, month, times }, world, language);
  const lines = sections.flatMap((section) => section.lines);
  const offers = new Set(times.map(({ schedule }) => schedule.plan.offer));
  const [only] = offers;
  return { words: [lead, ...lines].join(' '), offer: offers.size === 1 ? (only ?? null) : null };
}

function timesOf(
  { deposit, missed }: { readonly deposit: number; readonly missed: Missed },
  policy: Policy,
): readonly DepositTime[] {
  const { month, depositedIn } = missed;
  const day = dayOf(missed, policy);
  const campaign = day === null ? undefined : activeCampaign(policy, day);
  const plan = campaign === undefined ? undefined : planOfDeposit(campaign, deposit);
  if (depositedIn === null || day === null || campaign === undefined || plan === undefined) {
    return depositTimes(policy, deposit, month);
  }
  const schedule = scheduleOf(plan, day);
  return [{ days: depositedIn, campaign, schedule, due: dueIn(schedule, month) }];
}

function wordsOf(
  {
    deposit: depositYuan,
    month,
    times,
  }: { readonly deposit: number; readonly month: Month; readonly times: readonly DepositTime[] },
  world: World,
  language: Language,
): Words {
  const [first, ...others] = times;
  // What is the same for all is said at once.
  const only = others.length === 0 ? first : undefined;
  const isDue = times.some(({ due }) => due.isOnTheDay || due.depositFen + due.giftFen > 0);
  return words({
    lead:
      only === undefined
        ? timesLead({ depositYuan, month, hasTimes: first !== undefined }, language)
        : dueLead(only, month, language),
    sections: others.length === 0 ? [] : [{ heading: null, lines: timeLines(times, language) }],
    notes: [
      ...(month > monthOf(world.today) ? [toComeNote(month, world.today, language)] : []),
      ...(only === undefined ? [] : earlierNote(only, month, language)),
      ...(isDue ? [NOT_DECIDED[language]] : []),
      ...assumptionNotes(
        times.map((time) => time.schedule),
        language,
      ),
    ],
    source: sourceOf(times, world, language),
    choices: COMPLAINT[language],
  });
}

/** A day of the deposit: of a month its first day in a campaign. */
function dayOf({ depositedIn }: Missed, { campaigns }: Policy): Day | null {
  if (depositedIn === null) return null;
  const inside = campaigns.find(({ inForce }) => isWithin(inForce.from, depositedIn));
  const covers = campaigns.some(({ inForce }) => isWithin(depositedIn.from, inForce));
  return covers ? depositedIn.from : (inside?.inForce.from ?? depositedIn.from);
}

/** What should have come before: "nothing has come" may mean all of it. */
function earlierNote(
  { days, schedule }: DepositTime,
  month: Month,
  language: Language,
): readonly string[] {
  // Of a deposit in one of several months it is not one sum.
  if (monthOf(days.from) !== monthOf(days.to)) return [];
  const paid = paidBefore(schedule, month);
  if (paid === 0) return [];
  return [
    language === 'zh'
      ? `此前应已到账${yuanText(paid)}元。`
      : `Before that, ${yuanText(paid)} yuan should have come.`,
  ];
}

function toComeNote(month: Month, today: Day, language: Language): string {
  const [when, day] = [monthInWords(month, language), dayInWords(today, language)];
  return language === 'zh'
    ? `${when}还没到：今天是${day}。`
    : `${when} is still to come: today is ${day}.`;
}

const NOT_DECIDED = {
  zh: '政策没有写每月哪天到账，也没有写可以晚几天：未定，请问政策负责人。',
  en: 'On which day of a month a credit comes, and how late it may be, the policy does not say: not decided, ask the policy owner.',
} as const;

function sourceOf(
  times: readonly DepositTime[],
  { today }: World,
  language: Language,
): string | null {
  // One line has room for one source: that of the deposit made last.
  const last = times.at(-1);
  return last === undefined
    ? null
    : payoutSource(last.campaign, [last.schedule.plan], { today, language });
}

/** The way on from a missing credit. Its question means any complaint: the special ones are about other things. */
const COMPLAINT: Readonly<Record<Language, Choices>> = {
  zh: {
    asks: '确实没到账、客户要投诉的，点这里或打字：',
    options: [{ id: 'complaint', label: '投诉处理步骤', says: '客户投诉怎么处理' }],
  },
  en: {
    asks: 'Where it has not come and the customer complains, tap or type:',
    options: [
      {
        id: 'complaint',
        label: 'What to do about a complaint',
        says: 'what do I do about a complaint',
      },
    ],
  },
};
