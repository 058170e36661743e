import type { Vector } from './features.ts';

/** How far errors are tolerated (one by twice their cost), and how much more an error in a class's own sentences costs. */
const SLACK = 0.7;
const OWN_COST = 3;
/** How often all sentences are walked through: fewer leave the margins where the shuffle put them, more change nothing. */
const PASSES = 8;
/** A step that moves no margin by as much as this is not worth the walk through the weights. */
const SMALLEST_STEP = 0.003;
/** So many classes are summed at once, each in a register of the processor: twice as fast as one by one. */
const LANES = 6;

/** The weights: one row a feature and the bias as the last row, one column a class; then room for the lanes. Plain data. */
export type LinearModel = { readonly classCount: number; readonly weights: Float32Array };

/**
 * A linear support vector machine, one class against the rest, with squared hinge loss, trained by dual coordinate
 * descent (Hsieh et al. 2008). All classes are trained in one walk over the sentences: the weights that a sentence
 * needs lie side by side. The result depends on the sentences alone: the shuffle is seeded.
 */
export function trainLinear(
  vectors: readonly Vector[],
  classes: readonly number[],
  { classCount, featureCount }: { readonly classCount: number; readonly featureCount: number },
): LinearModel {
  const model = {
    classCount,
    weights: new Float32Array((featureCount + 1) * classCount + LANES),
  };
  const rows = rowsOf(vectors, classCount, featureCount);
  const duals = new Float32Array(vectors.length * classCount);
  const order = Int32Array.from(vectors, (_, index) => index);
  const random = seeded(20150101);
  const margins = emptyScores(classCount);
  for (let pass = 0; pass < PASSES; pass += 1) {
    shuffle(order, random);
    for (const at of order) {
      const start = rows.starts[at]!;
      const end = rows.starts[at + 1]!;
      score(margins, model, rows, start, end);
      for (let one = 0; one < classCount; one += 1) {
        const sign = classes[at] === one ? 1 : -1;
        const slack = sign === 1 ? SLACK / OWN_COST : SLACK;
        const place = at * classCount + one;
        const dual = duals[place]!;
        const gradient = sign * margins[one]! - 1 + slack * dual;
        if (dual === 0 && gradient >= 0) continue;
        const step = Math.max(-gradient / (rows.squares[at]! + slack), -dual);
        if (Math.abs(step) < SMALLEST_STEP) continue;
        duals[place] = dual + step;
        move(model, one, rows, start, end, sign * step);
      }
    }
  }
  return model;
}

/** One score a class for a sentence; above 0 the class would claim it. */
export function scoresOf(model: LinearModel, vector: Vector): Float64Array {
  const { classCount, weights } = model;
  const featureCount = (weights.length - LANES) / classCount - 1;
  const scores = emptyScores(classCount);
  const { places, values } = rowsOf([vector], classCount, featureCount);
  score(scores, model, { places, values }, 0, places.length);
  return scores.subarray(0, classCount);
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
    for (let place = start; place < end; place += 1) {
      const row = places[place]! + first;
      const value = values[place]!;
      sum0 += weights[row]! * value;
      sum1 += weights[row + 1]! * value;
      sum2 += weights[row + 2]! * value;
      sum3 += weights[row + 3]! * value;
      sum4 += weights[row + 4]! * value;
      sum5 += weights[row + 5]! * value;
    }
    scores[first] = sum0;
    scores[first + 1] = sum1;
    scores[first + 2] = sum2;
    scores[first + 3] = sum3;
    scores[first + 4] = sum4;
    scores[first + 5] = sum5;
  }
}

/** Moves the weights of one class along a sentence. */
function move(
  { weights }: LinearModel,
  one: number,
  { places, values }: Sparse,
  start: number,
  end: number,
  step: number,
): void {
  for (let place = start; place < end; place += 1) {
    const weight = places[place]! + one;
    weights[weight] = weights[weight]! + step * values[place]!;
  }
}

/** All sentences one behind the other, each with the bias as its last feature: memory is walked in order. */
type Rows = Sparse & {
  readonly starts: Int32Array;
  /** The squared length of each sentence. */
  readonly squares: Float64Array;
};

function rowsOf(vectors: readonly Vector[], classCount: number, featureCount: number): Rows {
  const starts = new Int32Array(vectors.length + 1);
  for (let at = 0; at < vectors.length; at += 1)
    starts[at + 1] = starts[at]! + vectors[at]!.indexes.length + 1;
  const places = new Int32Array(starts[vectors.length]!);
  const values = new Float32Array(places.length);
  const squares = new Float64Array(vectors.length);
  for (let at = 0; at < vectors.length; at += 1) {
    const vector = vectors[at]!;
    let place = starts[at]!;
    let square = 1;
    for (let turn = 0; turn < vector.indexes.length; turn += 1) {
      const value = vector.values[turn]!;
      places[place] = vector.indexes[turn]! * classCount;
      values[place] = value;
      square += value * value;
      place += 1;
    }
    places[place] = featureCount * classCount;
    values[place] = 1;
    squares[at] = square;
  }
  return { starts, places, values, squares };
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
