import { type FeatureSpace, featureSpace, featuresOf, vectorizer } from './features.ts';
import { type LinearModel, scoresOf, trainLinear } from './linear.ts';
import type { Intent } from './reading.ts';
import { type Familiar, familiarIn, strangeMarks } from './strangeness.ts';

/** A sentence ready to be learnt from or classified: names masked, and what was found in it as marks. */
export type MaskedSentence = { readonly text: string; readonly marks: readonly string[] };
export type TrainingSentence = MaskedSentence & { readonly intent: Intent };

export type IntentScore = { readonly intent: Intent; readonly score: number };

export type Classification = {
  /** The best intent in scope. */
  readonly best: Intent;
  /** How far the best stands above out of scope: 2 × best − out of scope. */
  readonly margin: number;
  /** 0 to 1; at the threshold it is one half. */
  readonly confidence: number;
  /** How strongly each intent claims the sentence, the strongest first. */
  readonly scores: readonly IntentScore[];
};

/**
 * Below this margin a sentence is out of scope. An explicit class of off-topic sentences with a threshold on
 * 2 × best − out of scope separates best of all rules that were measured.
 */
export const MARGIN_THRESHOLD = 0.2;
const STEEPNESS = 3;

export type Classifier = (sentence: MaskedSentence) => Classification;

/** What was learnt from the examples. Plain data, so that it can be kept and need not be learnt again. */
export type IntentModel = {
  readonly intents: readonly Intent[];
  readonly familiar: Familiar;
  readonly space: FeatureSpace;
  readonly weights: LinearModel;
};

/** Learns the intents from their example sentences. At least two intents and out of scope must have some. */
export function learnIntents(sentences: readonly TrainingSentence[]): IntentModel {
  const intents = [...new Set(sentences.map((sentence) => sentence.intent))];
  const isOurs = (sentence: TrainingSentence): boolean => sentence.intent !== 'out_of_scope';
  const familiar = familiarIn(sentences.filter(isOurs).map((sentence) => sentence.text));
  const counts = sentences.map((sentence) =>
    featuresOf(sentence.text, [
      ...sentence.marks,
      ...strangeMarks(sentence.text, familiar, isOurs(sentence) ? 1 : 0),
    ]),
  );
  const space = featureSpace(counts);
  const weights = trainLinear(
    counts.map(vectorizer(space)),
    sentences.map((sentence) => intents.indexOf(sentence.intent)),
    { classCount: intents.length, featureCount: space.features.length },
  );
  return { intents, familiar, space, weights };
}

/** A classifier that uses what was learnt. */
export function classifierOf({ intents, familiar, space, weights }: IntentModel): Classifier {
  const vectorOf = vectorizer(space);
  const outIndex = intents.indexOf('out_of_scope');
  return (sentence) => {
    const marks = [...sentence.marks, ...strangeMarks(sentence.text, familiar, 0)];
    const scores = scoresOf(weights, vectorOf(featuresOf(sentence.text, marks)));
    const ranked = intents
      .map((intent, index) => ({ intent, score: scores[index] ?? Number.NEGATIVE_INFINITY }))
      .sort((one, other) => other.score - one.score);
    const [best] = ranked.filter(({ intent }) => intent !== 'out_of_scope');
    if (best === undefined || ranked.length < 3) throw new RangeError('too few intents');
    const margin = 2 * best.score - (scores[outIndex] ?? 0);
    return {
      best: best.intent,
      margin,
      scores: ranked,
      confidence: 1 / (1 + Math.exp(-STEEPNESS * (margin - MARGIN_THRESHOLD))),
    };
  };
}
