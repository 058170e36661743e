/** In how many sentences of the trade each word, character and pair of characters stands. Plain data. */
export type Familiar = ReadonlyMap<string, number>;

const WORD = /[a-z]{3,}/g;
const HAN_RUN = /\p{Script=Han}+/gu;
/** More than so many strange things say no more. */
const MOST = 4;

/** What a sentence is made of, each thing once. */
function partsOf(text: string): {
  readonly words: ReadonlySet<string>;
  readonly characters: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
} {
  const words = new Set(text.match(WORD));
  const characters = new Set<string>();
  const pairs = new Set<string>();
  for (const [run] of text.matchAll(HAN_RUN)) {
    for (let at = 0; at < run.length; at += 1) {
      characters.add(run.charAt(at));
      if (at + 1 < run.length) pairs.add(run.slice(at, at + 2));
    }
  }
  return { words, characters, pairs };
}

/** Counts what the sentences of the trade are made of. */
export function familiarIn(texts: readonly string[]): Familiar {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const { words, characters, pairs } = partsOf(text);
    for (const part of [...words, ...characters, ...pairs]) {
      counts.set(part, (counts.get(part) ?? 0) + 1);
    }
  }
  return counts;
}

/**
 * Marks for how much of a sentence no sentence of the trade has: a question about a milk-tea shop's offer is made of
 * the trade's words but for one. `own` is 1 for a sentence that was itself counted.
 */
export function strangeMarks(text: string, familiar: Familiar, own: 0 | 1): readonly string[] {
  const { words, characters, pairs } = partsOf(text);
  const strange = (parts: ReadonlySet<string>): number =>
    [...parts].filter((part) => (familiar.get(part) ?? 0) <= own).length;
  const level = (name: string, count: number): string => `${name} ${Math.min(count, MOST)}`;
  const share = (name: string, parts: ReadonlySet<string>): string[] =>
    parts.size === 0
      ? []
      : [
          level(name, strange(parts)),
          `${name} of ${Math.round((MOST * strange(parts)) / parts.size)}`,
        ];
  return [
    ...share('strange words', words),
    ...share('strange characters', characters),
    ...share('strange pairs', pairs),
  ];
}
