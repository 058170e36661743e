import { pinyinReader } from './pinyin.ts';
import { type Hearing, homophoneMender } from './sounds.ts';
import { type SpellingBook, spellChecker } from './spelling.ts';

/** What is needed to mend slips of the pen. Plain data, learnt from the examples and the words. */
export type Mending = { readonly book: SpellingBook; readonly hearing: Hearing };

/** A normalised text without its slips: pinyin written out, English words and Chinese homophones put right. */
export type Mender = (text: string) => string;

export function createMender({ book, hearing }: Mending): Mender {
  const readPinyin = pinyinReader(hearing, book);
  const spell = spellChecker(book);
  const hear = homophoneMender(hearing);
  return (text) => hear(spell(readPinyin(text)));
}
