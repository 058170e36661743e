import type { Vector } from './features.ts';

/** How far errors are tolerated, how much more a class's own sentences count, and when training stops. */
const COST = 1;
const POSITIVE_COST = 3;
const TOLERANCE = 0.1;
const MAX_PASSES = 12;

/** The weights of each class, one a feature and the bias last. Plain data. */
export type LinearModel = readonly Float32Array[];

/**
 * A linear support vector machine, one class against the rest, with squared hinge loss, trained by dual coordinate
 * descent (Hsieh et al. 2008). The result depends on the sentences alone: the shuffle is seeded.
 */
export function trainLinear(
  vectors: readonly Vector[],
  classes: readonly number[],
  shape: { readonly classCount: number; readonly featureCount: number },
): LinearModel {
  const rows = rowsOf(vectors);
  return Array.from({ length: shape.classCount }, (_, index) =>
    trainOne(
      rows,
      classes.map((one) => one === index),
      shape.featureCount,
    ),
  );
}

/** One score a class for a sentence; above 0 the class would claim it. */
export function scoresOf(model: LinearModel, vector: Vector): Float64Array {
  return Float64Array.from(model, (weights) => dot(weights, vector) + (weights.at(-1) ?? 0));
}

/** All sentences in three arrays, one behind the other: memory is walked in order. */
type Rows = {
  readonly starts: Int32Array;
  readonly indexes: Int32Array;
  readonly values: Float32Array;
  /** The squared length of each sentence, with the bias. */
  readonly squares: Float64Array;
};

function rowsOf(vectors: readonly Vector[]): Rows {
  const starts = new Int32Array(vectors.length + 1);
  for (const [at, vector] of vectors.entries())
    starts[at + 1] = starts[at]! + vector.indexes.length;
  const indexes = new Int32Array(starts[vectors.length] ?? 0);
  const values = new Float32Array(indexes.length);
  const squares = new Float64Array(vectors.length);
  for (const [at, vector] of vectors.entries()) {
    indexes.set(vector.indexes, starts[at]);
    values.set(vector.values, starts[at]);
    squares[at] = 1 + vector.values.reduce((sum, value) => sum + value * value, 0);
  }
  return { starts, indexes, values, squares };
}

/** The weights of one class; the last one is the bias. */
function trainOne(rows: Rows, isOwn: readonly boolean[], featureCount: number): Float32Array {
  const { starts, indexes, values, squares } = rows;
  const weights = new Float32Array(featureCount + 1);
  const duals = new Float64Array(isOwn.length);
  const signs = Int8Array.from(isOwn, (own) => (own ? 1 : -1));
  const diagonals = Float64Array.from(isOwn, (own) => 0.5 / (own ? COST * POSITIVE_COST : COST));
  const active = Int32Array.from(isOwn, (_, index) => index);
  const random = seeded(20150101);
  let activeCount = active.length;
  let worstBefore = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    shuffle(active, activeCount, random);
    let worst = 0;
    let kept = 0;
    for (let turn = 0; turn < activeCount; turn += 1) {
      const at = active[turn]!;
      const start = starts[at]!;
      const end = starts[at + 1]!;
      let margin = weights[featureCount]!;
      for (let place = start; place < end; place += 1) {
        margin += weights[indexes[place]!]! * values[place]!;
      }
      const sign = signs[at]!;
      const dual = duals[at]!;
      const gradient = sign * margin - 1 + diagonals[at]! * dual;
      // A sentence that lies safely on its own side is left out of the coming passes ("shrinking").
      if (dual === 0 && gradient > worstBefore) continue;
      active[kept] = at;
      kept += 1;
      const projected = dual === 0 ? Math.min(gradient, 0) : gradient;
      worst = Math.max(worst, Math.abs(projected));
      if (Math.abs(projected) < 1e-12) continue;
      const next = Math.max(dual - gradient / (squares[at]! + diagonals[at]!), 0);
      const step = (next - dual) * sign;
      duals[at] = next;
      for (let place = start; place < end; place += 1) {
        const index = indexes[place]!;
        weights[index] = weights[index]! + step * values[place]!;
      }
      weights[featureCount] = weights[featureCount]! + step;
    }
    activeCount = kept;
    worstBefore = worst;
    if (worst < TOLERANCE) break;
  }
  return weights;
}

function dot(weights: Float32Array, vector: Vector): number {
  const { indexes, values } = vector;
  let sum = 0;
  for (let at = 0; at < indexes.length; at += 1) sum += weights[indexes[at]!]! * values[at]!;
  return sum;
}

function shuffle(order: Int32Array, count: number, random: () => number): void {
  for (let at = count - 1; at > 0; at -= 1) {
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
