import type { Policy } from '../policy/policy.ts';
import { withoutAll } from './everywhere.ts';
import type { Findings } from './find.ts';
import { mask } from './find.ts';
import { hasLevelWord, withoutLevels } from './level-words.ts';
import { numbersIn } from './numbers.ts';
import { asksWhichOffers, BARE_DAYS, hasPronoun, NEXT_SPAN, pointsAtOutlet } from './pointing.ts';
import { type Intent, type Missing, NO_ENTITIES, type Reading } from './reading.ts';

/** Words that carry no meaning of their own in "and at a township store?" or 那便利渠道呢. */
const FILLERS_EN = new Set(
  "only just show ask asked asking and about at in for the a an of on to also then ok okay so i meant mean no not sorry actually instead rather make it that please or is with by same one ones type kind there too if we them those this but hm hmm well yes yeah just say let's i'm it's you do does from our my we're going was should be oops wrong scratch typo mistake wait nope nah that's meaning still rest across now any some else".split(
    ' ',
  ),
);
const FILLERS_ZH =
  /那天|当天|那种|这种|那类|这类|那款|这款|那么|那个|那|呢|吗|啊|吧|呀|哦|嗯|的话|的|在|到|和|跟|还有|也|是|我|说|问|换成|换|成|不对|不是|不|对|应该|改成|改|算|了|如果|要是|再|又|就|看看|看|这个|这|或者|还是|一样|同样|哪|上面|你|打错|说错|搞错|错|更正|更|抱歉|问的|想|只|打|得|么|没|字|还|嘛|喃|咧|噢|诶|哎|喔|咁|系|唔|先|都|一下|吖|咯|哈|尼/g;
/**
 * Verbs that say nothing new within their own matter, and everything outside of it: "can I offer the free phone?" after
 * a payout is another question.
 */
const VERBS_EN: Readonly<Record<string, RegExp>> = {
  promo: /(?<![a-z])(?:can|could|may|push|offer|sell)(?![a-z])/g,
};
const VERBS_ZH: Readonly<Record<string, RegExp>> = {
  promo: /能不能|可不可以|行不行|推唔推得|可以|能|行|推|卖|办理|办/g,
  payout: /存|充|交/g,
};
/** With one of these a question says itself what it wants to know. */
const ASKS_BY_ITSELF =
  /(?<![a-z])(?:what|which|where|when|how|who)(?![a-z])|什么|啥|哪|怎么|咋|多少|几/;
const OPENS_EN =
  /^(?:and|what about|how about|also|or|but|then|no,?|sorry,?|actually|i mean|i meant|ok|same)(?![a-z])/;
const OPENS_ZH = /^(?:那|还有|不是|不对|我是说|我问的是|换成|如果|要是|另外|也|再)|呢[？?]?$/;

const NOTHING = /(?!)/g;

