import { isDeepStrictEqual } from 'node:util';
import type { Bilingual, Language } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';
import type { Reading } from '../language/reading.ts';
import { activeCampaign, planOfDeposit } from '../policy/campaigns.ts';
import { yuanOf, yuanText } from '../policy/money.ts';
import { type Schedule, scheduleOf } from '../policy/payouts.ts';
import type { MonthlyReturn, PayoutPlan } from '../policy/policy.ts';
import { nothingInForce } from './campaign-status.ts';
import { askForDeposit } from './clarify.ts';
import { monthLines } from './payout-months.ts';
import { type PaidUntil, paidUntil, sayUntil } from './payout-until.ts';
import { policySource } from './policy-source.ts';
import { dayInWords, monthInWords, words } from './wording.ts';
import type { Said, World } from './world.ts';

/** How and when a deposit and its gift come back, month by month. */
export function payoutSchedule(reading: Reading, world: World): Said {
  const { language, entities } = reading;
  const { leaving } = reading;
  const date = (leaving === null ? entities.date : leaving.depositedOn) ?? world.today;
  const { deposit } = entities;
  if (deposit === null) return askForDeposit(reading, world);
  const campaign = activeCampaign(world.policy, date);
  const plan = campaign === undefined ? undefined : planOfDeposit(campaign, deposit);
  if (campaign !== undefined && plan === undefined) {
    return askForDeposit({ ...reading, unknownDeposit: deposit }, world);
  }
  if (campaign === undefined || plan === undefined) {
    return {
      facts: {
        deposit,
        date,
        months: [],
        firstCredit: null,
        giftAtOnce: null,
        giftPack: null,
        total: null,
      },
      words: words(nothingInForce(world.policy, date, language)),
    };
  }
  const schedule = scheduleOf(plan, date);
  const paid = leaving === null ? null : paidUntil(schedule, leaving.until);
  const told = paid === null ? null : sayUntil(paid, schedule, language);
  return {
    facts: { ...factsOf(schedule), ...(paid === null ? {} : untilFacts(paid)) },
    words: words({
      lead: told?.lead ?? leadOf(schedule, language),
      sections: [
        {
          heading: language === 'zh' ? '办理当天' : 'On the day',
          lines: atOnceLines(schedule, language),
        },
        {
          heading: language === 'zh' ? '逐月到账' : 'Month by month',
          lines: monthLines(schedule, language),
        },
      ],
      notes: [
        ...(told?.notes ?? []),
        ...lastCreditNote(schedule, language),
        ...new Set(schedule.assumptions.map((assumption) => assumption.reason[language])),
        ...planToday(plan, date, world).map((note) => note[language]),
      ],
      source: policySource(
        {
          campaign,
          offers: [plan.offer],
          sources: [plan.source],
          file: 'payouts.yaml',
          today: world.today,
        },
        language,
      ),
    }),
  };
}

function untilFacts({ until, paidFen, outstandingFen }: PaidUntil): Said['facts'] {
  return { until, paid: yuanOf(paidFen), outstanding: yuanOf(outstandingFen) };
}

/** What today's policy pays for that deposit, where it is another plan than that of the day asked about. */
function planToday(plan: PayoutPlan, day: Day, { policy, today }: World): readonly Bilingual[] {
  if (day === today) return [];
  const campaign = activeCampaign(policy, today);
  const other = campaign === undefined ? undefined : planOfDeposit(campaign, plan.depositYuan);
  if (isDeepStrictEqual(plan, other)) return [];
  const [zh, en] = [dayInWords(today, 'zh'), dayInWords(today, 'en')];
  if (other === undefined)
    return [
      {
        zh: `今天（${zh}）没有这一档，不能承诺。`,
        en: `Today (${en}) there is no such deposit: promise nothing.`,
      },
    ];
  return [
    {
      zh: `今天（${zh}）存的不同：${planInOneLine(other, 'zh')}。`,
      en: `Deposited today (${en}) it is different: ${planInOneLine(other, 'en')}.`,
    },
  ];
}

