import { namesDeposit } from './amounts.ts';
import type { Findings } from './find.ts';
import { asksByItself, leaningOf } from './leaning.ts';
import { hasLevelWord } from './level-words.ts';
import { mask } from './mask.ts';
import { hasPronoun } from './pointing.ts';
import type { Intent } from './reading.ts';
import { isNeverSaid, type SaidOfOffers } from './said-of-offers.ts';

/** Where a thing that is named ends, in English. */
const END_EN =
  '(?= (?:at|in|from|for|to|with|here|there|today|now|this|if|when|and|or|too|as) | (?:here|there|today|now|too|please|pls|ok|okay)?\\W*$|[,.?!;:]|\\W*$| *x(?:outlet|days))';
/** And in Chinese: with a word that asks, or with the clause. */
const END_ZH =
  '(?=吗|么|嘛|行不|能不|可不|可以|不(?!限)|没|啊|呀|呢|每|怎么|咋|多久|的?(?:那[个档种款]|活动|优惠)|\\p{Co}|[ ,.?!;:]|$)';

/** "can I offer the 5g plan at …", "could we throw in a watch", "free tv at …": what is offered stands behind the verb, or first. */
const OFFERED_EN = [
  new RegExp(
    `(?<![a-z])(?:offer|push|sell|give(?: away)?|pitch|promote|throw in|hand out|do|run|sign (?:him|her|them|people|customers) up (?:for|to))(?: (?:him|her|them|people|customers?|(?:an?|the|our|his|her) (?:customer|client|user|man|lady|guy)|someone|clients|everyone))?(?: (?:an?|the|our|some|any|that|this|of|on))* (?<thing>[a-z0-9%' -]{2,40}?)${END_EN}`,
  ),
  /^(?:and |so |is |are |does |has |have |any )*(?:there )?(?:(?:an?|the|our) )?(?<thing>(?!and |n |or |only |but |any|oh |um )[a-z0-9%' -]{2,40}?) (?:ok |okay |allowed |possible |available |fine )?(?:at|in) (?:the |an? |our |any )? *xoutlet/,
];
/** 自有厅能送手表吗, 乡镇店能办宽带吗, 能打八折吗 */
const OFFERED_ZH = new RegExp(
  `(?:推|卖|办理?|送|搞|做|上|给(?:客户|用户|他|她|人家)?|(?<!所)有(?!没有)(?:没有)?)(?<thing>[\\p{Script=Han}a-z0-9%]{2,8}?(?:优惠|活动)?)${END_ZH}|(?<cut>(?:打(?!错)|减|免)[\\p{Script=Han}0-9]{1,5}?)${END_ZH}`,
  'u',
);

/** "deposit 100 get a bicycle", 存费送平板: a deposit with what no deposit of ours brings. */
const GIVEN = [
  new RegExp(
    `(?<![a-z])(?:(?:deposit|pay|put|prepay|top[ -]?up)(?:s|ing)?(?: in)?|x(?:amount|offer))(?: x(?:amount|offer)){0,2}(?: (?:yuan|rmb))?,?(?: (?:and|to|you|he|she|they)){0,3} (?:(?:gets?|receives?|wins?)(?: (?:an?|the|some|one))*|with(?= free)|with an?)(?! (?:paid|back|it|this|that|his|her|their|another|what|how|when|which|more|less|any|all|nothing|only)(?![a-z]))(?<thing> [a-z][a-z0-9' -]{1,30}?)${END_EN}`,
  ),
  new RegExp(
    `(?:预?存|充|缴|交|(?=\\p{Co}))(?:话?费|款|钱|[\\p{Co}\\d元块]){1,5}(?:就|可以|能)?(?:送|得|换)(?:[一个台辆张]{1,2})?(?<thing>[\\p{Script=Han}a-z0-9]{2,8}?)${END_ZH}`,
    'u',
  ),
];

/** "student discount", "family plan": of a kind that none of ours is, whose names are masked. Without saying which it is none in particular. */
const OF_A_KIND =
  /^(?!(?:any|some|the|an?|good|best|better|new|old|special|other|another|more|most|main|lead|top|current|latest|this|that|our|all|both|each|which|what|whatever|deposit|gift|payout|return|retention|renewal|renewing|prepaid|data|phone|contract|existing|credit|bonus|service|real|extra|cheap|cheapest|optional|secondary|featured|no|such|a) )[a-z0-9'-]+ (?:discount|plan|package|rebate|coupon|voucher|tariff)s?$/;

/** "O-marked offers", "the good stuff": none in particular. */
const OF_ALL = /(?<![a-z])(?:offers?|deals?|promos?|things?|stuff)$/;

/**
 * What is asked for as if it were an offer, and no sentence about offers or their money has: "the 5g plan", 手表, "deposit
 * 100 get a bicycle"; null where an offer is named, or none in particular. What else there is would be taken for a yes.
 */
export function unknownOffer(
  intent: Intent,
  findings: Findings,
  said: SaidOfOffers,
): string | null {
  if (!intent.startsWith('promo.') && !intent.startsWith('payout.')) return null;
  const { text } = mask(findings);
  for (const pattern of GIVEN) {
    const thing = pattern.exec(text.replace(/ {2,}/g, ' '))?.groups?.thing?.trim();
    // "the traffic pack" is a pack, whatever it is called.
    if (thing !== undefined && isNeverSaid(HEAD.exec(thing)?.[0] ?? thing, said)) return thing;
  }
  if (!asksForOne(intent, findings)) return null;
  for (const pattern of [...OFFERED_EN, OFFERED_ZH]) {
    const { thing, cut } = pattern.exec(text)?.groups ?? {};
    const told = (thing ?? cut)?.trim();
    if (told === undefined || OF_ALL.test(told)) continue;
    if (isNeverSaid(told, said) || OF_A_KIND.test(told)) return told;
  }
  return null;
}

/** What a thing is, behind all that says which one. */
const HEAD = /[a-z0-9'-]{1,20}$|\p{Script=Han}{1,2}$/u;

/** Whether it is asked of one thing if it may be offered, and that is none of ours by name. */
function asksForOne(intent: Intent, findings: Findings): boolean {
  const { plain, words, amounts, isEverything } = findings;
  const namesOurs = words.offers.length > 0 || namesDeposit(amounts) || isEverything;
  const isOpen = asksByItself(plain) || hasPronoun(plain) || hasLevelWord(plain);
  // "then surely at a chain store too?" says nothing of its own, and names no thing.
  const saysMore = leaningOf(findings, intent) !== 'all';
  return intent === 'promo.eligibility' && !namesOurs && !isOpen && saysMore;
}
