import { asksBothSides } from './both-sides.ts';
import type { Findings } from './find.ts';
import type { Understood } from './follow-up.ts';
import { hasLevelWord } from './level-words.ts';
import { asksWhere } from './pointing.ts';
import type { Intent } from './reading.ts';

/** Who asks what an outlet earns says so somehow. */
const EARNS =
  /佣|酬|赚|挣|提成|钱|奖|收入|返点|利润|好处|拿|得|给|结算|元|块|(?<![a-z])(?:com+is+ion[a-z]*|earn[a-z]*|make[a-z]*|made|paid|pays?|payout|get[a-z]*|got|cut|reward[a-z]*|money|income|cash|profit[a-z]*|bonus|fees?|worth|per|each|much|yuan|rmb|share|margin|incentives?|kickback)(?![a-z])/;
/** One contract is spoken of: "his contract expired yet or not", 这个客户的合约. */
const ONE_CONTRACT =
  /(?<![a-z])(?:his|her|this|that|my|the|a|one|their)(?: (?:customer|client|user|guy|lady|man|woman|caller)'?s?)?(?: \w+)? contract(?!s|[a-z])|(?:他|她|这个|那个|该|某个?|我)(?:的|人的|客户的?|用户的?|顾客的?)?(?:那个|这个)?合约/;
const MANY =
  /(?<![a-z])(?:contracts|customers(?! contract(?!s))|which|who|whose|list|all|any|every|how many contracts|mine)(?![a-z])|哪|名单|列|清单|所有|全部|多少[份个户单]|几[份个户单]|有没有|谁/;
const IN_DOUBT = 0.8;

/** How a deposit or a gift comes: at once, in parts, month by month. */
const COMES_BACK =
  /怎么[送给发]|一次|一把|一下子|分[几月期次]|每月|返|退|到账|(?<![a-z])(?:(?:in|all|at) (?:one go|once)|one[- ]off|when (?:do|does|will|is|are)|paid(?! attention)|lump|instal[a-z]*|monthly|months?|back|breakdown|schedule|credited|day one|first day|straight away)(?![a-z])/;
/** What may be offered is asked in these words, whoever asks and wherever. */
const OFFERS_WHAT =
  /(?<![a-z])(?:what|which)(?: [a-z']+){0,5} (?:offer|push|sell|pitch|promote|lead with)(?![a-z])|(?:能|可以|该|应该) ?(?:push|推|卖) ?(?:什么|哪|啥)/;
const LEVEL_ASKED = /等级|级别|排第几|(?<![a-z])(?:levels?|ranks?|ranking|priority)(?![a-z])/;
/** How long one may take. */
const TIME_ASKED =
  /多久|几天|好久|多少天|以内|之内|时限|期限|(?<![a-z])(?:how (?:long|many days|soon|quick(?:ly)?|fast)|days?|deadline|time limit|by when|within)(?![a-z])/;
/** What only one intent is asked with: where two are near, it decides. */
const DECIDES: Readonly<Partial<Record<Intent, (findings: Findings) => boolean>>> = {
  'payout.commission': ({ plain }) => /佣|酬金|提成|(?<![a-z])commission/.test(plain),
  'payout.schedule': ({ plain, amounts }) => amounts.deposit !== null && COMES_BACK.test(plain),
  'promo.eligibility': ({ plain, isEverywhere, words: { offers, outlets } }) =>
    ((isEverywhere || asksWhere(plain)) && offers.length > 0) ||
    ((hasLevelWord(plain) || LEVEL_ASKED.test(plain)) && offers.length + outlets.length > 0) ||
    OFFERS_WHAT.test(plain),
  'complaint.deadline': ({ plain, words: { limits } }) =>
    limits.length > 0 || TIME_ASKED.test(plain),
  'renewal.status': ({ contract }) => contract !== null,
};

const PROMOTION = /活动|优惠|政策|(?<![a-z])(?:promo(?:tion)?s?|campaign|offers?|deals?)(?![a-z])/;
const CONTRACT = /合约|续约|合同|(?<![a-z])(?:contract|renew|expir)/;
/** Of two intents that lie near each other the one that the words decide for, or null. */
export function decidedBetween(pair: readonly Intent[], findings: Findings): Intent | null {
  const [best] = pair;
  const isPayout = pair.every((intent) => intent.startsWith('payout.'));
  // Who asks for both sides is answered with both, whichever is asked.
  if (best !== undefined && isPayout) {
    if (asksBothSides(findings.plain, { intent: best, carries: null })) return best;
  }
  // A promotion that ends is no contract.
  if (pair.includes('promo.details') && PROMOTION.test(findings.plain)) {
    const other = pair.find((intent) => intent !== 'promo.details');
    if (other?.startsWith('renewal.') && !CONTRACT.test(findings.plain)) return 'promo.details';
  }
  const [first, ...others] = pair.filter((intent) => DECIDES[intent]?.(findings) === true);
  return others.length > 0 ? null : (first ?? null);
}

/**
 * What the sentence itself speaks against: a list of contracts where one contract is spoken of, earnings where nothing is
 * earned, and what an offer is where its place or rank is asked. Asked back rather than answered where no other is meant.
 */
export function withSecondThoughts(understood: Understood, findings: Findings): Understood {
  const { intent, carries } = understood;
  if (carries !== null) return understood;
  const instead = insteadOf(intent, findings);
  return instead === null
    ? understood
    : { intent: instead, confidence: Math.min(understood.confidence, IN_DOUBT), carries: null };
}

function insteadOf(intent: Intent, { plain, words, days, amounts }: Findings): Intent | null {
  const { outlets, offers } = words;
  const isBare = outlets.length === 0 && offers.length === 0 && days.length === 0;
  if (intent === 'renewal.list' && isBare && ONE_CONTRACT.test(plain) && !MANY.test(plain))
    return 'renewal.status';
  const isBareOfMoney = isBare && amounts.places.length === 0;
  if (intent === 'payout.schedule' && outlets.length > 0 && LEVEL_ASKED.test(plain))
    return 'promo.eligibility';
  if ((intent === 'promo.details' || intent === 'clarify') && asksWhere(plain) && offers.length > 0)
    return 'promo.eligibility';
  if (intent === 'payout.commission' && isBareOfMoney && !EARNS.test(plain)) return 'clarify';
  return null;
}
