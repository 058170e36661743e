import type { Shorthand } from './lexicon.ts';
import { pinyinReader } from './pinyin.ts';
import { type Hearing, homophoneMender } from './sounds.ts';
import { type SpellingBook, spellChecker } from './spelling.ts';

/** What is needed to mend slips of the pen. Plain data, learnt from the examples and the words. */
export type Mending = {
  readonly shorthand: readonly Shorthand[];
  readonly book: SpellingBook;
  readonly hearing: Hearing;
};

/** A normalised text without its slips: pinyin written out, English words and Chinese homophones put right. */
export type Mender = (text: string) => string;

export function createMender({ shorthand, book, hearing }: Mending): Mender {
  const writeOut = shorthandWriter(shorthand);
  const readPinyin = pinyinReader(hearing, book);
  const spell = spellChecker(book);
  const hear = homophoneMender(hearing);
  return (text) => hear(spell(readPinyin(writeOut(text))));
}

/** Writes out what was typed for short; English as whole words, Chinese wherever it stands. */
function shorthandWriter(entries: readonly Shorthand[]): Mender {
  const meanings = new Map(
    entries.flatMap(({ means, typed }) => typed.map((short): [string, string] => [short, means])),
  );
  if (meanings.size === 0) return (text) => text;
  const patterns = [...meanings.keys()]
    .sort((one, other) => other.length - one.length)
    .map((short) => (/^[a-z0-9]/.test(short) ? `(?<![a-z0-9'])${short}(?![a-z0-9'])` : short));
  const pattern = new RegExp(patterns.join('|'), 'g');
  return (text) => text.replace(pattern, (short) => meanings.get(short) ?? short);
}
