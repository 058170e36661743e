import { namesDeposit } from './amounts.ts';
import { LEVEL_ASKED } from './asked-with.ts';
import type { Findings } from './find.ts';
import { asksByItself, leaningOf } from './leaning.ts';
import { hasLevelWord } from './level-words.ts';
import { tellsDispute } from './limits.ts';
import { partAsked } from './part-words.ts';
import { asksWhere, asksWhichOffers, hasPronoun } from './pointing.ts';
import type { Intent, Missing, Reading } from './reading.ts';

// What a follow-up leaves out because the conversation has said it.

/** "and a dispute of another kind?" after how old one may be; no deposit, and not what to do about it. */
export function asksOfOtherDispute(
  subject: Intent,
  { plain, amounts, meanings }: Findings,
): boolean {
  const isOfDispute = subject === 'complaint.deadline' && tellsDispute(plain);
  return isOfDispute && !namesDeposit(amounts) && !meanings.includes('steps');
}

/** "and to answer?" after the time that the authority has. */
export function namesLimit(subject: Intent, { plain, words }: Findings): boolean {
  return subject === 'complaint.deadline' && (words.limits.length > 0 || tellsDispute(plain));
}

/** What by itself could be about much, and within its matter is about one thing. */
const ASKS_MORE: Readonly<Partial<Record<Intent, RegExp>>> = {
  // 还剩几天 of a contract, and not of a complaint.
  'renewal.status':
    /(?:还|仅|只)(?:剩|有)(?:下|余)?(?:几|多少|多久)|剩(?:几|多少|多久)|(?<![a-z])(?:days?|long|much time) (?:is |are |(?:has|does|do|have) (?:it|that|this|he|she|we)(?: one)? (?:got |have )?)?(?:left|remain)|(?<![a-z])(?:is|has) (?:it|that|this)(?: one| contract)? (?:over|ended|expired|finished|up|still (?:running|valid|going))(?![a-z])/,
  // Within a talk about the call its parts are asked for by name: "and how do I close?"
  'renewal.coaching':
    /怎么(?:收尾|结束|开场|开头|记录?|收场)|(?<![a-z])(?:how (?:do|should|to|can) (?:i |we )?(?:close|open|start|begin|end|finish|prepare|wrap up|record)(?: (?:the |a |my )?(?:call|conversation|talk|it|one|up|well|properly|him|her))?(?: then| now)?\W*$|what (?:do|should) (?:i|we) (?:write|note|record)(?: down)?\W*$|(?:the )?(?:close|opening|record|ending|objections?|preparation)\W*$)/,
  'complaint.deadline':
    /(?<![a-z])(?:(?:its|their|the|a) (?:final )?(?:answer|reply|response|decision|acceptance)|(?:it|they)(?: [a-z]+){0,3} (?:answers?|repl(?:y|ies)|decides?|accepts?))(?![a-z])|^(?:and |then )*(?:for (?:them|it) )?to (?:accept|answer|reply|decide|take)(?: (?:to |on )?(?:one|it|them|that))?\W*$/,
  // A signature or a form is asked for when a complaint is handled, and nowhere else.
  'complaint.checklist':
    /签[字名]|免填单|证据|留痕|具体(?:怎么|咋)|下一?步|步骤|(?<![a-z])(?:what (?:are|is) (?:the|my|our) (?:next |first )*steps?|what next|sign|signs|signed|signature|signatures|evidence|proof|form|compensation|compensate|wants money)(?![a-z])|赔|补偿/,
};

export function asksMoreOf(subject: Intent, plain: string): boolean {
  return ASKS_MORE[subject]?.test(plain) === true;
}

/** "same count for the 200", "another one came in on 6 February, same question". */
export function asksTheSame({ plain }: Findings): boolean {
  return THE_SAME.test(plain) && !asksByItself(plain);
}
const THE_SAME =
  /同样的?(?:问题|数|户数)|同上|(?<![a-z])same (?:count|number|question|again|households|day|date)(?![a-z])|(?<![a-z])(?:does|will|would) (?:it|that) (?:change|differ)(?![a-z])|(?<![a-z])is (?:it|that) (?:the same|different) (?:with|for|on|at)(?![a-z])/;

/** "till when does it run?" after an offer. */
export function asksDaysOfThat(subject: Intent, findings: Findings, last: Reading): boolean {
  const { plain, words, contract } = findings;
  const isOfOffer =
    subject === 'promo.details' ||
    (subject.startsWith('promo.') && last.entities.offers.length > 0);
  const namesOther =
    words.offers.length + words.outlets.length > 0 ||
    contract !== null ||
    WHOLE_CAMPAIGN.test(plain);
  return isOfOffer && !namesOther && RUNS.test(plain);
}
const RUNS =
  /(?:到|什么时候|几号|哪天)(?:什么时候|几号|哪天)?(?:为止|开始|结束|截止|到期)|(?<![a-z])(?:till when|until when|(?:how long|when|till|until)(?: [a-z']+){0,2} (?:it|that|this|they)(?: [a-z']+)? (?:run|runs|running|end|ends|last|lasts|stop|stops|valid|over|finish))(?![a-z])/;

