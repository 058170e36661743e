import type { Findings } from './find.ts';
import type { WordKind } from './lexicon.ts';
import type { Intent } from './reading.ts';

/** What a question of an intent speaks of, in some words or other: meanings, listed words, or amounts. */
type Anchors = {
  readonly meanings: readonly string[];
  readonly words: readonly WordKind[];
};

/**
 * Hardly a question of these intents lacks all of these: of 4,300 that are held apart seven do, each of them read with a
 * margin above 1. Of those that are not ours and read as one of these, most do.
 */
const ANCHORS: Readonly<Partial<Record<Intent, Anchors>>> = {
  'complaint.deadline': {
    meanings: ['complain', 'appeal', 'authority', 'reply', 'dispute'],
    words: ['limits', 'checklists'],
  },
  'renewal.coaching': { meanings: ['renew', 'call', 'refuse', 'contract'], words: ['coaching'] },
  'promo.details': {
    meanings: [
      'campaign',
      'offering',
      'conditions',
      'gift',
      'promise',
      'changes',
      'customer text',
      'deposit',
    ],
    words: ['offers'],
  },
  'renewal.list': { meanings: ['contract', 'expire', 'renew'], words: [] },
};

/** Whether nothing in a question is what questions of the intent speak of. */
export function lacksAnchor(intent: Intent, { meanings, words, amounts }: Findings): boolean {
  const anchors = ANCHORS[intent];
  return (
    anchors !== undefined &&
    amounts.places.length === 0 &&
    !anchors.meanings.some((one) => meanings.includes(one)) &&
    anchors.words.every((kind) => words[kind].length === 0)
  );
}
