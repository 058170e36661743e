import { isHan } from './characters.ts';
import { keyAfter, keyOf } from './keys.ts';
import { stem } from './stem.ts';

/** The words, and the pairs of Chinese characters, that sentences about offers and their money have, by their keys. Plain data. */
export type SaidOfOffers = ReadonlySet<number>;

const START = { word: keyOf(0, 'word'), pair: keyOf(0, 'pair') };
const WORD = /[a-z0-9%'-]+/g;
/** A number alone says nothing. */
const SAYS_SOMETHING = /[a-z%]/;

/** What such sentences are made of; names in them are masked. */
export function saidIn(sentences: readonly string[]): SaidOfOffers {
  return new Set(sentences.flatMap((text) => [...wordsOf(text), ...pairsOf(text)]));
}

/** Whether a text has a word, or a pair of characters, that no sentence about offers has: "5g plan", 手表. */
export function isNeverSaid(text: string, said: SaidOfOffers): boolean {
  return [...wordsOf(text), ...pairsOf(text)].some((key) => !said.has(key));
}

function wordsOf(text: string): readonly number[] {
  const words = (text.match(WORD) ?? []).filter((word) => SAYS_SOMETHING.test(word));
  return words.map((word) => keyOf(START.word, stem(word)));
}

function pairsOf(text: string): readonly number[] {
  const pairs: number[] = [];
  for (let at = 0; at + 1 < text.length; at += 1) {
    const [one, other] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
    if (isHan(one) && isHan(other)) pairs.push(keyAfter(keyAfter(START.pair, one), other));
  }
  return pairs;
}
