import { describe, expect, test } from 'vitest';
import { featuresOf } from '../../../src/language/features.ts';

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
