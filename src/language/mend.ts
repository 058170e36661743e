import { placeWriter } from './ellipsis.ts';
import type { Shorthand } from './lexicon.ts';
import { pinyinReader } from './pinyin.ts';
import { wordSeparator } from './run-together.ts';
import { type Hearing, homophoneMender } from './sounds.ts';
import { hasStrangeWord, type SpellingBook, spellChecker } from './spelling.ts';

/** What is needed to mend slips of the pen. Plain data, learnt from the examples and the words. */
export type Mending = {
  readonly shorthand: readonly Shorthand[];
  readonly book: SpellingBook;
  readonly hearing: Hearing;
};

/** A normalised text without its slips: pinyin written out, English words and Chinese homophones put right. */
export type Mender = (text: string) => string;

export function createMender({ shorthand, book, hearing }: Mending): Mender {
  const writeOut = shorthandWriter(shorthand.filter(({ isPlaceInList }) => isPlaceInList !== true));
  const withPlacesInFull = placeWriter(
    shorthand.filter(({ isPlaceInList }) => isPlaceInList === true),
  );
  const readPinyin = pinyinReader(hearing, book);
  const spell = spellChecker(book);
  const separate = wordSeparator(book);
  const hear = homophoneMender(hearing);
  const mendWords: Mender = (text) =>
    hasStrangeWord(book, text) ? writeOut(separate(spell(readPinyin(text)))) : text;
  return (text) => hear(withPlacesInFull(mendWords(writeOut(text))));
}

/** Writes out what was typed for short; English as whole words, Chinese wherever it stands. */
function shorthandWriter(entries: readonly Shorthand[]): Mender {
  const meanings = new Map(
    // What is meant stands for itself: 么时候 is short for 什么时候, and not inside of it.
    entries.flatMap(({ means, typed }) =>
      [means, ...typed].map((short): [string, string] => [short, means]),
    ),
  );
  if (meanings.size === 0) return (text) => text;
  const longestFirst = [...meanings.keys()].sort((one, other) => other.length - one.length);
  const isEnglish = (short: string): boolean => /^[a-z0-9]/.test(short);
  const english = longestFirst.filter(isEnglish).map(RegExp.escape).join('|');
  const chinese = longestFirst.filter((short) => !isEnglish(short)).map(RegExp.escape);
  const pattern = new RegExp(
    [`(?<![a-z0-9'])(?:${english})(?![a-z0-9'])`, ...chinese].join('|'),
    'g',
  );
  return (text) => text.replace(pattern, (short) => meanings.get(short) ?? short);
}
