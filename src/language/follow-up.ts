import { namesDeposit } from './amounts.ts';
import type { Findings } from './find.ts';
import { asksByItself, leaningOf, namesSomething } from './leaning.ts';
import { hasLevelWord } from './level-words.ts';
import { tellsDispute } from './limits.ts';
import { partAsked } from './part-words.ts';
import { asksWhere, asksWhichOffers, hasPronoun, pointsAtOutlet } from './pointing.ts';
import {
  familyOf,
  type Intent,
  type Missing,
  NO_ENTITIES,
  type Reading,
  subjectOf,
} from './reading.ts';
import { tellsOther } from './told-matter.ts';

/** What was understood of a question, and the reading that it goes on from, or null. */
export type Understood = {
  readonly intent: Intent;
  readonly confidence: number;
  readonly carries: Reading | null;
  /** Of a question that may ask either of two things: both. */
  readonly between?: readonly Intent[];
};

/** What the classifier makes of the question by itself. */
type Alone = {
  readonly best: Intent;
  readonly margin: number;
  readonly isKnown: boolean;
  /** How much it reads like a message that says nothing of what is asked: above 0 it is one. */
  readonly fragment: number;
};

/** Below the usual threshold, but enough for a question that opens like a follow-up on the same matter. */
const KNOWN_AMONG_KIN = -0.8;
/** A question that opens like a follow-up keeps its subject unless another one is this sure. */
const SURE_OF_NEW_SUBJECT = 0.6;
/** A message that is nearly a fragment is one, unless it says so surely what it asks. */
const SURELY_A_FRAGMENT = 0.6;
const NEARLY_A_FRAGMENT = -0.35;
const NEARLY_AMONG_KIN = -0.5;
const SURE_BY_ITSELF = 2.5;
/** So far below the threshold nothing of ours is meant. */
const FAR_FROM_OURS = -1.5;

function isFragment(
  { best, margin, fragment }: Alone,
  isKin: boolean,
  { plain, words }: Findings,
): boolean {
  // "back to the free phone, can an own hall do it" says itself all that it asks.
  if (!isKin && words.offers.length > 0 && words.outlets.length > 0) return false;
  const isSureOfOther = !isKin && best !== 'clarify' && margin >= SURE_BY_ITSELF;
  if (fragment > (isSureOfOther ? SURELY_A_FRAGMENT : 0)) return true;
  // Of two questions on one matter it rather goes on with the one that was asked.
  const nearly = isKin ? NEARLY_AMONG_KIN : NEARLY_A_FRAGMENT;
  return fragment > nearly && margin < SURE_BY_ITSELF && !asksByItself(plain);
}

/**
 * Whether a question leans on the last one of its conversation, and with which intent; null where it stands by
 * itself. What it leaves out is carried over then.
 */
