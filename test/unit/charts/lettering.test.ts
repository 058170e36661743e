import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesOf, paragraph, widthOf } from '../../../src/charts/lettering.ts';
import { holds } from '../../holds.ts';

describe('text is measured before it is placed', () => {
  test('lines break between words, Chinese ones too, and no mark starts a line', () => {
    expect(linesOf('连锁卖场核心卖场', 10, 45)).toEqual(['连锁卖场', '核心卖场']);
    expect(linesOf('到账了，好的', 10, 30)).toEqual(['到账', '了，', '好的']);
    expect(linesOf('paid in full, at once', 10, 60)).toEqual(['paid in full,', 'at once']);
  });

  test('a number keeps its unit', () => {
    expect(linesOf('到账200元', 10, 40)).toEqual(['到账', '200元']);
  });

  test('a word that is wider than its line is broken, and no letter is lost', () => {
    holds(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 30, max: 400 }),
        (text, width) => {
          const lines = linesOf(text, 20, width);
          expect(lines.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
          for (const line of lines) {
            expect([...line].length === 1 || widthOf(line, 20) <= width).toBe(true);
          }
        },
      ),
    );
  });

  test('a heading is split into lines of about the same length', () => {
    const { marks } = paragraph('核心乡镇合作厅', { size: 30, width: 160, isCentred: true });
    expect(marks.map((mark) => (mark.kind === 'text' ? mark.text : ''))).toEqual([
      '核心乡镇',
      '合作厅',
    ]);
  });
});
