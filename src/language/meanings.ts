import { stem } from './stem.ts';
import { type WordEntry, wordFinder } from './words.ts';

/** Says what the words of a normalised text mean: each meaning once, in the order of the list. */
export type MeaningFinder = (text: string) => readonly string[];

/** One English word further into the phrases: what may follow, and what a phrase that ends here means. */
type Node = { readonly next: Map<string, Node>; means: readonly string[] };

const HAN = /\p{Script=Han}/u;
const ENGLISH_WORD = /[a-z0-9']+/g;

/**
 * A finder of meanings: the ids of the entries whose words stand in a text. English words are compared by their stems,
 * so that one form stands for all regular ones; a word within a longer phrase counts as well.
 */
export function meaningFinder(entries: readonly WordEntry[]): MeaningFinder {
  const order = new Map([...new Set(entries.flatMap(({ ids }) => ids))].map((id, at) => [id, at]));
  const inOrder = (one: string, other: string): number =>
    (order.get(one) ?? 0) - (order.get(other) ?? 0);
  const root: Node = { next: new Map(), means: [] };
  for (const { ids, words } of entries)
    for (const phrase of words.filter((word) => !HAN.test(word))) add(root, phrase, ids);
  const chinese = wordFinder(
    entries.map(({ ids, words }) => ({ ids, words: words.filter((word) => HAN.test(word)) })),
  );
  return (text) => {
    const found = HAN.test(text) ? chinese(text).flatMap(({ ids }) => ids) : [];
    const stems = stemsOf(text);
    for (let from = 0; from < stems.length; from += 1) findAt(root, stems, from, found);
    return found.length < 2 ? found : [...new Set(found)].sort(inOrder);
  };
}

function stemsOf(text: string): readonly string[] {
  return (text.match(ENGLISH_WORD) ?? []).map(stem);
}

function add(root: Node, phrase: string, ids: readonly string[]): void {
  let node = root;
  for (const word of stemsOf(phrase.toLowerCase())) {
    const next: Node = node.next.get(word) ?? { next: new Map(), means: [] };
    node.next.set(word, next);
    node = next;
  }
  node.means = [...node.means, ...ids];
}

function findAt(root: Node, stems: readonly string[], from: number, found: string[]): void {
  let node: Node | undefined = root;
  for (let at = from; at < stems.length; at += 1) {
    node = node.next.get(stems[at] ?? '');
    if (node === undefined) return;
    if (node.means.length > 0) found.push(...node.means);
  }
}
