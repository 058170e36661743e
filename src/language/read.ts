import type { Language } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';
import type { Level, Policy } from '../policy/policy.ts';
import { asksBothSides } from './both-sides.ts';
import { carry, carryOver } from './carry-over.ts';
import { changesAsked } from './changes-asked.ts';
import { classifierOf } from './classify.ts';
import { GENERAL_CHECKLIST } from './complaint-kind.ts';
import { depositsAsked } from './deposits-asked.ts';
import { ambiguousWords, entitiesOf } from './entities.ts';
import { createFinder, type FinderWords, type Findings } from './find.ts';
import type { Understood } from './follow-up.ts';
import { asksByItself } from './leaning.ts';
import type { Learning } from './learn.ts';
import { leavingBefore, leavingIn } from './leaving.ts';
import { hasLevelWord, levelsAsked, levelsNamed } from './level-words.ts';
import { limitsNamed, topicsNamed } from './limits.ts';
import { mask } from './mask.ts';
import { createMender } from './mend.ts';
import { asMissedCredit, dateAfterMissed, missedIn } from './missed-credit.ts';
import { narrowed } from './narrowing.ts';
import { languageOf } from './normalise.ts';
import { partAsked } from './part-words.ts';
import { asPictureWish, wishOf } from './picture-wish.ts';
import { staysWithPorting } from './porting-talk.ts';
import { speaksOfPorting } from './porting-words.ts';
import {
  type Context,
  type Entities,
  type Missing,
  NO_ENTITIES,
  NOTHING_UNSAID,
  type Reading,
  subjectOf,
} from './reading.ts';
import { findAsked } from './scrapped.ts';
import { withSecondThoughts } from './second-thoughts.ts';
import { tellsAnew, tellsMatter, tellsOther } from './told-matter.ts';
import type { TopicsOf } from './topics.ts';
import { intentOf } from './understand.ts';
import { unknownOffer } from './unknown-offer.ts';
import { unsaidIn } from './unsaid.ts';

/** Who thanks wants no list of questions. */
const THANKS = /谢|辛苦了|(?<![a-z])(?:thanks?|thank you|cheers|ta|much appreciated)(?![a-z])/;

const NO_TOPICS: TopicsOf = () => [];

/** Reads a question, with what its conversation remembers. Never throws: what it does not know is out of scope. */
export type Reader = (
  text: string,
  world: { readonly today: Day; readonly context: Context | null },
) => Reading;

/** A reader with the words of the lexicon and what they mean, the policy's names and what was learnt from the examples. */
export function createReader(
  lexicon: FinderWords,
  policy: Policy,
  { model, mending }: Learning,
): Reader {
  const findOn = createFinder(lexicon, policy, createMender(mending));
  const classify = classifierOf(model);
  return (text, { today, context }) => {
    const last = context?.last ?? null;
    const find = (part: string): Findings => findOn(part, today);
    const found = findAsked(text, { find, classify });
    const findings = last === null ? found : narrowed(found, last, policy);
    const around = { last, policy, today };
    const classified = classify(mask(findings));
    const asked = withSecondThoughts(
      intentOf(findings, classified, { classify, last, findIn: find }),
      findings,
      { last, isFamiliar: classified.isFamiliar, margin: classified.margin },
    );
    const thing = unknownOffer(asked.intent, findings, model.said);
    const first = thing === null ? asked : { ...asked, intent: 'out_of_scope' as const };
    const missing = asMissedCredit(first, findings, around);
    const understood = asPictureWish(missing, findings, last);
    const language = languageIn(text, context);
    // A slip may be mended away from it as well as towards it.
    const saysPorting = speaksOfPorting(findings.plain) || speaksOfPorting(findings.unmended);
    if (understood.intent === 'out_of_scope' || understood.intent === 'help') {
      const topics = THANKS.test(findings.plain) ? ['thanks'] : [];
      return reading({
        ...understood,
        language,
        entities: NO_ENTITIES,
        topics,
        unsaid: { ...NOTHING_UNSAID, offer: thing },
        // What is not ours goes on from nothing.
        mentionsPorting: saysPorting,
      });
    }
    const mentionsPorting =
      saysPorting || (last !== null && staysWithPorting(last, findings, understood));
    // A follow-up is about what its conversation is about, unless it names something else.
    const isAnew = understood.carries === null || tellsAnew(understood, findings);
    const topicsOf = isAnew ? classified.topicsOf : NO_TOPICS;
    const named = [...(understood.between ?? [understood.intent])]
      .reverse()
      .map((intent) => entitiesOf(intent, findings, { policy, topicsOf }))
      .reduce(carry);
    const missed = missedIn(understood, findings, around);
    const carried =
      understood.carries === null
        ? named
        : carryOver({ understood, findings, named, today }, policy);
    const unsaid = unsaidIn(understood, findings, { named, carried, policy });
    // What the deposit of before pays is no answer for another offer.
    const isOfUnpaid = named.deposit === null && unsaid.unpaidOffers.length > 0;
    const entities = {
      ...dateAfterMissed(carried, named, { ...understood, missed }),
      ...(isOfUnpaid && { deposit: null }),
      ...(isOfUnpaid && { offers: unsaid.unpaidOffers }),
      ...(isAnyComplaint(understood, findings, {
        ...carried,
        namedKind: named.checklist,
      }) && { checklist: GENERAL_CHECKLIST }),
    };
    return completed(
      reading({
        ...understood,
        language,
        entities,
        ambiguous: ambiguousWords(findings),
        levels: levelsOf(understood, findings, entities),
        leaving:
          understood.intent === 'payout.schedule'
            ? (leavingIn(findings, policy) ?? leavingBefore(understood, findings))
            : null,
        missed,
        wantsPicture: wishOf(findings.plain, understood),
        bothSides: asksBothSides(findings.plain, understood),
        part: partOf(understood, findings),
        asksChanges:
          understood.intent === 'promo.details' &&
          changesAsked(findings.plain, { offers: entities.offers.length }),
        topics: topicsIn(understood, findings, { last, topicsOf }),
        mentionsPorting,
        deposits:
          understood.intent.startsWith('payout.') && entities.deposit === null && !isOfUnpaid
            ? depositsIn(understood, findings, policy)
            : [],
        unsaid,
      }),
      findings,
    );
  };
}

