import { namesDeposit } from './amounts.ts';
import type { Findings } from './find.ts';
import { isOfLimits, tellsAge } from './limits.ts';
import { isOrder } from './orders.ts';
import { FAMILY, isOfRenewal } from './renewal-talk.ts';

/** Nothing of another world is spoken of. */
export function isOurs(findings: Findings): boolean {
  return findings.words.elsewhere.length === 0 && mayBeTold(findings);
}

/** No order to change anything, and nobody's address is asked for. */
export function mayBeTold({ plain }: Findings): boolean {
  return !isOrder(plain) && !ASKS_FOR_PERSON.test(plain);
}

/** "where does the complaining customer live" is nothing to be told. */
const ASKS_FOR_PERSON = /(?<![a-z])(?:where does|can you fix|fix it|address|live)(?![a-z])/;

/**
 * What is offered elsewhere, and nothing of ours is named; "the election campaign", a first tariff for who is no customer
 * yet.
 */
export function isOfOtherOffer({ plain, words, amounts, meanings }: Findings): boolean {
  if (OTHER_CAMPAIGN.test(plain) || isOfNewTariff({ plain })) return true;
  const namesOurs =
    words.offers.length + words.outlets.length > 0 ||
    namesDeposit(amounts) ||
    meanings.includes('campaign');
  return words.elsewhere.length > 0 && !namesOurs;
}

