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
  const isAnywhere = ({ isPlaceInList, besideNumber }: Shorthand): boolean =>
    isPlaceInList !== true && besideNumber === undefined;
  const writeOut = shorthandWriter(shorthand.filter(isAnywhere));
  const writeBesideNumbers = besideNumberWriter(shorthand);
  const withPlacesInFull = placeWriter(
    shorthand.filter(({ isPlaceInList }) => isPlaceInList === true),
  );
  const readPinyin = pinyinReader(hearing, book);
  const spell = spellChecker(book);
  const separate = wordSeparator(book);
  const hear = homophoneMender(hearing);
  const mendWords: Mender = (text) =>
    hasStrangeWord(book, text) ? writeOut(separate(spell(readPinyin(text)))) : text;
  return (text) => hear(withPlacesInFull(mendWords(writeOut(writeBesideNumbers(text)))));
}

/** Writes out letters that are a word only close to a number, and sets them apart from it: "d200", "8hh". */
function besideNumberWriter(entries: readonly Shorthand[]): Mender {
  const side = (which: Shorthand['besideNumber']): ReadonlyMap<string, string> =>
    new Map(
      entries.flatMap(({ means, typed, besideNumber }) =>
        besideNumber === which ? typed.map((short): [string, string] => [short, means]) : [],
      ),
    );
  const [before, after] = [side('before'), side('after')];
  const except = new Map(
    entries.flatMap(({ typed, exceptAfter = [] }) =>
      exceptAfter.length === 0 ? [] : typed.map((short) => [short, exceptAfter] as const),
    ),
  );
  const notBehind = (short: string): string => {
    const numbers = except.get(short)?.join('|');
    return numbers === undefined ? '' : `(?<!(?<!\\d)(?:${numbers}))`;
  };
  const anyOf = (words: ReadonlyMap<string, string>): string =>
    [...words.keys()]
      .sort((one, other) => other.length - one.length)
      .map((short) => notBehind(short) + RegExp.escape(short))
      .join('|');
  const patterns = [
    ...(before.size === 0 ? [] : [`(?<![a-z0-9'-])(?:${anyOf(before)})(?=\\d{2,3}(?!\\d))`]),
    ...(after.size === 0 ? [] : [`(?<=(?<![a-z0-9-])\\d{1,4})(?:${anyOf(after)})(?![a-z0-9'])`]),
  ];
  if (patterns.length === 0) return (text) => text;
  const pattern = new RegExp(patterns.join('|'), 'g');
  // No digit stands behind what is written out after one.
  return (text) =>
    text.replace(pattern, (short, at: number) =>
      /[0-9]/.test(text.charAt(at + short.length))
        ? `${before.get(short)} `
        : ` ${after.get(short)}`,
    );
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
  // Most texts have nothing but what stands for itself.
  const typed = new Set(entries.flatMap((entry) => entry.typed));
  return (text) =>
    text.match(pattern)?.some((short) => typed.has(short)) === true
      ? text.replace(pattern, (short) => meanings.get(short) ?? short)
      : text;
}
