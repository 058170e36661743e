import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { featureSpace, featuresOf, vectorizer } from '../../src/language/features.ts';
import { scoresOf, trainLinear } from '../../src/language/linear.ts';
import { normalise } from '../../src/language/normalise.ts';
import { ROOT } from '../world.ts';

/** Public intent sets that lie beside the project on some machines; nothing of them is kept in it. */
const FOLDER = join(ROOT, '../shared/benchmarks');
const SETS = [
  'clinc150_10',
  'clinc150_10_typo',
  'banking77_10',
  'hwu64_10',
  'smp2017_10',
  'smp2019_10',
  'smalltalkzh',
  'smp2017',
  'clinc_work30_20',
];

type Sentence = { readonly text: string; readonly intent: string };
type PublicSet = {
  readonly train: readonly Sentence[];
  readonly test: readonly Sentence[];
  readonly oosTrain?: readonly (Sentence | string)[];
  readonly oosTest?: readonly (Sentence | string)[];
};
export type Figure = { readonly name: string; readonly value: number; readonly unit: string };

/** How well the bare classifier does on public sets, without any of our words; empty where they are absent. */
export function publicFigures(): readonly Figure[] {
  return SETS.flatMap((name) => {
    const path = join(FOLDER, `${name}.json`);
    if (!existsSync(path)) return [];
    return figuresOf(name, JSON.parse(readFileSync(path, 'utf8')) as PublicSet);
  });
}

const OUT = 'out of scope';

function figuresOf(name: string, set: PublicSet): readonly Figure[] {
  const strays = (set.oosTrain ?? [])
    .slice(0, 100)
    .map((one) => ({ text: textOf(one), intent: OUT }));
  const train = [...set.train, ...strays];
  const labels = [...new Set(train.map((sentence) => sentence.intent))];
  const counts = train.map((sentence) => featuresOf(normalise(sentence.text).plain, []));
  const space = featureSpace(counts);
  const vectorOf = vectorizer(space);
  const model = trainLinear(
    counts.map(vectorOf),
    train.map((sentence) => labels.indexOf(sentence.intent)),
    { classCount: labels.length, featureCount: space.features.length },
  );
  const read = (text: string): { readonly best: string; readonly margin: number } => {
    const scores = scoresOf(model, vectorOf(featuresOf(normalise(text).plain, [])));
    const out = scores[labels.indexOf(OUT)] ?? 0;
    let best = -1;
    for (const [index, score] of scores.entries()) {
      if (labels[index] !== OUT && (best < 0 || score > (scores[best] ?? 0))) best = index;
    }
    return { best: labels[best] ?? '', margin: 2 * (scores[best] ?? 0) - out };
  };
  const right = set.test.filter((sentence) => read(sentence.text).best === sentence.intent).length;
  const accuracy = { name: `public_${name}`, value: (100 * right) / set.test.length, unit: '%' };
  const others = set.oosTest ?? [];
  if (strays.length === 0 || others.length === 0) return [accuracy];
  const inside = set.test.map((sentence) => read(sentence.text).margin);
  const outside = others.map((one) => read(textOf(one)).margin);
  return [accuracy, { name: `public_${name}_auroc`, value: auroc(inside, outside), unit: '' }];
}

function textOf(one: Sentence | string): string {
  return typeof one === 'string' ? one : one.text;
}

/** How often a sentence in scope has a higher margin than one out of scope. */
function auroc(inside: readonly number[], outside: readonly number[]): number {
  const ranked = [
    ...inside.map((margin) => ({ margin, isInside: true })),
    ...outside.map((margin) => ({ margin, isInside: false })),
  ].sort((one, other) => one.margin - other.margin);
  let below = 0;
  let pairs = 0;
  for (const { isInside } of ranked) {
    if (isInside) pairs += below;
    else below += 1;
  }
  return pairs / (inside.length * outside.length);
}
