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

/** The words of all kinds as a tree of letters, each of which has a place; at the place 0 none stands. */
type Tree = {
  readonly letters: number[];
  /** The place of the letter that may follow, and of the one that may stand there instead. */
  readonly next: number[];
  readonly other: number[];
  /** What the words name that end with a letter. */
  readonly named: (Named | undefined)[];
  /** The places of the letters with which words begin. */
  readonly first: Map<number, number>;
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
  return (text) => {
    made ??= treeOf(names.map((name) => kinds[name]));
    const found = { ...nothing };
    for (let from = 0; from < text.length; from += 1) {
      if (isInsideWord(text, from)) continue;
      const first = made.first.get(text.charCodeAt(from));
      if (first === undefined) continue;
      for (const [kind, match] of longestAt(made, text, from, first).entries()) {
        const name = names[kind];
        if (match === undefined || name === undefined) continue;
        const before = found[name];
        if (from >= (before.at(-1)?.to ?? 0)) found[name] = [...before, match];
      }
    }
    return found;
  };
}

const NONE: readonly [] = [];

/** A kind is known by its place. */
function treeOf(kinds: readonly (readonly WordEntry[])[]): Tree {
  const tree: Tree = { letters: [0], next: [0], other: [0], named: [undefined], first: new Map() };
  for (const [kind, entries] of kinds.entries()) {
    for (const { ids, words } of entries) {
      for (const key of words.map(wordKey)) {
        const place = addLetters(tree, key);
        if (place === 0) continue;
        const named = tree.named[place] ?? [];
        named[kind] = [...new Set([...(named[kind] ?? []), ...ids])];
        tree.named[place] = named;
      }
    }
  }
  return tree;
}

/** The place of the last letter of a word, with all letters of the word in the tree. */
function addLetters(tree: Tree, key: string): number {
  let place = 0;
  for (let at = 0; at < key.length; at += 1) {
    const letter = key.charCodeAt(at);
    const known = at === 0 ? (tree.first.get(letter) ?? 0) : placeAfter(tree, place, letter);
    place = known === 0 ? addLetter(tree, place, letter) : known;
  }
  return place;
}

function addLetter(tree: Tree, before: number, letter: number): number {
  const place = tree.letters.push(letter) - 1;
  tree.next.push(0);
  tree.other.push(tree.next[before] ?? 0);
  tree.named.push(undefined);
  if (before === 0) tree.first.set(letter, place);
  else tree.next[before] = place;
  return place;
}

/** The place of a letter that follows the one at a place, 0 where no word goes on with it. */
function placeAfter({ letters, next, other }: Tree, place: number, letter: number): number {
  let after = next[place] ?? 0;
  while (after !== 0 && letters[after] !== letter) after = other[after] ?? 0;
  return after;
}

/** A word as it is compared: without the spaces and hyphens that people put in or leave out. */
export function wordKey(word: string): string {
  return word.toLowerCase().replace(/[\s-]+/g, '');
}

/** A word of Latin letters does not begin inside another one: "own hall" is not in "town hall". */
function isInsideWord(text: string, from: number): boolean {
  return isLatin(text.charCodeAt(from)) && isLatin(text.charCodeAt(from - 1));
}

/** The longest word of each kind that begins at a place of the text, where a first letter of the tree stands. */
function longestAt(
  tree: Tree,
  text: string,
  from: number,
  first: number,
): readonly (WordMatch | undefined)[] {
  let longest: (WordMatch | undefined)[] | null = null;
  let at = from;
  for (let place = first; place !== 0; place = placeAfter(tree, place, text.charCodeAt(at))) {
    const named = tree.named[place];
    const to = named === undefined ? null : endOf(text, at + 1);
    if (named !== undefined && to !== null) {
      longest ??= [];
      for (const [kind, ids] of named.entries()) {
        if (ids !== undefined) longest[kind] = { ids, word: text.slice(from, to), from, to };
      }
    }
    do at += 1;
    while (text.charCodeAt(at) === SPACE || text.charCodeAt(at) === HYPHEN);
  }
  return longest ?? NONE;
}

/** Where a word ends that was read up to `at`: after a plural ending, or null where it goes on as another word. */
function endOf(text: string, at: number): number | null {
  if (!isLatin(text.charCodeAt(at - 1))) return at;
  const ending = text.startsWith("'s", at) ? 2 : text.startsWith('s', at) ? 1 : 0;
  if (!isLatin(text.charCodeAt(at + ending))) return at + ending;
  return isLatin(text.charCodeAt(at)) ? null : at;
}

/** Whether a character, by its code, is a small letter or a digit; the code before the text is none (NaN). */
function isLatin(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}