export function leanOn(
  last: Reading,
  findings: Findings,
  { best, margin, isKnown, fragment }: Alone,
): Omit<Understood, 'confidence'> | null {
  const subject = subjectOf(last);
  if (['help', 'out_of_scope', 'clarify'].includes(subject)) return null;
  const isKin = familyOf(best) === familyOf(subject);
  const leaning = isFragment({ best, margin, isKnown, fragment }, isKin, findings)
    ? 'all'
    : leaningOf(findings, subject);
  const isNamed = namesSomething(findings) || namesLimit(subject, findings);
  const onSubject = { intent: subjectWith(subject, findings), carries: last };
  if (leavesOutOffer(subject, findings)) return { intent: 'promo.eligibility', carries: last };
  if (asksOfThose(subject, findings, last)) return { intent: 'promo.eligibility', carries: last };
  if (asksWhereThatIs(findings, last)) return { intent: 'promo.eligibility', carries: last };
  // "and what's main there" after which contracts end at an outlet.
  const hasOutlet = last.entities.outlets.length > 0;
  if (
    subject === 'renewal.list' &&
    hasOutlet &&
    hasLevelWord(findings.plain) &&
    pointsAtOutlet(findings)
  )
    return { intent: 'promo.eligibility', carries: outletsOf(last) };
  if (leaning === 'all' && isNamed) return onSubject;
  // 非主推的又是什么 asks for another level of what was asked.
  // "and what's the weather at the township" opens like a follow-up, and is none.
  const isForeign = margin < FAR_FROM_OURS && fragment < NEARLY_A_FRAGMENT;
  const saysLittle =
    best === 'promo.details' ||
    best === 'clarify' ||
    leaning === 'opens' ||
    (!isKnown && !isForeign);
  if (subject === 'promo.eligibility' && saysLittle && hasLevelWord(findings.plain)) {
    return onSubject;
  }
  if (!isNamed && asksMoreOf(subject, findings.plain)) return onSubject;
  if (leaning !== 'none' && asksOfOtherDispute(subject, findings)) return onSubject;
  if (asksTheSame(findings)) return onSubject;
  // "and another one says the signal at home is bad"
  if (subject === 'complaint.checklist' && leaning === 'opens' && tellsOther(findings))
    return onSubject;
  if (asksDaysOfThat(subject, findings, last)) return { intent: 'promo.details', carries: last };
  const isAnswer = last.missing !== null && answersMissing(last.missing, findings);
  if (isAnswer && (leaning !== 'none' || !isKnown || best === subject)) return onSubject;
  // "and how does it come back" after a commission asks another thing of the same matter.
  const asksAnew = isKin && isKnown && asksByItself(findings.plain);
  const isSubject = best === subject || (margin < SURE_OF_NEW_SUBJECT && !asksAnew);
  if (leaning === 'opens' && isNamed && isSubject && !isForeign) return onSubject;
  const pointsBack = last.entities.outlets.length > 0 && pointsAtOutlet(findings);
  if (isKnown && pointsBack && HAS_OUTLETS.includes(best)) {
    return { intent: best, carries: best === subject ? last : outletsOf(last) };
  }
  if (isKnown && pointsBack && best === 'payout.commission') return { intent: best, carries: last };
  // "and the commission?" says little by itself, but enough within a talk about payouts.
  const isKnownHere = isKnown || (leaning === 'opens' && isKin && margin >= KNOWN_AMONG_KIN);
  if (!isKnownHere) return null;
  // Asked about another matter, an offer or outlet of before is not meant any more; only a payout follows from one.
  const mayCarry = isKin || best === 'payout.schedule';
  const leans =
    (mayCarry && lacksWhatItNeeds(best, findings)) ||
    hasPronoun(findings.plain) ||
    (leaning === 'opens' && isKin) ||
    (isKin && leavesOutWhatWasNamed(best, findings, last)) ||
    // Every objection belongs to the call that is spoken of.
    (best === 'renewal.coaching' && subject === best && findings.words.elsewhere.length === 0) ||
    asksPartOfWhatWasNamed(best, findings, last);
  return leans ? { intent: best, carries: last } : null;
}

/** "and a dispute of another kind?" after how old one may be; no deposit, and not what to do about it. */
function asksOfOtherDispute(subject: Intent, { plain, amounts, meanings }: Findings): boolean {
  const isOfDispute = subject === 'complaint.deadline' && tellsDispute(plain);
  return isOfDispute && !namesDeposit(amounts) && !meanings.includes('steps');
}

/** "and to answer?" after the time that the authority has. */
function namesLimit(subject: Intent, { plain, words }: Findings): boolean {
  return subject === 'complaint.deadline' && (words.limits.length > 0 || tellsDispute(plain));
}

/** What by itself could be about much, and within its matter is about one thing. */
const ASKS_MORE: Readonly<Partial<Record<Intent, RegExp>>> = {
  // 还剩几天 of a contract, and not of a complaint.
  'renewal.status':
    /(?:还|仅|只)(?:剩|有)(?:下|余)?(?:几|多少|多久)|剩(?:几|多少|多久)|(?<![a-z])(?:days?|long|much time) (?:is |are |(?:has|does|do|have) (?:it|that|this|he|she|we)(?: one)? (?:got |have )?)?(?:left|remain)|(?<![a-z])(?:is|has) (?:it|that|this)(?: one| contract)? (?:over|ended|expired|finished|up|still (?:running|valid|going))(?![a-z])/,
  // Within a talk about the call its parts are asked for by name: "and how do I close?"
  'renewal.coaching':
    /怎么(?:收尾|结束|开场|开头|记录?|收场)|(?<![a-z])(?:how (?:do|should|to|can) (?:i |we )?(?:close|open|start|begin|end|finish|prepare|wrap up|record)(?: (?:the |a |my )?(?:call|conversation|talk|it|up|well|properly|him|her))?\W*$|what (?:do|should) (?:i|we) (?:write|note|record)(?: down)?\W*$|(?:the )?(?:close|opening|record|ending|objections?|preparation)\W*$)/,
  'complaint.deadline':
    /(?<![a-z])(?:(?:its|their|the|a) (?:final )?(?:answer|reply|response|decision|acceptance)|(?:it|they)(?: [a-z]+){0,3} (?:answers?|repl(?:y|ies)|decides?|accepts?))(?![a-z])/,
  // A signature or a form is asked for when a complaint is handled, and nowhere else.
  'complaint.checklist':
    /签[字名]|免填单|证据|留痕|(?<![a-z])(?:sign|signs|signed|signature|signatures|evidence|proof|form|compensation|compensate|wants money)(?![a-z])|赔|补偿/,
};

