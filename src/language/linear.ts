import type { Rows, Vector } from './space.ts';

/** How far errors are tolerated (one by twice their cost), and how much more an error in a class's own sentences costs. */
const SLACK = 0.7;
const OWN_COST = 3;
/** How often the sentences are walked through: fewer leave the margins where the shuffle put them, more change nothing. */
const PASSES = 8;
/** In these passes every class is asked about every sentence; in the others those that it was near to. */
const FULL_PASSES: ReadonlySet<number> = new Set([0, 1, 4]);
/** A class that is wrong about a sentence by less than nothing and so much is near to it. */
const NEAR = 0.2;
/** A step that moves no margin by as much as this is not worth the walk through the weights. */
const SMALLEST_STEP = 0.003;
/** So many classes are summed at once, each in a register of the processor: twice as fast as one by one. */
const LANES = 7;

/** The weights: one row a feature and the bias as the last row, one column a class; then room for the lanes. Plain data. */
export type LinearModel = { readonly classCount: number; readonly weights: Float32Array };

/**
 * A linear support vector machine, one class against the rest, with squared hinge loss, trained by dual coordinate
 * descent (Hsieh et al. 2008). `signs` says of each sentence and class, side by side, whether the sentence is the
 * class's own (1), of the rest (-1), or says nothing of it (0). All classes are trained in one walk over the sentences:
 * the weights that a sentence needs lie side by side. Most classes are soon far from most sentences, and stay there:
 * they are left out of most walks. The result depends on the sentences alone: the shuffle is seeded.
 */
export function trainLinear(
  rows: Rows,
  signs: Int8Array,
  { classCount, featureCount }: { readonly classCount: number; readonly featureCount: number },
): LinearModel {
  const weights = new Float32Array((featureCount + 1) * classCount + LANES);
  const model = { classCount, weights };
  const bias = featureCount * classCount;
  const sparse = {
    places: rows.indexes.map((index) => index * classCount),
    values: rows.values,
  };
  const squares = squaresOf(rows);
  const duals = new Float32Array(signs.length);
  // The classes that are near to each sentence, from the place of its first class on.
  const near = new Int32Array(signs.length);
  const nearEnds = new Int32Array(squares.length);
  const order = Int32Array.from(squares, (_, index) => index);
  const random = seeded(20150101);
  const margins = emptyScores(classCount);
  for (let pass = 0; pass < PASSES; pass += 1) {
    shuffle(order, random);
    const isFull = FULL_PASSES.has(pass);
    for (const at of order) {
      const start = rows.starts[at]!;
      const end = rows.starts[at + 1]!;
      const first = at * classCount;
      if (isFull) score(margins, model, sparse, start, end);
      const last = isFull ? first + classCount : nearEnds[at]!;
      let nearEnd = first;
      for (let turn = first; turn < last; turn += 1) {
        const one = isFull ? turn - first : near[turn]!;
        const sign = signs[first + one]!;
        if (sign === 0) continue;
        const margin = isFull ? margins[one]! : scoreOne(model, one, sparse, start, end);
        const slack = sign === 1 ? SLACK / OWN_COST : SLACK;
        const dual = duals[first + one]!;
        const gradient = sign * (margin + weights[bias + one]!) - 1 + slack * dual;
        if (dual > 0 || gradient < NEAR) {
          near[nearEnd] = one;
          nearEnd += 1;
        }
        if (dual === 0 && gradient >= 0) continue;
        const step = Math.max(-gradient / (squares[at]! + slack), -dual);
        if (Math.abs(step) < SMALLEST_STEP) continue;
        duals[first + one] = dual + step;
        weights[bias + one] = weights[bias + one]! + sign * step;
        move(model, one, sparse, start, end, sign * step);
      }
      nearEnds[at] = nearEnd;
    }
  }
  return model;
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

/** The same for one class; four sums at once, as each waits for its last addition. */
function scoreOne(
  { weights }: LinearModel,
  one: number,
  { places, values }: Sparse,
  start: number,
  end: number,
): number {
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  let place = start;
  for (; place + 3 < end; place += 4) {
    sum0 += weights[places[place]! + one]! * values[place]!;
    sum1 += weights[places[place + 1]! + one]! * values[place + 1]!;
    sum2 += weights[places[place + 2]! + one]! * values[place + 2]!;
    sum3 += weights[places[place + 3]! + one]! * values[place + 3]!;
  }
  for (; place < end; place += 1) sum0 += weights[places[place]! + one]! * values[place]!;
  return sum0 + sum1 + (sum2 + sum3);
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

/** The squared length of each sentence, with the bias as one feature more. */
function squaresOf({ starts, values }: Rows): Float64Array {
  const squares = new Float64Array(starts.length - 1);
  for (let at = 0; at < squares.length; at += 1) {
    let square = 1;
    for (let place = starts[at]!; place < starts[at + 1]!; place += 1)
      square += values[place]! * values[place]!;
    squares[at] = square;
  }
  return squares;
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
