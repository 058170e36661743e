import { isHan, isLetter } from './characters.ts';
import { keyAfter, keyOf } from './keys.ts';
import { stem } from './stem.ts';

/**
 * How strongly each view of a sentence counts; measured on public data sets, see docs/decisions. A Chinese sentence,
 * which has one view, counts as much as an English one, which has three.
 */
export const VIEW_WEIGHTS = {
  words: 0.8,
  gaps: 0.55,
  letters: 1,
  han: 1.8,
  marks: 0.95,
  meanings: 0.5,
} as const;
type View = keyof typeof VIEW_WEIGHTS;
export const VIEWS = Object.keys(VIEW_WEIGHTS) as readonly View[];

/** The features of one sentence, by view: the key of each, as often as it occurs. */
export type Features = Readonly<Record<View, readonly number[]>>;

/** The shortest and the longest run of letters that is a feature. */
const LETTERS = { from: 2, to: 4 } as const;
/** Where keys begin: what is a word and a run of letters at once has two keys. */
const START = {
  word: keyOf(0, 'word'),
  pair: keyOf(0, 'pair'),
  gap: keyOf(0, 'gap'),
  letters: keyOf(0, 'letters'),
  han: keyOf(0, 'han'),
  mark: keyOf(0, 'mark'),
  meaning: keyOf(0, 'meaning'),
};
const EDGE = { left: '<'.charCodeAt(0), right: '>'.charCodeAt(0) };

/**
 * What a normalised sentence consists of: English words and pairs of words, also with one word between them; their
 * letters in short runs; Chinese characters and pairs of them with the ends of their run; marks for what was found in it; and
 * what its words mean.
 */
export function featuresOf(
  text: string,
  marks: readonly string[],
  meanings: readonly string[] = [],
): Features {
  const features: Record<View, number[]> = {
    words: [],
    gaps: [],
    letters: [],
    han: [],
    marks: [],
    meanings: [],
  };
  let last: number | null = null;
  let beforeLast: number | null = null;
  let at = 0;
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0;
    if (isWordPart(code)) {
      const end = endOfWord(text, at);
      addLetters(features.letters, text, at, end);
      const word = keyOf(START.word, stem(text.slice(at, end)));
      features.words.push(word);
      if (last !== null) features.words.push(keyAfter(keyAfter(START.pair, last), word));
      if (beforeLast !== null) features.gaps.push(keyAfter(keyAfter(START.gap, beforeLast), word));
      beforeLast = last;
      last = word;
      at = end;
    } else if (isHanOrSign(code)) {
      at = addHan(features.han, text, at);
    } else at += 1;
  }
  for (const mark of marks) features.marks.push(keyOf(START.mark, mark));
  for (const meaning of meanings) features.meanings.push(keyOf(START.meaning, meaning));
  return features;
}

function isWordPart(code: number): boolean {
  return isLetter(code) || (code >= 48 && code <= 57) || code === 39;
}

/** Signs of the private area stand for a name in a masked sentence. */
function isHanOrSign(code: number): boolean {
  return isHan(code) || (code >= 0xe000 && code <= 0xf8ff);
}

function endOfWord(text: string, from: number): number {
  let end = from + 1;
  while (isWordPart(text.charCodeAt(end))) end += 1;
  return end;
}

/** The runs of letters of one word between its edges. */
function addLetters(features: number[], text: string, from: number, end: number): void {
  for (let start = from - 1; start <= end; start += 1) {
    let key = START.letters;
    for (let size = 1; size <= LETTERS.to && start + size <= end + 1; size += 1) {
      const at = start + size - 1;
      const code = at < from ? EDGE.left : at === end ? EDGE.right : text.charCodeAt(at);
      key = keyAfter(key, code);
      if (size >= LETTERS.from) features.push(key);
    }
  }
}

/** The characters of one run and their pairs, with its edges; says where the run ends. */
function addHan(features: number[], text: string, from: number): number {
  let before: number = EDGE.left;
  let at = from;
  for (;;) {
    const code = text.codePointAt(at) ?? 0;
    const isInside = at < text.length && isHanOrSign(code);
    const character = isInside ? code : EDGE.right;
    features.push(keyAfter(keyAfter(START.han, before), character));
    if (!isInside) return at;
    features.push(keyAfter(START.han, code));
    before = code;
    at += code > 0xffff ? 2 : 1;
  }
}
