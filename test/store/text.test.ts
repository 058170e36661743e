import fc from 'fast-check';
import { expect, test } from 'vitest';
import { storableText } from '../../src/store/text.ts';

const anyText = fc.string({ unit: 'binary' });

test('NUL and lone surrogates go, everything else stays', () => {
  expect(storableText('a\u0000b\ud800c\udc00d')).toBe('abcd');
  expect(storableText('退订 👩‍👧 \ud83d\ude42\n\t')).toBe('退订 👩‍👧 🙂\n\t');
});

test('text that both engines take is not touched', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      fc.pre(!text.includes('\u0000'));
      expect(storableText(text)).toBe(text);
    }),
  );
});

test('whatever goes in, well-formed text without NUL comes out', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
      const text = storableText(String.fromCharCode(...units));
      expect(text.isWellFormed() && !text.includes('\u0000')).toBe(true);
    }),
  );
});
