import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyAfter, keyOf, keyTable } from '../../../src/language/keys.ts';
import { holds } from '../../holds.ts';

describe('a table of keys', () => {
  test('gives each key one place, in the order in which they came', () => {
    holds(
      fc.property(fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })), (keys) => {
        const table = keyTable();
        const distinct = [...new Set(keys)];
        expect(keys.map((key) => table.add(key))).toEqual(keys.map((key) => distinct.indexOf(key)));
        expect([...table.keys()]).toEqual(distinct);
        expect(distinct.map(table.placeOf)).toEqual([...distinct.keys()]);
      }),
    );
  });

  test('knows the keys that it was given, and no others', () => {
    const known = Int32Array.from({ length: 5000 }, (_, index) =>
      keyAfter(keyOf(0, 'known'), index),
    );
    const table = keyTable(known);
    expect(table.placeOf(known[4321] ?? 0)).toBe(4321);
    expect(table.placeOf(keyAfter(keyOf(0, 'unknown'), 1))).toBe(-1);
    expect(keyTable().placeOf(0)).toBe(-1);
  });
});

test('texts that begin alike, or hold the same letters, have keys of their own', () => {
  const texts = ['', 'a', 'aa', 'ab', 'ba', 'abc', '存费', '费存', '存费送机'];
  expect(new Set(texts.map((text) => keyOf(1, text))).size).toBe(texts.length);
  expect(keyOf(1, 'ab')).not.toBe(keyOf(2, 'ab'));
});
