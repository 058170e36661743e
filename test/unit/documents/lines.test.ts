import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writable } from '../../../src/documents/letters.ts';
import { linesOf } from '../../../src/documents/lines.ts';

/** A Chinese character is as wide as two Latin letters. */
const wide = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 0x80 ? 1 : 2), 0);

describe('lines that fit', () => {
  test('words are kept whole, marks stay with what they belong to', () => {
    expect(linesOf('one two, three', 8, wide)).toEqual(['one two,', 'three']);
    expect(linesOf('他说没有签字。', 12, wide)).toEqual(['他说没有签', '字。']);
    expect(linesOf('答复（书面）', 6, wide)).toEqual(['答复', '（书', '面）']);
  });

  test('a word wider than the line is broken, and its own line ends stay', () => {
    expect(linesOf('aaaaaaaaaa b', 4, wide)).toEqual(['aaaa', 'aaaa', 'aa b']);
    expect(linesOf('a\n\nb', 9, wide)).toEqual(['a', '', 'b']);
  });

  test('no letter is lost, and no line is too wide', () => {
    const letters = fc.constantFrom(...'ab 客户。，（）「」.-/12\n');
    fc.assert(
      fc.property(fc.string({ unit: letters }), fc.integer({ min: 8, max: 30 }), (text, width) => {
        const lines = linesOf(text, width, wide);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const line of lines) expect(wide(line)).toBeLessThanOrEqual(width);
      }),
    );
  });

  test('what can be written stays the same when it is made writable again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = writable(text);
        expect(writable(once)).toBe(once);
        expect(once).not.toMatch(/\p{Cf}|[\p{Cc}--\n]/v);
      }),
    );
  });
});