function asksMoreOf(subject: Intent, plain: string): boolean {
  return ASKS_MORE[subject]?.test(plain) === true;
}

/** "same count for the 200", "another one came in on 6 February, same question". */
function asksTheSame({ plain }: Findings): boolean {
  return THE_SAME.test(plain) && !asksByItself(plain);
}
const THE_SAME =
  /同样的?(?:问题|数|户数)|同上|(?<![a-z])same (?:count|number|question|again|households|day|date)(?![a-z])|(?<![a-z])(?:does|will|would) (?:it|that) (?:change|differ)(?![a-z])|(?<![a-z])is (?:it|that) (?:the same|different) (?:with|for|on|at)(?![a-z])/;

/** "till when does it run?" after an offer. */
function asksDaysOfThat(subject: Intent, findings: Findings, last: Reading): boolean {
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

const HAS_OUTLETS: readonly Intent[] = ['promo.eligibility', 'renewal.list'];

/** The reading as if it had named its outlets alone: days of a list are not meant for an offer. */
function outletsOf(last: Reading): Reading {
  return { ...last, entities: { ...NO_ENTITIES, outlets: last.entities.outlets } };
}

/**
 * "can a convenience outlet offer it?", 缴费站能推吗, or an outlet alone, after a payout: whether that deposit gift may
 * be offered there.
 */
function leavesOutOffer(subject: Intent, findings: Findings): boolean {
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
function asksOfThose(subject: Intent, { plain, words }: Findings, { entities }: Reading): boolean {
  const goesOn =
    words.offers.length > 0 && words.outlets.length === 0 && entities.outlets.length > 0;
  return subject === 'promo.eligibility' && goesOn && AMONG_THOSE.test(plain);
}
const AMONG_THOSE =
  /其中|里面|里头|(?<![a-z])(?:among|one of|part of|on|in) (?:those|these|them|that list|the list)(?![a-z])/;

/** "where is it secondary?" after a payout. */
function asksWhereThatIs({ plain }: Findings, { entities: { offers, deposit } }: Reading): boolean {
  const hasOffer = offers.length > 0 || deposit !== null;
  return hasOffer && hasLevelWord(plain) && hasPronoun(plain) && asksWhere(plain);
}

/** After a commission an outlet alone asks what it earns there. */
const OFFERS = /推|办|卖|(?<![a-z])(?:offer|push|sell|promote|lead)(?![a-z])/;

/** Within one matter, an offer or a deposit that was named holds until another one is. */
function leavesOutWhatWasNamed(
  best: Intent,
  { plain, words, amounts, isEverywhere }: Findings,
  last: Reading,
): boolean {
  const { offers, outlets } = last.entities;
  if (best.startsWith('payout.')) return !namesDeposit(amounts) && words.offers.length === 0;
  if (best !== 'promo.eligibility') return false;
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

/** "what must I not promise?" after an offer or its payout was spoken of is about that offer. */
function asksPartOfWhatWasNamed(best: Intent, findings: Findings, last: Reading): boolean {
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

/** An outlet named after "what is the free phone" asks whether it may be offered there. */
function subjectWith(subject: Intent, { words, contract }: Findings): Intent {
  // One contract by its id is no list, whatever was spoken of before.
  if (subject === 'renewal.list' && contract !== null) return 'renewal.status';
  return subject === 'promo.details' && words.outlets.length > 0 ? 'promo.eligibility' : subject;
}

function lacksWhatItNeeds(intent: Intent, findings: Findings): boolean {
  const { words, amounts, contract, isEverywhere, isEverything } = findings;
  if (intent === 'promo.eligibility') {
    const namesNone = words.outlets.length === 0 && words.offers.length === 0;
    return namesNone && !isEverywhere && !isEverything;
  }
  if (intent === 'payout.schedule') return !namesDeposit(amounts) && words.offers.length === 0;
  if (intent === 'complaint.checklist') return words.checklists.length === 0;
  return intent === 'renewal.status' && contract === null;
}

function answersMissing(missing: Missing, { words, amounts, contract }: Findings): boolean {
  if (missing === 'outlet') return words.outlets.length > 0;
  if (missing === 'deposit') return namesDeposit(amounts) || words.offers.length > 0;
  return missing === 'contract' && contract !== null;
}
