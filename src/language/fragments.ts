import type { MaskedSentence, TrainingSentence } from './classify.ts';
import {
  type FeatureSpace,
  type Features,
  featureSpace,
  featuresOf,
  vectorizer,
} from './features.ts';
import { type LinearModel, scoresOf, trainLinear } from './linear.ts';
import { type Familiar, familiarIn, strangeMarks } from './strangeness.ts';

/** What was learnt of fragments. Plain data. */
export type FragmentModel = {
  readonly familiar: Familiar;
  readonly space: FeatureSpace;
  readonly weights: LinearModel;
};

/**
 * Learns to tell fragments ("scrap that, the own hall", 那换成200的情况一样吗) from questions that stand by themselves.
 * A sentence that stands among both is a fragment.
 */
export function learnFragments(
  fragments: readonly MaskedSentence[],
  questions: readonly TrainingSentence[],
): FragmentModel {
  const known = new Set(fragments.map(({ text }) => text));
  const others = questions.filter(({ text }) => !known.has(text));
  const ours = questions.filter(({ intent }) => intent !== 'out_of_scope');
  // "and tomorrow's lunch?" has the shape of a fragment, and a word that nobody uses of our matters.
  const familiar = familiarIn([...fragments, ...ours].map(({ text }) => text));
  const look = ({ text, marks }: MaskedSentence, own: 0 | 1): Features =>
    featuresOf(text, [...marks, ...strangeMarks(text, familiar, own)]);
  const features = [
    ...fragments.map((fragment) => look(fragment, 1)),
    ...others.map((other) => look(other, other.intent === 'out_of_scope' ? 0 : 1)),
  ];
  const space = featureSpace(features);
  const weights = trainLinear(
    features.map(vectorizer(space)),
    features.map((_, index) => (index < fragments.length ? 0 : 1)),
    { classCount: 2, featureCount: space.features.length },
  );
  return { familiar, space, weights };
}

/** How much a message reads like a fragment: above 0 it is one, below it rather says itself what it asks. */
export function fragmentScorer({
  familiar,
  space,
  weights,
}: FragmentModel): (sentence: MaskedSentence) => number {
  const vectorOf = vectorizer(space);
  return ({ text, marks }) => {
    const all = [...marks, ...strangeMarks(text, familiar, 0)];
    const [score = 0] = scoresOf(weights, vectorOf(featuresOf(text, all)));
    return score;
  };
}
