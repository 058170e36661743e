import type { Picture } from './answers/picture.ts';
import { openPngs } from './charts/pngs.ts';
import { activeCampaign, planOfDeposit } from './policy/campaigns.ts';
import { scheduleOf } from './policy/payouts.ts';
import type { Policy } from './policy/policy.ts';
import { withoutPortOffers } from './policy/porting.ts';
import type { Drawn } from './slack/ports.ts';

/** Draws pictures for as long as the bot runs; null where the policy has no such campaign or plan. */
export function openDrawing(): (policy: Policy, picture: Picture) => Promise<Drawn | null> {
  const pngOf = openPngs();
  return async (policy, picture) => {
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
