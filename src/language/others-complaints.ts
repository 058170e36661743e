import { isOfService } from './complaint-kind.ts';
import type { Findings } from './find.ts';
import { MY_FAMILY, OF_A_CUSTOMER, OF_CUSTOMERS } from './not-ours.ts';

// Complaints that no customer of ours makes, and what reads like one.

/** Who is complained of as well, and is none of us. */
const OTHER_BUSINESS =
  /快递|外卖|骑手|房东|物业|中介|航空|滴滴|网购|淘宝|京东|(?<![a-z])(?:couriers?|parcel service|takeaway|delivery (?:guy|man|driver|service)|landlord|landlady|airline|hotel|restaurant|taxi driver|uber|estate agent|travel agen(?:t|cy)|plumber|electrician|builders?|amazon|neighbou?rs?|patients?|taobao|online sellers?|shoes|dog)(?:'s)?(?![a-z])/;

/** A complaint about somebody else, and no customer of ours makes it. */
export function isOfOtherBusiness({ plain, words }: Findings): boolean {
  return OTHER_BUSINESS.test(plain) && words.outlets.length === 0 && !OF_A_CUSTOMER.test(plain);
}

/** A notice to all, pasted in: the lift is out of order, the forms are due. */
export function isNotice({ plain, words, meanings }: Findings): boolean {
  const isOurs =
    words.outlets.length + words.offers.length > 0 ||
    meanings.includes('complain') ||
    OF_CUSTOMERS.test(plain);
  return NOTICE.test(plain) && !isOurs;
}
const NOTICE =
  /^(?:fwd?:? ?)?(?:转发|通知|公告|提醒)[:：]|^关于.{2,30}的通知|^(?:fwd?:? ?)?(?:(?:public |important )?(?:notice|reminder|announcement|attention|fyi)(?: (?:to|from) [a-z ]{2,30})?[:,.]|dear (?:all|team|colleagues|staff|tenants|residents)(?![a-z])|to whom it may concern|from: )/;

/** "complaining won't help, my boyfriend never listens" */
export function complainsOfFamily({ plain }: Findings): boolean {
  return MY_FAMILY.test(plain) && !OF_A_CUSTOMER.test(plain.replace(MY_FAMILY, ' '));
}

/** 家里没信号, "my wifi is slow": a fault that no customer is said to complain of, and nobody asks what to do about. */
export function isOfOwnFault({ plain, meanings, words }: Findings): boolean {
  const isComplaint = ['complain', 'upset', 'steps', 'improper', 'evidence'].some((one) =>
    meanings.includes(one),
  );
  return (
    isOfService(plain) &&
    !isComplaint &&
    words.checklists.length === 0 &&
    !OF_A_CUSTOMER.test(plain) &&
    !OF_SOMEBODY.test(plain)
  );
}
const OF_SOMEBODY = /人家|有人|[他她]|大爷|大妈|阿姨|老人|先生|女士|师傅/;

/** Staff who complain of each other: no customer has complained. */
export function isOfColleagues({ plain, meanings }: Findings): boolean {
  const isOfBusiness = meanings.includes('improper') || OF_A_CUSTOMER.test(plain);
  return OF_COLLEAGUES.test(plain) && (OWN_GRIEF.test(plain) || !isOfBusiness);
}
/** "I have a complaint about my boss, he shouts" */
const OWN_GRIEF =
  /(?<![a-z])(?:i have|i've got|i want|i'd like|i would like|i wish) (?:to )?(?:(?:make|file|lodge|raise) )?(?:an? )?complain[a-z]* (?:about|against|on) my /;
const OF_COLLEAGUES =
  /投诉.{0,4}(?:同事|领导|主管|老板)|(?:主管|领导|老板|主任|经理|组长|店长|同事)(?:天天|老是|总是|一直|整天|经常)|(?<![a-z])my (?:boss|manager|supervisor|team lead(?:er)?|colleague|co-?worker)(?: [a-z]+){0,2} complain[a-z]*(?! (?:that|of) (?:an? |the )?(?:customer|client))|(?<![a-z])complain[a-z]*(?: [a-z]+){0,2} (?:about|for|against|on) (?:(?:my|a|the|our) )?(?:colleague|co-?worker|boss|manager|supervisor|roommate)s?(?![a-z])/;
