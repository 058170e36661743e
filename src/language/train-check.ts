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
  /** What other thresholds would do; the one in force is among them. Shares of 0 to 1. */
  readonly calibration: readonly Calibration[];
  /** The pairs of intents that are taken for each other most often, with sentences that were. */
  readonly confusions: readonly Confusion[];
};

export type Calibration = {
  readonly threshold: number;
  readonly isInForce: boolean;
  /** Of the sentences in scope: read as their own intent, and refused. */
  readonly right: number;
  readonly refused: number;
  /** Of the sentences out of scope: recognised. */
  readonly recognised: number;
  /** Of all sentences: answered as something that they are not, which costs most. */
  readonly wrong: number;
};

export type Confusion = {
  readonly is: Intent;
  readonly readAs: Intent;
  readonly count: number;
  readonly examples: readonly string[];
};

const FOLDS = 5;
const THRESHOLDS = [-0.3, 0, 0.3, 0.6, 0.9];
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
  const readings = Array.from({ length: FOLDS }, (_, fold) => readIn(sentences, fold)).flat();
  const misread = readings.filter((one) => readAs(one, MARGIN_THRESHOLD) !== one.is);
  return {
    intentAccuracy: 1 - misread.length / Math.max(1, sentences.length),
    entityF1: entityF1(lexicon, (text) => find(text, today)),
    examples: sentences.length,
    calibration: [...new Set([...THRESHOLDS, MARGIN_THRESHOLD])]
      .sort((one, other) => one - other)
      .map((threshold) => calibrationAt(threshold, readings)),
    confusions: confusionsOf(misread),
  };
}

type Sentence = TrainingSentence & Pick<Example, 'language'> & { readonly typed: string };
/** What was made of a sentence that was left out of learning. */
type HeldOut = {
  readonly is: Intent;
  readonly best: Intent;
  readonly margin: number;
  readonly typed: string;
};

function readIn(sentences: readonly Sentence[], fold: number): readonly HeldOut[] {
  const isHeldOut = (_: Sentence, index: number): boolean => index % FOLDS === fold;
  const classify = classifierOf(
    learnIntents(sentences.filter((sentence, index) => !isHeldOut(sentence, index))),
  );
  return sentences.filter(isHeldOut).map((sentence) => {
    const { best, margin } = classify(sentence);
    return { is: sentence.intent, best, margin, typed: sentence.typed };
  });
}

function readAs({ best, margin }: HeldOut, threshold: number): Intent {
  return margin >= threshold ? best : 'out_of_scope';
}

function calibrationAt(threshold: number, readings: readonly HeldOut[]): Calibration {
  const ours = readings.filter((one) => one.is !== 'out_of_scope');
  const others = readings.filter((one) => one.is === 'out_of_scope');
  const share = (
    all: readonly HeldOut[],
    isCounted: (one: HeldOut, as: Intent) => boolean,
  ): number =>
    all.filter((one) => isCounted(one, readAs(one, threshold))).length / Math.max(1, all.length);
  return {
    threshold,
    isInForce: threshold === MARGIN_THRESHOLD,
    right: share(ours, (one, as) => as === one.is),
    refused: share(ours, (_, as) => as === 'out_of_scope'),
    recognised: share(others, (_, as) => as === 'out_of_scope'),
    wrong: share(readings, (one, as) => as !== one.is && as !== 'out_of_scope'),
  };
}

function confusionsOf(misread: readonly HeldOut[]): readonly Confusion[] {
  const byPair = Map.groupBy(misread, (one) => `${one.is} ${readAs(one, MARGIN_THRESHOLD)}`);
  return [...byPair.values()]
    .flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      return [
        {
          is: first.is,
          readAs: readAs(first, MARGIN_THRESHOLD),
          count: group.length,
          examples: group.slice(0, SENTENCES_SHOWN).map(({ typed }) => typed),
        },
      ];
    })
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
