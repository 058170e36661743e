/** Words for one thing, or for several where the word is ambiguous. */
export type WordEntry = { readonly ids: readonly string[]; readonly words: readonly string[] };

/** A word that was found in a text. */
export type WordMatch = {
  readonly ids: readonly string[];
  /** As it stands in the text. */
  readonly word: string;
  readonly from: number;
  readonly to: number;
  /** It is described, and not called by a name. */
  readonly isDescribed?: true;
};

export type WordFinder = (text: string) => readonly WordMatch[];

/** Words of several kinds: what is found of each is found as if the others were not there. */
export type KindsFinder<Kind extends string> = (
  text: string,
) => Readonly<Record<Kind, readonly WordMatch[]>>;

/** What a word names of one kind. */
type Named<Kind> = { readonly kind: Kind; readonly ids: readonly string[] };

/** The words of all kinds as a tree. The letters that may follow one stand side by side, as memory is read that way. */
type Tree<Kind> = {
  readonly letters: Uint16Array;
  /** Where those begin that may follow a letter; they end where those begin that may follow the next one. */
  readonly next: Int32Array;
  /** Where each letter, by its code, stands as the first one of words; 0 where there is none. */
  readonly first: Uint16Array;
  /** What the words name that end with a letter. */
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
    let isBehindLatin = false;
    for (let from = 0; from < text.length; from += 1) {
      const isLatin = isLatinAt(text, from);
      // A word of Latin letters does not begin inside another one: "own hall" is not in "town hall".
      if (!isLatin || !isBehindLatin) addWordsAt(made, text, from, found);
      isBehindLatin = isLatin;
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
  const byKey = new Map<string, readonly Named<Kind>[]>();
  for (const kind of names) {
    for (const { ids, words } of kinds[kind]) {
      for (const key of words.map(wordKey))
        byKey.set(key, withNamed(byKey.get(key) ?? NONE, { kind, ids }));
    }
  }
  byKey.delete('');
  const keys = [...byKey.keys()].sort();
  // A letter stands for keys that are neighbours: those with the same letters up to it.
  const nodes = [{ letter: 0, length: 0, from: 0, to: keys.length }];
  const named: (readonly Named<Kind>[])[] = [];
  const next: number[] = [];
  for (const { length, from, to } of nodes) {
    next.push(nodes.length);
    named.push((keys[from]?.length === length ? byKey.get(keys[from]) : undefined) ?? NONE);
    for (let at = named.at(-1) === NONE ? from : from + 1; at < to; ) {
      const letter = keys[at]?.charCodeAt(length) ?? 0;
      let end = at + 1;
      while (end < to && keys[end]?.charCodeAt(length) === letter) end += 1;
      nodes.push({ letter, length: length + 1, from: at, to: end });
      at = end;
    }
  }
  next.push(nodes.length);
  const first = new Uint16Array(0x10000);
  for (let place = 1; place < (next[1] ?? 0); place += 1) first[nodes[place]?.letter ?? 0] = place;
  return {
    letters: Uint16Array.from(nodes, ({ letter }) => letter),
    next: Int32Array.from(next),
    first,
    named,
  };
}

/** Where a letter, by its code, leads from a place, 0 being the beginning; 0 where no word goes on with it. */
function placeAfter<Kind>(
  { letters, next, first }: Tree<Kind>,
  place: number,
  code: number,
): number {
  if (place === 0) return first[code] ?? 0;
  const end = next[place + 1] ?? 0;
  for (let at = next[place] ?? 0; at < end; at += 1) if (letters[at] === code) return at;
  return 0;
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

/** Adds the longest word of each kind that begins at a place of the text, if it begins behind those found before. */
function addWordsAt<Kind extends string>(
  tree: Tree<Kind>,
  text: string,
  from: number,
  found: Record<Kind, readonly WordMatch[]>,
): void {
  let place = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (place !== 0 && (code === SPACE || code === HYPHEN)) continue;
    place = placeAfter(tree, place, code);
    if (place === 0) return;
    const names = tree.named[place] ?? NONE;
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
  if (at >= text.length) return false;
  const code = text.charCodeAt(at);
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}
