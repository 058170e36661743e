import type { Reading } from '../language/reading.ts';
import { activeCampaign } from '../policy/campaigns.ts';
import { yuanOf, yuanText } from '../policy/money.ts';
import { nothingInForce } from './campaign-status.ts';
import { askForDeposit } from './clarify.ts';
import { policySource } from './policy-source.ts';
import { words } from './wording.ts';
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
  const plans = campaign.plans.filter((plan) => deposit === null || plan.depositYuan === deposit);
  const [eachFen, ...others] = [...new Set(plans.map((plan) => plan.commissionFen))];
  if (eachFen === undefined || others.length > 0) return askForDeposit(reading, world);
  const [each, total] = [yuanText(eachFen), yuanText(eachFen * households)];
  const kind =
    deposit === null
      ? { zh: '各档预存佣金相同', en: 'all deposits pay the same' }
      : { zh: `存${deposit}元这一档`, en: `for the deposit of ${deposit} yuan` };
  return {
    facts: {
      perHousehold: yuanOf(eachFen),
      households,
      total: yuanOf(eachFen * households),
      deposit,
    },
    words: words({
      lead:
        language === 'zh'
          ? `佣金${total}元：${households}户 × 每户${each}元（${kind.zh}）。`
          : `Commission: ${total} yuan, ${households} household${households === 1 ? '' : 's'} at ${each} yuan each (${kind.en}).`,
      source: policySource(
        {
          campaign,
          offers: plans.map((plan) => plan.offer),
          sources: plans.map((plan) => plan.source),
          file: 'payouts.yaml',
          today: world.today,
        },
        language,
      ),
    }),
  };
}
