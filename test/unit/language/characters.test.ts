import { expect, test } from 'vitest';
import { isHan, isLetter } from '../../../src/language/characters.ts';

test('a character is Chinese where Unicode says so, and only there', () => {
  const wrong = Array.from({ length: 0x32000 }, (_, code) => code).filter(
    (code) => isHan(code) !== /\p{Script=Han}/u.test(String.fromCodePoint(code)),
  );
  expect(wrong).toEqual([]);
});

test('letters are a to z', () => {
  expect([..."`az{A1'é"].map((one) => isLetter(one.charCodeAt(0)))).toEqual([
    false,
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});