/** The deposits that are asked about alike: those that it names, or those of the question that it follows up. */
function depositsIn(
  { intent, carries }: Understood,
  findings: Findings,
  policy: Policy,
): readonly number[] {
  const asked = depositsAsked(findings, policy);
  const goesOn = carries !== null && subjectOf(carries) === intent;
  return asked.length === 0 && goesOn ? carries.deposits : asked;
}

/** A reading's parts with those filled in that the question does not speak of. */
function reading(parts: Understood & Partial<Reading>): Reading {
  const { carries: _, ...rest } = parts;
  return {
    entities: NO_ENTITIES,
    language: 'en',
    ambiguous: [],
    levels: [],
    leaving: null,
    missed: null,
    wantsPicture: false,
    bothSides: false,
    part: null,
    asksChanges: false,
    topics: [],
    wanted: null,
    missing: null,
    between: [],
    mentionsPorting: false,
    deposits: [],
    unsaid: NOTHING_UNSAID,
    ...rest,
  };
}

/** The reading as `clarify` where the answer would need something that nobody named. */
function completed(whole: Reading, findings: Findings): Reading {
  const missing = missingIn(whole, findings);
  if (missing === null) return whole;
  return {
    ...whole,
    intent: 'clarify',
    wanted: missing === 'intent' ? (whole.between[0] ?? null) : whole.intent,
    missing,
  };
}

function missingIn(
  { intent, entities, deposits, unsaid }: Reading,
  findings: Findings,
): Missing | null {
  const { outlets, offers, deposit, contract } = entities;
  if (intent === 'clarify') return 'intent';
  if (intent === 'promo.eligibility' && outlets.length === 0 && offers.length === 0) {
    return findings.isEverywhere || findings.isEverything ? null : 'outlet';
  }
  if (intent === 'payout.schedule' && deposit === null)
    return deposits.length > 1 || unsaid.unpaidOffers.length > 0 ? null : 'deposit';
  return intent === 'renewal.status' && contract === null ? 'contract' : null;
}

/** "and which are optional?" asks for that level; "and at a township store?" for the levels asked for before. */
function levelsOf(
  { intent, carries }: Understood,
  { plain }: Findings,
  { outlets, offers }: Entities,
): readonly Level[] {
  if (intent !== 'promo.eligibility') return [];
  const named = { hasOffer: offers.length > 0, hasOutlet: outlets.length > 0 };
  if (carries === null) return levelsAsked(plain, named);
  // One offer at one outlet has one level, whatever was asked before.
  if (named.hasOffer && named.hasOutlet) return [];
  if (hasLevelWord(plain)) return levelsNamed(plain);
  return subjectOf(carries) === intent ? carries.levels : [];
}

/** "and what must I not say?" asks for that part; "and the 100 one?" for the part that was asked for before. */
function partOf({ intent, carries }: Understood, { plain }: Findings): Reading['part'] {
  if (intent !== 'promo.details') return null;
  const asked = partAsked(plain);
  if (asked !== null || carries === null || subjectOf(carries) !== intent) return asked;
  return asksByItself(plain) ? null : carries.part;
}

/** A complaint that is told, and is of no special kind. */
function isAnyComplaint(
  { intent, carries }: Understood,
  findings: Findings,
  { checklist, namedKind }: Pick<Entities, 'checklist'> & { readonly namedKind: string | null },
): boolean {
  if (intent !== 'complaint.checklist') return false;
  return carries === null
    ? checklist === null && tellsMatter(findings)
    : namedKind === null && tellsOther(findings);
}

/** What is asked about within an intent: time limits, or what to say on the telephone. */
function topicsIn(
  { intent, carries }: Understood,
  findings: Findings,
  { last, topicsOf }: { readonly last: Reading | null; readonly topicsOf: TopicsOf },
): readonly string[] {
  const carried = carries === null ? [] : (last?.topics ?? []);
  if (intent === 'complaint.deadline') {
    const before = last?.intent === intent ? last.topics : [];
    return limitsNamed(findings, { carried, before, learnt: topicsOf(intent) });
  }
  const named = intent === 'renewal.coaching' ? topicsNamed(findings.words.coaching) : [];
  return named.length === 0 ? carried : named;
}

/** "200" or "ok?" alone has no language of its own: the conversation goes on in the one it had. */
function languageIn(text: string, context: Context | null): Language {
  const hasLetters = /\p{Script=Han}|[a-z]{2,}/iu.test(text);
  return hasLetters || context === null ? languageOf(text) : context.last.language;
}
