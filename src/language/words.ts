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

const LATIN = /[a-z0-9]/;

/**
 * A finder of these words in a normalised text. Of two words at one place the longest is taken, and words found do
 * not overlap. English words are found with a plural ending, and with hyphens, spaces or nothing between their parts.
 */
export function wordFinder(entries: readonly WordEntry[]): WordFinder {
  const idsByKey = new Map<string, readonly string[]>();
  for (const entry of entries) {
    for (const word of entry.words) {
      const key = keyOf(word);
      const known = idsByKey.get(key) ?? [];
      idsByKey.set(key, [...new Set([...known, ...entry.ids])]);
    }
  }
  if (idsByKey.size === 0) return () => [];
  const keys = [...idsByKey.keys()].sort((one, other) => other.length - one.length);
  const pattern = new RegExp(keys.map(patternOf).join('|'), 'g');
  return (text) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const ids = idsByKey.get(keyOf(match[0])) ?? idsByKey.get(singular(keyOf(match[0])));
      if (ids === undefined) return [];
      return [{ ids, word: match[0], from: match.index, to: match.index + match[0].length }];
    });
}

/** A word without the spaces and hyphens that people put in or leave out. */
function keyOf(word: string): string {
  return word.toLowerCase().replace(/[\s-]+/g, '');
}

function singular(key: string): string {
  return key.replace(/(?:'s|s)$/, '');
}

function patternOf(key: string): string {
  const parts = Array.from(key, (character) => character.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const isLatinStart = LATIN.test(key.charAt(0));
  const isLatinEnd = LATIN.test(key.charAt(key.length - 1));
  const body = parts.join('[ -]?');
  // A word of Latin letters must not begin or end inside another one: "own hall" is not in "town hall".
  return `${isLatinStart ? '(?<![a-z0-9])' : ''}${body}${isLatinEnd ? "(?:'?s)?(?![a-z0-9])" : ''}`;
}
