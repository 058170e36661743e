import { readFileSync } from 'node:fs';
import type { Rows } from './space.ts';

/** What the sentences of each class are learnt with. */
export type Terms = {
  /** How far errors are tolerated in a class's own sentences, and in those of the rest. */
  readonly ownSlack: number;
  readonly slack: number;
  /** A step that moves no margin by as much as this is not taken. */
  readonly smallestStep: number;
};

/** Training in its memory: weights and duals are 0 before the first walk. */
export type Descent = {
  /** The order in which the next walk goes through the sentences. */
  readonly order: Int32Array;
  readonly walk: () => void;
  /** One row a feature and that of the bias behind the last one, one column a class; columns that no class needs are 0. */
  readonly weights: Float32Array;
  readonly columns: number;
};

/** So many classes are worked on at once. */
const CLASSES_AT_ONCE = 16;
const WORD = 4;
const PAGE = 65_536;
const CACHE_LINE = 64;

type Walk = (...parameters: readonly number[]) => void;
let compiled: WebAssembly.Module | null = null;

/**
 * Dual coordinate descent for all classes at once. The walk itself is WebAssembly (descent.wat), as JavaScript has no way to
 * work on several numbers at a time: it takes less than half as long, and gives the same on every machine. `signs`
 * as in `trainLinear`.
 */
export function createDescent(
  rows: Rows,
  signs: Int8Array,
  {
    classCount,
    featureCount,
    terms,
  }: { readonly classCount: number; readonly featureCount: number; readonly terms: Terms },
): Descent {
  const sentences = rows.starts.length - 1;
  const occurrences = rows.starts[sentences]!;
  const width = Math.ceil(classCount / CLASSES_AT_ONCE) * CLASSES_AT_ONCE;
  const { at, words, numbers, walk } = memoryFor({
    weights: (featureCount + 1) * width,
    signs: sentences * width,
    duals: sentences * width,
    squares: sentences,
    order: sentences,
    starts: sentences + 1,
    features: occurrences,
    values: occurrences,
  });
  const wordsAt = (place: number, length: number): Int32Array =>
    words.subarray(place / WORD, place / WORD + length);
  const numbersAt = (place: number, length: number): Float32Array =>
    numbers.subarray(place / WORD, place / WORD + length);

  const rowBytes = width * WORD;
  const places = wordsAt(at.features, occurrences);
  for (let one = 0; one < occurrences; one += 1)
    places[one] = at.weights + rows.indexes[one]! * rowBytes;
  numbersAt(at.values, occurrences).set(rows.values.subarray(0, occurrences));
  const starts = wordsAt(at.starts, sentences + 1);
  for (let one = 0; one <= sentences; one += 1) starts[one] = rows.starts[one]! * WORD;
  numbersAt(at.squares, sentences).set(squaresOf(rows));
  const signsBySentence = numbersAt(at.signs, sentences * width);
  for (let sentence = 0; sentence < sentences; sentence += 1) {
    const from = sentence * classCount;
    signsBySentence.set(signs.subarray(from, from + classCount), sentence * width);
  }
  const order = wordsAt(at.order, sentences);
  order.forEach((_, sentence) => {
    order[sentence] = sentence;
  });
  const parameters = [
    ...[at.order, at.order + sentences * WORD, at.starts, at.features, at.values],
    ...[at.squares, at.signs, at.duals, at.weights + featureCount * rowBytes, rowBytes],
    ...[terms.ownSlack, terms.slack, terms.smallestStep],
  ];
  return {
    order,
    walk: () => walk(...parameters),
    weights: numbersAt(at.weights, (featureCount + 1) * width),
    columns: width,
  };
}

/** A memory with room for arrays of so many numbers, each from the beginning of a cache line on. */
function memoryFor<Name extends string>(lengths: Readonly<Record<Name, number>>) {
  const at = {} as Record<Name, number>;
  let end = 0;
  for (const [name, length] of Object.entries(lengths) as [Name, number][]) {
    at[name] = end;
    end += Math.ceil((length * WORD) / CACHE_LINE) * CACHE_LINE;
  }
  const all = new WebAssembly.Memory({ initial: Math.ceil(end / PAGE) });
  compiled ??= new WebAssembly.Module(readFileSync(new URL('./descent.wasm', import.meta.url)));
  const { walk } = new WebAssembly.Instance(compiled, { memory: { all } }).exports as {
    readonly walk: Walk;
  };
  return { at, words: new Int32Array(all.buffer), numbers: new Float32Array(all.buffer), walk };
}

/** The squared length of each sentence, with the bias as one feature more. */
function squaresOf({ starts, values }: Rows): Float32Array {
  const squares = new Float32Array(starts.length - 1);
  for (let at = 0; at < squares.length; at += 1) {
    let square = 1;
    for (let place = starts[at]!; place < starts[at + 1]!; place += 1)
      square += values[place]! * values[place]!;
    squares[at] = square;
  }
  return squares;
}
