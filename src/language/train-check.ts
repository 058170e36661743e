import type { Day } from '../calendar/day.ts';
import type { Policy } from '../policy/policy.ts';
import { classifierOf, learnIntents, MARGIN_THRESHOLD, type TrainingSentence } from './classify.ts';
import { createFinder, mask } from './find.ts';
import { learn } from './learn.ts';
import type { Example, Lexicon } from './lexicon.ts';
import { createMender } from './mend.ts';
import type { Intent } from './reading.ts';

/** How well the intents can be told apart by sentences that were not learnt. */
export type TrainCheck = {
  /** Share of the examples that are read as their own intent when they are left out of learning. */
  readonly intentAccuracy: number;
  /** Balance of finding all names and finding nothing else, over listed words with a slip in each. */
  readonly entityF1: number;
  readonly examples: number;
  /** The pairs of intents that are taken for each other most often, with sentences that were. */
  readonly confusions: readonly Confusion[];
};

export type Confusion = {
  readonly is: Intent;
  readonly readAs: Intent;
  readonly count: number;
  readonly examples: readonly string[];
};

const FOLDS = 5;
const CONFUSIONS_SHOWN = 8;
const SENTENCES_SHOWN = 3;

/** Cross-validates the examples; takes some seconds. */
export async function checkTraining(
  lexicon: Lexicon,
  policy: Policy,
  today: Day,
): Promise<TrainCheck> {
  const { mending } = await learn(lexicon, policy);
  const mend = createMender(mending);
  const find = createFinder(lexicon.words, policy, mend);
  const sentences = lexicon.examples.map((example) => ({
    ...example,
    ...mask(find(example.text, today)),
    typed: example.text,
  }));
  const misread = Array.from({ length: FOLDS }, (_, fold) => misreadIn(sentences, fold)).flat();
  return {
    intentAccuracy: 1 - misread.length / Math.max(1, sentences.length),
    entityF1: entityF1(lexicon, (text) => find(text, today)),
    examples: sentences.length,
    confusions: confusionsOf(misread),
  };
}

type Sentence = TrainingSentence & Pick<Example, 'language'> & { readonly typed: string };
type Misread = { readonly is: Intent; readonly readAs: Intent; readonly typed: string };

function misreadIn(sentences: readonly Sentence[], fold: number): readonly Misread[] {
  const isHeldOut = (_: Sentence, index: number): boolean => index % FOLDS === fold;
  const classify = classifierOf(
    learnIntents(sentences.filter((sentence, index) => !isHeldOut(sentence, index))),
  );
  return sentences.filter(isHeldOut).flatMap((sentence) => {
    const { best, margin } = classify(sentence);
    const readAs = margin >= MARGIN_THRESHOLD ? best : 'out_of_scope';
    return readAs === sentence.intent
      ? []
      : [{ is: sentence.intent, readAs, typed: sentence.typed }];
  });
}

function confusionsOf(misread: readonly Misread[]): readonly Confusion[] {
  const byPair = Map.groupBy(misread, ({ is, readAs }) => `${is} ${readAs}`);
  return [...byPair.values()]
    .map((group) => ({
      is: group[0]?.is ?? 'out_of_scope',
      readAs: group[0]?.readAs ?? 'out_of_scope',
      count: group.length,
      examples: group.slice(0, SENTENCES_SHOWN).map(({ typed }) => typed),
    }))
    .sort((one, other) => other.count - one.count)
    .slice(0, CONFUSIONS_SHOWN);
}

type Find =
  ReturnType<typeof createFinder> extends (text: string, day: Day) => infer R
    ? (text: string) => R
    : never;

/** Each listed word of outlets and offers, as it is and with a slip, in a sentence: are exactly its ids found? */
function entityF1(lexicon: Lexicon, find: Find): number {
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
