import { namesDeposit } from './amounts.ts';
import { asksAllPlans } from './deposits-asked.ts';
import type { Findings } from './find.ts';
import { hasLevelWord } from './level-words.ts';

/** How a deposit or a gift comes: at once, in parts, month by month. */
export const COMES_BACK =
  /怎么[送给发]|一次|一把|一下子|分[几月期次]|每月|返|退|到账|(?<![a-z])(?:(?:in|all|at) (?:one go|once)|one[- ]off|when (?:do|does|will|is|are)|paid(?! attention)|lump|instal[a-z]*|monthly|months?|back|breakdown|schedule|credited|day one|first day|straight away)(?![a-z])/;
/** What may be offered is asked in these words, whoever asks and wherever. */
export const OFFERS_WHAT =
  /(?<![a-z])(?:what|which)(?: [a-z']+){0,5} (?:offer|push|sell|pitch|promote|lead with)(?![a-z])|(?:能|可以|该|应该) ?(?:push|推|卖) ?(?:什么|哪|啥)/;
export const LEVEL_ASKED =
  /等级|级别|排第几|(?<![a-z])(?:levels?|ranks?|ranking|priorit(?:y|ies))(?![a-z])/;
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

/** A complaint by its name. */
export const COMPLAINS = /投诉|(?<![a-z])complain/;

/** Several contracts are asked for, and not one. */
export const MANY =
  /(?<![a-z])(?:contracts|customers(?! contract(?!s))|which|who|whose|list|all|any|anybody|anyone|every|everyone|everybody|everything|dates|how many contracts|mine)(?![a-z])|哪|名单|列|清单|所有|全部|多少[份个户单]|几[份个户单]|有没有|谁/;

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

/** Such stories are told of customers of ours alone, however strange their words are. */
export function tellsOurStory(meanings: readonly string[]): boolean {
  return OUR_STORIES.some((story) => story.every((one) => meanings.includes(one)));
}
const OUR_STORIES = [
  ['transfer', 'plan changed'],
  ['improper', 'steps'],
];
