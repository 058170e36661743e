import type { Day } from '../calendar/day.ts';
import type { Span } from '../calendar/span.ts';
import type { Policy } from '../policy/policy.ts';
import {
  type Classification,
  classifierOf,
  type IntentScore,
  MARGIN_THRESHOLD,
} from './classify.ts';
import { entitiesOf } from './entities.ts';
import { type Features, featuresOf } from './features.ts';
import { createFinder } from './find.ts';
import type { Learning } from './learn.ts';
import { type Lexicon, WORD_KINDS, type WordKind } from './lexicon.ts';
import { limitsSaid } from './limits.ts';
import { mask } from './mask.ts';
import { createMender } from './mend.ts';
import { normalise } from './normalise.ts';
import { isOrder } from './orders.ts';
import { createReader } from './read.ts';
import { type Context, type Entities, type Intent, NO_ENTITIES, type Reading } from './reading.ts';
import { findAsked } from './scrapped.ts';
import { type Vector, vectorizer } from './space.ts';
import type { TopicScore } from './topics.ts';

/** Why a question was read as it was, for the people who keep `intents/`. */
export type Explanation = {
  /** The question after slips were mended, and with its names masked: what the classifier saw. */
  readonly mended: string;
  readonly masked: string;
  readonly marks: readonly string[];
  /** What its words mean that name nothing (`intents/words/meanings.yaml`). */
  readonly meanings: readonly string[];
  /** Which words gave which entity. */
  readonly words: readonly {
    readonly kind: WordKind;
    readonly word: string;
    readonly ids: readonly string[];
  }[];
  readonly days: readonly Span[];
  /** What the question was read as in the end, and by what: its likeness to examples, or a rule. */
  readonly intent: Intent;
  readonly decidedBy: DecidedBy;
  /** The entities that the question does not name and the conversation does. */
  readonly carried: readonly (keyof Entities)[];
  readonly scores: readonly IntentScore[];
  /** What it is about within its intent, as the examples that tell it say; empty where none do. */
  readonly topics: readonly TopicScore[];
  /** The time limits that the words of the question tell; then no example decides between them. */
  readonly limits: readonly string[];
  readonly margin: number;
  /** How much it reads like a follow-up that says nothing of what is asked: above 0 it is one. */
  readonly fragment: number;
  /** Below it a question is out of scope. */
  readonly threshold: number;
  /** The examples most like it, with their likeness from 0 to 1. */
  readonly closest: readonly {
    readonly text: string;
    readonly intent: Intent;
    readonly likeness: number;
  }[];
};

/**
 * `order`: a wish to change data, which is never ours. `conversation`: a follow-up of the question before. `words`: words
 * that only one intent is asked with, a greeting, one remark of several, or nothing of the trade.
 */
export type DecidedBy = 'examples' | 'order' | 'conversation' | 'words';

export type Explainer = (
  text: string,
  world: { readonly today: Day; readonly context: Context | null },
) => Explanation;

const CLOSEST_SHOWN = 5;

/** Explains what a reader of the same lexicon, policy and learning makes of a question. */
export function createExplainer(lexicon: Lexicon, policy: Policy, learning: Learning): Explainer {
  const find = createFinder(lexicon, policy, createMender(learning.mending));
  const classify = classifierOf(learning.model);
  const read = createReader(lexicon, policy, learning);
  const vectorOf = vectorizer(learning.model.space);
  const looksOf = (text: string, today: Day): Vector => vectorOf(featuresOfText(find, text, today));
  let examples: readonly { text: string; intent: Intent; looks: Vector }[] | null = null;

  return (text, { today, context }) => {
    const findings = findAsked(text, { find: (part) => find(part, today), classify });
    const masked = mask(findings);
    const classified = classify(masked);
    const { scores, margin, fragment, topicsOf } = classified;
    const looks = vectorOf(featuresOf(masked.text, masked.marks, masked.meanings));
    const reading = read(text, { today, context });
    const limits =
      reading.intent === 'complaint.deadline' ? (limitsSaid(findings.plain) ?? []) : [];
    examples ??= lexicon.examples.map((example) => ({
      ...example,
      looks: looksOf(example.text, today),
    }));
    return {
      mended: findings.plain === normalise(text).plain ? text : findings.plain,
      masked: masked.text.replace(/[\uE000-\uE004]/g, '◻'),
      marks: masked.marks,
      meanings: findings.meanings,
      words: WORD_KINDS.flatMap((kind) =>
        findings.words[kind].map(({ word, ids }) => ({ kind, word, ids })),
      ),
      days: findings.days.map(({ span }) => span),
      intent: reading.intent,
      decidedBy: decidedBy(findings.plain, {
        reading,
        alone: read(text, { today, context: null }),
        classified,
      }),
      limits,
      topics: (limits.length > 0 ? [] : topicsOf(reading.intent)).map(({ topic, score }) => ({
        topic,
        score: rounded(score),
      })),
      carried: carriedIn(
        reading,
        entitiesOf(reading.wanted ?? reading.intent, findings, { policy, topicsOf }),
      ),
      scores: scores.map(({ intent, score }) => ({ intent, score: rounded(score) })),
      margin: rounded(margin),
      fragment: rounded(fragment),
      threshold: MARGIN_THRESHOLD,
      closest: examples
        .map(({ text: example, intent, looks: other }) => ({
          text: example,
          intent,
          likeness: rounded(cosine(looks, other)),
        }))
        .sort((one, other) => other.likeness - one.likeness)
        .slice(0, CLOSEST_SHOWN),
    };
  };
}

function decidedBy(
  plain: string,
  {
    reading,
    alone,
    classified: { best, margin },
  }: {
    readonly reading: Reading;
    readonly alone: Reading;
    readonly classified: Classification;
  },
): DecidedBy {
  if (isOrder(plain)) return 'order';
  const intentOf = (one: Reading): Intent => one.wanted ?? one.intent;
  if (intentOf(reading) !== intentOf(alone)) return 'conversation';
  const byExamples = margin < MARGIN_THRESHOLD ? 'out_of_scope' : best;
  const isBetween = alone.between.length > 0;
  return isBetween || intentOf(alone) === byExamples ? 'examples' : 'words';
}

function carriedIn({ entities }: Reading, named: Entities): readonly (keyof Entities)[] {
  const names = Object.keys(NO_ENTITIES).filter((name) => name in entities) as (keyof Entities)[];
  const textOf = (value: unknown): string => JSON.stringify(value);
  return names.filter(
    (name) =>
      textOf(entities[name]) !== textOf(NO_ENTITIES[name]) &&
      textOf(entities[name]) !== textOf(named[name]),
  );
}

function featuresOfText(find: ReturnType<typeof createFinder>, text: string, today: Day): Features {
  const { text: masked, marks, meanings } = mask(find(text, today));
  return featuresOf(masked, marks, meanings);
}

function cosine(one: Vector, other: Vector): number {
  const values = new Map(Array.from(one.indexes, (index, at) => [index, one.values[at] ?? 0]));
  const dot = other.indexes.reduce(
    (sum, index, at) => sum + (values.get(index) ?? 0) * (other.values[at] ?? 0),
    0,
  );
  const length = (vector: Vector): number => Math.hypot(...vector.values);
  const lengths = length(one) * length(other);
  return lengths === 0 ? 0 : dot / lengths;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
