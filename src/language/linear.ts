import type { Vector } from './features.ts';

/** How far errors are tolerated, how much more a class's own sentences count, and when training stops. */
const COST = 1;
const POSITIVE_COST = 3;
const TOLERANCE = 0.1;
const MAX_PASSES = 60;

/** One score a class for a sentence; above 0 the class would claim it. */
export type Scorer = (vector: Vector) => Float64Array;

/**
 * A linear support vector machine, one class against the rest, with squared hinge loss, trained by dual coordinate
 * descent (Hsieh et al. 2008). The result depends on the sentences alone: the shuffle is seeded.
 */
export function trainLinear(
  vectors: readonly Vector[],
  classes: readonly number[],
  shape: { readonly classCount: number; readonly featureCount: number },
): Scorer {
  const weights = Array.from({ length: shape.classCount }, (_, index) =>
    trainOne(
      vectors,
      classes.map((one) => one === index),
      shape.featureCount,
    ),
  );
  return (vector) => Float64Array.from(weights, (one) => dot(one, vector) + (one.at(-1) ?? 0));
}

/** The weights of one class; the last one is the bias. */
function trainOne(
  vectors: readonly Vector[],
  isOwn: readonly boolean[],
  featureCount: number,
): Float32Array {
  const weights = new Float32Array(featureCount + 1);
  const duals = new Float64Array(vectors.length);
  const diagonals = Float64Array.from(isOwn, (own) => 0.5 / (own ? COST * POSITIVE_COST : COST));
  const norms = Float64Array.from(
    vectors,
    (vector, at) => squareOf(vector) + 1 + (diagonals[at] ?? 0),
  );
  let active = Int32Array.from(vectors, (_, index) => index);
  let worstBefore = Number.POSITIVE_INFINITY;
  const random = seeded(20150101);
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    shuffle(active, random);
    let worst = 0;
    let kept = 0;
    for (const at of active) {
      const vector = vectors[at] as Vector;
      const sign = isOwn[at] === true ? 1 : -1;
      const dual = duals[at] as number;
      const margin = dot(weights, vector) + (weights[featureCount] as number);
      const gradient = sign * margin - 1 + (diagonals[at] as number) * dual;
      // A sentence that lies safely on its own side is left out of the coming passes ("shrinking").
      if (dual === 0 && gradient > worstBefore) continue;
      active[kept] = at;
      kept += 1;
      const projected = dual === 0 ? Math.min(gradient, 0) : gradient;
      worst = Math.max(worst, Math.abs(projected));
      if (Math.abs(projected) < 1e-12) continue;
      const next = Math.max(dual - gradient / (norms[at] as number), 0);
      duals[at] = next;
      add(weights, vector, (next - dual) * sign);
      weights[featureCount] = (weights[featureCount] as number) + (next - dual) * sign;
    }
    active = active.subarray(0, kept);
    worstBefore = worst;
    if (worst < TOLERANCE) break;
  }
  return weights;
}

function dot(weights: Float32Array, vector: Vector): number {
  const { indexes, values } = vector;
  let sum = 0;
  for (let at = 0; at < indexes.length; at += 1) {
    sum += (weights[indexes[at] as number] as number) * (values[at] as number);
  }
  return sum;
}

function add(weights: Float32Array, vector: Vector, step: number): void {
  const { indexes, values } = vector;
  for (let at = 0; at < indexes.length; at += 1) {
    const index = indexes[at] as number;
    weights[index] = (weights[index] as number) + step * (values[at] as number);
  }
}

function squareOf(vector: Vector): number {
  return vector.values.reduce((sum, value) => sum + value * value, 0);
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const held = order[at] as number;
    order[at] = order[other] as number;
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
