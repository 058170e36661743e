import type { Day } from '../calendar/day.ts';
import type { Policy } from '../policy/policy.ts';
import { classifierOf, type IntentScore, MARGIN_THRESHOLD } from './classify.ts';
import { type FeatureCounts, featuresOf, type Vector, vectorizer } from './features.ts';
import { createFinder, mask } from './find.ts';
import type { Learning } from './learn.ts';
import { type Lexicon, WORD_KINDS, type WordKind } from './lexicon.ts';
import { createMender } from './mend.ts';
import { normalise } from './normalise.ts';
import type { Intent } from './reading.ts';

/** Why a question was read as it was, for the people who keep `intents/`. */
export type Explanation = {
  /** The question after slips were mended, and with its names masked: what the classifier saw. */
  readonly mended: string;
  readonly masked: string;
  readonly marks: readonly string[];
  /** Which words gave which entity. */
  readonly words: readonly {
    readonly kind: WordKind;
    readonly word: string;
    readonly ids: readonly string[];
  }[];
  readonly days: readonly string[];
  readonly scores: readonly IntentScore[];
  readonly margin: number;
  /** Below it a question is out of scope. */
  readonly threshold: number;
  /** The examples most like it, with their likeness from 0 to 1. */
  readonly closest: readonly {
    readonly text: string;
    readonly intent: Intent;
    readonly likeness: number;
  }[];
};

export type Explainer = (text: string, today: Day) => Explanation;

const CLOSEST_SHOWN = 5;

/** Explains single questions; the conversation before them plays no part. */
export function createExplainer(lexicon: Lexicon, policy: Policy, learning: Learning): Explainer {
  const find = createFinder(lexicon.words, policy, createMender(learning.mending));
  const classify = classifierOf(learning.model);
  const vectorOf = vectorizer(learning.model.space);
  const looksOf = (text: string, today: Day): Vector => vectorOf(featuresOfText(find, text, today));
  let examples: readonly { text: string; intent: Intent; looks: Vector }[] | null = null;

  return (text, today) => {
    const findings = find(text, today);
    const masked = mask(findings);
    const { scores, margin } = classify(masked);
    const looks = looksOf(text, today);
    examples ??= lexicon.examples.map((example) => ({
      ...example,
      looks: looksOf(example.text, today),
    }));
    return {
      mended: findings.plain === normalise(text).plain ? text : findings.plain,
      masked: masked.text.replace(/[\uE000-\uE004]/g, '◻'),
      marks: masked.marks,
      words: WORD_KINDS.flatMap((kind) =>
        findings.words[kind].map(({ word, ids }) => ({ kind, word, ids })),
      ),
      days: findings.days.map(({ unit, span }) => `${unit} ${span.from}..${span.to}`),
      scores: scores.map(({ intent, score }) => ({ intent, score: rounded(score) })),
      margin: rounded(margin),
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

function featuresOfText(
  find: ReturnType<typeof createFinder>,
  text: string,
  today: Day,
): FeatureCounts {
  const { text: masked, marks } = mask(find(text, today));
  return featuresOf(masked, marks);
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
