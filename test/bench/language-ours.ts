import { type Features, featuresOf } from '../../src/language/features.ts';
import { scorerOf, trainLinear } from '../../src/language/linear.ts';
import { normalise } from '../../src/language/normalise.ts';
import { learnSpace, vectorizer } from '../../src/language/space.ts';
import { familiarIn, partsOf, strangeMarks } from '../../src/language/strangeness.ts';
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
    strays.train.length > 0
      ? familiarIn(train.map((sentence) => partsOf(plain(sentence.text))))
      : null;
  const looksOf = (text: string, own: 0 | 1): Features =>
    featuresOf(text, familiar === null ? [] : strangeMarks(partsOf(text), familiar, own));
  const looks = sentences.map(({ text, intent }) => looksOf(plain(text), intent === OUT ? 0 : 1));
  const { space, rows } = learnSpace(looks);
  const vectorOf = vectorizer(space);
  const signs = new Int8Array(sentences.length * labels.length).fill(-1);
  for (const [at, { intent }] of sentences.entries())
    signs[at * labels.length + (places.get(intent) ?? 0)] = 1;
  const scoresOf = scorerOf(
    trainLinear(rows, signs, { classCount: labels.length, featureCount: space.features.length }),
  );
  const outAt = places.get(OUT) ?? -1;
  return (text) => {
    const scores = scoresOf(vectorOf(looksOf(plain(text), 0)));
    let best = -1;
    for (let at = 0; at < scores.length; at += 1) {
      if (at !== outAt && (best < 0 || (scores[at] ?? 0) > (scores[best] ?? 0))) best = at;
    }
    return { best: labels[best] ?? '', score: scores[best] ?? 0, out: scores[outAt] ?? 0 };
  };
}
