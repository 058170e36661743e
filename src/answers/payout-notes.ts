import { isDeepStrictEqual } from 'node:util';
import type { Bilingual, Language } from '../bilingual.ts';
import { activeCampaign, planOfDeposit } from '../policy/campaigns.ts';
import type { Schedule } from '../policy/payouts.ts';
import type { Campaign, PayoutPlan } from '../policy/policy.ts';
import { planInOneLine } from './payout-words.ts';
import { policySource } from './policy-source.ts';
import { dayInWords, monthInWords } from './wording.ts';
import type { World } from './world.ts';

/** What must be said beside a schedule: when it ends, what is assumed, and, with a world, that today's is another one. */
export function scheduleNotes(
  schedule: Schedule,
  world: World | null,
  language: Language,
): readonly string[] {
  return [
    ...lastCreditNote(schedule, language),
    ...assumptionNotes([schedule], language),
    ...(world === null ? [] : planToday(schedule, world)).map((note) => note[language]),
  ];
}

/** What schedules assume, each reason once. */
export function assumptionNotes(
  schedules: readonly Schedule[],
  language: Language,
): readonly string[] {
  return [
    ...new Set(
      schedules.flatMap(({ assumptions }) => assumptions.map(({ reason }) => reason[language])),
    ),
  ];
}

/** When the last money comes. */
function lastCreditNote({ credits }: Schedule, language: Language): readonly string[] {
  const last = credits.findLast((credit) => credit.depositFen + credit.giftFen > 0);
  if (last === undefined) return [];
  const month = monthInWords(last.month, language);
  return [language === 'zh' ? `最后一笔在${month}到账。` : `The last credit comes in ${month}.`];
}

/** What today's policy pays for that deposit, where it is another plan than that of the day asked about. */
function planToday(
  { plan, depositedOn: day }: Schedule,
  { policy, today }: World,
): readonly Bilingual[] {
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

/** Where plans stand, in one line. */
export function payoutSource(
  campaign: Campaign,
  plans: readonly PayoutPlan[],
  { today, language }: Pick<World, 'today'> & { readonly language: Language },
): string {
  return policySource(
    {
      campaign,
      offers: plans.map((plan) => plan.offer),
      sources: plans.map((plan) => plan.source),
      file: 'payouts.yaml',
      today,
    },
    language,
  );
}
