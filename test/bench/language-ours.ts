import {
  type Features,
  featureSpace,
  featuresOf,
  vectorizer,
} from '../../src/language/features.ts';
import { scoresOf, trainLinear } from '../../src/language/linear.ts';
import { normalise } from '../../src/language/normalise.ts';
import { familiarIn, strangeMarks } from '../../src/language/strangeness.ts';
import type { Guess, Lesson } from './language-engine.ts';

const OUT = 'out of scope';

/**
 * Our classifier alone, without our words and mending. As in the reader, marks say how much of a sentence is strange,
 * where there are off-topic sentences to learn from.
 */
export function learnOurs({ train, strays }: Lesson): (text: string) => Guess {
  const sentences = [...train, ...strays.train.map((text) => ({ text, intent: OUT }))];
  const labels = [...new Set(sentences.map((sentence) => sentence.intent))];
  const places = new Map(labels.map((label, place) => [label, place]));
  const plain = (text: string): string => normalise(text).plain;
  const familiar =
    strays.train.length > 0 ? familiarIn(train.map((sentence) => plain(sentence.text))) : null;
  const looksOf = (text: string, own: 0 | 1): Features =>
    featuresOf(text, familiar === null ? [] : strangeMarks(text, familiar, own));
  const looks = sentences.map(({ text, intent }) => looksOf(plain(text), intent === OUT ? 0 : 1));
  const space = featureSpace(looks);
  const vectorOf = vectorizer(space);
  const model = trainLinear(
    looks.map(vectorOf),
    sentences.map((sentence) => places.get(sentence.intent) ?? 0),
    { classCount: labels.length, featureCount: space.features.length },
  );
  const outAt = places.get(OUT) ?? -1;
  return (text) => {
    const scores = scoresOf(model, vectorOf(looksOf(plain(text), 0)));
    let best = -1;
    for (let at = 0; at < scores.length; at += 1) {
      if (at !== outAt && (best < 0 || (scores[at] ?? 0) > (scores[best] ?? 0))) best = at;
    }
    return { best: labels[best] ?? '', score: scores[best] ?? 0, out: scores[outAt] ?? 0 };
  };
}
