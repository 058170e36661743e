import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languageOf, MAX_QUESTION_LENGTH, normalise } from '../../../src/language/normalise.ts';
import { simplified } from '../../../src/language/simplified.ts';
import { holds } from '../../holds.ts';
import { anyQuestion, anyText, STRANGE } from './texts.ts';

describe('a question is made plain', () => {
  test.each([
    ['full-width letters and digits are folded', 'ＨＴ２０１４００１', 'ht2014001'],
    ['full-width marks are folded', '存２００，送１００？', '存200,送100?'],
    ['capitals are small', 'What Can I Offer', 'what can i offer'],
    [
      'traditional characters are simplified',
      '鄉鎮專營店能推薦什麼優惠',
      '乡镇专营店能推荐什么优惠',
    ],
    ['spaces are one, and none at the ends', '  自有厅 \t\n 能推　什么 ', '自有厅 能推 什么'],
    ['a line break is a space', 'own hall\r\nwhat can I offer', 'own hall what can i offer'],
    ['unseen characters are gone', '自\u200b有\ufeff厅\u202e', '自有厅'],
    ['control characters are gone', '自有\u0000厅\u0007', '自有厅'],
    ['half a pair is gone', '自有\ud83d厅', '自有厅'],
    ['the signs of a masked sentence cannot be typed', '自有\ue000厅\ue004', '自有厅'],
    ['a whole pair stays', '自有厅😀', '自有厅😀'],
    ['quotes are straight', '‘yes’ “no”', '\'yes\' "no"'],
    ['dashes are hyphens', '3月1日—15日 – ok', '3月1日-15日 - ok'],
  ])('%s', (_, text, plain) => {
    expect(normalise(text).plain).toBe(plain);
  });

  test('what was typed keeps its capitals and its traditional characters', () => {
    expect(normalise('合約ＨＴ２０１４００１').typed).toBe('合約HT2014001');
  });

  test('a long question is cut, and not inside a pair', () => {
    const long = normalise(`a${'😀'.repeat(MAX_QUESTION_LENGTH)}`);
    expect(long.typed.length).toBeLessThanOrEqual(MAX_QUESTION_LENGTH);
    expect(long.typed.isWellFormed()).toBe(true);
    expect(normalise('好'.repeat(40_000)).typed).toHaveLength(MAX_QUESTION_LENGTH);
  });

  test.each([
    ['Chinese', '核心乡镇合作厅能推什么'],
    ['English', 'what can i offer at a township partner hall '],
    ['digits', '9'],
    ['one word', 'a'],
    ['a mixture', 'township 存200送100 for 3 households? '],
    ['an ambiguous name', '存费送费'],
    ['emoji', '😀'],
    ['families of emoji', '👩‍👩‍👧‍👦'],
    ['combining marks', 'e\u0301\u0323'],
    ['marks that combine with nothing', '\u0301'],
    ['a letter that grows in its plain form', '\ufdfa'],
    ['capitals', 'TOWNSHIP '],
  ])('of 40,000 characters of %s the end is not looked at', (_, piece) => {
    const long = piece.repeat(40_000 / piece.length + 1).slice(0, 40_000);
    const cut = normalise(`${long} 自有厅`);
    expect(cut).toEqual(normalise(long));
    expect(cut.plain.length).toBeLessThanOrEqual(MAX_QUESTION_LENGTH);
  });

  test('a place in the plain text is the same place in the typed one', () => {
    holds(
      fc.property(fc.oneof(anyText, anyQuestion), (text) => {
        const { typed, plain } = normalise(text);
        expect(plain).toHaveLength(typed.length);
        for (const [at, character] of [...typed].entries()) {
          if (/[a-z0-9]/.test(character)) expect([...plain][at]).toBe(character);
        }
      }),
    );
  });

  test('nothing unseen is left, and nothing is broken', () => {
    holds(
      fc.property(fc.oneof(anyText, anyQuestion), (text) => {
        const { typed, plain } = normalise(text);
        expect(typed).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/u);
        expect(typed.isWellFormed() && plain.isWellFormed()).toBe(true);
        expect(typed).not.toMatch(/^ | $| {2}/);
      }),
      500,
    );
  });

  test('made plain once more, a question is the same', () => {
    holds(
      fc.property(anyQuestion, (text) => {
        const { plain } = normalise(text);
        expect(normalise(plain).plain).toBe(plain);
      }),
    );
  });

  test.each(STRANGE)('%s is read without a fault', (_, text) => {
    expect(() => normalise(text)).not.toThrow();
  });
});

describe('a character has one simplified form', () => {
  test.each([
    ['廳', '厅'],
    ['專', '专'],
    ['營', '营'],
    ['約', '约'],
    ['機', '机'],
    ['餘', '余'],
    ['厅', '厅'],
    ['a', 'a'],
    ['😀', '😀'],
  ])('%s is %s', (character, expected) => {
    expect(simplified(character)).toBe(expected);
  });
});

describe('the answer is in the language of the question', () => {
  test.each([
    ['核心乡镇合作厅能推什么', 'zh'],
    ['what can I offer at a township partner hall', 'en'],
    ['township store 能推什么', 'zh'],
    ['can I offer 存费送机 at the chain core store today please', 'en'],
    ['200', 'zh'],
    ['？', 'zh'],
    ['', 'zh'],
    ['ok', 'en'],
    ['😀', 'zh'],
  ])('%j is answered in %s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});
