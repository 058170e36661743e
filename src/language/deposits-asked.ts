import { plansMeantOn } from '../policy/campaigns.ts';
import type { Policy } from '../policy/policy.ts';
import type { Findings } from './find.ts';

const KINDS = '(?:(?:deposit|payout|gift|prepaid|retention|top-?up) )*';
const PLANS = '(?:plans?|deposits?|tiers?|gifts?|schedules?|ones)';
/** "all three plans", "each deposit", 三档, "compare the plans". */
const ALL_PLANS = new RegExp(
  `(?:(?<!第)[两三四五]|各|每一?|几|所有|全部)个?(?:档|种?预存|个?存费)|(?<![a-z])(?:(?:all|both|any of|each|every|compare|which of|difference between)(?: of)?(?: the| these| our| your)?(?: two| three| four| different| various)?|(?:two|three|four)) ${KINDS}${PLANS}(?![a-z])`,
);
/** "which deposit is back soonest", 哪档返得最快: one of them all is asked for. */
const BEST_OF_ALL =
  /(?:哪一?(?:个|档|种|款)).{0,12}(?:最|更)(?:快|慢|早|晚|多|少|长|短|划算)|(?<![a-z])which (?:(?:deposit|payout|gift) )?(?:plan|deposit|tier|gift|one)(?: [a-z']+){0,6} (?:soonest|sooner|fastest|faster|quickest|quicker|first|earliest|last|longest|longer|shortest|shorter|most|more|least|less|biggest|bigger|better|best)(?![a-z])/;

/** Whether a normalised text asks about all plans alike. */
export function asksAllPlans(plain: string): boolean {
  return ALL_PLANS.test(plain) || BEST_OF_ALL.test(plain);
}

/** The deposits, in yuan, that a question about what comes back asks about alike: two or more, else none. */
export function depositsAsked(
  { plain, amounts, day }: Findings,
  policy: Policy,
): readonly number[] {
  const named =
    amounts.deposits.length > 1 || amounts.deposit !== null || !asksAllPlans(plain)
      ? amounts.deposits
      : plansMeantOn(policy, day).map(({ depositYuan }) => depositYuan);
  return named.length > 1 ? named : [];
}
