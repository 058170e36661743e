import { namesDeposit } from './amounts.ts';
import { asksBothSides } from './both-sides.ts';
import { asksAllPlans } from './deposits-asked.ts';
import type { Findings } from './find.ts';
import { hasLevelWord } from './level-words.ts';
import { asksWhere } from './pointing.ts';
import type { Intent } from './reading.ts';

/** How a deposit or a gift comes: at once, in parts, month by month. */
export const COMES_BACK =
  /怎么[送给发]|一次|一把|一下子|分[几月期次]|每月|返|退|到账|(?<![a-z])(?:(?:in|all|at) (?:one go|once)|one[- ]off|when (?:do|does|will|is|are)|paid(?! attention)|lump|instal[a-z]*|monthly|months?|back|breakdown|schedule|credited|day one|first day|straight away)(?![a-z])/;
/** What may be offered is asked in these words, whoever asks and wherever. */
export const OFFERS_WHAT =
  /(?<![a-z])(?:what|which)(?: [a-z']+){0,5} (?:offer|push|sell|pitch|promote|lead with)(?![a-z])|(?:能|可以|该|应该) ?(?:push|推|卖) ?(?:什么|哪|啥)/;
export const LEVEL_ASKED =
  /等级|级别|排第几|(?<![a-z])(?:levels?|ranks?|ranking|priorit(?:y|ies))(?![a-z])/;
const COMPLAINS = /投诉|(?<![a-z])complain/;
/** How long one may take. */
const TIME_ASKED =
  /多久|几天|好久|多少天|以内|之内|时限|期限|超时|超期|逾期|来得及|来不及|(?<![a-z])(?:(?:are|is|am) (?:we|this|it|i) (?:already |too |now |still )*(?:late|overdue|past due|over the limit|out of time|(?:with)?in time)|how (?:long|many days|soon|quick(?:ly)?|fast)|days?(?! (?:ago|before|after))|deadline|time limit|by when|within|limit|(?:what|which) period)(?![a-z])/;
/** Whether something may be done is asked. */
const ALLOWED =
  /允许|可不可以|能不能|(?:可以|能|可)[^,.?!]{0,6}(?:办|推|卖|上)[^,.?!]{1,8}[吗么嘛不]|(?<![a-z])(?:allowed|permitted|permission|(?:can|may|could|are|were|was|is) (?:i|we|they|it|you(?! (?:tell|explain|spell|give|show|list|write|please|send|help))))(?![a-z])/;
const EARNED =
  /佣|酬|提成|赚|挣|(?<![a-z])(?:commission|earn[a-z]*|our cut|get paid|makes?)(?![a-z])/;

/** An offer at an outlet: whether it may be made there, unless it is asked what it brings. */
export function namesOfferAndOutlet({
  plain,
  words: { offers, outlets },
  amounts,
}: Findings): boolean {
  return (
    outlets.length > 0 &&
    (offers.length > 0 || namesDeposit(amounts)) &&
    !COMES_BACK.test(plain) &&
    !EARNED.test(plain) &&
    !HOW_MUCH.test(plain)
  );
}
const HOW_MUCH =
  /多少|几[块元月期次]|怎么|(?<![a-z])(?:how (?:much|many|long|does|do|is)|when|what (?:does|do) (?:he|she|they|i|we|it) get)(?![a-z])/;

/** What an outlet earns, by its name. */
export const COMMISSION =
  /佣|酬金|提成|(?<![a-z])commission|(?<![a-z])(?:yuan|rmb) (?:a|per|each) household|(?<![a-z])(?:in it for (?:us|me|the)|our cut|make (?:anything |much )?(?:out of|off)|(?:outlet|shop|store|hall|point|owner|we|he)(?: [a-z]+){0,2} (?:earns?|(?:gets?|is|are|be) paid)|cut per (?:family|household|home))(?![a-z])/;

/** Several contracts are asked for, and not one. */
export const MANY =
  /(?<![a-z])(?:contracts|customers(?! contract(?!s))|which|who|whose|list|all|any|anybody|anyone|every|everyone|everybody|everything|dates|how many contracts|mine)(?![a-z])|哪|名单|列|清单|所有|全部|多少[份个户单]|几[份个户单]|有没有|谁/;

const CONTRACTS_END =
  /(?<![a-z])contracts (?:that (?:are |will )?|which (?:are |will )?|are |about to )?(?:terminat|finish|end|laps|matur|expir)/;
const HAVE = /(?<![a-z])(?:do|have) (?:i|we) (?:have|got)(?![a-z])/;

const ASKS_OFFER = ['lead', 'optional', 'forbidden', 'allowed', 'level', 'offering'];

/** What comes back is asked, of a deposit that is named, and not whether it may be offered. */
export function asksPayout({ plain, meanings, amounts }: Findings): boolean {
  const isPaid = ['return', 'monthly'].some((one) => meanings.includes(one)) || PAYS.test(plain);
  const isOfPlan = namesDeposit(amounts) || asksAllPlans(plain);
  return isOfPlan && isPaid && !asksOffer({ plain, meanings });
}
const PAYS =
  /立刻|马上|当场|当天到|一次(?:性)?[给返送到]|(?:啥时候|什么时候|几时|何时)(?:给|到|返|送)|(?<![a-z])(?:instant(?:ly)?|immediate(?:ly)?|straight (?:off|away)|right away|arrives?|at once|so far|credited|released|month table|paying|(?:number of|how many|which|what) months?|(?:final|last|first) (?:month|payment|credit|instal[a-z]*)|went up|have had|had by now)(?![a-z])/;

function asksOffer({ plain, meanings }: Pick<Findings, 'plain' | 'meanings'>): boolean {
  return hasLevelWord(plain) || ASKS_OFFER.some((one) => meanings.includes(one));
}

/** "the offer that gives a hundred back" only says which. */
function comesBack(plain: string): boolean {
  return COMES_BACK.test(plain.replace(NAMED_BY_GIFT, ' '));
}
const NAMED_BY_GIFT =
  /(?<![a-z])(?:gives?|giving)(?: you| him| her| them)? (?:an? |one )?(?:\d+|hundred|fifty)(?: yuan| rmb)? back(?![a-z])/g;

const SAME =
  /区别|不同|一样|一回事|(?<![a-z])(?:difference|differ|different|the same(?: thing)?(?: as)?)(?![a-z])/;
const TELL_ME_ABOUT =
  /介绍|讲讲|是什么|(?<![a-z])(?:tell me about|details of|what (?:exactly )?is the)(?![a-z])/;

/** Such stories are told of customers of ours alone, however strange their words are. */
export function tellsOurStory(meanings: readonly string[]): boolean {
  return OUR_STORIES.some((story) => story.every((one) => meanings.includes(one)));
}
const OUR_STORIES = [
  ['transfer', 'plan changed'],
  ['improper', 'steps'],
];

/** What only one intent is asked with: where two are near, it decides. */
const DECIDES: Readonly<Partial<Record<Intent, (findings: Findings) => boolean>>> = {
  'payout.commission': ({ plain }) => COMMISSION.test(plain),
  'payout.schedule': (findings) =>
    asksPayout(findings) || (namesDeposit(findings.amounts) && comesBack(findings.plain)),
  'promo.eligibility': (findings) => {
    const {
      plain,
      isEverywhere,
      words: { offers, outlets },
    } = findings;
    return (
      (namesOfferAndOutlet(findings) && !asksPayout(findings)) ||
      (offers.length > 0 && ALLOWED.test(plain)) ||
      ((isEverywhere || asksWhere(plain)) && offers.length > 0) ||
      ((hasLevelWord(plain) || LEVEL_ASKED.test(plain)) && offers.length + outlets.length > 0) ||
      OFFERS_WHAT.test(plain)
    );
  },
  'complaint.checklist': ({ plain, meanings, words: { limits, offers } }) =>
    (COMPLAINS.test(plain) && limits.length === 0 && !TIME_ASKED.test(plain)) ||
    (meanings.includes('steps') &&
      offers.length === 0 &&
      !TIME_ASKED.test(plain) &&
      !OFFERS_WHAT.test(plain)) ||
    tellsOurStory(meanings),
  'complaint.deadline': ({ plain, meanings, words: { limits } }) =>
    (limits.length > 0 && !meanings.includes('steps')) || TIME_ASKED.test(plain),
  // Some that end on a day, and not one that was named.
  'renewal.list': ({ plain, days, contract, meanings, amounts }) =>
    contract === null &&
    !namesDeposit(amounts) &&
    (CONTRACTS_END.test(plain) ||
      (meanings.includes('expire') && (MANY.test(plain) || HAVE.test(plain) || days.length > 0)) ||
      // No promotion is asked about for the next fourteen days.
      (days.some(({ unit }) => unit === 'days') && !OFFERS_WHAT.test(plain))),
  'renewal.status': ({ contract }) => contract !== null,
  'renewal.coaching': ({ meanings }) => meanings.includes('call') && meanings.includes('renew'),
  // When the campaign or an offer begins, and no money of it.
  'promo.details': ({ plain, meanings, amounts, words: { offers } }) =>
    (TELL_ME_ABOUT.test(plain) && !COMMISSION.test(plain)) ||
    (offers.length > 1 && SAME.test(plain)) ||
    (!namesDeposit(amounts) &&
      meanings.includes('campaign') &&
      ['start', 'end'].some((one) => meanings.includes(one))),
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
