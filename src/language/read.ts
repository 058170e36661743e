import type { Language } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';
import type { Level, Policy } from '../policy/policy.ts';
import { type Classifier, classifierOf, MARGIN_THRESHOLD } from './classify.ts';
import { ambiguousWords, entitiesOf } from './entities.ts';
import { createFinder, type Findings, mask } from './find.ts';
import { carry, followingWindow, leanOn, narrowed, type Understood } from './follow-up.ts';
import type { Learning } from './learn.ts';
import { levelAsked, levelsIn } from './level-words.ts';
import type { Lexicon } from './lexicon.ts';
import { createMender } from './mend.ts';
import { languageOf } from './normalise.ts';
import { isOrder } from './orders.ts';
import {
  type Context,
  type Entities,
  type Intent,
  type Missing,
  NO_ENTITIES,
  type Reading,
} from './reading.ts';

/** Who thanks wants no list of questions. */
const THANKS = /谢|辛苦了|(?<![a-z])(?:thanks?|thank you|cheers|ta|much appreciated)(?![a-z])/;

/** How sure a follow-up is of its intent, at the least: the conversation speaks for it. */
const LEANING_CONFIDENCE = 0.8;

/** Reads a question, with what its conversation remembers. Never throws: what it does not know is out of scope. */
export type Reader = (
  text: string,
  world: { readonly today: Day; readonly context: Context | null },
) => Reading;

/** A reader with the words of the lexicon, the policy's names and what was learnt from the examples. */
export function createReader(
  words: Lexicon['words'],
  policy: Policy,
  { model, mending }: Learning,
): Reader {
  const find = createFinder(words, policy, createMender(mending));
  const classify = classifierOf(model);
  return (text, { today, context }) => {
    const last = context?.last ?? null;
    const found = find(text, today);
    const findings = last === null ? found : narrowed(found, last, policy);
    const understood = intentOf(findings, classify, last);
    const language = languageIn(text, context);
    if (understood.intent === 'out_of_scope' || understood.intent === 'help') {
      const topics = THANKS.test(findings.plain) ? ['thanks'] : [];
      return reading({ ...understood, language, entities: NO_ENTITIES, topics });
    }
    const named = entitiesOf(understood.intent, findings, policy);
    const entities =
      understood.carries === null ? named : carryOver({ ...understood, findings }, named, policy);
    return completed(
      reading({
        ...understood,
        language,
        entities,
        ambiguous: ambiguousWords(findings),
        level: levelOf(understood, findings),
        topics: topicsOf(understood.intent, findings, context, understood.carries !== null),
        unknownDeposit: entities.deposit === null ? findings.amounts.unknownDeposit : null,
      }),
      findings,
    );
  };
}

function intentOf(findings: Findings, classify: Classifier, last: Reading | null): Understood {
  if (isOrder(findings.plain)) return { intent: 'out_of_scope', confidence: 1, carries: null };
  const { best, margin, confidence } = classify(mask(findings));
  const isKnown = margin >= MARGIN_THRESHOLD;
  const leaning = last === null ? null : leanOn(last, findings, { best, margin, isKnown });
  if (leaning !== null) return { ...leaning, confidence: Math.max(confidence, LEANING_CONFIDENCE) };
  return isKnown
    ? { intent: best, confidence, carries: null }
    : { intent: 'out_of_scope', confidence: 1 - confidence, carries: null };
}

/** A reading's parts with those filled in that the question does not speak of. */
function reading(parts: Understood & Partial<Reading>): Reading {
  const { carries: _, ...rest } = parts;
  return {
    entities: NO_ENTITIES,
    language: 'en',
    ambiguous: [],
    level: null,
    topics: [],
    wanted: null,
    missing: null,
    unknownDeposit: null,
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
    wanted: missing === 'intent' ? null : whole.intent,
    missing,
  };
}

function missingIn({ intent, entities }: Reading, findings: Findings): Missing | null {
  const { outlets, offers, deposit, contract } = entities;
  if (intent === 'clarify') return 'intent';
  if (intent === 'promo.eligibility' && outlets.length === 0 && offers.length === 0) {
    return findings.isEverywhere || findings.isEverything ? null : 'outlet';
  }
  if (intent === 'payout.schedule' && deposit === null) return 'deposit';
  return intent === 'renewal.status' && contract === null ? 'contract' : null;
}

/** What the conversation named before, as far as it belongs to the intent: an offer becomes its deposit. */
function carryOver(
  { intent, carries, findings }: Understood & { readonly findings: Findings },
  named: Entities,
  policy: Policy,
): Entities {
  const before = carries?.entities ?? NO_ENTITIES;
  const plans = policy.campaigns.flatMap((campaign) => campaign.plans);
  const isPayout = intent.startsWith('payout.');
  const [offer, ...others] = before.offers;
  const deposit =
    others.length > 0 ? null : (plans.find((plan) => plan.offer === offer)?.depositYuan ?? null);
  const promoOffer = plans.find((plan) => plan.depositYuan === before.deposit)?.offer;
  const isPromo = intent.startsWith('promo.');
  const isRenewal = intent.startsWith('renewal.');
  // "where is it pushed" asks about all outlets again; "which offers" about all offers.
  const keepsOutlets = (isPromo || isRenewal) && !findings.isEverywhere;
  const keepsOffers = isPromo && !findings.isEverything;
  return carry(
    {
      outlets: keepsOutlets ? before.outlets : [],
      offers: !keepsOffers
        ? []
        : before.offers.length > 0 || promoOffer === undefined
          ? before.offers
          : [promoOffer],
      deposit: isPayout ? (before.deposit ?? deposit) : null,
      households: intent === 'payout.commission' ? before.households : null,
      date: before.date,
      window: isRenewal ? (followingWindow(findings, before.window) ?? before.window) : null,
      contract: isRenewal ? before.contract : null,
      checklist: intent === 'complaint.checklist' ? before.checklist : null,
    },
    named,
  );
}

/** "and which are optional?" asks for that level; "and at a township store?" for the level asked for before. */
function levelOf({ intent, carries }: Understood, { plain }: Findings): Level | null {
  if (intent !== 'promo.eligibility') return null;
  if (carries === null) return levelAsked(plain);
  const [named, ...others] = levelsIn(plain);
  if (others.length > 0) return null;
  return named ?? (carries.intent === intent ? carries.level : null);
}

function topicsOf(
  intent: Intent,
  findings: Findings,
  context: Context | null,
  isCarried: boolean,
): readonly string[] {
  const matches =
    intent === 'complaint.deadline'
      ? findings.words.limits
      : intent === 'renewal.coaching'
        ? findings.words.coaching
        : [];
  const named = [...new Set(matches.flatMap((match) => match.ids))];
  return named.length === 0 && isCarried ? (context?.last.topics ?? []) : named;
}

/** "200" or "ok?" alone has no language of its own: the conversation goes on in the one it had. */
function languageIn(text: string, context: Context | null): Language {
  const hasLetters = /\p{Script=Han}|[a-z]{2,}/iu.test(text);
  return hasLetters || context === null ? languageOf(text) : context.last.language;
}
