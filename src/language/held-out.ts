import { createHash } from 'node:crypto';
import {
  type Classification,
  classifierOf,
  learnIntents,
  MARGIN_THRESHOLD,
  type TrainingSentence,
} from './classify.ts';
import type { Intent } from './reading.ts';
import type { TopicScore } from './topics.ts';

/** An example, as typed and as the classifier sees it. */
export type Sentence = TrainingSentence & { readonly typed: string };

/** What was made of an example that was left out of learning. */
export type HeldOut = {
  readonly sentence: Sentence;
  /** The best intent in scope, and how far it stands above out of scope. */
  readonly best: Intent;
  readonly margin: number;
  readonly readAs: Intent;
  /** How far the right reading lies before any other; below 0 another one won. */
  readonly lead: number;
  /** What it is like within its own intent, the likeliest first. */
  readonly topics: readonly TopicScore[];
};

export const FOLDS = 5;

/**
 * The folds of texts of which groups stay together. A fold is named by the group's first text in the alphabet and not
 * by where it stands: a line that is added elsewhere moves nothing.
 */
export function foldsOf(
  texts: readonly string[],
  groups: readonly (readonly number[])[],
): readonly number[] {
  const folds = new Array<number>(texts.length).fill(0);
  for (const group of groups) {
    const [first = ''] = group.map((place) => texts[place] ?? '').sort();
    for (const place of group) folds[place] = foldOf(first);
  }
  return folds;
}

function foldOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE() % FOLDS;
}

/** Reads every sentence by a classifier that has not learnt its fold, in the order of the sentences. */
export function readHeldOut(
  sentences: readonly Sentence[],
  folds: readonly number[],
  onModel: () => void,
): readonly HeldOut[] {
  const classifiers = Array.from({ length: FOLDS }, (_, fold) => {
    const classify = classifierOf(learnIntents(sentences.filter((_, at) => folds[at] !== fold)));
    onModel();
    return classify;
  });
  return sentences.flatMap((sentence, at) => {
    const classify = classifiers[folds[at] ?? 0];
    if (classify === undefined) return [];
    const classified = classify(sentence);
    const { best, margin } = classified;
    const readAs = readAt(MARGIN_THRESHOLD, classified);
    const lead = leadOf(sentence.intent, classified);
    const topics = classified.topicsOf(sentence.intent);
    return [{ sentence, best, margin, readAs, lead, topics }];
  });
}

function leadOf(intent: Intent, { margin, scores }: Classification): number {
  if (intent === 'out_of_scope') return MARGIN_THRESHOLD - margin;
  const inScope = scores.filter((one) => one.intent !== 'out_of_scope');
  const own = inScope.find((one) => one.intent === intent)?.score ?? 0;
  const rival = inScope.find((one) => one.intent !== intent)?.score ?? 0;
  return Math.min(margin - MARGIN_THRESHOLD, own - rival);
}

/** What a sentence would be read as at another threshold. */
export function readAt(
  threshold: number,
  { best, margin }: Pick<HeldOut, 'best' | 'margin'>,
): Intent {
  return margin >= threshold ? best : 'out_of_scope';
}

export function isRight({ sentence, readAs }: HeldOut): boolean {
  return sentence.intent === readAs;
}
