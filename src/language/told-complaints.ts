import { namesDeposit } from './amounts.ts';
import { LEVEL_ASKED, MANY, OFFERS_WHAT } from './asked-with.ts';
import type { Findings } from './find.ts';
import { OF_CUSTOMERS } from './not-ours.ts';
import { isOrder } from './orders.ts';
import { isOfRenewal } from './renewal-talk.ts';

/** Meanings of `intents/words/meanings.yaml` that make a story of a complaint. */
const STORY = ['complain', 'disconnect', 'improper'];

const ONE_LINE =
  /(?<![a-z])(?:his|her|their|a|the) (?:line|number|service|account|phone)(?![a-z])|(?:他|她|客户|人家)的?(?:号|线|机)/;

/** "we shut his line, contract ran till June" tells a story of one customer. */
export function tellsOfOneLine({ plain, meanings }: Findings): boolean {
  const isStory = STORY.some((meaning) => meanings.includes(meaning));
  return isStory && ONE_LINE.test(plain) && !MANY.test(plain);
}

/** Whether a complaint is spoken of at all. */
export function isOfComplaint({ words, meanings }: Findings): boolean {
  return words.checklists.length > 0 || meanings.includes('complain');
}

/** A customer is upset, and what to do about it is asked: no call about a renewal. */
export function tellsOfUpset({ plain, meanings }: Findings): boolean {
  const isUpset = ['complain', 'steps'].every((one) => meanings.includes(one));
  return isUpset && !isOfRenewal(plain);
}

/** "customer moans that nobody called him back": who complains is a customer of ours, and there is a complaint. */
export function complainsToUs(findings: Findings): boolean {
  const { plain, meanings } = findings;
  const isOfCall = meanings.includes('renew') || ON_RENEWAL_CALL.test(plain);
  return !isOfCall && (COMPLAINS_TO_US.test(plain) || tellsOfUpsetCustomer(findings));
}

/** A customer is told of who is not content, in no other world than ours, and no offer is spoken of. */
export function tellsOfUpsetCustomer({ plain, meanings, words, amounts }: Findings): boolean {
  return (
    meanings.includes('upset') &&
    words.offers.length === 0 &&
    !namesDeposit(amounts) &&
    OF_CUSTOMERS.test(plain) &&
    !AS_CUSTOMER.test(plain) &&
    words.elsewhere.every(({ word }) => OF_OUR_NET.test(word))
  );
}

/** What customers of ours have trouble with as well, though it is mostly another world's. */
const OF_OUR_NET =
  /sim|wifi|router|roaming|flat|house|apartment|call (?:log|records)|验证码|[补换]卡|路由器|光猫|机顶盒|漫游|彩铃|wifi|话单|详单|充电器/;
/** "as a customer of that gym I'm furious" */
const AS_CUSTOMER = /作为|(?<![a-z])(?:as an?|i am|i'm|my own) /;

const UPSET =
  '(?:complain(?:s|ed|ing)|to complain|moan(?:s|ed|ing)|grumbl[a-z]*|livid|furious|fuming|shout(?:s|ed|ing)|yell(?:s|ed|ing)|scream(?:s|ed|ing)|outraged|fed up)';

const COMPLAINS_TO_US = new RegExp(
  `^complaint(?::|,| about| that| from| at) |(?<![a-z])(?:customers?|clients?|subscribers?|callers?|users?|man|guy|lady|woman|girl|granny|bloke|fella|he|she)(?:'?s)?(?: [a-z']+){0,9} ${UPSET}(?![a-z])|(?<![a-z])(?:customers?|clients?|lady|man|guy|he|she) complain (?:about|of|that|to)(?![a-z])|(?:客户|用户|顾客|大爷|大妈|老人).{0,6}(?:来|上门|到厅|到店|找|一直|天天)?.{0,4}(?:投诉|闹|吵|发火|拍桌子|来骂)`,
);

const ON_RENEWAL_CALL = /续|外呼|(?<![a-z])(?:renew[a-z]*|retention|dial[a-z]*|script)(?![a-z])/;

/** What to do about it is asked, wherever it happened, or something was done against the rules. */
export function wantsSteps({ meanings, plain }: Findings): boolean {
  return ['steps', 'improper'].some((one) => meanings.includes(one)) && !isOrder(plain);
}

/** Something done against the rules by our own people, and no offer is spoken of. */
export function tellsOfImproper({ plain, meanings, words }: Findings): boolean {
  const isOfOffer = words.offers.length > 0 || OFFERS_WHAT.test(plain) || LEVEL_ASKED.test(plain);
  return (
    meanings.includes('improper') && OUR_PEOPLE.test(plain) && !isOfOffer && !DOES_IT.test(plain)
  );
}

const OUR_PEOPLE =
  /营业员|店员|同事|员工|客户|(?<![a-z])(?:our (?:people|clerk|staff|colleague|guy|girl)s?|clerk|colleague|customer|client|someone at)(?![a-z])/;

/** Who wants it done, or who only talks of it, tells of no complaint. */
const DOES_IT =
  /^(?:请|帮|替|给我)|(?<![a-z])(?:how (?:do|can|to) (?:i|we)|help me|forge|for me|make up|tell me the)(?![a-z])/;

/** "he wants to leave during his contract, what do I do": what must be checked and signed first, and not what to say. */
export function leavesInContract({ plain, meanings }: Findings): boolean {
  return (
    meanings.includes('contract') && LEAVES.test(plain) && WITHIN.test(plain) && DO.test(plain)
  );
}

const LEAVES =
  /销户|拆机|离网|转网|携|退网|解约|(?<![a-z])(?:leave|leaves|leaving|quit|cancel|port(?: out)?|switch|go to another|disconnect[a-z]*)(?![a-z])/;

const WITHIN =
  /合约(?:期内|没到期|未到期|还没|没满|内)|(?<![a-z])(?:during|mid|middle of|still in|before (?:the|his|her|its)? ?(?:end|contract)|not (?:over|up|finished|ended)|within|inside) ?/;

const DO =
  /怎么办|怎么处理|咋办|(?<![a-z])(?:what (?:do|should|must) (?:i|we) do|steps?|how (?:do|should) (?:i|we) (?:handle|deal|proceed)|procedure|checklist)(?![a-z])/;

/** "he waited an hour in the queue, walk me through it" */
export function tellsOfService({ meanings, words }: Findings): boolean {
  const isTold = ['rude', 'steps'].every((one) => meanings.includes(one));
  return isTold && words.elsewhere.length === 0;
}
