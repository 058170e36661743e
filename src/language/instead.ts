import { namesDeposit } from './amounts.ts';
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
import { hasLevelWord } from './level-words.ts';
import { asksForAge, asksForLimit, tellsAge } from './limits.ts';
import { isOrder } from './orders.ts';
import { asksWhere } from './pointing.ts';
import type { Intent } from './reading.ts';

/** What is read instead, and when. */
type Rule = readonly [Intent, (findings: Findings) => boolean];

const NOT_OF_MONEY: readonly Rule[] = [
  ['out_of_scope', isOfOtherCarrier],
  ['out_of_scope', ({ plain }) => OF_CAREER.test(plain)],
  ['payout.commission', ({ plain }) => COMMISSION.test(plain)],
  ['payout.schedule', asksPayout],
  ['payout.schedule', asksDepositBack],
];
const ASKS_WHERE: Rule = [
  'promo.eligibility',
  ({ plain, words }) => asksWhere(plain) && words.offers.length > 0,
];

/** For each intent what speaks against it in the sentence itself, and what is meant then; the first rule that fits. */
const RULES: Readonly<Partial<Record<Intent, readonly Rule[]>>> = {
  'renewal.list': [
    ['renewal.status', speaksOfOneContract],
    ['complaint.checklist', tellsOfOneLine],
  ],
  'renewal.status': [
    ['out_of_scope', ({ plain }) => OF_ACCOUNT.test(plain) && !OF_CONTRACT.test(plain)],
  ],
  'renewal.coaching': [
    ['renewal.list', asksWhichEnd],
    ['out_of_scope', isOfMyFamily],
    ['out_of_scope', ({ plain }) => WINS_CUSTOMERS.test(plain)],
    ['out_of_scope', isOfOtherCall],
    ['complaint.checklist', tellsOfUpset],
    ['complaint.checklist', complainsToUs],
    ['complaint.checklist', leavesInContract],
  ],
  'complaint.checklist': [
    ['help', ({ plain }) => ONLY_THANKS.test(plain)],
    ['out_of_scope', isOfOtherCarrier],
    ['renewal.coaching', tiresOfCalls],
    ['renewal.list', (findings) => asksWhichEnd(findings) && !isOfComplaint(findings)],
    ['complaint.deadline', ({ plain }) => asksForLimit(plain)],
  ],
  'complaint.deadline': [
    ['payout.schedule', (findings) => namesDeposit(findings.amounts) && !isOfLimits(findings)],
    ['out_of_scope', isOfBill],
    ['out_of_scope', isOfOtherCarrier],
    ['out_of_scope', isOfOtherCourt],
  ],
  'payout.schedule': [
    ['out_of_scope', isOfOtherCarrier],
    ['out_of_scope', ({ plain }) => AMONG_FRIENDS.test(plain)],
    ['promo.details', asksCampaignDays],
    ['promo.eligibility', asksRankOrPlace],
    ['promo.eligibility', asksWhereToPush],
  ],
  'payout.commission': [
    ['out_of_scope', ({ plain }) => OF_WAGES.test(plain)],
    ['out_of_scope', isOfOtherCarrier],
    ['promo.eligibility', (findings) => earnsNothing(findings) && OFFERS_WHAT.test(findings.plain)],
    ['clarify', earnsNothing],
  ],
  'promo.eligibility': [
    ...NOT_OF_MONEY,
    ['promo.details', asksCampaignDays],
    ['complaint.checklist', tellsOfImproper],
  ],
  'promo.details': [
    ...NOT_OF_MONEY,
    ASKS_WHERE,
    ['promo.eligibility', ({ plain }) => IS_IT_LED_WITH.test(plain)],
  ],
  clarify: [
    ['out_of_scope', ({ plain }) => OF_CAREER.test(plain)],
    ['payout.schedule', asksPayout],
    [
      'promo.eligibility',
      (findings) => namesOfferAndOutlet(findings) || OFFERS_WHAT.test(findings.plain),
    ],
    [
      'payout.schedule',
      ({ plain, amounts }) => amounts.unknownDeposit !== null && COMES_BACK.test(plain),
    ],
    ASKS_WHERE,
  ],
  help: [
    ['promo.eligibility', ({ plain, words }) => words.outlets.length > 0 && !GREETS.test(plain)],
  ],
  out_of_scope: [
    ['complaint.checklist', ({ plain, meanings }) => tellsOurStory(meanings) && !isOrder(plain)],
    ['complaint.checklist', tellsOfImproper],
    ['complaint.checklist', (findings) => isOurs(findings) && complainsToUs(findings)],
    ['renewal.coaching', refusesToRenew],
    ['renewal.list', (findings) => asksWhichEnd(findings) && findings.words.outlets.length > 0],
    ['renewal.status', (findings) => isOurs(findings) && asksOneEnd(findings)],
    ['promo.eligibility', (findings) => isOurs(findings) && namesOfferAndOutlet(findings)],
    ['complaint.deadline', (findings) => isOurs(findings) && asksForAge(findings.plain)],
    ['help', ({ plain }) => ONLY_THANKS.test(plain)],
    // "he waited an hour in the queue, walk me through it"
    [
      'complaint.checklist',
      ({ meanings, words }) =>
        ['rude', 'steps'].every((one) => meanings.includes(one)) && words.elsewhere.length === 0,
    ],
  ],
};

