import { isHan, isLetter } from './characters.ts';
import { keyAfter, keyOf } from './keys.ts';

/** In how many sentences of the trade each word, character and pair of characters stands, by its key. Plain data. */
export type Familiar = ReadonlyMap<number, number>;

/** Words of two letters and fewer are nobody's. */
const SHORTEST_WORD = 3;
/** More than so many strange things say no more. */
const MOST = 4;
/** Where keys begin. */
const START = { word: keyOf(0, 'word'), pair: keyOf(0, 'pair'), character: keyOf(0, 'character') };

/** What a sentence is made of, each thing once. */
export type Parts = {
  readonly words: readonly number[];
  readonly characters: readonly number[];
  readonly pairs: readonly number[];
};

export function partsOf(text: string): Parts {
  const words: number[] = [];
  const characters: number[] = [];
  const pairs: number[] = [];
  const add = (parts: number[], part: number): void => {
    if (!parts.includes(part)) parts.push(part);
  };
  let before = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isLetter(code)) {
      const from = at;
      while (isLetter(text.charCodeAt(at + 1))) at += 1;
      if (at + 1 - from >= SHORTEST_WORD) add(words, keyOf(START.word, text.slice(from, at + 1)));
      before = 0;
    } else if (isHan(code)) {
      add(characters, keyAfter(START.character, code));
      if (before !== 0) add(pairs, keyAfter(keyAfter(START.pair, before), code));
      before = code;
    } else before = 0;
  }
  return { words, characters, pairs };
}

/** Counts what the sentences of the trade are made of. */
export function familiarIn(sentences: readonly Parts[]): Familiar {
  const counts = new Map<number, number>();
  const count = (part: number): void => {
    counts.set(part, (counts.get(part) ?? 0) + 1);
  };
  for (const { words, characters, pairs } of sentences) {
    words.forEach(count);
    characters.forEach(count);
    pairs.forEach(count);
  }
  return counts;
}

/**
 * Marks for how much of a sentence no sentence of the trade has: a question about a milk-tea shop's offer is made of
 * the trade's words but for one. `own` is 1 for a sentence that was itself counted.
 */
export function strangeMarks(
  { words, characters, pairs }: Parts,
  familiar: Familiar,
  own: 0 | 1,
): readonly string[] {
  const marks: string[] = [];
  const mark = (name: string, parts: readonly number[]): void => {
    if (parts.length === 0) return;
    let strange = 0;
    for (const part of parts) if ((familiar.get(part) ?? 0) <= own) strange += 1;
    marks.push(
      `${name} ${Math.min(strange, MOST)}`,
      `${name} of ${Math.round((MOST * strange) / parts.length)}`,
    );
  };
  mark('strange words', words);
  mark('strange characters', characters);
  mark('strange pairs', pairs);
  return marks;
}

/** Which share of its words and pairs of characters no sentence of the trade has, from 0 to 1. */
export function strangeShare({ words, pairs }: Parts, familiar: Familiar): number {
  const parts = [...words, ...pairs];
  return parts.filter((part) => !familiar.has(part)).length / Math.max(1, parts.length);
}
