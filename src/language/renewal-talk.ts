import { MANY } from './asked-with.ts';
import type { Findings } from './find.ts';

/** "a man in the own hall wants to know when his contract ends" */
const HIS_CONTRACT =
  /(?<![a-z])(?:man|guy|lady|woman|customer|client|caller|he|she)(?![a-z]).{0,60}(?<![a-z])(?:his|her|their) contract(?!s|[a-z])/;

/** One contract is spoken of: "his contract expired yet or not", 这个客户的合约. */
const ONE_CONTRACT =
  /(?<![a-z])(?:his|her|this|that|my|the|a|one|their)(?: (?:customer|client|user|guy|lady|man|woman|caller)'?s?)?(?: \w+)? contract(?!s|[a-z])|(?:他|她|这个|那个|该|某个?|我)(?:的|人的|客户的?|用户的?|顾客的?)?(?:那个|这个)?合约/;

/** Whether one contract is asked about, whose id nobody said. */
export function speaksOfOneContract(findings: Findings): boolean {
  const { plain } = findings;
  // Where a customer stands says nothing of which contracts are meant.
  const isOfOne = isBare(findings)
    ? ONE_CONTRACT.test(plain)
    : findings.days.length === 0 && HIS_CONTRACT.test(plain);
  return isOfOne && !MANY.test(plain.replace(WHO_TELLS, ' '));
}

/** "contract end date of a customer": of whom, nobody said. */
export function asksOneEnd({ plain, meanings }: Findings): boolean {
  const isOfEnd = meanings.includes('contract') && END_ASKED.test(plain);
  return isOfEnd && ONE_CUSTOMER.test(plain);
}

const END_ASKED =
  /到期日?|(?<![a-z])(?:end (?:date|day)|expiry(?: date)?|(?:when|does|is)(?: [a-z]+){0,4} (?:end|ends|expire|expires|finish(?:es|ed)?|over)|(?:ends?|expires?|finish(?:es)?) when|days? (?:remain|left)|(?:nearly|almost|already) (?:done|over|up|finished)|contract up)(?![a-z])|还剩|剩(?:几|多少)/;

const ONE_CUSTOMER =
  /(?:某|一)个?(?:客户|用户)|[\p{Script=Han}](?:先生|女士|小姐|姐|哥|叔|婶|阿姨|师傅|总|太太|老板|大爷|大妈)的?合[约同]|(?<![a-z])(?:(?:mr|mrs|ms|miss|mister|uncle|auntie?)\.? [a-z]+'s contract|(?:an?|one|the|this) (?:customer|client|user|subscriber)|(?:^|the |this )contract (?:end|expiry) date|(?:his|her|(?:gentleman|lady|man|woman|guy|customer|client)'s) contract)(?![a-z])/u;

/** "she would like to know when her contract is finished": nothing is to be said on a call. */
export function asksOneEndOnly(findings: Findings): boolean {
  const { meanings } = findings;
  const isOfCall = ['say', 'call', 'renew', 'refuse'].some((one) => meanings.includes(one));
  return asksOneEnd(findings) && !isOfCall && !TALKS.test(findings.plain);
}

const TALKS = /(?<![a-z])(?:talk|persuade|convince|round|keep|win)(?![a-z])|挽留|劝|说服/;

/** "give me a script for calling customers whose contracts are nearly over" */
export function wantsScript({ plain, meanings }: Findings): boolean {
  return meanings.includes('call') && SCRIPT.test(plain);
}

/** "script for phoning people whose contract is nearly up", where no other world is spoken of. */
export function wantsScriptForCall(findings: Findings): boolean {
  const { meanings, words } = findings;
  const isOurs = words.elsewhere.every(({ word }) => word === 'script');
  return isOurs && meanings.includes('contract') && wantsScript(findings);
}

const SCRIPT = /话术|怎么说|(?<![a-z])(?:script|what (?:do|should|to) (?:i |we )?say)(?![a-z])/;

/** "a man who wants to know" is one man. */
const WHO_TELLS = /(?<![a-z])who (?:wants?|asks?|would|is|says?)(?![a-z])/g;

