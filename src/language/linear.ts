import { createDescent, type Descent } from './descent.ts';
import type { Rows, Vector } from './space.ts';

/** How far errors are tolerated (one by twice their cost); an error in a class's own sentences costs three times as much. */
const SLACK = 0.7;
const TERMS = { ownSlack: SLACK / 3, slack: SLACK, smallestStep: 0.003 };
/**
 * How often the sentences are walked through. Fewer leave the weights where the shuffle put them: after eight walks one
 * example more moved what 38 of 28,000 held-apart questions were read as, after sixteen eight of them.
 */
const PASSES = 16;
/** So many classes are summed at once, each in a register of the processor: twice as fast as one by one. */
const LANES = 7;

/** The weights: one row a feature and the bias as the last row, one column a class; then room for the lanes. Plain data. */
export type LinearModel = { readonly classCount: number; readonly weights: Float32Array };

/**
 * A linear support vector machine, one class against the rest, with squared hinge loss, trained by dual coordinate
 * descent (Hsieh et al. 2008). `signs` says of each sentence and class, side by side, whether the sentence is the
 * class's own (1), of the rest (-1), or says nothing of it (0). All classes are trained in one walk over the sentences:
 * the weights that a sentence needs lie side by side. The result depends on the sentences alone: the shuffle is seeded.
 */
export function trainLinear(
  rows: Rows,
  signs: Int8Array,
  { classCount, featureCount }: { readonly classCount: number; readonly featureCount: number },
): LinearModel {
  const descent = createDescent(rows, signs, { classCount, featureCount, terms: TERMS });
  const random = seeded(20150101);
  for (let pass = 0; pass < PASSES; pass += 1) {
    shuffle(descent.order, random);
    descent.walk();
  }
  return { classCount, weights: closeUp(descent, { classCount, featureCount }) };
}

/** The weights without the columns that no class needs. */
function closeUp(
  { weights, columns }: Descent,
  { classCount, featureCount }: { readonly classCount: number; readonly featureCount: number },
): Float32Array {
  const close = new Float32Array((featureCount + 1) * classCount + LANES);
  for (let feature = 0, at = 0; feature <= featureCount; feature += 1) {
    const row = feature * columns;
    for (let one = 0; one < classCount; one += 1, at += 1) close[at] = weights[row + one]!;
  }
  return close;
}

/** Scores sentences: one number a class; above 0 the class would claim it. */
export function scorerOf(model: LinearModel): (vector: Vector) => Float64Array {
  const { classCount, weights } = model;
  const bias = weights.length - LANES - classCount;
  let places = new Int32Array(256);
  let values = new Float32Array(256);
  return (vector) => {
    const { length } = vector.indexes;
    if (length > places.length) {
      places = new Int32Array(2 * length);
      values = new Float32Array(2 * length);
    }
    for (let at = 0; at < length; at += 1) {
      places[at] = vector.indexes[at]! * classCount;
      values[at] = vector.values[at]!;
    }
    const scores = emptyScores(classCount);
    score(scores, model, { places, values }, 0, length);
    for (let one = 0; one < classCount; one += 1) scores[one] = scores[one]! + weights[bias + one]!;
    return scores.subarray(0, classCount);
  };
}

/** Sentences as the places where the rows of their features begin, and the weights of those. */
type Sparse = { readonly places: Int32Array; readonly values: Float32Array };

function emptyScores(classCount: number): Float64Array {
  return new Float64Array(Math.ceil(classCount / LANES) * LANES);
}

/** Sums what the features of a sentence say of each class. What the last lanes read of the next row is never used. */
function score(
  scores: Float64Array,
  { classCount, weights }: LinearModel,
  { places, values }: Sparse,
  start: number,
  end: number,
): void {
  for (let first = 0; first < classCount; first += LANES) {
    let sum0 = 0;
    let sum1 = 0;
    let sum2 = 0;
    let sum3 = 0;
    let sum4 = 0;
    let sum5 = 0;
    let sum6 = 0;
    for (let place = start; place < end; place += 1) {
      const row = places[place]! + first;
      const value = values[place]!;
      sum0 += weights[row]! * value;
      sum1 += weights[row + 1]! * value;
      sum2 += weights[row + 2]! * value;
      sum3 += weights[row + 3]! * value;
      sum4 += weights[row + 4]! * value;
      sum5 += weights[row + 5]! * value;
      sum6 += weights[row + 6]! * value;
    }
    scores[first] = sum0;
    scores[first + 1] = sum1;
    scores[first + 2] = sum2;
    scores[first + 3] = sum3;
    scores[first + 4] = sum4;
    scores[first + 5] = sum5;
    scores[first + 6] = sum6;
  }
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const held = order[at]!;
    order[at] = order[other]!;
    order[other] = held;
  }
}

/** Numbers from 0 to 1, always the same ones for one seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
