import { keyAfter, keyTable } from './keys.ts';

/** Words for one thing, or for several where the word is ambiguous. */
export type WordEntry = { readonly ids: readonly string[]; readonly words: readonly string[] };

/** A word that was found in a text. */
export type WordMatch = {
  readonly ids: readonly string[];
  /** As it stands in the text. */
  readonly word: string;
  readonly from: number;
  readonly to: number;
};

export type WordFinder = (text: string) => readonly WordMatch[];

/** Words of several kinds: what is found of each is found as if the others were not there. */
export type KindsFinder<Kind extends string> = (
  text: string,
) => Readonly<Record<Kind, readonly WordMatch[]>>;

/** What a word names, by the kind's place. */
type Named = (readonly string[] | undefined)[];

/** The words of all kinds as a tree: from its root, the place 0, each letter of a word leads to another place. */
type Tree = {
  /** Where a letter, by its code, leads from a place: 0 where no word goes on with it. */
  readonly placeAfter: (place: number, code: number) => number;
  /** What the words name that end at a place. */
  readonly named: readonly (Named | undefined)[];
};

const [SPACE, HYPHEN] = [0x20, 0x2d];

/**
 * A finder of these words in a normalised text. Of two words at one place the longest is taken, and words found do
 * not overlap. English words are found with a plural ending, and with hyphens, spaces or nothing between their parts.
 */
export function wordFinder(entries: readonly WordEntry[]): WordFinder {
  const find = wordFinders({ words: entries });
  return (text) => find(text).words;
}

/** A finder of words of several kinds: one walk through the text serves for all. */
export function wordFinders<Kind extends string>(
  kinds: Readonly<Record<Kind, readonly WordEntry[]>>,
): KindsFinder<Kind> {
  const names = Object.keys(kinds) as Kind[];
  const nothing = Object.fromEntries(
    names.map((name): [Kind, readonly WordMatch[]] => [name, NONE]),
  ) as Record<Kind, readonly WordMatch[]>;
  // Made at the first text: the names of two hundred campaigns take their time, and a desk is opened between answers.
  let made: Tree | null = null;
  // One kind after another is looked for in the same text.
  let last = { text: '', found: nothing };
  return (text) => {
    if (text === last.text) return last.found;
    made ??= treeOf(names.map((name) => kinds[name]));
    const found = { ...nothing };
    for (let from = 0; from < text.length; from += 1) {
      if (isInsideWord(text, from)) continue;
      for (const [kind, match] of longestAt(made, text, from)?.entries() ?? NONE) {
        const name = names[kind];
        if (match === undefined || name === undefined) continue;
        const before = found[name];
        if (from >= (before.at(-1)?.to ?? 0)) found[name] = [...before, match];
      }
    }
    last = { text, found };
    return found;
  };
}

const NONE: readonly [] = [];

/** A kind is known by its place. */
function treeOf(kinds: readonly (readonly WordEntry[])[]): Tree {
  const all = kinds.flatMap((entries, kind) =>
    entries.flatMap(({ ids, words }) => words.map((word) => ({ key: wordKey(word), kind, ids }))),
  );
  // Letters are numbered, so that a place and a letter are one number, and its key is that of no other one.
  const numbers = new Uint16Array(0x10000);
  let letters = 1;
  for (const { key } of all) {
    for (let at = 0; at < key.length; at += 1) numbers[key.charCodeAt(at)] ||= letters++;
  }
  const keyOf = (place: number, letter: number): number => keyAfter(place * letters + letter, 0);
  const places = keyTable();
  const named: (Named | undefined)[] = [undefined];
  for (const { key, kind, ids } of all) {
    let place = 0;
    for (let at = 0; at < key.length; at += 1) {
      place = 1 + places.add(keyOf(place, numbers[key.charCodeAt(at)] ?? 0));
      if (place === named.length) named.push(undefined);
    }
    if (place === 0) continue;
    const other = named[place] ?? [];
    other[kind] = [...new Set([...(other[kind] ?? []), ...ids])];
    named[place] = other;
  }
  return {
    placeAfter(place, code) {
      const letter = numbers[code] ?? 0;
      return letter === 0 ? 0 : 1 + places.placeOf(keyOf(place, letter));
    },
    named,
  };
}

/** A word as it is compared: without the spaces and hyphens that people put in or leave out. */
export function wordKey(word: string): string {
  return word.toLowerCase().replace(/[\s-]+/g, '');
}

/** A word of Latin letters does not begin inside another one: "own hall" is not in "town hall". */
function isInsideWord(text: string, from: number): boolean {
  return isLatinAt(text, from) && isLatinAt(text, from - 1);
}

/** The longest word of each kind that begins at a place of the text, null where there is none. */
function longestAt(
  { placeAfter, named }: Tree,
  text: string,
  from: number,
): readonly (WordMatch | undefined)[] | null {
  let longest: (WordMatch | undefined)[] | null = null;
  let place = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (place !== 0 && (code === SPACE || code === HYPHEN)) continue;
    place = placeAfter(place, code);
    if (place === 0) break;
    const names = named[place];
    const to = names === undefined ? null : endOf(text, at + 1);
    if (names === undefined || to === null) continue;
    longest ??= [];
    for (const [kind, ids] of names.entries()) {
      if (ids !== undefined) longest[kind] = { ids, word: text.slice(from, to), from, to };
    }
  }
  return longest;
}

/** Where a word ends that was read up to `at`: after a plural ending, or null where it goes on as another word. */
function endOf(text: string, at: number): number | null {
  if (!isLatinAt(text, at - 1)) return at;
  const ending = text.startsWith("'s", at) ? 2 : text.startsWith('s', at) ? 1 : 0;
  if (!isLatinAt(text, at + ending)) return at + ending;
  return isLatinAt(text, at) ? null : at;
}

/** Whether a small letter or a digit stands there. */
function isLatinAt(text: string, at: number): boolean {
  // Asking for what stands outside of a text is correct and slow.
  if (at < 0 || at >= text.length) return false;
  const code = text.charCodeAt(at);
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}
