import { isEnglish, type SpellingBook } from './spelling.ts';

/** A run of letters as long as this may be words without their spaces; a shorter one only if staff use them all. */
const LONG = 10;
const SHORTEST = 7;
/** No word is longer. */
const LONGEST_WORD = 16;
/** The only words of one letter. */
const SINGLE = /^[ai]$/;
/** How often staff must have typed a word of two letters that is to stand between others: there are slips of any two. */
const FREQUENT = 8;
/** A common word that no example has counts as one that stands in so many. */
const UNUSED = 0.05;
const RUN = new RegExp(`[a-z']{${SHORTEST},}`, 'g');

/**
 * The text with spaces put between words that were typed without any ("howmuchisthecommission"). A run is parted only
 * into words that are all known; of several ways the one with the most usual words is taken.
 */
export function wordSeparator(book: SpellingBook): (text: string) => string {
  const total = [...book.ours.values()].reduce((sum, count) => sum + count, 0);
  const costOf = (word: string): number => {
    const count = book.ours.get(word) ?? 0;
    if (word.length === 1 && !SINGLE.test(word)) return Number.POSITIVE_INFINITY;
    if (word.length === 2 && count < FREQUENT) return Number.POSITIVE_INFINITY;
    if (count > 0) return Math.log(total / count);
    return word.length > 2 && isEnglish(book, word)
      ? Math.log(total / UNUSED)
      : Number.POSITIVE_INFINITY;
  };
  const isOurs = (word: string): boolean => (book.ours.get(word) ?? 0) > 0;
  return (text) =>
    text.replace(RUN, (run, at: number) => {
      if (isEnglish(book, run)) return run;
      const words = cheapestWords(run, costOf);
      if (words.length < 2 || (run.length < LONG && !words.every(isOurs))) return run;
      const isDigit = (place: number): boolean => /[0-9]/.test(text.charAt(place));
      return `${isDigit(at - 1) ? ' ' : ''}${words.join(' ')}${isDigit(at + run.length) ? ' ' : ''}`;
    });
}

/** The words that a run consists of, of all ways the one that costs least; none where there is no way. */
function cheapestWords(run: string, costOf: (word: string) => number): readonly string[] {
  const costs = new Float64Array(run.length + 1).fill(Number.POSITIVE_INFINITY);
  const starts = new Int32Array(run.length + 1);
  costs[0] = 0;
  for (let end = 1; end <= run.length; end += 1) {
    for (let start = Math.max(0, end - LONGEST_WORD); start < end; start += 1) {
      const before = costs[start] ?? Number.POSITIVE_INFINITY;
      if (before === Number.POSITIVE_INFINITY) continue;
      const cost = before + costOf(run.slice(start, end));
      if (cost >= (costs[end] ?? 0)) continue;
      costs[end] = cost;
      starts[end] = start;
    }
  }
  if (costs[run.length] === Number.POSITIVE_INFINITY) return [];
  const words: string[] = [];
  for (let end = run.length; end > 0; end = starts[end] ?? 0)
    words.unshift(run.slice(starts[end] ?? 0, end));
  return words;
}
