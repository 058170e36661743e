import type { Findings } from './find.ts';
import { asksByItself, leaningOf, namesSomething } from './leaning.ts';
import {
  answersMissing,
  asksDaysOfThat,
  asksEarningsOfThat,
  asksMoreOf,
  asksOfOtherDispute,
  asksOfThose,
  asksPartOfWhatWasNamed,
  asksTheSame,
  asksWhereThatIs,
  lacksWhatItNeeds,
  leavesOutOffer,
  leavesOutWhatWasNamed,
  namesLimit,
} from './left-out.ts';
import { hasLevelWord } from './level-words.ts';
import { asksWhichOffers, hasPronoun, pointsAtOutlet } from './pointing.ts';
import { familyOf, type Intent, NO_ENTITIES, type Reading, subjectOf } from './reading.ts';
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
  { plain, words, isOfTrade }: Findings,
): boolean {
  // "will it rain tomorrow" has a day in it, and nothing of ours.
  if (!isKin && words.elsewhere.length > 0 && !isOfTrade) return false;
  // "back to the free phone, can an own hall do it" says itself all that it asks.
  if (!isKin && words.offers.length > 0 && words.outlets.length > 0) return false;
  const isSureOfOther = !isKin && best !== 'clarify' && margin >= SURE_BY_ITSELF;
  if (fragment > (isSureOfOther ? SURELY_A_FRAGMENT : 0)) return true;
  // Of two questions on one matter it rather goes on with the one that was asked.
  const nearly = isKin ? NEARLY_AMONG_KIN : NEARLY_A_FRAGMENT;
  return fragment > nearly && margin < SURE_BY_ITSELF && !asksByItself(plain);
}

/** What is known of a question that may follow up the last one of its conversation. */
type Following = Alone & {
  readonly last: Reading;
  /** What the conversation is about. */
  readonly subject: Intent;
  readonly findings: Findings;
  /** It asks of the same matter. */
  readonly isKin: boolean;
  readonly leaning: 'all' | 'opens' | 'none';
  /** It names something that a follow-up could change. */
  readonly isNamed: boolean;
  /** "and what's the weather at the township", 再问个，明天下雪不 open like follow-ups, and are none. */
  readonly isForeign: boolean;
};

/** What a follow-up asks, and as which intent it is meant: that of the conversation, or its own. */
type Rule = {
  readonly asks: (following: Following) => boolean;
  readonly as: 'subject' | 'itself' | Intent;
  /** Whether only the outlets of before are meant, and no offer, day or deposit. */
  readonly carriesOutlets?: (following: Following) => boolean;
};

/** The first that fits is meant. */
const RULES: readonly Rule[] = [
  {
    // A contract's id alone, whatever was spoken of.
    as: 'renewal.status',
    asks: ({ subject, leaning, findings }) =>
      findings.contract !== null && leaning === 'all' && !subject.startsWith('renewal.'),
  },
  { as: 'promo.eligibility', asks: ({ subject, findings }) => leavesOutOffer(subject, findings) },
  {
    as: 'promo.eligibility',
    asks: ({ subject, findings, last }) => asksOfThose(subject, findings, last),
  },
  { as: 'promo.eligibility', asks: ({ findings, last }) => asksWhereThatIs(findings, last) },
  {
    // "and what's main there", "which offers may we make there" after which contracts end at an outlet.
    as: 'promo.eligibility',
    asks: ({ subject, best, findings, last }) =>
      subject === 'renewal.list' &&
      pointsBack(findings, last) &&
      (hasLevelWord(findings.plain) ||
        (['promo.details', 'clarify'].includes(best) && asksWhichOffers(findings.plain))),
    carriesOutlets: () => true,
  },
  {
    as: 'subject',
    asks: (following) =>
      following.leaning === 'all' && following.isNamed && !namesOtherMatter(following),
  },
  {
    // 非主推的又是什么 asks for another level of what was asked.
    as: 'subject',
    asks: (following) =>
      following.subject === 'promo.eligibility' &&
      hasLevelWord(following.findings.plain) &&
      saysLittle(following),
  },
  {
    as: 'subject',
    asks: ({ subject, isNamed, findings }) => !isNamed && asksMoreOf(subject, findings.plain),
  },
  {
    as: 'subject',
    asks: ({ subject, leaning, findings }) =>
      leaning !== 'none' && asksOfOtherDispute(subject, findings),
  },
  { as: 'subject', asks: ({ findings }) => asksTheSame(findings) },
  {
    // "but may I still sell it there?"
    as: 'subject',
    asks: ({ subject, findings, last }) =>
      subject === 'promo.eligibility' &&
      hasPronoun(findings.plain) &&
      findings.meanings.includes('allowed') &&
      pointsBack(findings, last),
  },
  {
    // "and another one says the signal at home is bad"
    as: 'subject',
    asks: ({ subject, leaning, findings }) =>
      subject === 'complaint.checklist' && leaning === 'opens' && tellsOther(findings),
  },
  {
    as: 'promo.details',
    asks: ({ subject, findings, last }) => asksDaysOfThat(subject, findings, last),
  },
  {
    as: 'subject',
    asks: ({ subject, findings, last, leaning, isKnown, best }) =>
      last.missing !== null &&
      answersMissing(last.missing, findings) &&
      (leaning !== 'none' || !isKnown || best === subject),
  },
  {
    as: 'subject',
    asks: (following) =>
      following.leaning === 'opens' &&
      following.isNamed &&
      !following.isForeign &&
      isOnSubject(following),
  },
  {
    as: 'itself',
    asks: ({ isKnown, best, findings, last }) =>
      isKnown && pointsBack(findings, last) && POINTS_AT_OUTLET.includes(best),
    carriesOutlets: ({ best, subject }) => best !== subject && best !== 'payout.commission',
  },
  { as: 'itself', asks: leavesSomethingOut },
];
const POINTS_AT_OUTLET: readonly Intent[] = [
  'promo.eligibility',
  'renewal.list',
  'payout.commission',
];

