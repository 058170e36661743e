import { describe, expect, test } from 'vitest';
import { featuresOf, VIEW_WEIGHTS } from '../../../src/language/features.ts';
import { learnSpace, vectorizer } from '../../../src/language/space.ts';
import { STRANGE } from './texts.ts';

describe('a sentence as numbers', () => {
  const sentences = ['pay the fee', 'pay the gift', '怎么返'].map((one) => featuresOf(one, []));
  const { space, rows } = learnSpace(sentences);
  const vectorOf = vectorizer(space);

  test('a sentence that was learnt from is the same numbers when it is asked', () => {
    for (const [at, sentence] of sentences.entries()) {
      const [from, to] = [rows.starts[at], rows.starts[at + 1]];
      const { indexes, values } = vectorOf(sentence);
      expect(Array.from(rows.indexes.subarray(from, to))).toEqual(indexes);
      // Rows are weighed in numbers of half the length.
      for (const [place, value] of rows.values.subarray(from, to).entries())
        expect(value).toBeCloseTo(values[place] ?? 0, 6);
      expect(values).toHaveLength((to ?? 0) - (from ?? 0));
    }
  });

  test('what the training sentences do not hold weighs nothing', () => {
    expect(vectorOf(featuresOf('奶茶 zzz', []))).toEqual({ indexes: [], values: [] });
  });

  test('what few of them hold weighs more', () => {
    const { values } = vectorOf(featuresOf('the fee', []));
    const [common, , rare] = [values[0] ?? 0, values[1] ?? 0, values[1] ?? 0];
    expect(rare).toBeGreaterThan(common);
  });

  test('each view has its own length, however long the sentence is', () => {
    const square = (text: string): number =>
      vectorOf(featuresOf(text, [])).values.reduce((sum, value) => sum + value * value, 0);
    const { words, gaps, letters, han } = VIEW_WEIGHTS;
    expect(square('怎么返')).toBeCloseTo(han ** 2);
    expect(square('pay the fee')).toBeCloseTo(words ** 2 + gaps ** 2 + letters ** 2);
  });

  test.each(STRANGE)('%s is no fault', (_, text) => {
    expect(vectorOf(featuresOf(text, [])).values.every(Number.isFinite)).toBe(true);
  });
});
