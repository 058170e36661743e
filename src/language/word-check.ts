import type { Findings } from './find.ts';
import type { Lexicon } from './lexicon.ts';

/**
 * Each listed word of outlets and offers, as it is and with a slip, in a sentence: are exactly its ids found? The
 * balance of finding all of them and finding nothing else.
 */
export function entityF1(lexicon: Lexicon, find: (text: string) => Findings): number {
  let found = 0;
  let wanted = 0;
  let right = 0;
  for (const kind of ['outlets', 'offers'] as const) {
    for (const { ids, words } of lexicon.words[kind]) {
      for (const word of words.flatMap((one) => [one, withSlip(one)])) {
        const text = /[a-z]/.test(word) ? `and what about ${word} then` : `那${word}呢`;
        const got = new Set(find(text).words[kind].flatMap((match) => match.ids));
        found += got.size;
        wanted += ids.length;
        right += ids.filter((id) => got.has(id)).length;
      }
    }
  }
  return found + wanted === 0 ? 0 : (2 * right) / (found + wanted);
}

/** Two neighbouring letters of the longest English part swapped; Chinese stays as it is. */
function withSlip(word: string): string {
  const longest = (word.match(/[a-z]{5,}/g) ?? []).sort(
    (one, other) => other.length - one.length,
  )[0];
  if (longest === undefined) return word;
  const at = Math.floor(longest.length / 2);
  const slipped =
    longest.slice(0, at) + longest.charAt(at + 1) + longest.charAt(at) + longest.slice(at + 2);
  return word.replace(longest, slipped);
}