/**
 * Whether a question leans on the last one of its conversation, and with which intent; null where it stands by
 * itself. What it leaves out is carried over then.
 */
export function leanOn(
  last: Reading,
  findings: Findings,
  alone: Alone,
): Omit<Understood, 'confidence'> | null {
  const subject = subjectOf(last);
  if (['help', 'out_of_scope', 'clarify'].includes(subject)) return null;
  const isKin = familyOf(alone.best) === familyOf(subject);
  const following: Following = {
    ...alone,
    ...{ last, subject, findings, isKin },
    leaning: isFragment(alone, isKin, findings) ? 'all' : leaningOf(findings, subject),
    isNamed: namesSomething(findings) || namesLimit(subject, findings),
    isForeign:
      (alone.margin < FAR_FROM_OURS && alone.fragment < NEARLY_A_FRAGMENT) ||
      (findings.words.elsewhere.length > 0 && !findings.isOfTrade),
  };
  const rule = RULES.find(({ asks }) => asks(following));
  if (rule === undefined) return null;
  const intent =
    rule.as === 'subject'
      ? subjectWith(subject, findings)
      : rule.as === 'itself'
        ? alone.best
        : rule.as;
  return { intent, carries: rule.carriesOutlets?.(following) === true ? outletsOf(last) : last };
}

/** "bonus credit renewal at a core township hall?" is no other case of the complaint that was spoken of. */
function namesOtherMatter({ subject, findings: { words } }: Following): boolean {
  const isOfOffers = subject.startsWith('promo.') || subject.startsWith('payout.');
  return !isOfOffers && words.offers.length > 0 && words.outlets.length > 0;
}

function saysLittle({ best, leaning, isKnown, isForeign }: Following): boolean {
  const isVague = best === 'promo.details' || best === 'clarify';
  return isVague || leaning === 'opens' || (!isKnown && !isForeign);
}

/** Whether it goes on with what the conversation is about, and is not sure of anything else. */
function isOnSubject({ best, subject, margin, isKin, isKnown, findings }: Following): boolean {
  // "and how does it come back" after a commission asks another thing of the same matter.
  const asksAnew = isKin && isKnown && asksByItself(findings.plain);
  return best === subject || (margin < SURE_OF_NEW_SUBJECT && !asksAnew);
}

/** Whether something that it needs, or that was spoken of, is left out of a question that is known by itself. */
function leavesSomethingOut({
  best,
  subject,
  margin,
  isKin,
  isKnown,
  leaning,
  findings,
  last,
}: Following): boolean {
  // "and the commission?" says little by itself, but enough within a talk about payouts.
  const isKnownHere = isKnown || (leaning === 'opens' && isKin && margin >= KNOWN_AMONG_KIN);
  if (!isKnownHere) return false;
  // Asked about another matter, an offer or outlet of before is not meant any more; only a payout follows from one.
  const mayCarry = isKin || best === 'payout.schedule';
  return (
    (mayCarry && lacksWhatItNeeds(best, findings)) ||
    hasPronoun(findings.plain) ||
    (leaning === 'opens' && isKin) ||
    (isKin && leavesOutWhatWasNamed(best, findings, last)) ||
    asksEarningsOfThat(best, findings, last) ||
    // Every objection belongs to the call that is spoken of.
    (best === 'renewal.coaching' && subject === best && findings.words.elsewhere.length === 0) ||
    asksPartOfWhatWasNamed(best, findings, last)
  );
}

/** "there", after an outlet was named. */
function pointsBack(findings: Findings, { entities }: Reading): boolean {
  return entities.outlets.length > 0 && pointsAtOutlet(findings);
}

/** The reading as if it had named its outlets alone: days of a list are not meant for an offer. */
function outletsOf(last: Reading): Reading {
  return { ...last, entities: { ...NO_ENTITIES, outlets: last.entities.outlets } };
}

/** An outlet named after "what is the free phone" asks whether it may be offered there. */
function subjectWith(subject: Intent, { words, contract }: Findings): Intent {
  // One contract by its id is no list, whatever was spoken of before.
  if (subject === 'renewal.list' && contract !== null) return 'renewal.status';
  return subject === 'promo.details' && words.outlets.length > 0 ? 'promo.eligibility' : subject;
}
