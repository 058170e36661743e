import {
  asksPayout,
  COMES_BACK,
  COMMISSION,
  LEVEL_ASKED,
  MANY,
  namesOfferAndOutlet,
  OFFERS_WHAT,
  tellsOurStory,
} from './asked-with.ts';
import type { Findings } from './find.ts';
import type { Understood } from './follow-up.ts';
import { asksForLimit, tellsAge } from './limits.ts';
import { isOrder } from './orders.ts';
import { asksWhere } from './pointing.ts';
import { familyOf, type Intent, isAnswer, type Reading, subjectOf } from './reading.ts';

/** Who asks what an outlet earns says so somehow. */
const EARNS =
  /佣|酬|赚|挣|提成|钱|奖|收入|返点|利润|好处|拿|得|给|结算|元|块|(?<![a-z])(?:com+is+ion[a-z]*|earn[a-z]*|make[a-z]*|made|paid|pays?|payout|get[a-z]*|got|cut|reward[a-z]*|money|income|cash|profit[a-z]*|bonus|fees?|worth|per|each|much|yuan|rmb|share|margin|incentives?|kickback)(?![a-z])/;
/** One contract is spoken of: "his contract expired yet or not", 这个客户的合约. */
const ONE_CONTRACT =
  /(?<![a-z])(?:his|her|this|that|my|the|a|one|their)(?: (?:customer|client|user|guy|lady|man|woman|caller)'?s?)?(?: \w+)? contract(?!s|[a-z])|(?:他|她|这个|那个|该|某个?|我)(?:的|人的|客户的?|用户的?|顾客的?)?(?:那个|这个)?合约/;
const HOW =
  /怎么|话术|(?<![a-z])(?:how (?!many)|what (?:do|should|to|can) (?:i |we )?say|script|tips?|open(?:er|ing))(?![a-z])/;
const IN_DOUBT = 0.8;

/**
 * What the sentence itself speaks against: a list of contracts where one contract is spoken of, earnings where nothing is
 * earned, and what an offer is where its place or rank is asked. Asked back rather than answered where no other is meant.
 */
export function withSecondThoughts(
  understood: Understood,
  findings: Findings,
  { last, isFamiliar }: { readonly last: Reading | null; readonly isFamiliar: boolean },
): Understood {
  const { intent, carries } = understood;
  if (carries !== null) return understood;
  // "IPTV box flashing red, what's it mean" has the shape of a question of ours, and nothing else of it. What was taught is
  // answered all the same.
  const isOfTalk = last !== null && familyOf(subjectOf(last)) === familyOf(intent);
  const isForeign = isAnswer(intent) && !findings.isOfTrade && !isOfTalk && !isFamiliar;
  const instead = isForeign ? 'out_of_scope' : insteadOf(intent, findings);
  return instead === null
    ? understood
    : { intent: instead, confidence: Math.min(understood.confidence, IN_DOUBT), carries: null };
}

const OF_COMPLAINTS =
  /投诉|申诉|争议|纠纷|答复|管局|(?<![a-z])(?:complain|appeal|authorit|regulator|disput|ministry|reply|respond|answer)/;

/** What is on an account, and not when its contract ends. */
const OF_ACCOUNT =
  /余额|话费|流量|欠费|机主|(?<![a-z])(?:credit|balance|owes?|bill|usage|minutes|data|puk|pin|airtime)(?![a-z])/;
const OF_CONTRACT =
  /合约|到期|还剩|(?<![a-z])(?:contract|expir|renew|ends?|ending|left|days|run out|runs out|until|bound)/;

const THANKS = /谢|(?<![a-z])(?:thanks?|thank you|thx|cheers|ta|hi|hello|hey)(?![a-z])/;
/** What is said on the call about a renewal, however angry the customer is. */
const ON_RENEWAL =
  /续|电话|外呼|(?<![a-z])(?:renew[a-z]*|retention|call(?:s|ed|ing)?|phon(?:e|ed|ing)|dial[a-z]*|ring(?:ing)?|script)(?![a-z])/;
/** What staff are paid for their work is no commission of an outlet. */
const OF_WAGES =
  /工资|时薪|底薪|加班费|(?<![a-z])(?:per hour|an hour|hourly|wages?|salary|salaries|overtime|payslip|pay ?slip|pay ?day)(?![a-z])/;

/** Meanings of `intents/words/meanings.yaml` that make a story of a complaint. */
const STORY = ['complain', 'disconnect', 'improper'];
const ONE_LINE =
  /(?<![a-z])(?:his|her|their|a|the) (?:line|number|service|account|phone)(?![a-z])|(?:他|她|客户|人家)的?(?:号|线|机)/;

function insteadOf(intent: Intent, findings: Findings): Intent | null {
  const { plain, words, days, amounts, meanings } = findings;
  const { outlets, offers, limits } = words;
  const isBare = outlets.length === 0 && offers.length === 0 && days.length === 0;
  if (intent === 'renewal.list' && isBare && ONE_CONTRACT.test(plain) && !MANY.test(plain))
    return 'renewal.status';
  // "we shut his line, contract ran till June" tells a story of one customer.
  if (intent === 'out_of_scope' && tellsOurStory(meanings) && !isOrder(plain))
    return 'complaint.checklist';
  // "which contracts finish this month, I want to prepare the calls": the list is wanted, and not what to say.
  const isSpan = days.some(({ unit }) => unit !== 'day');
  const asksWhich = meanings.includes('expire') && isSpan && MANY.test(plain) && !HOW.test(plain);
  const isOfComplaint = words.checklists.length > 0 || meanings.includes('complain');
  if (
    asksWhich &&
    (intent === 'renewal.coaching' || (intent === 'complaint.checklist' && !isOfComplaint))
  )
    return 'renewal.list';
  const isStory = STORY.some((meaning) => meanings.includes(meaning));
  if (intent === 'renewal.list' && isStory && ONE_LINE.test(plain) && !MANY.test(plain))
    return 'complaint.checklist';
  if (intent === 'renewal.status' && OF_ACCOUNT.test(plain) && !OF_CONTRACT.test(plain))
    return 'out_of_scope';
  const isOfLimits = limits.length > 0 || OF_COMPLAINTS.test(plain);
  if (intent === 'complaint.checklist' && asksForLimit(plain)) return 'complaint.deadline';
  if (intent === 'complaint.deadline' && amounts.deposit !== null && !isOfLimits)
    return 'payout.schedule';
  const asksRank = outlets.length > 0 && LEVEL_ASKED.test(plain);
  const isUpset = ['complain', 'steps'].every((one) => meanings.includes(one));
  if (intent === 'renewal.coaching' && isUpset && !ON_RENEWAL.test(plain))
    return 'complaint.checklist';
  if (intent === 'help' && outlets.length > 0 && !THANKS.test(plain)) return 'promo.eligibility';
  const isPayout = asksPayout(findings);
  if (intent.startsWith('promo.') && COMMISSION.test(plain)) return 'payout.commission';
  if (intent.startsWith('promo.') && isPayout) return 'payout.schedule';
  if (intent === 'payout.schedule' && (asksRank || (namesOfferAndOutlet(findings) && !isPayout)))
    return 'promo.eligibility';
  if (intent === 'clarify' && isPayout) return 'payout.schedule';
  if (intent === 'clarify' && (namesOfferAndOutlet(findings) || OFFERS_WHAT.test(plain)))
    return 'promo.eligibility';
  if (intent === 'clarify' && amounts.unknownDeposit !== null && COMES_BACK.test(plain))
    return 'payout.schedule';
  if ((intent === 'promo.details' || intent === 'clarify') && asksWhere(plain) && offers.length > 0)
    return 'promo.eligibility';
  if (intent === 'payout.commission' && OF_WAGES.test(plain)) return 'out_of_scope';
  if (intent === 'complaint.deadline' && OF_ACCOUNT.test(plain) && !isOfLimits && !tellsAge(plain))
    return 'out_of_scope';
  const isBareOfMoney = isBare && amounts.places.length === 0;
  if (intent === 'payout.commission' && isBareOfMoney && !EARNS.test(plain))
    return OFFERS_WHAT.test(plain) ? 'promo.eligibility' : 'clarify';
  return null;
}
