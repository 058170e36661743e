import type { Bilingual, Language } from '../bilingual.ts';
import type { CommissionUnsaid } from '../language/commission-unsaid.ts';
import type { Reading } from '../language/reading.ts';
import { activeCampaign, depositsOf, planOfDeposit } from '../policy/campaigns.ts';
import { type Fen, yuanText } from '../policy/money.ts';
import { scheduleOf } from '../policy/payouts.ts';
import type { Campaign, PayoutPlan } from '../policy/policy.ts';
import type { Section } from './answer.ts';
import { nothingInForce } from './campaign-status.ts';
import { askForDeposit } from './clarify.ts';
import { bothLead, bothSections } from './payout-both.ts';
import { commissionFacts, scheduleFacts } from './payout-facts.ts';
import { payoutSource, scheduleNotes } from './payout-notes.ts';
import { planInOneLine } from './payout-words.ts';
import { noCommissionNote } from './unpaid-notes.ts';
import { inTurn, listed, words } from './wording.ts';
import type { Said, World } from './world.ts';

/** What the outlet earns for some households. Where no plan is named, all plans must pay the same. */
export function payoutCommission(reading: Reading, world: World): Said {
  const { language, entities } = reading;
  const date = entities.date ?? world.today;
  const households = entities.households ?? 1;
  const { deposit } = entities;
  const campaign = activeCampaign(world.policy, date);
  if (campaign === undefined) {
    return {
      facts: { perHousehold: null, households, total: null, deposit },
      words: words(nothingInForce(world.policy, date, language)),
    };
  }
  if (reading.unsaid.unpaidOffers.length > 0 && deposit === null)
    return nothingSaid(reading, campaign, { world, households });
  // Another deposit than it has: what all its plans pay says nothing of that one.
  if (reading.unsaid.deposit !== null) return askForDeposit(reading, world);
  const asked = deposit === null ? reading.deposits : [deposit];
  const plans = campaign.plans.filter(
    ({ depositYuan }) => asked.length === 0 || asked.includes(depositYuan),
  );
  const [eachFen, ...others] = [...new Set(plans.map((plan) => plan.commissionFen))];
  if (eachFen === undefined || others.length > 0) return askForDeposit(reading, world);
  const plan = deposit === null ? undefined : planOfDeposit(campaign, deposit);
  const schedule = reading.bothSides && plan !== undefined ? scheduleOf(plan, date) : null;
  const both = schedule === null ? null : { schedule, households };
  return {
    facts: {
      ...commissionFacts(eachFen, households),
      deposit,
      ...(schedule === null ? {} : { customer: scheduleFacts(schedule) }),
    },
    words: words({
      lead: withUnsaid(
        reading,
        both === null
          ? leadOf({ eachFen, households, deposit }, language)
          : bothLead(both, language),
      ),
      sections:
        both !== null
          ? bothSections(both, language)
          : reading.bothSides
            ? [customersOf(plans, language)]
            : [],
      notes: [
        ...(reading.unsaid.unpaidOffers.length > 0 ? [noCommissionNote(reading, world)] : []),
        ...(schedule === null ? [] : scheduleNotes(schedule, world, language)),
      ],
      source: payoutSource(campaign, plans, { today: world.today, language }),
    }),
  };
}

/** How much it is answers nothing where it is asked when it is paid, to whom, or whether it is lost. */
function withUnsaid({ unsaid: { commission }, language }: Reading, lead: string): string {
  return commission === null ? lead : inTurn([UNSAID[commission][language], lead], language);
}

const UNSAID: Readonly<Record<CommissionUnsaid, Bilingual>> = {
  payday: {
    zh: '佣金什么时候发、怎么发，政策里没有写。',
    en: 'The policy does not say when or how the commission is paid.',
  },
  share: {
    zh: '佣金是网点的，个人能拿多少，政策里没有写。',
    en: 'The commission is the outlet’s: what a person gets of it, the policy does not say.',
  },
  loss: {
    zh: '佣金会不会扣回，政策里没有写。',
    en: 'Whether a commission is lost or taken back, the policy does not say.',
  },
};

/** The policy names no commission for these offers; what the deposits pay is no answer. */
function nothingSaid(
  reading: Reading,
  campaign: Campaign,
  { world, households }: { readonly world: World; readonly households: number },
): Said {
  const { language } = reading;
  const gifts = depositsOf(campaign);
  return {
    facts: { perHousehold: null, households, total: null, deposit: null },
    words: words({
      lead: noCommissionNote(reading, world),
      notes: [
        language === 'zh'
          ? `有佣金的是预存送费：存${listed(gifts.map(String), language)}元。`
          : `It names one for deposits of ${listed(gifts.map(String), language)} yuan.`,
      ],
      source: payoutSource(campaign, campaign.plans, { today: world.today, language }),
    }),
  };
}

type Earned = {
  readonly eachFen: Fen;
  readonly households: number;
  readonly deposit: number | null;
};

function leadOf({ eachFen, households, deposit }: Earned, language: Language): string {
  const [each, total] = [yuanText(eachFen), yuanText(eachFen * households)];
  const kind =
    deposit === null
      ? { zh: '各档预存佣金相同', en: 'all deposits pay the same' }
      : { zh: `存${deposit}元这一档`, en: `for the deposit of ${deposit} yuan` };
  return language === 'zh'
    ? `佣金${total}元：${households}户 × 每户${each}元（${kind.zh}）。`
    : `Commission: ${total} yuan, ${households} household${households === 1 ? '' : 's'} at ${each} yuan each (${kind.en}).`;
}

/** Where no deposit is named: what the customer gets of each. */
function customersOf(plans: readonly PayoutPlan[], language: Language): Section {
  return {
    heading: language === 'zh' ? '客户（每户）' : 'Each customer',
    lines: plans
      .toSorted((one, other) => one.depositYuan - other.depositYuan)
      .map((plan) => planInOneLine(plan, language)),
  };
}
