import type { Reading } from '../language/reading.ts';
import { activeCampaign, depositsOf } from '../policy/campaigns.ts';
import { nothingInForce } from './campaign-status.ts';
import { depositChoice } from './clarify.ts';
import { noScheduleFacts } from './payout-facts.ts';
import { payoutSource } from './payout-notes.ts';
import { noPayoutNote } from './unpaid-notes.ts';
import { words } from './wording.ts';
import type { Said, World } from './world.ts';

/** The policy names no payout for these offers; what a deposit brings back is no answer, and has its button. */
export function payoutOfNone(reading: Reading, world: World): Said {
  const { language, entities } = reading;
  const date = entities.date ?? world.today;
  const campaign = activeCampaign(world.policy, date);
  const facts = noScheduleFacts(null, date);
  if (campaign === undefined)
    return { facts, words: words(nothingInForce(world.policy, date, language)) };
  return {
    facts,
    words: words({
      lead: noPayoutNote(reading, world),
      choices: {
        asks:
          language === 'zh'
            ? '政策写了返还办法的是这几档预存，点一个，或直接打字：'
            : 'It names one for these deposits; tap one, or type it:',
        options: depositsOf(campaign).map((yuan) => depositChoice(yuan, language)),
      },
      source: payoutSource(campaign, campaign.plans, { today: world.today, language }),
    }),
  };
}
