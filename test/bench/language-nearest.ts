import { featuresOf } from '../../src/language/features.ts';
import { normalise } from '../../src/language/normalise.ts';
import { learnSpace, type Vector, vectorizer } from '../../src/language/space.ts';

/** The example that has most in common with a text, by the cosine of our own features; null where nothing is. */
export function nearestIn<T extends { readonly text: string }>(
  examples: readonly T[],
): (text: string) => T | null {
  const looksOf = (text: string) => featuresOf(normalise(text).plain, []);
  const looks = examples.map((example) => looksOf(example.text));
  const vectorOf = vectorizer(learnSpace(looks).space);
  const having = new Map<number, { readonly example: number; readonly value: number }[]>();
  for (const [example, one] of looks.entries()) {
    const vector = vectorOf(one);
    const length = lengthOf(vector);
    vector.indexes.forEach((index, at) => {
      const entries = having.get(index) ?? [];
      having.set(index, entries);
      entries.push({ example, value: (vector.values[at] ?? 0) / length });
    });
  }
  return (text) => {
    const sums = new Float64Array(examples.length);
    const { indexes, values } = vectorOf(looksOf(text));
    indexes.forEach((index, at) => {
      for (const { example, value } of having.get(index) ?? [])
        sums[example] = (sums[example] ?? 0) + value * (values[at] ?? 0);
    });
    const best = sums.reduce((best, sum, at) => (sum > (sums[best] ?? 0) ? at : best), 0);
    return (sums[best] ?? 0) > 0 ? (examples[best] ?? null) : null;
  };
}

function lengthOf({ values }: Vector): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
}
