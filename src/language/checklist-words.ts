import { checklistOf } from './complaint-kind.ts';
import type { Learning } from './learn.ts';
import { type Lexicon, WORD_KINDS, type WordKind } from './lexicon.ts';
import { createMender } from './mend.ts';
import { normalise } from './normalise.ts';
import { type WordEntry, wordFinders } from './words.ts';

/** A kind of complaint that a text names, and by which of its words. */
export type ChecklistWords = {
  readonly checklist: string | null;
  readonly words: readonly string[];
};

/**
 * The words that point to a kind of complaint, in a text that is known to speak of one: whoever opens a case tells a
 * story and asks nothing, and a story is no question of any intent.
 */
export function createChecklistWords(
  words: Lexicon['words'],
  { mending }: Learning,
): (text: string) => ChecklistWords {
  const none = Object.fromEntries(WORD_KINDS.map((kind) => [kind, []]));
  const find = wordFinders({ ...none, checklists: words.checklists } as Record<
    WordKind,
    readonly WordEntry[]
  >);
  const mend = createMender(mending);
  return (text) => {
    const found = find(mend(normalise(text).plain)).checklists;
    const checklist = checklistOf(found);
    const pointing = found.filter(({ ids }) => checklist !== null && ids.includes(checklist));
    return { checklist, words: [...new Set(pointing.map(({ word }) => word))] };
  };
}
