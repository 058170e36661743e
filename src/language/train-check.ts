import type { Day } from '../calendar/day.ts';
import type { Policy } from '../policy/policy.ts';
import { type Change, changeSince } from './change.ts';
import { type Doubts, doubtsAbout } from './doubts.ts';
import {
  type Calibration,
  type Confusion,
  calibrationOf,
  confusionsOf,
  figuresOf,
  type IntentFigures,
  shareRight,
} from './figures.ts';
import { createFinder } from './find.ts';
import { FOLDS, foldsOf, type HeldOut, isRight, readHeldOut, type Sentence } from './held-out.ts';
import type { Learning } from './learn.ts';
import type { Lexicon } from './lexicon.ts';
import { groupsOf, likenessesOf } from './likeness.ts';
import { mask } from './mask.ts';
import { createMender } from './mend.ts';
import { type PastChecks, pastCheckOf, remembering } from './past-check.ts';
import { type TopicFigures, topicFiguresOf } from './topic-check.ts';
import { entityF1 } from './word-check.ts';

/** How well the intents can be told apart by sentences that were not learnt. */
export type TrainCheck = {
  /** Share of the examples that are read as their own intent when they are left out of learning. */
  readonly intentAccuracy: number;
  /** The same where all that is nearly the same sentence is left out with it: nearer to what strangers will ask. */
  readonly groupAccuracy: number;
  /** How many groups of paraphrases the examples are; most stand alone. */
  readonly groups: number;
  /** Balance of finding all names and finding nothing else, over listed words with a slip in each. */
  readonly entityF1: number;
  readonly examples: number;
  readonly intents: readonly IntentFigures[];
  /** Of examples that tell what they are about within their intent. */
  readonly topics: readonly TopicFigures[];
  /** What other thresholds would do; the one in force is among them. Shares of 0 to 1. */
  readonly calibration: readonly Calibration[];
  /** The pairs of intents that are taken for each other most often, with sentences that were. */
  readonly confusions: readonly Confusion[];
  readonly doubts: Doubts;
  /** What changed since an earlier check; null where none is remembered. */
  readonly change: Change | null;
  /** What the next check needs to say the same. */
  readonly past: PastChecks;
};

/** How many models the check learns; it says so after each. */
export const MODELS = 2 * FOLDS;

const CONFUSIONS_SHOWN = 8;
/** From here on two masked sentences are paraphrases: neither may be tested by what was learnt from the other. */
const PARAPHRASE_FROM = 0.6;

/** Cross-validates the examples, each alone and each with its paraphrases; takes some seconds. */
export function checkTraining(
  lexicon: Lexicon,
  policy: Policy,
  {
    learning,
    today,
    past,
    onModel,
  }: {
    readonly learning: Learning;
    readonly today: Day;
    readonly past: PastChecks | null;
    readonly onModel: () => void;
  },
): TrainCheck {
  const finder = createFinder(lexicon, policy, createMender(learning.mending));
  const sentences = lexicon.examples.map(({ intent, text, topics }) => ({
    ...mask(finder(text, today)),
    intent,
    topics,
    typed: text,
  }));
  const likenesses = likenessesOf(sentences);
  const pairs = likenesses.pairsFrom(PARAPHRASE_FROM);
  const groups = groupsOf(sentences.length, pairs);
  const texts = sentences.map(({ typed }) => typed);
  const readWithout = (together: readonly (readonly number[])[]): readonly HeldOut[] =>
    readHeldOut(sentences, foldsOf(texts, together), onModel);
  const alone = readWithout(texts.map((_, place) => [place]));
  const byGroup = readWithout(groups);
  const remembered = remembering(past, pastCheckOf(today, alone));
  const placeOf = new Map<Sentence, number>(sentences.map((sentence, place) => [sentence, place]));
  const likeness = (one: HeldOut, other: HeldOut): number =>
    likenesses.between(placeOf.get(one.sentence) ?? 0, placeOf.get(other.sentence) ?? 0);
  return {
    intentAccuracy: shareRight(alone),
    groupAccuracy: shareRight(byGroup),
    groups: groups.length,
    entityF1: entityF1(lexicon, (text) => finder(text, today)),
    examples: sentences.length,
    intents: figuresOf(alone, byGroup),
    topics: topicFiguresOf(alone, (text) => finder(text, today)),
    calibration: calibrationOf(alone),
    confusions: confusionsOf(alone.filter((one) => !isRight(one))).slice(0, CONFUSIONS_SHOWN),
    doubts: doubtsAbout(sentences, pairs, byGroup),
    change: remembered.before && changeSince(remembered.before, alone, likeness),
    past: remembered,
  };
}
