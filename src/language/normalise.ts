import type { Language } from '../bilingual.ts';
import { simplified, TRADITIONAL } from './simplified.ts';

/** Longer questions are cut here: a person's question is short, and a pasted notice says what it is in its beginning. */
export const MAX_QUESTION_LENGTH = 800;

/** A question made plain. Both texts have the same length, so that a place in one is a place in the other. */
export type PlainText = {
  /** Full-width forms folded and unseen characters removed; letters as typed. */
  readonly typed: string;
  /** `typed` in lower case and simplified characters. */
  readonly plain: string;
};

// Zero-width characters, marks of writing direction, control characters, halves of a broken pair, and characters of
// nobody's script, some of which stand for names in a masked sentence.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu;

/** Most questions hold nothing to be folded, and of capitals those of ASCII alone: they are made plain in a third of the time. */
const SIMPLE = /^[!-_a-~\u4e00-\u9fff]+(?: [!-_a-~\u4e00-\u9fff]+)*$/;
const TRADITIONAL_FORM = new RegExp(`[${TRADITIONAL}]`, 'g');

/** "1oo" and "2OO" are numbers: the letter O lies beside the zero. */
const LETTER_ZEROS = /(?<=(?<![a-z\d])\d{1,2})o{1,2}(?![a-z\d])/g;

/** The question as the dictionaries and the classifier see it. */
export function normalise(text: string): PlainText {
  const isSimple = text.length <= MAX_QUESTION_LENGTH && SIMPLE.test(text);
  const typed = isSimple ? text : foldedForms(text);
  const small =
    isSimple || SIMPLE.test(typed) ? typed.toLowerCase() : Array.from(typed, smallLetter).join('');
  return {
    typed,
    plain: small
      .replace(TRADITIONAL_FORM, simplified)
      .replace(LETTER_ZEROS, (letters) => '0'.repeat(letters.length)),
  };
}

function foldedForms(text: string): string {
  return (
    text
      .slice(0, MAX_QUESTION_LENGTH * 2)
      .normalize('NFKC')
      .replace(/[\t\n\r]+/g, ' ')
      .replace(UNSEEN, '')
      .replace(/[‘’`´]/g, "'")
      .replace(/[“”]/g, '"')
      .replace(/[‐-―−]/g, '-')
      .replace(/ {2,}/g, ' ')
      .trim()
      .slice(0, MAX_QUESTION_LENGTH)
      // The cut may go through a pair, or leave a space at the end.
      .replace(/\p{Cs}$/u, '')
      .trimEnd()
  );
}

/** A character in lower case, where that is as long. */
function smallLetter(character: string): string {
  const lower = character.toLowerCase();
  return lower.length === character.length ? lower : character;
}

const HAN = /\p{Script=Han}/gu;
const LATIN_WORD = /[a-z]{2,}/gi;

/** The language to answer in: Chinese as soon as the question holds as many characters as English words. */
export function languageOf(text: string): Language {
  const han = text.match(HAN)?.length ?? 0;
  const words = text.match(LATIN_WORD)?.length ?? 0;
  if (han === 0) return words === 0 ? 'zh' : 'en';
  return han >= words ? 'zh' : 'en';
}