/** What a sentence means instead of what its examples say; null where nothing in it speaks against them. */
export function insteadOf(intent: Intent, findings: Findings): Intent | null {
  const rule = (RULES[intent] ?? []).find(([, isMeant]) => isMeant(findings));
  return rule?.[0] ?? null;
}

/** One contract is spoken of: "his contract expired yet or not", 这个客户的合约. */
const HIS_CONTRACT =
  /(?<![a-z])(?:man|guy|lady|woman|customer|client|caller|he|she)(?![a-z]).{0,60}(?<![a-z])(?:his|her|their) contract(?!s|[a-z])/;
const ONE_CONTRACT =
  /(?<![a-z])(?:his|her|this|that|my|the|a|one|their)(?: (?:customer|client|user|guy|lady|man|woman|caller)'?s?)?(?: \w+)? contract(?!s|[a-z])|(?:他|她|这个|那个|该|某个?|我)(?:的|人的|客户的?|用户的?|顾客的?)?(?:那个|这个)?合约/;
function speaksOfOneContract(findings: Findings): boolean {
  const { plain } = findings;
  // Where a customer stands says nothing of which contracts are meant.
  const isOfOne = isBare(findings)
    ? ONE_CONTRACT.test(plain)
    : findings.days.length === 0 && HIS_CONTRACT.test(plain);
  return isOfOne && !MANY.test(plain.replace(WHO_TELLS, ' '));
}

/** "contract end date of a customer": of whom, nobody said. */
function asksOneEnd({ plain, meanings }: Findings): boolean {
  const isOfEnd = meanings.includes('contract') && END_ASKED.test(plain);
  return isOfEnd && ONE_CUSTOMER.test(plain);
}
const END_ASKED =
  /到期日?|(?<![a-z])(?:end (?:date|day)|expiry(?: date)?|(?:when|does|is)(?: [a-z]+){0,4} (?:end|ends|expire|expires|over))(?![a-z])/;
const ONE_CUSTOMER =
  /(?:某|一)个?(?:客户|用户)|(?<![a-z])(?:an?|one|the|this) (?:customer|client|user|subscriber)(?![a-z])/;

/** "a man who wants to know" is one man. */
const WHO_TELLS = /(?<![a-z])who (?:wants?|asks?|would|is|says?)(?![a-z])/g;

function isBare({ words: { outlets, offers }, days }: Findings): boolean {
  return outlets.length === 0 && offers.length === 0 && days.length === 0;
}

/** Meanings of `intents/words/meanings.yaml` that make a story of a complaint. */
const STORY = ['complain', 'disconnect', 'improper'];
const ONE_LINE =
  /(?<![a-z])(?:his|her|their|a|the) (?:line|number|service|account|phone)(?![a-z])|(?:他|她|客户|人家)的?(?:号|线|机)/;
/** "we shut his line, contract ran till June" tells a story of one customer. */
function tellsOfOneLine({ plain, meanings }: Findings): boolean {
  const isStory = STORY.some((meaning) => meanings.includes(meaning));
  return isStory && ONE_LINE.test(plain) && !MANY.test(plain);
}

const HOW =
  /怎么|话术|(?<![a-z])(?:how (?!many)|what (?:do|should|to|can) (?:i |we )?say|script|tips?|open(?:er|ing))(?![a-z])/;
/** "which contracts finish this month, I want to prepare the calls": the list is wanted, and not what to say. */
function asksWhichEnd({ plain, days, meanings }: Findings): boolean {
  const isSpan = days.some(({ unit }) => unit !== 'day');
  return meanings.includes('expire') && isSpan && MANY.test(plain) && !HOW.test(plain);
}

function isOfComplaint({ words, meanings }: Findings): boolean {
  return words.checklists.length > 0 || meanings.includes('complain');
}

/** "they're fed up of us phoning about renewing": what to say on the next call, where nobody complained. */
function tiresOfCalls({ plain, meanings }: Findings): boolean {
  return ['renew', 'call'].every((one) => meanings.includes(one)) && !COMPLAINED.test(plain);
}
const COMPLAINED = /投诉|举报|(?<![a-z])complain/;

/** "she asks when she will get her deposit back": the money, and not what may be offered. */
function asksDepositBack({ plain, words: { offers } }: Findings): boolean {
  return offers.length === 0 && DEPOSIT_BACK.test(plain) && !OFFERS_WHAT.test(plain);
}
const DEPOSIT_BACK =
  /(?<![a-z])(?:gets?|have|receives?|sees?|give|gives|paid|pay)(?: [a-z]+)? (?:deposit|money|cash) back|back (?:his|her|the|their) (?:deposit|money|cash)|预存款?.{0,4}(?:返|退)/;

/** A promotion that somebody wants for himself is no offer. */
const OF_CAREER =
  /升职|晋升|(?<![a-z])(?:promotion to|promoted|(?:get|got|getting|want|deserve) (?:a |my |the )?promotion|team lead(?:er)?s?|pay (?:rise|raise)|vacanc[a-z]*)(?![a-z])/;

/** "ta, that saved me" thanks and asks nothing. */
const ONLY_THANKS =
  /^(?:great |ok(?:ay)? |oh )?(?:thanks?|thank you|thx|ta|cheers|谢谢|多谢)(?![a-z])(?!.*(?:[?？]|(?<![a-z])(?:how|what|when|who|where|which|why|can|could|please|pls|tell|also|and(?! (?:god|bless|have|bye|good|all|enjoy|take care|cheers|see)))(?![a-z])|吗|怎么|什么|多少|几|哪|请)).{0,60}$/;
/** What is said on the call about a renewal, however angry the customer is. */
const ON_RENEWAL =
  /续|电话|外呼|(?<![a-z])(?:renew[a-z]*|retention|call(?:s|ed|ing)?|phon(?:e|ed|ing)|dial[a-z]*|ring(?:ing)?|script)(?![a-z])/;
function tellsOfUpset({ plain, meanings }: Findings): boolean {
  const isUpset = ['complain', 'steps'].every((one) => meanings.includes(one));
  return isUpset && !ON_RENEWAL.test(plain);
}

/** "customer moans that nobody called him back": who complains is a customer of ours, and there is a complaint. */
function complainsToUs({ plain, meanings }: Findings): boolean {
  const isOfRenewal = meanings.includes('renew') || ON_RENEWAL_CALL.test(plain);
  return COMPLAINS_TO_US.test(plain) && !isOfRenewal;
}
const UPSET =
  '(?:complain(?:s|ed|ing)|to complain|moan(?:s|ed|ing)|grumbl[a-z]*|livid|furious|fuming|shout(?:s|ed|ing)|yell(?:s|ed|ing)|scream(?:s|ed|ing)|outraged|fed up)';
const COMPLAINS_TO_US = new RegExp(
  `^complaint[:,] |(?<![a-z])(?:customers?|clients?|subscribers?|callers?|users?|man|guy|lady|woman|girl|granny|bloke|fella|he|she)(?:'s)?(?: [a-z']+){0,5} ${UPSET}(?![a-z])|(?:客户|用户|顾客|大爷|大妈|老人).{0,6}(?:来|上门|到厅|到店|找|一直|天天)?.{0,4}(?:投诉|闹|吵|发火|拍桌子|来骂)`,
);
const ON_RENEWAL_CALL = /续|外呼|(?<![a-z])(?:renew[a-z]*|retention|dial[a-z]*|script)(?![a-z])/;

/** Nothing of another world is spoken of. */
function isOurs({ words, plain }: Findings): boolean {
  return words.elsewhere.length === 0 && !isOrder(plain) && !ASKS_FOR_PERSON.test(plain);
}
/** "where does the complaining customer live" is nothing to be told. */
const ASKS_FOR_PERSON = /(?<![a-z])(?:where does|can you fix|fix it|address|live)(?![a-z])/;

/** Something done against the rules by our own people, and no offer is spoken of. */
function tellsOfImproper({ plain, meanings, words }: Findings): boolean {
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

/** "she won't renew till she has asked her husband, my reply?" */
function refusesToRenew({ plain, meanings, words }: Findings): boolean {
  const isOfFamily = words.elsewhere.every(({ word }) => FAMILY.test(word));
  const isRefusal = meanings.includes('refuse') || WONT_RENEW.test(plain);
  return meanings.includes('renew') && isRefusal && isOfFamily && !MINE.test(plain);
}
const WONT_RENEW =
  /不(?:想|愿意?|肯)?续|(?<![a-z])(?:won't|will not|doesn't|does not|not) (?:want to )?renew/;
const FAMILY =
  /^(?:husband|wife|mum|mom|mother|dad|father|son|daughter|brother|sister|老公|老婆|孩子)$/;
const MINE = /我(?:自己)?的|(?<![a-z])my (?!reply|answer|response|customer|client)/;
/** "my son refuses to do his homework" is no customer's refusal; "my wife decides" is one. */
function isOfMyFamily({ plain, meanings }: Findings): boolean {
  return MY_FAMILY.test(plain) && !meanings.includes('renew') && !ON_RENEWAL.test(plain);
}
/** "coach me for my job interview": another talk than that with a customer whose contract ends. */
function isOfOtherCall({ plain, meanings, words: { elsewhere } }: Findings): boolean {
  const isElsewhere = elsewhere.some(({ word }) => !FAMILY.test(word));
  return isElsewhere && !meanings.includes('renew') && !ON_OUR_CALL.test(plain);
}
const ON_OUR_CALL =
  /续|合约|客户|用户|外呼|通话|(?<![a-z])(?:renew[a-z]*|contracts?|customers?|clients?|he|she|they)(?![a-z])/;

/** Who is no customer yet is none to be kept. */
const WINS_CUSTOMERS =
  /拉新|发展新客户|(?<![a-z])(?:as|into|get|win|attract|find) (?:[a-z]+ ){0,3}new customers?(?![a-z])/;
const MY_FAMILY =
  /我(?:儿子|女儿|老婆|老公|妈|爸|孩子)|(?<![a-z])my (?:son|daughter|kids?|wife|husband|mum|mom|dad|teenager|boyfriend|girlfriend|ex)(?![a-z])/;

/** "he wants to leave during his contract, what do I do": what must be checked and signed first, and not what to say. */
function leavesInContract({ plain, meanings }: Findings): boolean {
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

const OF_COMPLAINTS =
  /投诉|申诉|争议|纠纷|答复|管局|(?<![a-z])(?:complain|appeal|authorit|regulator|disput|ministry|reply|respond|answer)/;
function isOfLimits({ plain, words: { limits } }: Findings): boolean {
  return limits.length > 0 || OF_COMPLAINTS.test(plain);
}

/** What is on an account, and not when its contract ends. */
const OF_ACCOUNT =
  /余额|话费|流量|欠费|机主|(?<![a-z])(?:credit|balance|owes?|bill|usage|minutes|data|puk|pin|airtime)(?![a-z])/;
const OF_CONTRACT =
  /合约|到期|还剩|(?<![a-z])(?:contract|expir|renew|ends?|ending|left|days|run out|runs out|until|bound)/;
/** "when is the phone bill due": no complaint and no appeal about it. */
function isOfBill(findings: Findings): boolean {
  const { plain } = findings;
  return OF_ACCOUNT.test(plain) && !isOfLimits(findings) && !tellsAge(plain);
}

/** "the court gave a ruling, how many days to appeal": nothing of a complaint about us. */
function isOfOtherCourt({ plain, words }: Findings): boolean {
  return words.elsewhere.length > 0 && !OF_US.test(plain);
}
const OF_US =
  /投诉|争议|管局|工信|客户|用户|(?<![a-z])(?:complain|authorit|regulator|disput|ministry|customer|client|user|carrier|telecom|bill|he |she |we |us )/;

function asksRankOrPlace(findings: Findings): boolean {
  const { plain, words } = findings;
  const asksRank = words.outlets.length > 0 && LEVEL_ASKED.test(plain);
  return asksRank || (namesOfferAndOutlet(findings) && !asksPayout(findings));
}

const IS_IT_LED_WITH =
  /^(?:so |and |but )?(?:is|was) (?:it|this|that)(?: one)?(?: an?| the)? (?:main|optional|secondary)(?![a-z])/;

/** "campaign at own halls runs from when to when": its days are the same everywhere. */
function asksCampaignDays({ plain, words: { offers }, amounts }: Findings): boolean {
  const isOfOffer = offers.length > 0 || namesDeposit(amounts) || hasLevelWord(plain);
  return CAMPAIGN_DAYS.test(plain) && WHEN.test(plain) && !isOfOffer && !OFFERS_WHAT.test(plain);
}
const CAMPAIGN_DAYS =
  /活动.{0,12}(?:结束|开始|截止|到期|为止|到几号|到什么时候)|(?<![a-z])(?:campaign|promotions?|promo)(?: [a-z]+){0,5} (?:ends?|starts?|runs?|stops?|begins?|finish(?:es)?|lasts?|closes?|over)(?![a-z])/;
const WHEN =
  /几号|什么时候|哪天|何时|多久|(?<![a-z])(?:when|what (?:day|date)s?|which (?:day|date)s?|how long|same (?:day|date)|until|till)(?![a-z])/;

/** "which are the places for pushing the 100 deposit" */
function asksWhereToPush({ plain, meanings, amounts, words }: Findings): boolean {
  const isOffer = namesDeposit(amounts) || words.offers.length > 0;
  return (
    isOffer && PLACES.test(plain) && ['lead', 'offering'].some((one) => meanings.includes(one))
  );
}
const PLACES =
  /哪些?(?:个)?(?:厅|店|网点|渠道|地方)|(?<![a-z])(?:where|which (?:are the |of the )?(?:places|outlets|halls|stores|shops|points))(?![a-z])/;

/** What another carrier does is not ours to say; that a customer wants to go there is. */
function isOfOtherCarrier({ plain, words }: Findings): boolean {
  return words.outlets.length === 0 && OTHER_CARRIER.test(plain) && !GOES_THERE.test(plain);
}
const OTHER_CARRIER =
  /中国移动|中国联通|(?:移动|联通)(?:公司|营业厅|那边|的|家)|对面(?:那家|家)?(?:移动|联通|运营商)|别家|友商|竞争对手|(?<![a-z])(?:china mobile|unicom|china telecom|vodafone|sprint|verizon|t-mobile|o2|(?:another|other|rival|competing|different) (?:operators?|carriers?|networks?|telcos?)|(?:the |our )?(?:rivals?|competitors?|competition))(?![a-z])/;
const GOES_THERE =
  /携|转网|离网|转到|去了|换到|投诉|(?<![a-z])(?:leav(?:e|es|ing)|left|switch[a-z]*|port[a-z]*|mov(?:e|es|ed|ing)|gone?|going|join[a-z]*|says?|said|cheaper|better|threat[a-z]*|offered (?:him|her|them))(?![a-z])/;

/** What people lend each other is no deposit. */
const AMONG_FRIENDS =
  /借给|借了?我|欠我|还我钱|(?<![a-z])(?:lent|loan(?:ed)?|lend|borrow(?:ed)?|owes? (?:me|him|her)|pays? me)(?![a-z])/;

/** What staff are paid for their work is no commission of an outlet. */
const OF_WAGES =
  /工资|时薪|底薪|加班费|(?<![a-z])(?:per hour|an hour|hourly|wages?|salary|salaries|overtime|payslip|pay ?slip|pay ?day)(?![a-z])/;
/** Who asks what an outlet earns says so somehow. */
const EARNS =
  /佣|酬|赚|挣|提成|钱|奖|收入|返点|利润|好处|拿|得|给|结算|元|块|(?<![a-z])(?:com+is+ion[a-z]*|earn[a-z]*|make[a-z]*|made|paid|pays?|payout|get[a-z]*|got|cut|reward[a-z]*|money|income|cash|profit[a-z]*|bonus|fees?|worth|per|each|much|yuan|rmb|share|margin|incentives?|kickback)(?![a-z])/;
function earnsNothing(findings: Findings): boolean {
  return isBare(findings) && findings.amounts.places.length === 0 && !EARNS.test(findings.plain);
}

const GREETS = /谢|(?<![a-z])(?:thanks?|thank you|thx|cheers|ta|hi|hello|hey)(?![a-z])/;
