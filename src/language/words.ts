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

/** What a word names of one kind. */
type Named<Kind> = { readonly kind: Kind; readonly ids: readonly string[] };

/** The words of all kinds as a tree: from its root, the place 0, each letter of a word leads to another place. */
type Tree<Kind> = {
  /** Where a letter, by its code, leads from a place: 0 where no word goes on with it. */
  readonly placeAfter: (place: number, code: number) => number;
  /** What the words name that end at a place. */
  readonly named: readonly (readonly Named<Kind>[])[];
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
  let made: Tree<Kind> | null = null;
  // One kind after another is looked for in the same text.
  let last = { text: '', found: nothing };
  return (text) => {
    if (text === last.text) return last.found;
    made ??= treeOf(kinds, names);
    const found = { ...nothing };
    for (let from = 0; from < text.length; from += 1) {
      if (!isInsideWord(text, from)) addWordsAt(made, text, from, found);
    }
    last = { text, found };
    return found;
  };
}

const NONE: readonly [] = [];

function treeOf<Kind extends string>(
  kinds: Readonly<Record<Kind, readonly WordEntry[]>>,
  names: readonly Kind[],
): Tree<Kind> {
  const all = names.flatMap((kind) =>
    kinds[kind].flatMap(({ ids, words }) =>
      words.map((word) => ({ key: wordKey(word), kind, ids })),
    ),
  );
  // Letters are numbered from 1 on, and their numbers are the places to which they lead from the root.
  const letters = new Uint16Array(0x10000);
  let count = 1;
  for (const { key } of all) {
    for (let at = 0; at < key.length; at += 1) letters[key.charCodeAt(at)] ||= count++;
  }
  // A place and a letter are one number, and its key is that of no other one.
  const steps = keyTable();
  const stepOf = (place: number, letter: number): number => keyAfter(place * count + letter, 0);
  const named: (readonly Named<Kind>[])[] = new Array(count).fill(NONE);
  for (const { key, kind, ids } of all) {
    let place = 0;
    for (let at = 0; at < key.length; at += 1) {
      const letter = letters[key.charCodeAt(at)] ?? 0;
      place = place === 0 ? letter : count + steps.add(stepOf(place, letter));
      if (place === named.length) named.push(NONE);
    }
    if (place !== 0) named[place] = withNamed(named[place] ?? NONE, { kind, ids });
  }
  return {
    placeAfter(place, code) {
      const letter = letters[code] ?? 0;
      if (place === 0 || letter === 0) return letter;
      const step = steps.placeOf(stepOf(place, letter));
      return step < 0 ? 0 : count + step;
    },
    named,
  };
}

function withNamed<Kind>(
  named: readonly Named<Kind>[],
  { kind, ids }: Named<Kind>,
): readonly Named<Kind>[] {
  const before = named.find((one) => one.kind === kind)?.ids ?? NONE;
  const others = named.filter((one) => one.kind !== kind);
  return [...others, { kind, ids: [...new Set([...before, ...ids])] }];
}

/** A word as it is compared: without the spaces and hyphens that people put in or leave out. */
export function wordKey(word: string): string {
  return word.toLowerCase().replace(/[\s-]+/g, '');
}

/** A word of Latin letters does not begin inside another one: "own hall" is not in "town hall". */
function isInsideWord(text: string, from: number): boolean {
  return isLatinAt(text, from) && isLatinAt(text, from - 1);
}

/** Adds the longest word of each kind that begins at a place of the text, if it begins behind those found before. */
function addWordsAt<Kind extends string>(
  { placeAfter, named }: Tree<Kind>,
  text: string,
  from: number,
  found: Record<Kind, readonly WordMatch[]>,
): void {
  let place = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (place !== 0 && (code === SPACE || code === HYPHEN)) continue;
    place = placeAfter(place, code);
    if (place === 0) return;
    const names = named[place] ?? NONE;
    const to = names.length === 0 ? null : endOf(text, at + 1);
    if (to === null) continue;
    for (const { kind, ids } of names) {
      const match = { ids, word: text.slice(from, to), from, to };
      const before = found[kind];
      const last = before.at(-1);
      if (last?.from === from) found[kind] = [...before.slice(0, -1), match];
      else if (last === undefined || last.to <= from) found[kind] = [...before, match];
    }
  }
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
