import { describe, expect, test } from 'vitest';
import { meaningFinder } from '../../../src/language/meanings.ts';

const meaningsIn = meaningFinder([
  { ids: ['return'], words: ['refund', 'give back', 'gave back', '返'] },
  { ids: ['monthly'], words: ['month by month', 'installment', '每月'] },
  { ids: ['time'], words: ['month'] },
]);

describe('what words mean', () => {
  test.each([
    ['any regular form of a word', 'was it refunded?', ['return']],
    ['a listed form of an irregular one', 'they gave back all', ['return']],
    ['a phrase, and a word within it', 'paid month by month', ['monthly', 'time']],
    ['Chinese within a sentence', '存款每月返多少', ['return', 'monthly']],
    [
      'each meaning once, in the order of the list',
      'installments and refunds, 返还',
      ['return', 'monthly'],
    ],
    ['nothing in part of a word', 'prerefundable', []],
    ['nothing where other words stand between', 'give him back', []],
    ['nothing in nothing', '', []],
  ])('%s', (_, text, meanings) => {
    expect(meaningsIn(text)).toEqual(meanings);
  });
});
