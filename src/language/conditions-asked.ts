import { namesDeposit } from './amounts.ts';
import type { Findings } from './find.ts';
import type { Intent } from './reading.ts';

// What only the conditions of an offer could tell; the first policy set tells none of it.

/** Twice, or together with another. */
const HOW_OFTEN =
  /两次|二次|再(?:办|参加|存)一次|重复(?:办|参加|享)|能(?:办|参加|享受)几次|叠加|同时(?:办|参加|享)|一起办|(?<![a-z])(?:twice|two times|more than once|once more|combin(?:e|ed|ing)|stack(?:ed|ing)?|on top of (?:each|one) |both (?:of them )?at (?:once|the same time))(?![a-z])/;
/** What it costs, and which phone it is. */
const WHICH_PHONE =
  /什么(?:手机|机型|机子|型号|牌子|品牌)|哪(?:款|种|个|些)(?:手机|机型|机子|型号|牌子|品牌)|多少钱|什么价|价格|(?<![a-z])(?:(?:which|what) (?:phone|handset|model|brand|kind of phone|sort of phone)s?|prices?|how much (?:does|is|do)(?: [a-z]+){0,4} (?:cost|pay(?: for)?)|what does (?:he|she|the customer|it|one) (?:pay|cost))(?![a-z])/;
/** How long it binds. */
const HOW_LONG =
  /(?:合约|协议|在网|绑定?|签).{0,4}(?:几年|多久|多长|几个?月|多少个?月)|(?<![a-z])(?:how (?:long|many (?:months|years))(?: [a-z]+){0,6} (?:contract|bound|tied|locked|committed|commitment)|minimum term|lock[- ]in)(?![a-z])/;
/** How much data, for how long, and whether it is cash. */
const WHAT_WORTH =
  /多大(?:的?流量)?|多少(?:m|g|兆|流量)|过期|有效期|提现|取现|(?<![a-z])(?:how (?:much data|many (?:gb|mb|gigs?|megs?))|expires?|expiry|valid for|(?:in|as) cash|cash(?:ed)? out|withdraw[a-z]*)(?![a-z])/;

/**
 * Whether something is asked of an offer, or of what comes back, that only conditions could tell: whether it may be had twice,
 * which phone it is. What a deposit costs and how long it takes stands in its plan.
 */
export function asksCondition(intent: Intent, { plain, amounts }: Findings): boolean {
  if (intent !== 'promo.details' && intent !== 'payout.schedule') return false;
  if (HOW_OFTEN.test(plain) || WHAT_WORTH.test(plain)) return true;
  const isOfPlan = intent === 'payout.schedule' || namesDeposit(amounts);
  return !isOfPlan && (WHICH_PHONE.test(plain) || HOW_LONG.test(plain));
}
