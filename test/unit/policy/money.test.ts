import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fenOf, yuanOf, yuanText } from '../../../src/policy/money.ts';
import { holds } from '../../holds.ts';

const anyFen = fc.integer({ min: 0, max: 100_000_000 });

describe('money is counted in fen', () => {
  test('what is read in yuan and said in yuan is the same amount', () => {
    holds(
      fc.property(anyFen, (fen) => {
        expect(fenOf(yuanOf(fen))).toBe(fen);
        expect(fenOf(Number(yuanText(fen)))).toBe(fen);
      }),
    );
  });

  test('a number of yuan prints with no more than two decimals', () => {
    holds(
      fc.property(anyFen, (fen) => {
        expect(JSON.stringify(yuanOf(fen))).toMatch(/^\d+(?:\.\d{1,2})?$/);
      }),
    );
  });

  test.each([
    [0, '0'],
    [1000, '10'],
    [833, '8.33'],
    [850, '8.50'],
    [5, '0.05'],
    [-40, '-0.40'],
  ])('%s fen are %s yuan in words', (fen, text) => {
    expect(yuanText(fen)).toBe(text);
  });

  test.each([0.001, 8.333, 0.1 + 0.2, 1e-9, 100.005])('%s yuan are no amount of fen', (yuan) => {
    expect(fenOf(yuan)).toBeNull();
  });

  test('a dime and two dimes are thirty fen', () => {
    expect((fenOf(0.1) ?? 0) + (fenOf(0.2) ?? 0)).toBe(fenOf(0.3));
  });
});