/** Whether no outlet, offer or day is named. */
export function isBare({ words: { outlets, offers }, days }: Findings): boolean {
  return outlets.length === 0 && offers.length === 0 && days.length === 0;
}

const HOW =
  /怎么|话术|(?<![a-z])(?:how (?!many)|what (?:do|should|to|can) (?:i |we )?say|script|tips?|open(?:er|ing))(?![a-z])/;

/** "which contracts finish this month, I want to prepare the calls": the list is wanted, and not what to say. */
export function asksWhichEnd({ plain, days, meanings }: Findings): boolean {
  const isSpan = days.some(({ unit }) => unit !== 'day');
  return meanings.includes('expire') && isSpan && MANY.test(plain) && !HOW.test(plain);
}

/** "she complains of the signal and says that's why she won't renew. how do i reply" */
export function repliesToRefusal({ plain, meanings }: Findings): boolean {
  return WONT_RENEW.test(plain) && meanings.includes('say') && !meanings.includes('steps');
}

/** "they're fed up of us phoning about renewing": what to say on the next call, where nobody complained. */
export function tiresOfCalls({ plain, meanings }: Findings): boolean {
  return ['renew', 'call'].every((one) => meanings.includes(one)) && !COMPLAINED.test(plain);
}

const COMPLAINED = /投诉|举报|(?<![a-z])complain/;

/** "how big is the renewal pile for the coming 60 days" */
export function asksForRenewals({ meanings, days, plain }: Findings): boolean {
  return (
    meanings.includes('renew') && days.some(({ unit }) => unit !== 'day') && !MY_OWN.test(plain)
  );
}

const MY_OWN = /我(?:自己)?的|(?<![a-z])(?:my|did|last)(?![a-z])/;

/** "voicemail again, should i leave a message about the renewal" */
export function callsInVain({ meanings, plain }: Findings): boolean {
  return meanings.includes('renew') && IN_VAIN.test(plain);
}

/** "terrified of calling people for renewals" */
export function fearsCalls({ meanings, plain }: Findings): boolean {
  return ['renew', 'call'].every((one) => meanings.includes(one)) && FEAR.test(plain);
}
const FEAR =
  /怕|紧张|(?<![a-z])(?:scared?|terrif[a-z]*|afraid|nervous|dread[a-z]*|anxious|anxiety|fear[a-z]*|shy|hate)(?![a-z])/;

const IN_VAIN =
  /语音信箱|没人接|不接|(?<![a-z])(?:voicemail|answering machine|(?:doesn't|don't|didn't|nobody|no one|never) (?:picks?|answers?)(?: up)?|hangs? up|engaged)(?![a-z])/;

/** "she won't renew till she has asked her husband, my reply?" */
export function refusesToRenew({ plain, meanings, words }: Findings): boolean {
  const isOfFamily = words.elsewhere.every(({ word }) => FAMILY.test(word));
  const isRefusal = meanings.includes('refuse') || WONT_RENEW.test(plain);
  return meanings.includes('renew') && isRefusal && isOfFamily && !MINE.test(plain);
}

const WONT_RENEW =
  /不(?:想|愿意?|肯)?续|(?<![a-z])(?:won't|will not|doesn't|does not|not) (?:want to )?renew/;

const MINE = /我(?:自己)?的|(?<![a-z])my (?!reply|answer|response|customer|client)/;

/** What is said on the call about a renewal, however angry the customer is. */
const ON_RENEWAL =
  /续|电话|外呼|(?<![a-z])(?:renew[a-z]*|retention|call(?:s|ed|ing)?|phon(?:e|ed|ing)|dial[a-z]*|ring(?:ing)?|script)(?![a-z])/;

/** Whether a call about a renewal is spoken of. */
export function isOfRenewal(plain: string): boolean {
  return ON_RENEWAL.test(plain);
}

/** Those whose word a customer waits for: they belong to no other world than his. */
export const FAMILY =
  /^(?:husband|wife|mum|mom|mother|dad|father|son|daughter|brother|sister|老公|老婆|孩子)$/;
