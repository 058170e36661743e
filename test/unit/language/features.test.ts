import { describe, expect, test } from 'vitest';
import { featureSpace, featuresOf, vectorizer } from '../../../src/language/features.ts';
import { STRANGE } from './texts.ts';

describe('what a sentence consists of', () => {
  test('words, pairs of words, pairs over a gap, and letters between the edges of a word', () => {
    const { words, gaps, letters, han } = featuresOf('how to pay', []);
    expect([words.length, gaps.length, han.length]).toEqual([5, 1, 0]);
    // "<to>" alone has <t to o>, <to to>, <to>.
    expect(featuresOf('to', []).letters).toHaveLength(6);
    expect(letters).toEqual(expect.arrayContaining([...featuresOf('to', []).letters]));
  });

  test('Chinese characters and their pairs with the edges of their run; a sign for a name is one of them', () => {
    expect(featuresOf('怎么返', []).han).toHaveLength(7);
    expect(featuresOf('\uE000推', []).han).toHaveLength(5);
    expect(featuresOf('怎 么', []).han).toHaveLength(6);
  });

  test('a character beyond the first 65,536 is one character', () => {
    expect(featuresOf('𠮷', []).han).toHaveLength(3);
  });

  test('a mark is no word', () => {
    const { words, marks } = featuresOf('outlet', ['outlet']);
    expect(words).toHaveLength(1);
    expect(words).not.toEqual(marks);
  });
});

describe('a sentence as numbers', () => {
  const space = featureSpace(
    ['pay the fee', 'pay the gift', '怎么返'].map((one) => featuresOf(one, [])),
  );
  const vectorOf = vectorizer(space);

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
    expect(square('怎么返')).toBeCloseTo(1.8 ** 2);
    expect(square('pay the fee')).toBeCloseTo(1 + 0.5 ** 2 + 1.4 ** 2);
  });

  test.each(STRANGE)('%s is no fault', (_, text) => {
    expect(vectorOf(featuresOf(text, [])).values.every(Number.isFinite)).toBe(true);
  });
});
