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

/** One letter further into the words: what may follow, and where words end here what they name, by the kind's place. */
type Node = {
  readonly next: Map<number, Node>;
  named: (readonly string[] | undefined)[] | null;
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
  // Made at the first text: the names of two hundred campaigns take their time, and a desk is opened between answers.
  let made: Tree | null = null;
  return (text) => {
    made ??= treeOf(names.map((name) => kinds[name]));
    const { root, begins } = made;
    const found = names.map((): WordMatch[] => []);
    const longest: (WordMatch | null)[] = names.map(() => null);
    for (let from = 0; from < text.length; from += 1) {
      if (!begins.mayBegin(text, from) || isInsideWord(text, from)) continue;
      findAt(root, text, from, longest);
      for (let kind = 0; kind < longest.length; kind += 1) {
        const match = longest[kind];
        if (match === null || match === undefined) continue;
        longest[kind] = null;
        if (from >= (found[kind]?.at(-1)?.to ?? 0)) found[kind]?.push(match);
      }
    }
    return Object.fromEntries(names.map((name, kind) => [name, found[kind] ?? []])) as Record<
      Kind,
      WordMatch[]
    >;
  };
}

type Tree = { readonly root: Node; readonly begins: Beginnings };

/** All words of all kinds, a kind being known by its place. */
function treeOf(kinds: readonly (readonly WordEntry[])[]): Tree {
  const root: Node = { next: new Map(), named: null };
  const begins = beginnings();
  for (const [kind, entries] of kinds.entries()) {
    for (const { ids, words } of entries) {
      for (const key of words.map(wordKey)) {
        addWord(root, key, { kind, ids });
        begins.add(key);
      }
    }
  }
  return { root, begins };
}

/** A word as it is compared: without the spaces and hyphens that people put in or leave out. */
export function wordKey(word: string): string {
  return word.toLowerCase().replace(/[\s-]+/g, '');
}

function addWord(
  root: Node,
  key: string,
  { kind, ids }: { readonly kind: number; readonly ids: readonly string[] },
): void {
  let node = root;
  for (let at = 0; at < key.length; at += 1) {
    const next = node.next.get(key.charCodeAt(at)) ?? { next: new Map(), named: null };
    node.next.set(key.charCodeAt(at), next);
    node = next;
  }
  if (node === root) return;
  node.named ??= [];
  node.named[kind] = [...new Set([...(node.named[kind] ?? []), ...ids])];
}

/** At most places no word begins, and two letters tell: looking into the words is left to the others. */
type Beginnings = {
  readonly add: (key: string) => void;
  readonly mayBegin: (text: string, from: number) => boolean;
};

function beginnings(): Beginnings {
  const pairs = new Uint8Array(0x10000);
  const single = new Uint8Array(0x10000);
  const placeOf = (first: number, second: number): number => ((first << 5) ^ second) & 0xffff;
  return {
    add(key) {
      if (key.length === 1) single[key.charCodeAt(0)] = 1;
      else pairs[placeOf(key.charCodeAt(0), key.charCodeAt(1))] = 1;
    },
    mayBegin(text, from) {
      const first = text.charCodeAt(from);
      const second = text.charCodeAt(from + 1);
      return (
        pairs[placeOf(first, second)] === 1 ||
        single[first] === 1 ||
        second === SPACE ||
        second === HYPHEN
      );
    },
  };
}

/** A word of Latin letters does not begin inside another one: "own hall" is not in "town hall". */
function isInsideWord(text: string, from: number): boolean {
  return isLatin(text.charCodeAt(from)) && isLatin(text.charCodeAt(from - 1));
}

/** Sets the longest word of each kind that begins at a place. */
function findAt(root: Node, text: string, from: number, longest: (WordMatch | null)[]): void {
  let node = root;
  for (let at = from; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    const next = node.next.get(character);
    if (next === undefined) {
      if (at > from && (character === SPACE || character === HYPHEN)) continue;
      break;
    }
    node = next;
    const { named } = node;
    if (named === null) continue;
    const to = endOf(text, at + 1);
    if (to === null) continue;
    for (let kind = 0; kind < named.length; kind += 1) {
      const ids = named[kind];
      if (ids !== undefined) longest[kind] = { ids, word: text.slice(from, to), from, to };
    }
  }
}

/** Where a word ends that was read up to `at`: after a plural ending, or null where it goes on as another word. */
function endOf(text: string, at: number): number | null {
  if (!isLatin(text.charCodeAt(at - 1))) return at;
  const ending = /^(?:'?s)?(?![a-z0-9])/.exec(text.slice(at, at + 3));
  return ending === null ? null : at + ending[0].length;
}

/** Whether a character, by its code, is a small letter or a digit; the code before the text is none (NaN). */
function isLatin(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}
