import { namesDeposit } from './amounts.ts';
import type { Findings } from './find.ts';
import { asksByItself } from './leaning.ts';
import { hasLevelWord } from './level-words.ts';
import { mask } from './mask.ts';
import { hasPronoun } from './pointing.ts';
import { isNeverSaid, type SaidOfOffers } from './said-of-offers.ts';

/** "can I offer the 5g plan at …", "could we throw in a watch", "free tv at …": what is offered stands behind the verb, or first. */
const OFFERED_EN = [
  /(?<![a-z])(?:offer|push|sell|give(?: away)?|pitch|promote|throw in|hand out|do|run|sign (?:him|her|them|people|customers) up (?:for|to))(?: (?:him|her|them|people|customers?|(?:an?|the|our|his|her) (?:customer|client|user|man|lady|guy)|someone|clients|everyone))?(?: (?:an?|the|our|some|any|that|this|of|on))* (?<thing>[a-z0-9%' -]{2,40}?)(?= (?:at|in|from|for|to|with|here|there|today|now|this|if|when|and|or|too|as) | (?:here|there|today|now|too|please|pls|ok|okay)?\W*$|[,.?!;:]|\W*$| *x(?:outlet|days))/,
  /^(?:and |so |is |are |does |has |have |any )*(?:there )?(?:(?:an?|the|our) )?(?<thing>(?!and |n |or |only |but |any|oh |um )[a-z0-9%' -]{2,40}?) (?:ok |okay |allowed |possible |available |fine )?(?:at|in) (?:the |an? |our |any )? *xoutlet/,
];
/** 自有厅能送手表吗, 乡镇店能办宽带吗, 能打八折吗 */
const OFFERED_ZH =
  /(?:推|卖|办理?|送|搞|做|上|给(?:客户|用户|他|她|人家)?|(?<!所)有(?!没有)(?:没有)?)(?<thing>[\p{Script=Han}a-z0-9%]{2,8}?)(?=吗|么|嘛|不(?!限)|没|啊|呀|呢|的?(?:活动|优惠)|[,.?!;:]|$)|(?<cut>(?:打(?!错)|减|免)[\p{Script=Han}0-9]{1,5}?)(?=吗|么|嘛|不|没|啊|呀|[,.?!;:]|$)/u;

/** "O-marked offers", "the good stuff": none in particular. */
const OF_ALL = /(?<![a-z])(?:offers?|deals?|promos?|things?|stuff)$/;

/**
 * What is asked for as if it were an offer, and no sentence about offers or their money has: "the 5g plan", 手表; null where
 * an offer is named, or none in particular. A list of what else there is would be taken for a yes.
 */
export function unknownOffer(findings: Findings, said: SaidOfOffers): string | null {
  const { plain, words, amounts, isEverything } = findings;
  const namesOurs = words.offers.length > 0 || namesDeposit(amounts) || isEverything;
  const isOpen = asksByItself(plain) || hasPronoun(plain) || hasLevelWord(plain);
  if (namesOurs || isOpen) return null;
  const { text } = mask(findings);
  for (const pattern of [...OFFERED_EN, OFFERED_ZH]) {
    const { thing, cut } = pattern.exec(text)?.groups ?? {};
    const told = (thing ?? cut)?.trim();
    if (told !== undefined && !OF_ALL.test(told) && isNeverSaid(told, said)) return told;
  }
  return null;
}
