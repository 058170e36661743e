/** How strongly each view of a sentence counts; measured on public data sets, see docs/decisions. */
const VIEW_WEIGHTS = { words: 1, letters: 1.4, han: 1, marks: 1.2 } as const;
type View = keyof typeof VIEW_WEIGHTS;
const VIEWS = Object.keys(VIEW_WEIGHTS) as readonly View[];

/** The features of one sentence, by view: how often each occurs. */
export type FeatureCounts = Readonly<Record<View, ReadonlyMap<string, number>>>;

/** A sentence as numbers: places in the dictionary of features, and their weights. */
export type Vector = { readonly indexes: Int32Array; readonly values: Float32Array };

const LATIN_RUN = /[a-z0-9']+/g;
const HAN_RUN = /[\p{Script=Han}\uE000-\uF8FF]+/gu;

/**
 * What a normalised sentence consists of: English words and pairs of words, their letters in runs of one to four,
 * Chinese characters and pairs of them with the ends of their run, and marks for what was found in it.
 */
export function featuresOf(text: string, marks: readonly string[]): FeatureCounts {
  const counts = { words: new Map(), letters: new Map(), han: new Map(), marks: new Map() };
  const add = (view: View, feature: string): void => {
    const map: Map<string, number> = counts[view];
    map.set(feature, (map.get(feature) ?? 0) + 1);
  };
  const words = [...text.matchAll(LATIN_RUN)].map((match) => stem(match[0]));
  words.forEach((word, index) => {
    add('words', word);
    const next = words[index + 1];
    if (next !== undefined) add('words', `${word} ${next}`);
    const framed = `^${word}$`;
    for (let size = 1; size <= 4; size += 1) {
      for (let at = 0; at + size <= framed.length; at += 1)
        add('letters', framed.slice(at, at + size));
    }
  });
  for (const match of text.matchAll(HAN_RUN)) {
    const run = ['<', ...match[0], '>'];
    run.forEach((character, index) => {
      if (index > 0 && index < run.length - 1) add('han', character);
      const next = run[index + 1];
      if (next !== undefined) add('han', character + next);
    });
  }
  for (const mark of marks) add('marks', mark);
  return counts;
}

/** "offers" and "offer", "pushing" and "push" count as one word. */
function stem(word: string): string {
  if (word.length > 5 && word.endsWith('ing')) return word.slice(0, -3);
  if (word.length > 4 && word.endsWith('ed')) return word.slice(0, -2);
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

/** The features that the training sentences hold, each with the weight of its rareness. Plain data. */
export type FeatureSpace = {
  readonly features: readonly string[];
  readonly rareness: Float32Array;
};

/** Builds the space from the training sentences. Features that were never seen there weigh nothing. */
export function featureSpace(sentences: readonly FeatureCounts[]): FeatureSpace {
  const seenIn = new Map<string, number>();
  for (const counts of sentences) {
    for (const view of VIEWS) {
      for (const feature of counts[view].keys()) {
        const key = `${view} ${feature}`;
        seenIn.set(key, (seenIn.get(key) ?? 0) + 1);
      }
    }
  }
  return {
    features: [...seenIn.keys()],
    rareness: Float32Array.from(seenIn.values(), (seen) =>
      Math.sqrt(Math.log((sentences.length + 1) / seen)),
    ),
  };
}

/** Turns sentences into vectors of a space. */
export function vectorizer({
  features,
  rareness,
}: FeatureSpace): (counts: FeatureCounts) => Vector {
  const places = new Map(features.map((feature, place) => [feature, place]));
  return (counts) => vectorOf(counts, places, rareness);
}

function vectorOf(
  counts: FeatureCounts,
  places: ReadonlyMap<string, number>,
  rareness: Float32Array,
): Vector {
  const indexes: number[] = [];
  const values: number[] = [];
  for (const view of VIEWS) {
    const start = values.length;
    let square = 0;
    for (const [feature, count] of counts[view]) {
      const place = places.get(`${view} ${feature}`);
      if (place === undefined) continue;
      const value = (1 + Math.log(count)) * (rareness[place] ?? 0);
      indexes.push(place);
      values.push(value);
      square += value * value;
    }
    const scale = square === 0 ? 0 : VIEW_WEIGHTS[view] / Math.sqrt(square);
    for (let at = start; at < values.length; at += 1) values[at] = (values[at] ?? 0) * scale;
  }
  return { indexes: Int32Array.from(indexes), values: Float32Array.from(values) };
}