/** What was understood of a question, and the reading that it goes on from, or null. */
export type Understood = {
  readonly intent: Intent;
  readonly confidence: number;
  readonly carries: Reading | null;
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
  { plain }: Findings,
): boolean {
  const isSureOfOther = !isKin && best !== 'clarify' && margin >= SURE_BY_ITSELF;
  if (fragment > (isSureOfOther ? SURELY_A_FRAGMENT : 0)) return true;
  // Of two questions on one matter it rather goes on with the one that was asked.
  const nearly = isKin ? NEARLY_AMONG_KIN : NEARLY_A_FRAGMENT;
  return fragment > nearly && margin < SURE_BY_ITSELF && !ASKS_BY_ITSELF.test(plain);
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
  const isNamed = namesSomething(findings);
  const onSubject = { intent: subjectWith(subject, findings), carries: last };
  if (leavesOutOffer(subject, findings)) return { intent: 'promo.eligibility', carries: last };
  if (leaning === 'all' && isNamed) return onSubject;
  // 非主推的又是什么 asks for another level of what was asked.
  if (subject === 'promo.eligibility' && best === 'promo.details' && hasLevelWord(findings.plain)) {
    return onSubject;
  }
  const isAnswer = last.missing !== null && answersMissing(last.missing, findings);
  if (isAnswer && (leaning !== 'none' || !isKnown || best === subject)) return onSubject;
  // "and what's the weather at the township" opens like a follow-up, and is none.
  const isForeign = margin < FAR_FROM_OURS && fragment < NEARLY_A_FRAGMENT;
  // "and how does it come back" after a commission asks another thing of the same matter.
  const asksAnew = isKin && isKnown && ASKS_BY_ITSELF.test(findings.plain);
  const isSubject = best === subject || (margin < SURE_OF_NEW_SUBJECT && !asksAnew);
  if (leaning === 'opens' && isNamed && isSubject && !isForeign) return onSubject;
  const pointsBack = last.entities.outlets.length > 0 && pointsAtOutlet(findings);
  if (isKnown && pointsBack && HAS_OUTLETS.includes(best)) {
    return { intent: best, carries: best === subject ? last : outletsOf(last) };
  }
  // "and the commission?" says little by itself, but enough within a talk about payouts.
  const isKnownHere = isKnown || (leaning === 'opens' && isKin && margin >= KNOWN_AMONG_KIN);
  if (!isKnownHere) return null;
  // Asked about another matter, an offer or outlet of before is not meant any more; only a payout follows from one.
  const mayCarry = isKin || best === 'payout.schedule';
  const leans =
    (mayCarry && lacksWhatItNeeds(best, findings)) ||
    hasPronoun(findings.plain) ||
    (leaning === 'opens' && isKin) ||
    (isKin && leavesOutWhatWasNamed(best, findings, last));
  return leans ? { intent: best, carries: last } : null;
}

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
    subject === 'payout.schedule' &&
    namesOutletsAlone &&
    leaningOf(findings, 'promo.eligibility') === 'all'
  );
}

