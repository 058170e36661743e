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

/** What is found of each group, by its number; undefined where nothing is. */
export type GroupsFinder = (text: string) => readonly (readonly WordMatch[] | undefined)[];

/** What a word names in one group. */
type Named = { readonly group: number; readonly ids: readonly string[] };

/** The words of all groups as a tree. The letters that may follow one stand side by side, as memory is read that way. */
type Tree = {
  readonly letters: Uint16Array;
  /** Where those begin that may follow a letter; they end where those begin that may follow the next one. */
  readonly next: Int32Array;
  /** Where each letter, by its code, stands as the first one of words; 0 where there is none. */
  readonly first: Uint16Array;
  /** What the words name that end with a letter. */
  readonly named: readonly (readonly Named[])[];
};

const [SPACE, HYPHEN] = [0x20, 0x2d];

/**
 * A finder of these words in a normalised text. Of two words at one place the longest is taken, and words found do
 * not overlap. English words are found with a plural ending, and with hyphens, spaces or nothing between their parts.
 */
export function wordFinder(entries: readonly WordEntry[]): WordFinder {
  const find = groupsFinder([entries]);
  return (text) => find(text)[0] ?? NONE;
}

/** A finder of words of several kinds: one walk through the text serves for all. */
export function wordFinders<Kind extends string>(
  kinds: Readonly<Record<Kind, readonly WordEntry[]>>,
): KindsFinder<Kind> {
  const names = Object.keys(kinds) as Kind[];
  const find = groupsFinder(names.map((name) => kinds[name]));
  // One kind after another is looked for in the same text.
  let last = { text: '', found: byName(names, []) };
  return (text) => {
    if (text !== last.text) last = { text, found: byName(names, find(text)) };
    return last.found;
  };
}

function byName<Kind extends string>(
  names: readonly Kind[],
  found: ReturnType<GroupsFinder>,
): Readonly<Record<Kind, readonly WordMatch[]>> {
  const named = {} as Record<Kind, readonly WordMatch[]>;
  for (const [at, name] of names.entries()) named[name] = found[at] ?? NONE;
  return named;
}

/** As `wordFinders`, of groups that have numbers and no names. */
export function groupsFinder(groups: readonly (readonly WordEntry[])[]): GroupsFinder {
  // Made at the first text: the names of two hundred campaigns take their time, and a desk is opened between answers.
  let made: Tree | null = null;
  return (text) => {
    made ??= treeOf(groups);
    const { first } = made;
    const found: WordMatch[][] = [];
    let isBehindLatin = false;
    for (let from = 0; from < text.length; from += 1) {
      const code = text.charCodeAt(from);
      const isLatin = isLatinCode(code);
      // A word of Latin letters does not begin inside another one: "own hall" is not in "town hall".
      if (first[code] !== 0 && (!isLatin || !isBehindLatin)) addWordsAt(made, text, from, found);
      isBehindLatin = isLatin;
    }
    return found;
  };
}

const NONE: readonly [] = [];

function treeOf(groups: readonly (readonly WordEntry[])[]): Tree {
  const byKey = new Map<string, readonly Named[]>();
  for (const [group, entries] of groups.entries()) {
    for (const { ids, words } of entries) {
      for (const key of words.map(wordKey))
        byKey.set(key, withNamed(byKey.get(key) ?? NONE, { group, ids }));
    }
  }
  byKey.delete('');
  const keys = [...byKey.keys()].sort();
  // A letter stands for keys that are neighbours: those with the same letters up to it.
  const nodes = [{ letter: 0, length: 0, from: 0, to: keys.length }];
  const named: (readonly Named[])[] = [];
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
function placeAfter({ letters, next, first }: Tree, place: number, code: number): number {
  if (place === 0) return first[code] ?? 0;
  const end = next[place + 1] ?? 0;
  for (let at = next[place] ?? 0; at < end; at += 1) if (letters[at] === code) return at;
  return 0;
}

function withNamed(named: readonly Named[], { group, ids }: Named): readonly Named[] {
  const before = named.find((one) => one.group === group)?.ids ?? NONE;
  const others = named.filter((one) => one.group !== group);
  return [...others, { group, ids: [...new Set([...before, ...ids])] }];
}

/** A word as it is compared: without the spaces and hyphens that people put in or leave out. */
export function wordKey(word: string): string {
  return word.toLowerCase().replace(/[\s-]+/g, '');
}

/** Adds the longest word of each group that begins at a place of the text, if it begins behind those found before. */
function addWordsAt(tree: Tree, text: string, from: number, found: WordMatch[][]): void {
  let place = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (place !== 0 && (code === SPACE || code === HYPHEN)) continue;
    place = placeAfter(tree, place, code);
    if (place === 0) return;
    const names = tree.named[place] ?? NONE;
    const to = names.length === 0 ? null : endOf(text, at + 1);
    if (to === null) continue;
    for (const { group, ids } of names) {
      const match = { ids, word: text.slice(from, to), from, to };
      found[group] ??= [];
      const before = found[group];
      const last = before.at(-1);
      if (last?.from === from) before[before.length - 1] = match;
      else if (last === undefined || last.to <= from) before.push(match);
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
  return at < text.length && isLatinCode(text.charCodeAt(at));
}

function isLatinCode(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}
