import type { Shorthand } from './lexicon.ts';

const JOINED =
  '(?: (?:vs\\.?|versus|and|or|against|compared (?:to|with)) | ?[/&,+] ?)(?:the |an? )?';
const KIND = '(?:hall|store|shop|outlet|point)s?';

/**
 * Writes out the places of a list of which only the first words stand: "chain vs own hall", "own hall or chain". A word
 * for two places is no shorthand of either and is left alone.
 */
export function placeWriter(places: readonly Shorthand[]): (text: string) => string {
  const inFull = new Map(
    places.flatMap(({ means, typed }) => typed.map((first): [string, string] => [first, means])),
  );
  if (inFull.size === 0) return (text) => text;
  const firsts = [...inFull.keys()].sort((one, other) => other.length - one.length);
  const first = `(?:${firsts.map(RegExp.escape).join('|')})`;
  const before = new RegExp(
    `(?<![a-z'])${first}(?=${JOINED}(?:[a-z]{1,20}[ -](?:[a-z]{1,20} )?)?${KIND}(?![a-z]))`,
    'g',
  );
  const after = new RegExp(`(?<=${KIND}${JOINED})${first}(?= ?(?:[?,.!;]|$))`, 'g');
  const write = (word: string): string => inFull.get(word) ?? word;
  return (text) => text.replace(before, write).replace(after, write);
}