/**
 * "can a convenience outlet offer it?", 缴费站能推吗, or an outlet alone, after a payout: whether that deposit gift may
 * be offered there.
 */
export function leavesOutOffer(subject: Intent, findings: Findings): boolean {
  const { words, amounts, days, isEverything } = findings;
  const namesOutletsAlone =
    words.outlets.length > 0 &&
    words.offers.length === 0 &&
    amounts.places.length === 0 &&
    days.length === 0 &&
    !isEverything;
  return (
    (subject === 'payout.schedule' ||
      (subject === 'payout.commission' && OFFERS.test(findings.plain))) &&
    namesOutletsAlone &&
    leaningOf(findings, 'promo.eligibility') === 'all'
  );
}

/** "is the free phone among those?" after what an outlet may offer. */
export function asksOfThose(
  subject: Intent,
  { plain, words }: Findings,
  { entities }: Reading,
): boolean {
  const goesOn =
    words.offers.length > 0 && words.outlets.length === 0 && entities.outlets.length > 0;
  return subject === 'promo.eligibility' && goesOn && AMONG_THOSE.test(plain);
}
const AMONG_THOSE =
  /其中|里面|里头|(?<![a-z])(?:among|one of|part of|on|in) (?:those|these|them|that list|the list)(?![a-z])/;

/** "where is it secondary?" after a payout. */
export function asksWhereThatIs(
  { plain }: Findings,
  { entities: { offers, deposit } }: Reading,
): boolean {
  const hasOffer = offers.length > 0 || deposit !== null;
  return hasOffer && hasLevelWord(plain) && hasPronoun(plain) && asksWhere(plain);
}

/** After a commission an outlet alone asks what it earns there. */
const OFFERS = /推|办|卖|(?<![a-z])(?:offer|push|sell|promote|lead)(?![a-z])/;

/** Within one matter, an offer or a deposit that was named holds until another one is. */
export function leavesOutWhatWasNamed(
  best: Intent,
  { plain, words, amounts, isEverywhere }: Findings,
  last: Reading,
): boolean {
  const { offers, outlets } = last.entities;
  if (best.startsWith('payout.')) return !namesDeposit(amounts) && words.offers.length === 0;
  if (best !== 'promo.eligibility') return false;
  // 自有厅又是什么级别, after one offer at another outlet.
  if (LEVEL_ASKED.test(plain) && offers.length > 0 && words.offers.length === 0) return true;
  // "where optional?" after "where is the discount phone main".
  if (hasLevelWord(plain) && offers.length > 0 && isEverywhere) {
    return words.offers.length === 0 && words.outlets.length === 0;
  }
  const isAboutOffers = last.intent === 'promo.details' && offers.length > 0;
  return (
    (words.outlets.length === 0 && outlets.length > 0 && words.offers.length > 0) ||
    (isAboutOffers && words.offers.length === 0 && !asksWhichOffers(plain))
  );
}

const WHOLE_CAMPAIGN = /活动|政策|(?<![a-z])(?:campaign|policy|programme|promotion)(?![a-z])/;

/** "commission?" after where one offer is pushed is about that offer; "commission per household" about any. */
export function asksEarningsOfThat(
  best: Intent,
  { plain, words, amounts }: Findings,
  { entities }: Reading,
): boolean {
  const namesNone = !namesDeposit(amounts) && words.offers.length === 0;
  const isOfOne = entities.offers.length === 1 && best === 'payout.commission';
  return isOfOne && namesNone && !PER_HOUSEHOLD.test(plain);
}
const PER_HOUSEHOLD =
  /[每一]户|(?<![a-z])(?:per|each|every|a|one|single) (?:household|customer|sale)(?![a-z])/;

/** "what must I not promise?" after an offer or its payout was spoken of is about that offer. */
export function asksPartOfWhatWasNamed(best: Intent, findings: Findings, last: Reading): boolean {
  const { plain, words, amounts, isEverything } = findings;
  const { offers, deposit } = last.entities;
  const namesOther = words.offers.length > 0 || amounts.places.length > 0 || isEverything;
  return (
    best === 'promo.details' &&
    !namesOther &&
    (offers.length > 0 || deposit !== null) &&
    partAsked(plain) !== null &&
    !WHOLE_CAMPAIGN.test(plain)
  );
}

export function lacksWhatItNeeds(intent: Intent, findings: Findings): boolean {
  const { words, amounts, contract, isEverywhere, isEverything } = findings;
  if (intent === 'promo.eligibility') {
    const namesNone = words.outlets.length === 0 && words.offers.length === 0;
    return namesNone && !isEverywhere && !isEverything;
  }
  if (intent === 'payout.schedule') return !namesDeposit(amounts) && words.offers.length === 0;
  if (intent === 'complaint.checklist') return words.checklists.length === 0;
  return intent === 'renewal.status' && contract === null;
}

export function answersMissing(missing: Missing, { words, amounts, contract }: Findings): boolean {
  if (missing === 'outlet') return words.outlets.length > 0;
  if (missing === 'deposit') return namesDeposit(amounts) || words.offers.length > 0;
  return missing === 'contract' && contract !== null;
}
