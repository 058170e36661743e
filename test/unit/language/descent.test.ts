import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDescent } from '../../../src/language/descent.ts';
import { compiledWat, DESCENT } from '../../wasm.ts';

const TERMS = { ownSlack: 0.25, slack: 0.7, smallestStep: 0.003 };

type Sentence = {
  readonly features: readonly (readonly [number, number])[];
  readonly signs: readonly number[];
};

test('descent.wasm is what descent.wat says: after a change run `npm run wasm`', async () => {
  const written = new Uint8Array(readFileSync(`${DESCENT}.wasm`));
  expect(written).toEqual(new Uint8Array(await compiledWat(`${DESCENT}.wat`)));
});

const sentencesOf = (classCount: number): fc.Arbitrary<readonly Sentence[]> =>
  fc.array(
    fc.record({
      features: fc.uniqueArray(
        fc.tuple(fc.nat({ max: 9 }), fc.float({ min: Math.fround(0.1), max: 2, noNaN: true })),
        { selector: ([feature]) => feature, maxLength: 6 },
      ),
      signs: fc.array(fc.constantFrom(-1, 0, 1), { minLength: classCount, maxLength: classCount }),
    }),
    { minLength: 1, maxLength: 12 },
  );

test('a walk moves the weights as the method says, one class after another', () => {
  const cases = fc.integer({ min: 1, max: 35 }).chain((classCount) =>
    fc.record({
      classCount: fc.constant(classCount),
      sentences: sentencesOf(classCount),
      walks: fc.integer({ min: 1, max: 4 }),
    }),
  );
  fc.assert(
    fc.property(cases, ({ classCount, sentences, walks }) => {
      const shape = { classCount, featureCount: 10, terms: TERMS };
      const descent = createDescent(
        rowsOf(sentences),
        Int8Array.from(sentences.flatMap(({ signs }) => signs)),
        shape,
      );
      const weights = Array.from({ length: classCount }, () => new Array<number>(11).fill(0));
      const duals = sentences.map(() => new Array<number>(classCount).fill(0));
      for (let walk = 0; walk < walks; walk += 1) {
        descent.walk();
        for (const [at, sentence] of sentences.entries())
          for (let one = 0; one < classCount; one += 1)
            step(sentence, sentence.signs[one] ?? 0, weights[one] ?? [], duals[at] ?? [], one);
      }
      for (let one = 0; one < classCount; one += 1)
        for (let feature = 0; feature <= 10; feature += 1)
          expect(descent.weights[feature * descent.columns + one]).toBeCloseTo(
            weights[one]?.[feature] ?? 0,
            2,
          );
    }),
    { numRuns: 300, seed: 7 },
  );
});

test('sentences are walked through in the order that is set', () => {
  const sentences: readonly Sentence[] = [
    { features: [[0, 1]], signs: [1] },
    { features: [[0, 1]], signs: [-1] },
  ];
  const shape = { classCount: 1, featureCount: 1, terms: TERMS };
  const after = (order: readonly number[]): number => {
    const descent = createDescent(rowsOf(sentences), Int8Array.of(1, -1), shape);
    descent.order.set(order);
    descent.walk();
    return descent.weights[0] ?? 0;
  };
  expect(after([0, 1])).not.toBe(after([1, 0]));
});

/** One step of dual coordinate descent for squared hinge loss, as published; moves the weights of one class. */
function step(
  { features }: Sentence,
  sign: number,
  weights: number[],
  duals: number[],
  one: number,
): void {
  if (sign === 0) return;
  const all = [...features, [10, 1] as const];
  const slack = sign === 1 ? TERMS.ownSlack : TERMS.slack;
  const margin = all.reduce((sum, [at, value]) => sum + value * (weights[at] ?? 0), 0);
  const square = all.reduce((sum, [, value]) => sum + value * value, 0);
  const dual = duals[one] ?? 0;
  const moved = Math.max((1 - sign * margin - slack * dual) / (square + slack), -dual);
  if (Math.abs(moved) < TERMS.smallestStep) return;
  duals[one] = dual + moved;
  for (const [at, value] of all) weights[at] = (weights[at] ?? 0) + sign * moved * value;
}

function rowsOf(sentences: readonly Sentence[]) {
  const starts = [0];
  for (const { features } of sentences) starts.push((starts.at(-1) ?? 0) + features.length);
  const all = sentences.flatMap(({ features }) => features);
  return {
    starts: Int32Array.from(starts),
    indexes: Int32Array.from(all.map(([feature]) => feature)),
    values: Float32Array.from(all.map(([, value]) => value)),
  };
}
