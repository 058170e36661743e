/** English words, to tell a slip from a word. Plain data. */
export type SpellingBook = {
  /** Words that staff use, by how often the examples have them: what a slip may have meant. */
  readonly ours: ReadonlyMap<string, number>;
  /** Common words of the language: never a slip. */
  readonly common: ReadonlySet<string>;
};

const SHORTEST = 4;
/** From this length on two slips are forgiven. */
const LONG = 9;
const WORD = /[a-z]+(?:'[a-z]+)?/g;

/**
 * The text with its unknown English words replaced by the known word that is one slip away (two for long words):
 * a letter more, less, wrong, or two swapped. A word that is known, however rare, stays as it is.
 */
export function spellChecker(book: SpellingBook): (text: string) => string {
  const byLength = Map.groupBy(book.ours.keys(), (word) => word.length);
  const mended = (word: string): string => {
    const slips = word.length >= LONG ? 2 : 1;
    let best = { word, distance: slips + 1, count: 0 };
    for (let length = word.length - slips; length <= word.length + slips; length += 1) {
      for (const known of byLength.get(length) ?? []) {
        const distance = slipsBetween(word, known, slips);
        const count = book.ours.get(known) ?? 0;
        if (distance < best.distance || (distance === best.distance && count > best.count)) {
          best = { word: known, distance, count };
        }
      }
    }
    return best.distance <= slips ? best.word : word;
  };
  return (text) =>
    text.replace(WORD, (word) => {
      if (word.length < SHORTEST || isEnglish(book, word)) return word;
      return mended(word);
    });
}

/** Whether a word stands in the book, also with an ending. */
export function isEnglish({ ours, common }: SpellingBook, word: string): boolean {
  const stem = word.replace(/(?:'s|s|es|ed|ing)$/, '');
  return [word, stem].some((form) => ours.has(form) || common.has(form));
}

/** How many slips lie between two words (optimal string alignment), or more than `most`. */
export function slipsBetween(one: string, other: string, most: number): number {
  let before: number[] = [];
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      let slips = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwap = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (row > 1 && column > 1 && isSwap) slips = Math.min(slips, (before[column - 2] ?? 0) + 1);
      current.push(slips);
      least = Math.min(least, slips);
    }
    if (least > most) return most + 1;
    before = previous;
    previous = current;
  }
  return previous[other.length] ?? most + 1;
}

/** How much more often a word must stand in the examples for its misspelling there to be known as one. */
const MUCH_MORE_OFTEN = 5;

/**
 * The words of English texts, each with how often it stands there. Examples hold slips on purpose: a word seen once,
 * or one slip away from a much more frequent one and no common word, is not taken for a word of ours.
 */
export function wordsInUse(
  examples: readonly string[],
  sure: readonly string[],
  common: SpellingBook['common'],
): SpellingBook['ours'] {
  const counts = new Map<string, number>();
  const count = (texts: readonly string[]): void => {
    for (const text of texts) {
      for (const [word] of text.matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  };
  count(examples);
  const frequent = [...counts].filter(([, times]) => times >= MUCH_MORE_OFTEN);
  const isSlip = (word: string, times: number): boolean =>
    word.length >= SHORTEST &&
    !common.has(word) &&
    frequent.some(
      ([other, others]) =>
        other !== word &&
        others >= times * MUCH_MORE_OFTEN &&
        Math.abs(other.length - word.length) <= 1 &&
        !word.startsWith(other) &&
        slipsBetween(word, other, 1) === 1,
    );
  const book = new Map([...counts].filter(([word, times]) => times > 1 && !isSlip(word, times)));
  counts.clear();
  count(sure);
  for (const [word, times] of counts) {
    if (!isSlip(word, times)) book.set(word, (book.get(word) ?? 0) + 2 * times);
  }
  return book;
}
