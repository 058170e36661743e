import { isDeepStrictEqual } from 'node:util';
import type { Language } from '../bilingual.ts';
import { activeCampaign, planOfDeposit } from '../policy/campaigns.ts';
import type { Schedule } from '../policy/payouts.ts';
import type { PayoutPlan } from '../policy/policy.ts';
import { todayNote } from './campaign-status.ts';
import { monthInWords } from './wording.ts';
import type { World } from './world.ts';

/** What must be said beside a schedule: when it ends, what is assumed, and that today's is another one. */
export function scheduleNotes(
  schedule: Schedule,
  world: World,
  language: Language,
): readonly string[] {
  const { plan, depositedOn: day, assumptions } = schedule;
  return [
    ...lastCreditNote(schedule, language),
    ...new Set(assumptions.map((assumption) => assumption.reason[language])),
    ...todayNote({ day, today: world.today, isSame: isPlanToday(plan, world) }, language),
  ];
}

/** When the last money comes. */
function lastCreditNote({ credits }: Schedule, language: Language): readonly string[] {
  const last = credits.findLast((credit) => credit.depositFen + credit.giftFen > 0);
  if (last === undefined) return [];
  const month = monthInWords(last.month, language);
  return [language === 'zh' ? `最后一笔在${month}到账。` : `The last credit comes in ${month}.`];
}

/** Whether today's policy pays the same out for that deposit. */
function isPlanToday(plan: PayoutPlan, { policy, today }: World): boolean {
  const campaign = activeCampaign(policy, today);
  const other = campaign === undefined ? undefined : planOfDeposit(campaign, plan.depositYuan);
  return isDeepStrictEqual(plan, other);
}
