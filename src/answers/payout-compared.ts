import type { Language } from '../bilingual.ts';
import type { Reading } from '../language/reading.ts';
import { activeCampaign, planOfDeposit } from '../policy/campaigns.ts';
import { type Fen, yuanText } from '../policy/money.ts';
import { type Schedule, scheduleOf } from '../policy/payouts.ts';
import type { MonthlyReturn } from '../policy/policy.ts';
import type { Choices, Facts, Section } from './answer.ts';
import { nothingInForce } from './campaign-status.ts';
import { askForDeposit } from './clarify.ts';
import { commissionFacts, noScheduleFacts, scheduleFacts } from './payout-facts.ts';
import { assumptionNotes, payoutSource } from './payout-notes.ts';
import { LEAVES_EARLY, paidUntil, soFarInWords, untilFacts } from './payout-until.ts';
import { monthlyInWords } from './payout-words.ts';
import { dayInWords, monthInWords, words } from './wording.ts';
import type { Said, World } from './world.ts';

/**
 * Several deposits side by side, each in a few short lines, with a button for the months of each; how far each has come where
 * a day is asked about. Asked back where fewer than two of them can be made on that day.
 */
export function payoutCompared(reading: Reading, world: World): Said {
  const { language, entities, leaving } = reading;
  const date = (leaving === null ? entities.date : leaving.depositedOn) ?? world.today;
  const campaign = activeCampaign(world.policy, date);
  if (campaign === undefined) {
    return {
      facts: noScheduleFacts(null, date),
      words: words(nothingInForce(world.policy, date, language)),
    };
  }
  const schedules = reading.deposits
    .toSorted((one, other) => one - other)
    .map((deposit) => planOfDeposit(campaign, deposit))
    .filter((plan) => plan !== undefined)
    .map((plan) => scheduleOf(plan, date));
  if (schedules.length < 2) return askForDeposit(reading, world);
  const plans = schedules.map(({ plan }) => plan);
  const day = dayInWords(date, language);
  return {
    facts: {
      // No single plan is asked about: the published fields are empty, and each plan has its own.
      ...noScheduleFacts(null, date),
      plans: schedules.map((schedule) => factsOf(schedule, reading)),
    },
    words: words({
      lead: language === 'zh' ? `${day}存的，对比如下：` : `Deposited on ${day}, side by side:`,
      sections: schedules.map((schedule) => sectionOf(schedule, reading)),
      notes: [
        ...(leaving?.isForGood === true ? [LEAVES_EARLY[language]] : []),
        ...assumptionNotes(schedules, language),
      ],
      choices: choicesOf(schedules, language),
      source: payoutSource(campaign, plans, { today: world.today, language }),
    }),
  };
}

function factsOf(schedule: Schedule, { bothSides, leaving }: Reading): Facts {
  const until = leaving?.until ?? null;
  const paid = until === null ? null : paidUntil(schedule, until);
  return {
    ...scheduleFacts(schedule),
    ...(paid === null ? {} : untilFacts(paid)),
    ...(bothSides ? { commission: commissionFacts(schedule.plan.commissionFen, 1) } : {}),
  };
}

function sectionOf(schedule: Schedule, { language, bothSides, leaving }: Reading): Section {
  const { plan } = schedule;
  const until = leaving?.until ?? null;
  const paid = until === null ? null : paidUntil(schedule, until);
  const isZh = language === 'zh';
  const gift = plan.gift.kind === 'money' ? yuanText(plan.gift.totalFen) : plan.gift.name[language];
  const earned = yuanText(plan.commissionFen);
  return {
    heading: isZh
      ? `存${plan.depositYuan}元，送${gift}${plan.gift.kind === 'money' ? '元' : ''}`
      : `Deposit ${plan.depositYuan} yuan, gift ${gift}`,
    lines: [
      atOnce(schedule, language),
      monthly(schedule, language),
      inAll(schedule, language),
      ...(paid === null ? [] : [soFarInWords(paid, schedule, language)]),
      ...(bothSides
        ? [isZh ? `网点佣金 ${earned} 元/户` : `The outlet earns ${earned} yuan a household`]
        : []),
    ],
  };
}

function atOnce({ plan, firstCreditFen, giftAtOnceFen }: Schedule, language: Language): string {
  const isZh = language === 'zh';
  const gift =
    plan.gift.kind === 'money'
      ? isZh
        ? `赠送 ${yuanText(giftAtOnceFen)} 元`
        : `gift ${yuanText(giftAtOnceFen)}`
      : plan.gift.name[language];
  const first = yuanText(firstCreditFen);
  const parts = [
    ...(firstCreditFen > 0 ? [isZh ? `预存 ${first} 元` : `deposit ${first}`] : []),
    gift,
  ];
  return isZh ? `当天：${parts.join('，')}` : `At once: ${parts.join(', ')}`;
}

function monthly({ plan }: Schedule, language: Language): string {
  const isZh = language === 'zh';
  const parts: readonly [string, MonthlyReturn][] = [
    [isZh ? '预存' : 'deposit', plan.depositReturn],
    ...(plan.gift.kind === 'money'
      ? [[isZh ? '赠送' : 'gift', plan.gift.monthly] satisfies [string, MonthlyReturn]]
      : []),
  ];
  const told = parts.map(([name, back]) => `${name} ${monthlyInWords(back, language)}`);
  return isZh ? `每月：${told.join('，')}` : `Monthly: ${told.join(', ')}`;
}

function inAll({ totalFen, credits }: Schedule, language: Language): string {
  const total = yuanText(totalFen);
  const last = credits.findLast(({ depositFen, giftFen }: Paid) => depositFen + giftFen > 0);
  const month = last === undefined ? null : monthInWords(last.month, language);
  if (language === 'zh') return `共到账 ${total} 元${month === null ? '' : `，最后一笔在${month}`}`;
  return `${total} yuan in all${month === null ? '' : `, the last in ${month}`}`;
}
type Paid = { readonly depositFen: Fen; readonly giftFen: Fen };

/** A deposit to tap shows its months. */
function choicesOf(schedules: readonly Schedule[], language: Language): Choices {
  return {
    asks: language === 'zh' ? '看逐月明细：' : 'Month by month:',
    options: schedules.map(({ plan: { depositYuan } }) => {
      const label = language === 'zh' ? `${depositYuan}元` : `${depositYuan} yuan`;
      return { id: String(depositYuan), label, says: label };
    }),
  };
}
