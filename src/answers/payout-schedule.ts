import type { Language } from '../bilingual.ts';
import type { Reading } from '../language/reading.ts';
import { activeCampaign, planOfDeposit } from '../policy/campaigns.ts';
import { yuanText } from '../policy/money.ts';
import { type Schedule, scheduleOf } from '../policy/payouts.ts';
import type { Section } from './answer.ts';
import { nothingInForce } from './campaign-status.ts';
import { askForDeposit } from './clarify.ts';
import { withNotStated } from './not-stated.ts';
import { bothLead, bothSections } from './payout-both.ts';
import { payoutCompared } from './payout-compared.ts';
import { commissionFacts, noScheduleFacts, scheduleFacts } from './payout-facts.ts';
import { payoutLeaving } from './payout-leaving.ts';
import { payoutMissed } from './payout-missed.ts';
import { monthLines } from './payout-months.ts';
import { payoutOfNone } from './payout-none.ts';
import { payoutSource, scheduleNotes } from './payout-notes.ts';
import { LEAVES_EARLY, paidUntil, sayUntil, tooEarlyNote, untilFacts } from './payout-until.ts';
import { noPayoutNote } from './unpaid-notes.ts';
import { dayInWords, words } from './wording.ts';
import type { Said, World } from './world.ts';

/** How and when a deposit and its gift come back, month by month. */
export function payoutSchedule(reading: Reading, world: World): Said {
  const { language, entities } = reading;
  const { leaving } = reading;
  const date = (leaving === null ? entities.date : leaving.depositedOn) ?? world.today;
  const { deposit } = entities;
  if (deposit === null && reading.unsaid.unpaidOffers.length > 0)
    return payoutOfNone(reading, world);
  if (deposit === null)
    return reading.deposits.length > 1
      ? payoutCompared(reading, world)
      : askForDeposit(reading, world);
  const { missed } = reading;
  if (missed !== null && leaving === null) return payoutMissed(reading, { deposit, missed }, world);
  const left = payoutLeaving(reading, deposit, world);
  if (left !== null) return left;
  const campaign = activeCampaign(world.policy, date);
  const plan = campaign === undefined ? undefined : planOfDeposit(campaign, deposit);
  if (campaign !== undefined && plan === undefined) {
    return askForDeposit({ ...reading, unsaid: { ...reading.unsaid, deposit } }, world);
  }
  if (campaign === undefined || plan === undefined) {
    return {
      facts: noScheduleFacts(deposit, date),
      words: words(nothingInForce(world.policy, date, language)),
    };
  }
  const schedule = scheduleOf(plan, date);
  const until = leaving?.until ?? null;
  const paid = until === null ? null : paidUntil(schedule, until);
  const isForGood = leaving?.isForGood === true;
  const told = paid === null ? null : sayUntil(paid, { schedule, isForGood }, language);
  const households = entities.households ?? 1;
  const both = reading.bothSides ? { schedule, households } : null;
  const lead = both === null ? leadOf(schedule, language) : bothLead(both, language);
  return {
    facts: {
      ...scheduleFacts(schedule),
      ...(paid === null ? {} : untilFacts(paid)),
      ...(both === null ? {} : { commission: commissionFacts(plan.commissionFen, households) }),
    },
    words: words({
      lead: withNotStated(reading, told?.lead ?? lead),
      sections: both === null ? sectionsOf(schedule, language) : bothSections(both, language),
      notes: [
        ...(reading.unsaid.unpaidOffers.length > 0 ? [noPayoutNote(reading, world)] : []),
        ...(told?.notes ?? []),
        ...(until !== null && paid === null
          ? [tooEarlyNote({ until, depositedOn: date, isForGood }, language)]
          : []),
        ...(leaving !== null && until === null ? [LEAVES_EARLY[language]] : []),
        // Who leaves pays nothing in today.
        ...scheduleNotes(schedule, leaving === null ? world : null, language),
      ],
      source: payoutSource(campaign, [plan], { today: world.today, language }),
    }),
  };
}

function sectionsOf(schedule: Schedule, language: Language): readonly Section[] {
  const isZh = language === 'zh';
  return [
    { heading: isZh ? '办理当天' : 'On the day', lines: atOnceLines(schedule, language) },
    { heading: isZh ? '逐月到账' : 'Month by month', lines: monthLines(schedule, language) },
  ];
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