/** When the last money comes. */
function lastCreditNote({ credits }: Schedule, language: Language): readonly string[] {
  const last = credits.findLast((credit) => credit.depositFen + credit.giftFen > 0);
  if (last === undefined) return [];
  const month = monthInWords(last.month, language);
  return [language === 'zh' ? `最后一笔在${month}到账。` : `The last credit comes in ${month}.`];
}

function factsOf(schedule: Schedule): Said['facts'] {
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

function leadOf({ plan, totalFen, depositedOn }: Schedule, language: Language): string {
  const date = dayInWords(depositedOn, language);
  const total = yuanText(totalFen);
  if (plan.gift.kind === 'pack') {
    return language === 'zh'
      ? `${date}存${plan.depositYuan}元：共返还${total}元，另送${plan.gift.name.zh}（一次）。`
      : `Deposit ${plan.depositYuan} yuan on ${date}: ${total} yuan come back, and a ${plan.gift.name.en} once.`;
  }
  return language === 'zh'
    ? `${date}存${plan.depositYuan}元送${yuanText(plan.gift.totalFen)}元：共到账${total}元。`
    : `Deposit ${plan.depositYuan} yuan on ${date}, get ${yuanText(plan.gift.totalFen)}: ${total} yuan in all.`;
}

function atOnceLines(
  { plan, firstCreditFen, giftAtOnceFen }: Schedule,
  language: Language,
): readonly string[] {
  const isZh = language === 'zh';
  return [
    isZh
      ? `首次到账 ${yuanText(firstCreditFen)} 元（预存款）`
      : `First credit of the deposit: ${yuanText(firstCreditFen)} yuan`,
    plan.gift.kind === 'pack'
      ? isZh
        ? `赠送 ${plan.gift.name.zh}`
        : `Gift: ${plan.gift.name.en}`
      : isZh
        ? `赠送到账 ${yuanText(giftAtOnceFen)} 元`
        : `Gift: ${yuanText(giftAtOnceFen)} yuan`,
  ];
}

/** A plan in one line, without dates: "50 at once, then 10 a month × 15; gift 4 at once, then 8 a month × 12". */
export function planInOneLine(plan: PayoutPlan, language: Language): string {
  const { depositReturn: back, gift } = plan;
  const first = yuanText(plan.firstCreditFen);
  const hasFirst = plan.firstCreditFen > 0;
  if (language === 'zh') {
    const deposit = `预存${plan.depositYuan}元：${hasFirst ? `首次到账${first}元，` : ''}每月返${timesOf(back, 'zh')}`;
    return gift.kind === 'pack'
      ? `${deposit}；赠送${gift.name.zh}，一次到账`
      : `${deposit}；赠送${yuanText(gift.totalFen)}元：当时${yuanText(gift.atOnceFen)}元，${startsIn(gift.monthly, 'zh')}每月${timesOf(gift.monthly, 'zh')}`;
  }
  const deposit = `deposit ${plan.depositYuan}: ${hasFirst ? `${first} at first, then ` : ''}${timesOf(back, 'en')}`;
  return gift.kind === 'pack'
    ? `${deposit}; gift: ${gift.name.en}, once`
    : `${deposit}; gift ${yuanText(gift.totalFen)}: ${yuanText(gift.atOnceFen)} at once, ${startsIn(gift.monthly, 'en')} ${timesOf(gift.monthly, 'en')}`;
}

/** How much how often: `10 a month × 15`, and the last month where it takes the remainder. */
function timesOf({ monthlyFen, months, lastFen }: MonthlyReturn, language: Language): string {
  const [monthly, last] = [yuanText(monthlyFen), yuanText(lastFen)];
  const isSame = monthlyFen === lastFen;
  return language === 'zh'
    ? `${monthly}元×${months}个月${isSame ? '' : `（末月${last}元）`}`
    : `${monthly} a month × ${months}${isSame ? '' : ` (the last ${last})`}`;
}

/** From which month on equal credits come. */
function startsIn({ startsAfterMonths: after }: MonthlyReturn, language: Language): string {
  if (language === 'zh') return after === 1 ? '次月起' : `第${after}个月起`;
  return after === 1 ? 'from the next month' : `from ${after} months later`;
}