/** Within one matter, an offer or a deposit that was named holds until another one is. */
function leavesOutWhatWasNamed(
  best: Intent,
  { plain, words, amounts, isEverywhere }: Findings,
  last: Reading,
): boolean {
  const { offers, outlets } = last.entities;
  if (best.startsWith('payout.')) return amounts.deposit === null && words.offers.length === 0;
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

/** An outlet named after "what is the free phone" asks whether it may be offered there. */
function subjectWith(subject: Intent, { words, contract }: Findings): Intent {
  // One contract by its id is no list, whatever was spoken of before.
  if (subject === 'renewal.list' && contract !== null) return 'renewal.status';
  return subject === 'promo.details' && words.outlets.length > 0 ? 'promo.eligibility' : subject;
}

function familyOf(intent: Intent): string {
  return intent.split('.')[0] ?? intent;
}

function lacksWhatItNeeds(intent: Intent, findings: Findings): boolean {
  const { words, amounts, contract, isEverywhere, isEverything } = findings;
  if (intent === 'promo.eligibility') {
    const namesNone = words.outlets.length === 0 && words.offers.length === 0;
    return namesNone && !isEverywhere && !isEverything;
  }
  if (intent === 'payout.schedule') return amounts.deposit === null && words.offers.length === 0;
  return intent === 'renewal.status' && contract === null;
}

function answersMissing(missing: Missing, { words, amounts, contract }: Findings): boolean {
  if (missing === 'outlet') return words.outlets.length > 0;
  if (missing === 'deposit') return amounts.deposit !== null || words.offers.length > 0;
  return missing === 'contract' && contract !== null;
}

/**
 * The findings with the outlet that a part of a name picks among those last spoken of or asked for: "the urban one"
 * after "partner hall", 城区的.
 */
export function narrowed(found: Findings, last: Reading, policy: Policy): Findings {
  const findings = subjectOf(last) === 'payout.commission' ? withBareNumber(found) : found;
  if (findings.words.outlets.length > 0) return findings;
  const open =
    last.missing === 'outlet' ? policy.outlets.map((outlet) => outlet.id) : last.entities.outlets;
  const parts = findings.plain.match(/[a-z]{4,}|\p{Script=Han}{2}/gu) ?? [];
  for (const part of parts) {
    const isAlone = isBare(findings.plain, part);
    // One outlet leaves nothing to pick from, unless the message is the part alone: 一般的呢 after 核心的.
    if (!isAlone && (open.length < 2 || ANY_OUTLET.test(part))) continue;
    const among = open.length < 2 ? policy.outlets.map((outlet) => outlet.id) : open;
    const ids = policy.outlets
      .filter(
        ({ id, name }) => among.includes(id) && (name.zh.includes(part) || hasWord(name.en, part)),
      )
      .map(({ id }) => id);
    if (ids.length === 0 || ids.length === among.length) continue;
    if (open.length < 2 && ids.length > 1) continue;
    const from = findings.plain.indexOf(part);
    const match = { ids, word: part, from, to: from + part.length };
    return { ...findings, words: { ...findings.words, outlets: [match] } };
  }
  return findings;
}

/** 一般的呢 names nothing else: there the part is meant as a name. */
function isBare(plain: string, part: string): boolean {
  return /^[那个的呢种吗嘛呀]*$/.test(plain.replace(part, '').replace(/\p{P}/gu, ''));
}

/** Parts of names that fit any outlet, or are everyday words: "at my outlet" picks none. */
const ANY_OUTLET = /^(?:outlets?|halls?|stores?|business|general|一般|缴费|渠道)$/;

/** "and 30?" after a commission counts households, unless the number is a deposit. */
function withBareNumber(findings: Findings): Findings {
  const { amounts, plain } = findings;
  const [number, ...others] = numbersIn(plain);
  const isTaken = amounts.deposit !== null || amounts.households !== null;
  if (number === undefined || others.length > 0 || isTaken || findings.days.length > 0)
    return findings;
  const places = [...amounts.places, number];
  return { ...findings, amounts: { ...amounts, households: number.value, places } };
}

function hasWord(name: string, word: string): boolean {
  return name
    .toLowerCase()
    .split(/[^a-z]+/)
    .includes(word);
}

/** How much a question leans on the one before: `all` of it is left out, it `opens` like a follow-up, or neither. */
export function leaningOf(findings: Findings, subject: Intent): 'all' | 'opens' | 'none' {
  const masked = mask(findings).text.replace(/(?<![a-z])(?:what|how) about(?![a-z])/g, ' ');
  const isPromo = familyOf(subject) === 'promo';
  const rest = withoutAll(isPromo ? withoutLevels(masked) : masked)
    .replace(/x(?:outlet|offer|amount|days|contract)(?![a-z])|[\uE000-\uE004]/g, ' ')
    .replace(VERBS_EN[familyOf(subject)] ?? NOTHING, ' ')
    .replace(VERBS_ZH[familyOf(subject)] ?? NOTHING, ' ')
    .replace(NEXT_SPAN, ' ')
    .replace(FILLERS_ZH, ' ');
  const words = (rest.match(/[a-z']+/g) ?? []).filter((word) => !FILLERS_EN.has(word));
  const han = rest.match(/\p{Script=Han}/gu) ?? [];
  if (words.length === 0 && han.length === 0 && !ASKS_BY_ITSELF.test(masked)) return 'all';
  const { plain } = findings;
  return OPENS_EN.test(plain) || OPENS_ZH.test(plain) ? 'opens' : 'none';
}

/** Whether the question names anything that a follow-up could change. */
export function namesSomething(findings: Findings): boolean {
  const { plain, words, amounts, days, contract, isEverywhere, isEverything } = findings;
  return (
    isEverywhere ||
    isEverything ||
    NEXT_SPAN.test(plain) ||
    hasLevelWord(plain) ||
    BARE_DAYS.test(plain) ||
    words.outlets.length > 0 ||
    words.offers.length > 0 ||
    amounts.places.length > 0 ||
    days.length > 0 ||
    contract !== null
  );
}

/** The intent that the conversation was about: that of the last answer, or what was wanted when it asked back. */
export function subjectOf(last: Reading): Reading['intent'] {
  return last.intent === 'clarify' ? (last.wanted ?? 'clarify') : last.intent;
}
