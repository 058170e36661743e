import { namesDeposit } from './amounts.ts';
import {
  asksPayout,
  COMES_BACK,
  COMMISSION,
  COMPLAINS,
  LEVEL_ASKED,
  MANY,
  namesOfferAndOutlet,
  OFFERS_WHAT,
  tellsOurStory,
} from './asked-with.ts';
import { asksBothSides } from './both-sides.ts';
import type { Findings } from './find.ts';
import { hasLevelWord } from './level-words.ts';
import { asksForLimit } from './limits.ts';
import { asksWhereToPush } from './offer-talk.ts';
import { asksWhere } from './pointing.ts';
import type { Intent } from './reading.ts';
import { wantsScriptForCall } from './renewal-talk.ts';

/** How long one may take. */
const TIME_ASKED =
  /多久|几天|好久|多少天|以内|之内|时限|期限|超时|超期|逾期|来得及|来不及|(?<![a-z])(?:(?:are|is|am) (?:we|this|it|i) (?:already |too |now |still )*(?:late|overdue|past due|over the limit|out of time|(?:with)?in time)|how (?:long|many days|soon|quick(?:ly)?|fast)|days?(?! (?:ago|before|after))|deadline|time limit|by when|within|limit|(?:what|which) period)(?![a-z])/;
/** Whether something may be done is asked. */
const ALLOWED =
  /允许|可不可以|能不能|(?:可以|能|可)[^,.?!]{0,6}(?:办|推|卖|上)[^,.?!]{1,8}[吗么嘛不]|(?<![a-z])(?:allowed|permitted|permission|(?:can|may|could|are|were|was|is) (?:i|we|they|it|you(?! (?:tell|explain|spell|give|show|list|write|please|send|help))))(?![a-z])/;
const CONTRACTS_END =
  /(?<![a-z])contracts (?:that (?:are |will )?|which (?:are |will )?|are |about to )?(?:terminat|finish|end|laps|matur|expir)/;
const HAVE = /(?<![a-z])(?:do|have) (?:i|we) (?:have|got)(?![a-z])/;

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
      asksWhereToPush(findings) ||
      ((hasLevelWord(plain) || LEVEL_ASKED.test(plain)) && offers.length + outlets.length > 0) ||
      OFFERS_WHAT.test(plain)
    );
  },
  'complaint.checklist': ({ plain, meanings, words: { limits, offers } }) =>
    !asksForLimit(plain) &&
    ((COMPLAINS.test(plain) && limits.length === 0 && !TIME_ASKED.test(plain)) ||
      (meanings.includes('steps') &&
        offers.length === 0 &&
        !TIME_ASKED.test(plain) &&
        !OFFERS_WHAT.test(plain)) ||
      tellsOurStory(meanings)),
  'complaint.deadline': ({ plain, meanings, words: { limits } }) =>
    asksForLimit(plain) ||
    (limits.length > 0 && !meanings.includes('steps')) ||
    TIME_ASKED.test(plain),
  // Some that end on a day, and not one that was named.
  'renewal.list': ({ plain, days, contract, meanings, amounts }) =>
    contract === null &&
    !namesDeposit(amounts) &&
    (CONTRACTS_END.test(plain) ||
      (meanings.includes('expire') && (MANY.test(plain) || HAVE.test(plain) || days.length > 0)) ||
      // No promotion is asked about for the next fourteen days.
      (days.some(({ unit }) => unit === 'days') && !OFFERS_WHAT.test(plain))),
  'renewal.status': ({ contract }) => contract !== null,
  'renewal.coaching': (findings) =>
    ['call', 'renew'].every((one) => findings.meanings.includes(one)) ||
    wantsScriptForCall(findings),
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
