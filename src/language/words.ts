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

/** One letter further into the words: what may follow, and the ids where a word ends here. */
type Node = { readonly next: Map<number, Node>; ids: readonly string[] | null };

const [SPACE, HYPHEN] = [0x20, 0x2d];

/**
 * A finder of these words in a normalised text. Of two words at one place the longest is taken, and words found do
 * not overlap. English words are found with a plural ending, and with hyphens, spaces or nothing between their parts.
 */
export function wordFinder(entries: readonly WordEntry[]): WordFinder {
  // Made at the first text: the names of two hundred campaigns take their time, and a desk is opened between answers.
  let made: Node | null = null;
  return (text) => {
    made ??= treeOf(entries);
    const root = made;
    const found: WordMatch[] = [];
    let from = 0;
    while (from < text.length) {
      const match = longestAt(root, text, from);
      if (match !== null) found.push(match);
      from = match?.to ?? from + 1;
    }
    return found;
  };
}

function treeOf(entries: readonly WordEntry[]): Node {
  const root: Node = { next: new Map(), ids: null };
  for (const { ids, words } of entries) for (const word of words) addWord(root, word, ids);
  return root;
}

/** A word as it is compared: without the spaces and hyphens that people put in or leave out. */
export function wordKey(word: string): string {
  return word.toLowerCase().replace(/[\s-]+/g, '');
}

function addWord(root: Node, word: string, ids: readonly string[]): void {
  let node = root;
  const key = wordKey(word);
  for (let at = 0; at < key.length; at += 1) {
    const next = node.next.get(key.charCodeAt(at)) ?? { next: new Map(), ids: null };
    node.next.set(key.charCodeAt(at), next);
    node = next;
  }
  if (node !== root) node.ids = [...new Set([...(node.ids ?? []), ...ids])];
}

function longestAt(root: Node, text: string, from: number): WordMatch | null {
  // A word of Latin letters does not begin inside another one: "own hall" is not in "town hall".
  if (isLatin(text.charCodeAt(from)) && isLatin(text.charCodeAt(from - 1))) return null;
  let longest: WordMatch | null = null;
  let node = root;
  for (let at = from; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    const next = node.next.get(character);
    if (next === undefined) {
      if (at > from && (character === SPACE || character === HYPHEN)) continue;
      break;
    }
    node = next;
    if (node.ids === null) continue;
    const to = endOf(text, at + 1);
    if (to !== null) longest = { ids: node.ids, word: text.slice(from, to), from, to };
  }
  return longest;
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