const OTHER_CAMPAIGN =
  /竞选|选举|(?<![a-z])(?:elect(?:ion|oral)|presidential|military|russian|vaccin[a-z]*|recruit[a-z]*|hiring|fundrais[a-z]*|ad|advertising|charity)(?:'s)? campaign/;

const NEW_TARIFF =
  /新(?:客户|用户)(?:办|开|装|入网)|(?<![a-z])(?:brand[- ]?)?new (?:customer|client|user|subscriber)s?(?:'s)?(?: [a-z]+){0,6} (?:tariff|broadband|price|monthly fee)(?![a-z])|(?<![a-z])(?:first|new) sim(?: card)?(?![a-z])|(?<![a-z])new (?:customer|client|user) (?:wants|needs|asks|is asking)(?![a-z])|(?<![a-z])(?:tariff|plan|price|package)s? for (?:a )?(?:first[- ]time|brand[- ]?new|new) (?:customer|client|user)s?(?![a-z])/;

/** A promotion that somebody wants for himself is no offer. */
const OF_CAREER =
  /升职|晋升|(?<![a-z])(?:promotion to (?:[a-z]+ )?(?:leader|manager|supervisor|head|senior|director|officer|team|grade|band)|(?:get|got|getting|want|deserve) (?:a |my |the )?promotion|team lead(?:er)?s?|pay (?:rise|raise)|vacanc[a-z]*)(?![a-z])/;

/** What another carrier does is not ours to say; that a customer wants to go there is. */
export function isOfOtherCarrier({ plain, words }: Findings): boolean {
  return words.outlets.length === 0 && OTHER_CARRIER.test(plain) && !GOES_THERE.test(plain);
}

const OTHER_CARRIER =
  /中国移动|中国联通|(?:移动|联通)(?:公司|营业厅|那边|的|家|有没有|有啥|有什么)|(?<!中国)电信(?:公司|营业厅|那边|家|有没有|有啥|有什么)|对面(?:那家|家)?(?:移动|联通|运营商)|别家|友商|竞争对手|(?<![a-z])(?:china mobile|unicom|china telecom|vodafone|sprint|verizon|t-mobile|o2|(?:another|other|rival|competing|different) (?:operators?|carriers?|networks?|telcos?)|(?:the |our )?(?:rivals?|competitors?|competition))(?![a-z])/;

const GOES_THERE =
  /携|转网|离网|转到|去了|换到|投诉|(?<![a-z])(?:leav(?:e|es|ing)|left|switch[a-z]*|port[a-z]*|mov(?:e|es|ed|ing)|gone?|going|join[a-z]*|says?|said|cheaper|better|threat[a-z]*|offered (?:him|her|them))(?![a-z])/;

/** "what do the other carriers give for renewing": what a customer says of them is another thing. */
export function asksWhatOthersDo({ plain }: Findings): boolean {
  return OTHERS_DO.test(plain);
}
const OTHERS_DO =
  /(?<![a-z])(?:what|how much)(?: [a-z']+){0,2} (?:the )?(?:other|rival|competing) (?:carriers?|operators?|networks?|telcos?) (?:do|give|offer|pay|charge|use)(?![a-z])/;

/** What people lend each other is no deposit. */
const AMONG_FRIENDS =
  /借给|借了?我(?!们)|欠我(?!们)|还我钱|(?<![a-z])(?:lent|loan(?:ed)?|lend|borrow(?:ed)?|owes? (?:me|him|her)|pays? me)(?![a-z])/;

/** Who keeps deposits as well: "I paid the landlord 200 deposit, when does it come back?" */
const KEEPS_DEPOSITS =
  /房东|健身房|酒店|宾馆|余额宝|银行|理财|图书馆|幼儿园|更衣柜|(?<![a-z])(?:landlord|landlady|gym|hotel|hostel|locker|bus card|library|(?:car|bike) (?:rental|hire)|rental|savings account|bank|dormitory|kindergarten)(?:'s)?(?![a-z])/;
/** What staff are paid for their work is no commission of an outlet. */
const OF_WAGES =
  /工资|时薪|底薪|加班费|(?<![a-z])(?:per hour|an hour|hourly|wages?|salary|salaries|overtime|bonus for the|year[- ]end bonus|holiday pay|payslip|pay ?slip|pay ?day)(?![a-z])/;

/** What is on an account, and not when its contract ends. */
const OF_ACCOUNT =
  /余额|话费|流量|欠费|机主|(?<![a-z])(?:credit|balance|owes?|bill|usage|minutes|data|puk|pin|airtime)(?![a-z])/;

const OF_CONTRACT =
  /合约|到期|还剩|(?<![a-z])(?:contract|expir|renew|ends?|ending|left|days|run out|runs out|until|bound)/;

/** "when is the phone bill due": no complaint and no appeal about it. */
export function isOfBill(findings: Findings): boolean {
  const { plain } = findings;
  return OF_ACCOUNT.test(plain) && !isOfLimits(findings) && !tellsAge(plain);
}

/** "the court gave a ruling, how many days to appeal": nothing of a complaint about us. */
export function isOfOtherCourt({ plain, words }: Findings): boolean {
  return words.elsewhere.length > 0 && !OF_US.test(plain);
}

const OF_US =
  /投诉|争议|管局|工信|客户|用户|(?<![a-z])(?:complain|authorit|regulator|disput|ministry|customer|client|user|carrier|telecom|bill|he |she |we |us )/;

/** What staff have signed for their own work. */
const OWN_CONTRACT =
  /(?:我的?|本人的?)(?:劳动|工作|用工)合[同约]|(?<![a-z])my (?:own )?(?:work|job|labou?r|employment|rental|gym) contract/;

/** Who is no customer yet is none to be kept. */
const WINS_CUSTOMERS =
  /拉新|发展新客户|(?<![a-z])(?:as|into|get|win|attract|find) (?:[a-z]+ ){0,3}new customers?(?![a-z])/;

/** "my son refuses to do his homework" is no customer's refusal; "my wife decides" is one. */
export function isOfMyFamily({ plain, meanings }: Findings): boolean {
  const isCalled = CALLS_MY.test(plain) || !isOfRenewal(plain);
  return MY_FAMILY.test(plain) && !meanings.includes('renew') && isCalled;
}

const CALLS_MY = /(?<![a-z])(?:call|calling|ring|ringing|phone|phoning) my /;

export const MY_FAMILY =
  /我(?:儿子|女儿|老婆|老公|妈|爸|孩子)|(?<![a-z])my (?:mother|father|in-laws|son|daughter|kids?|wife|husband|mum|mom|dad|teenager|boyfriend|girlfriend|ex)(?![a-z])/;

/** "coach me for my job interview": another talk than that with a customer whose contract ends. */
export function isOfOtherCall({ plain, meanings, words: { elsewhere } }: Findings): boolean {
  const isElsewhere = elsewhere.some(
    ({ word }) => !FAMILY.test(word) && (word !== 'script' || plain.includes('<')),
  );
  if (CALL_ITSELF.test(plain)) return true;
  const isRenewal = meanings.includes('renew') && WITH_CUSTOMER.test(plain);
  return isElsewhere && (MY_MATTER.test(plain) || (!isRenewal && !ON_OUR_CALL.test(plain)));
}

/** "international call rate", "call forwarding": what a call costs, and what a telephone does with it. */
const CALL_ITSELF =
  /国际长途|呼叫转移|来电转接|(?<![a-z])(?:call (?:forwarding|waiting|divert[a-z]*)|(?:international|overseas|foreign|long[- ]distance) (?:call|calling)s? (?:rates?|prices?|costs?|charges?|tariffs?)|calls? (?:cost )?(?:a|per) minute)(?![a-z])/;

/** "my gym wants me to renew my membership" */
const MY_MATTER =
  /(?<![a-z])(?:wants|asks|tells|begs) me to |(?<![a-z])my (?:membership|policy|lease|licence|card)/;

const ON_OUR_CALL =
  /续|合约|客户|用户|外呼|通话|(?<![a-z])(?:contracts?|customers?|clients?|he|she|they)(?![a-z])/;
const WITH_CUSTOMER =
  /合约|客户|用户|外呼|人家|(?<![a-z])(?:contracts?|customers?|clients?|he|she|they|calls?|someone|people|refus[a-z]*)(?![a-z])/;

/** A first tariff for who is no customer yet. */
export function isOfNewTariff({ plain }: Pick<Findings, 'plain'>): boolean {
  return NEW_TARIFF.test(plain);
}

/** A promotion that somebody wants for himself. */
export function isOfCareer({ plain, words }: Findings): boolean {
  return OF_CAREER.test(plain) && words.outlets.length + words.offers.length === 0;
}

/** "the procedure for hiring a clerk"; what a customer complains of is another thing. */
export function isOfHiring({ plain }: Findings): boolean {
  return HIRES.test(plain) && !OF_CUSTOMERS.test(plain);
}
const HIRES =
  /招聘|(?<![a-z])(?:hir(?:e|es|ing) (?:an?|new|more|staff|people|somebody|someone)|recruit[a-z]*)(?![a-z])/;

/** What people lend each other, where no deposit is spoken of. */
export function isAmongFriends({ plain }: Findings): boolean {
  return AMONG_FRIENDS.test(plain) && !/存|(?<![a-z])(?:deposit|plan|gift)(?![a-z])/.test(plain);
}

/** A deposit that somebody else keeps, and no customer of ours has paid in. */
export function isKeptElsewhere({ plain, words }: Findings): boolean {
  // "a deposit of 50" is anybody's.
  const namesOurs = words.outlets.length > 0 || words.offers.some(({ word }) => !/\d/.test(word));
  const isOfUs = namesOurs || OF_A_CUSTOMER.test(plain);
  return KEEPS_DEPOSITS.test(plain) && !isOfUs;
}

/** 租房押一付三，押金200能要回来不: what is pledged elsewhere, whatever another remark would say by itself. */
export function isPledgedElsewhere({ plain, words }: Findings): boolean {
  return words.elsewhere.length > 0 && PLEDGED.test(plain);
}
const PLEDGED = /押金|(?<![a-z])(?:security|damage|rental) deposit/;

/** What staff are paid for their work. */
export function isOfWages({ plain }: Findings): boolean {
  return OF_WAGES.test(plain);
}

/** What is on an account, where nothing of a contract is asked. */
export function isOfAccount({ plain }: Findings): boolean {
  return OF_ACCOUNT.test(plain) && !OF_CONTRACT.test(plain);
}

/** What staff have signed for their own work. */
export function isOfOwnContract({ plain }: Findings): boolean {
  return OWN_CONTRACT.test(plain);
}

/** Winning those who are no customers yet. */
export function winsCustomers({ plain }: Findings): boolean {
  return WINS_CUSTOMERS.test(plain);
}

/** When a shop is open is nothing that the policy says. */
export function asksHours({ plain }: Findings): boolean {
  return HOURS.test(plain);
}
const HOURS =
  /营业时间|几点(?:开|关|下班)|开到几点|(?<![a-z])(?:open(?:s|ed)? (?:at|till|until|before|after) \d|open(?:s|ing)? (?:hours|times?)|what time (?:does|do|is)(?: [a-z]+){0,4} (?:open|close))(?![a-z])/;

/** 提前解约违约金多少: what leaving a contract costs is nothing that the policy says. Where somebody complains of it, it is a complaint. */
export function asksPenalty({ plain, meanings }: Findings): boolean {
  return PENALTY.test(plain) && !meanings.includes('complain') && !HANDLES.test(plain);
}
const PENALTY =
  /违约金|(?:解约|退网|退约|销户|没到期|未到期|提前).{0,8}(?:赔|罚|交|付)(?:偿|款|出)?(?:多少|几|钱)|(?<![a-z])(?:(?:early )?(?:termination|exit|cancellation|cancel|break-?up|break) (?:fee|charge|penalt)[a-z]*|penalt(?:y|ies) (?:for|if|when) (?:he |she |they |a customer |customers )?(?:leav|quit|cancel|break|end|terminat)[a-z]*)(?![a-z])/;
const HANDLES =
  /怎么(?:办|处理|解释|回|接)|投诉|(?<![a-z])(?:complain[a-z]*|handle|deal with|what (?:do|should) (?:i|we))(?![a-z])/;

/** A customer of ours is spoken of, or somebody who may be one. */
export const OF_A_CUSTOMER =
  /客户|用户|顾客|(?<![a-z])(?:customers?|clients?|users?|he|she|they|lady|man|guy|woman|caller)(?![a-z])/;

/** A customer of ours by that name. */
export const OF_CUSTOMERS =
  /客户|用户|顾客|(?<![a-z])(?:customer|client|user|subscriber|caller)s?(?:'s)?(?![a-z])/;
