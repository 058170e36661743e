import { type Features, VIEW_WEIGHTS, VIEWS } from './features.ts';
import { keyTable } from './keys.ts';

/** The features that the training sentences hold, each with the weight of its rareness. Plain data. */
export type FeatureSpace = { readonly features: Int32Array; readonly rareness: Float32Array };

/** A sentence as numbers: places in the space of features, and their weights. */
export type Vector = { readonly indexes: readonly number[]; readonly values: readonly number[] };

/** Many sentences as numbers, one behind the other: memory is walked in order. */
export type Rows = {
  /** Where each sentence begins, and where the last one ends. */
  readonly starts: Int32Array;
  readonly indexes: Int32Array;
  readonly values: Float32Array;
};

/**
 * Builds the space from the training sentences, and these as rows of it: each feature is looked up once. Features that
 * were never seen there weigh nothing.
 */
export function learnSpace(sentences: readonly Features[]): {
  readonly space: FeatureSpace;
  readonly rows: Rows;
} {
  const table = keyTable();
  const most = occurrencesIn(sentences);
  const starts = new Int32Array(sentences.length + 1);
  const viewEnds = new Int32Array(sentences.length * VIEWS.length);
  const indexes = new Int32Array(most);
  const values = new Float32Array(most);
  const seenIn = new Int32Array(most);
  const times = new Uint16Array(most);
  let end = 0;
  let view = 0;
  for (const [at, sentence] of sentences.entries()) {
    for (const name of VIEWS) {
      const start = end;
      for (const key of sentence[name]) {
        const index = table.add(key);
        if (times[index] === 0) {
          indexes[end] = index;
          end += 1;
        }
        times[index] = (times[index] ?? 0) + 1;
      }
      for (let place = start; place < end; place += 1) {
        const index = indexes[place] ?? 0;
        seenIn[index] = (seenIn[index] ?? 0) + 1;
        values[place] = damped(times[index] ?? 0);
        times[index] = 0;
      }
      viewEnds[view] = end;
      view += 1;
    }
    starts[at + 1] = end;
  }
  const features = table.keys();
  const weights = VIEWS.map((name) => VIEW_WEIGHTS[name]);
  const rareness = Float32Array.from(seenIn.subarray(0, features.length), (seen) =>
    Math.sqrt(Math.log((sentences.length + 1) / seen)),
  );
  let start = 0;
  for (const [view, end] of viewEnds.entries()) {
    const weight = weights[view % VIEWS.length] ?? 0;
    weigh({ indexes, values }, rareness, { start, end, weight });
    start = end;
  }
  return { space: { features, rareness }, rows: { starts, indexes, values } };
}

function occurrencesIn(sentences: readonly Features[]): number {
  return sentences.reduce(
    (sum, features) => VIEWS.reduce((all, view) => all + features[view].length, sum),
    0,
  );
}

/** What stands twice counts less than double. */
function damped(count: number): number {
  return count === 1 ? 1 : 1 + Math.log(count);
}

/** Weighs counted features by their rareness, so that a view has its length whatever the sentence's. */
function weigh(
  { indexes, values }: { readonly indexes: ArrayLike<number>; readonly values: Counted },
  rareness: Float32Array,
  { start, end, weight }: { readonly start: number; readonly end: number; readonly weight: number },
): void {
  let square = 0;
  for (let place = start; place < end; place += 1) {
    const value = (values[place] ?? 0) * (rareness[indexes[place] ?? 0] ?? 0);
    values[place] = value;
    square += value * value;
  }
  const scale = square === 0 ? 0 : weight / Math.sqrt(square);
  for (let place = start; place < end; place += 1) values[place] = (values[place] ?? 0) * scale;
}

type Counted = { [place: number]: number };

/** Turns sentences into vectors of a space. */
export function vectorizer({ features, rareness }: FeatureSpace): (sentence: Features) => Vector {
  const table = keyTable(features);
  const times = new Uint16Array(features.length);
  return (sentence) => {
    const indexes: number[] = [];
    const values: number[] = [];
    for (const view of VIEWS) {
      const start = indexes.length;
      for (const key of sentence[view]) {
        const index = table.placeOf(key);
        if (index < 0) continue;
        if (times[index] === 0) indexes.push(index);
        times[index] = (times[index] ?? 0) + 1;
      }
      for (let place = start; place < indexes.length; place += 1) {
        const index = indexes[place] ?? 0;
        values.push(damped(times[index] ?? 0));
        times[index] = 0;
      }
      weigh({ indexes, values }, rareness, {
        start,
        end: indexes.length,
        weight: VIEW_WEIGHTS[view],
      });
    }
    return { indexes, values };
  };
}
