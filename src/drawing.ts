import type { Chart } from './charts/chart.ts';
import { openPngs } from './charts/pngs.ts';
import { activeCampaign, planOfDeposit } from './policy/campaigns.ts';
import { scheduleOf } from './policy/payouts.ts';
import type { Policy } from './policy/policy.ts';
import { withoutPortOffers } from './policy/porting.ts';
import type { Drawn } from './slack/ports.ts';
import type { CaseWeekPicture } from './slack/views/case-week-ids.ts';
import type { Drawable } from './slack/views/ids.ts';

/** Draws pictures for as long as the bot runs; null where there is no such campaign, plan or week. */
export function openDrawing(
  caseWeek: (picture: CaseWeekPicture) => Promise<Chart | null>,
): (policy: Policy, picture: Drawable) => Promise<Drawn | null> {
  const pngOf = openPngs();
  return async (policy, picture) => {
    if (picture.kind === 'case-week') {
      const chart = await caseWeek(picture);
      if (chart === null) return null;
      return { name: `complaints-${picture.week}.png`, alt: chart.alt, png: await pngOf(chart) };
    }
    const { day, language } = picture;
    // A picture does not know whether the answer above it was for a customer who ports.
    const campaign = activeCampaign(withoutPortOffers(policy), day);
    if (campaign === undefined) return null;
    if (picture.kind === 'matrix') {
      const { matrixChart } = await import('./charts/matrix-chart.ts');
      const chart = matrixChart({ policy, campaign, language });
      return { name: `${campaign.id}.png`, alt: chart.alt, png: await pngOf(chart) };
    }
    const plan = planOfDeposit(campaign, picture.deposit);
    if (plan === undefined) return null;
    const { payoutChart } = await import('./charts/payout-chart.ts');
    const chart = payoutChart({ campaign, schedule: scheduleOf(plan, day), language });
    return { name: `${picture.deposit}-${day}.png`, alt: chart.alt, png: await pngOf(chart) };
  };
}
