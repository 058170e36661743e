import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MaskedSentence } from '../../../src/language/classify.ts';
import { groupsOf, likenessesOf, type Pair } from '../../../src/language/likeness.ts';
import { holds } from '../../holds.ts';

const sentence = (text: string, marks: readonly string[] = []): MaskedSentence => ({ text, marks });

describe('how much two masked sentences have in common', () => {
  const sentences = [
    sentence('\uE000能推什么', ['outlet']),
    sentence('\uE000能推什么', ['outlet']),
    sentence('\uE000能推些什么', ['outlet']),
    sentence('投诉处理流程'),
    sentence('what can i offer at  xoutlet ', ['outlet']),
    sentence('what may i offer at  xoutlet ', ['outlet']),
    sentence('+++'),
  ];
  const { between } = likenessesOf(sentences);

  test('the same sentence has everything in common', () => {
    expect(between(0, 1)).toBeCloseTo(1);
    expect(between(6, 6)).toBeCloseTo(1);
  });

  test('one more character or another word leaves most of it', () => {
    expect(between(0, 2)).toBeGreaterThan(0.6);
    expect(between(4, 5)).toBeGreaterThan(0.6);
  });

  test('sentences without a word in common have nothing in common, and the order plays no part', () => {
    expect(between(0, 3)).toBe(0);
    expect(between(3, 6)).toBe(0);
    expect(between(2, 0)).toBeCloseTo(between(0, 2));
  });
});

describe('the pairs that are alike', () => {
  const word = fc.constantFrom(
    'offer',
    'hall',
    'what',
    'can',
    'the',
    '推',
    '什',
    '么',
    '\uE000',
    '',
  );
  const sentences = fc.array(
    fc.record({
      text: fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')),
      marks: fc.subarray(['outlet', 'offer', 'day']),
    }),
    { maxLength: 25 },
  );

  test('are those that a comparison of all with all would find', () => {
    holds(
      fc.property(sentences, fc.constantFrom(0.4, 0.6, 0.75, 0.9), (all, least) => {
        const { between, pairsFrom } = likenessesOf(all);
        const found = pairsFrom(least).map(({ one, other }) => `${one} ${other}`);
        const wanted = all.flatMap((_, other) =>
          Array.from({ length: other }, (_, one) => one)
            .filter((one) => between(one, other) >= least)
            .map((one) => `${one} ${other}`),
        );
        expect(found.sort()).toEqual(wanted.sort());
      }),
    );
  });

  test('make groups: what is like one of a group belongs to it', () => {
    const pair = (one: number, other: number): Pair => ({ one, other, likeness: 1 });
    const groups = groupsOf(7, [pair(0, 3), pair(5, 6), pair(3, 4)]);
    expect(groups.map((group) => group.join(' ')).sort()).toEqual(['0 3 4', '1', '2', '5 6']);
  });
});
