import type { Language } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';
import type { Policy } from '../policy/policy.ts';
import { type Classifier, classifierOf, MARGIN_THRESHOLD } from './classify.ts';
import { ambiguousWords, entitiesOf } from './entities.ts';
import { createFinder, type Findings, mask } from './find.ts';
import { carry, leaningOf, namesSomething, subjectOf } from './follow-up.ts';
import type { Learning } from './learn.ts';
import type { Lexicon } from './lexicon.ts';
import { createMender } from './mend.ts';
import { languageOf } from './normalise.ts';
import {
  type Context,
  type Entities,
  type Intent,
  type Missing,
  NO_ENTITIES,
  type Reading,
} from './reading.ts';

/** Reads a question, with what its conversation remembers. Never throws: what it does not know is out of scope. */
export type Reader = (
  text: string,
  world: { readonly today: Day; readonly context: Context | null },
) => Reading;

/** A question that leans on the one before keeps its intent unless another one is this sure. */
const SURE_OF_NEW_SUBJECT = 0.6;

/** A reader with the words of the lexicon, the policy's names and what was learnt from the examples. */
export function createReader(
  words: Lexicon['words'],
  policy: Policy,
  { model, mending }: Learning,
): Reader {
  const find = createFinder(words, policy, createMender(mending));
  const classify = classifierOf(model);
  return (text, { today, context }) => {
    const findings = find(text, today);
    const understood = intentOf(findings, classify, context);
    const language = languageIn(text, context);
    if (understood.intent === 'out_of_scope' || understood.intent === 'help') {
      return reading({ ...understood, language, entities: NO_ENTITIES });
    }
    const named = entitiesOf(understood.intent, findings, policy);
    const entities = understood.carries === null ? named : carryOver(understood, named, policy);
    return completed(
      reading({
        ...understood,
        language,
        entities,
        ambiguous: ambiguousWords(findings),
        topics: topicsOf(understood.intent, findings, context, understood.carries !== null),
        unknownDeposit: entities.deposit === null ? findings.amounts.unknownDeposit : null,
      }),
      findings,
    );
  };
}

type Understood = {
  readonly intent: Intent;
  readonly confidence: number;
  /** The reading whose entities go on in this one, or null. */
  readonly carries: Reading | null;
};

function intentOf(findings: Findings, classify: Classifier, context: Context | null): Understood {
  const { best, margin, confidence } = classify(mask(findings));
  const isKnown = margin >= MARGIN_THRESHOLD;
  const last = context?.last ?? null;
  const subject = last === null ? null : subjectOf(last);
  if (last !== null && subject !== null && isFollowable(subject)) {
    const leaning = leaningOf(findings);
    const isAnswer = last.missing !== null && answersMissing(last.missing, findings);
    const staysOn =
      (leaning === 'all' && namesSomething(findings)) ||
      (isAnswer && (leaning !== 'none' || !isKnown || best === subject)) ||
      (leaning === 'opens' &&
        namesSomething(findings) &&
        (best === subject || margin < SURE_OF_NEW_SUBJECT));
    if (staysOn) return { intent: subject, confidence: Math.max(confidence, 0.8), carries: last };
    if (isKnown && lacksWhatItNeeds(best, findings)) {
      return { intent: best, confidence, carries: last };
    }
  }
  if (!isKnown) return { intent: 'out_of_scope', confidence: 1 - confidence, carries: null };
  return { intent: best, confidence, carries: null };
}

/** A reading's parts with those filled in that the question does not speak of. */
function reading(parts: Understood & Partial<Reading>): Reading {
  const { carries: _, ...rest } = parts;
  return {
    entities: NO_ENTITIES,
    language: 'en',
    ambiguous: [],
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
    return findings.isEverywhere ? null : 'outlet';
  }
  if (intent === 'payout.schedule' && deposit === null) return 'deposit';
  return intent === 'renewal.status' && contract === null ? 'contract' : null;
}

function lacksWhatItNeeds(intent: Intent, findings: Findings): boolean {
  const { words, amounts, contract, isEverywhere } = findings;
  if (intent === 'promo.eligibility') {
    return words.outlets.length === 0 && words.offers.length === 0 && !isEverywhere;
  }
  if (intent === 'payout.schedule') return amounts.deposit === null && words.offers.length === 0;
  return intent === 'renewal.status' && contract === null;
}

function answersMissing(missing: Missing, { words, amounts, contract }: Findings): boolean {
  if (missing === 'outlet') return words.outlets.length > 0;
  if (missing === 'deposit') return amounts.deposit !== null || words.offers.length > 0;
  return missing === 'contract' && contract !== null;
}

function isFollowable(intent: Intent): boolean {
  return intent !== 'help' && intent !== 'out_of_scope' && intent !== 'clarify';
}

/** What the conversation named before, as far as it belongs to the intent: an offer becomes its deposit. */
function carryOver({ intent, carries }: Understood, named: Entities, policy: Policy): Entities {
  const before = carries?.entities ?? NO_ENTITIES;
  const plans = policy.campaigns.flatMap((campaign) => campaign.plans);
  const isPayout = intent.startsWith('payout.');
  const [offer, ...others] = before.offers;
  const deposit =
    others.length > 0 ? null : (plans.find((plan) => plan.offer === offer)?.depositYuan ?? null);
  const promoOffer = plans.find((plan) => plan.depositYuan === before.deposit)?.offer;
  const isPromo = intent.startsWith('promo.');
  return carry(
    {
      outlets: isPromo || intent.startsWith('renewal.') ? before.outlets : [],
      offers: !isPromo
        ? []
        : before.offers.length > 0 || promoOffer === undefined
          ? before.offers
          : [promoOffer],
      deposit: isPayout ? (before.deposit ?? deposit) : null,
      households: isPayout ? before.households : null,
      date: before.date,
      window: intent.startsWith('renewal.') ? before.window : null,
      contract: intent.startsWith('renewal.') ? before.contract : null,
      checklist: intent === 'complaint.checklist' ? before.checklist : null,
    },
    named,
  );
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
