import type { HeldOut, Sentence } from './held-out.ts';
import { groupsOf, type Pair } from './likeness.ts';

/** Nearly the same sentence under two intents: one of the two teaches something wrong, or a word is missing. */
export type Contradiction = {
  readonly one: Sentence;
  readonly other: Sentence;
  readonly likeness: number;
};

/** What a person who keeps the examples should look at, the most doubtful first. */
export type Doubts = {
  readonly contradictions: readonly Contradiction[];
  /** Sentences of one intent that say the same once names are masked. */
  readonly doubles: readonly (readonly Sentence[])[];
  /** Examples that the others of their kind speak clearly against. */
  readonly suspects: readonly HeldOut[];
};

/** From here on two masked sentences say the same: other names, another ending, a slip. */
export const SAME_FROM = 0.75;
/** An example that lies so far on another intent's side is misplaced rather than hard. */
const SUSPECT_BELOW = -2;

/** Doubts about sentences, from the pairs that say the same and from how each was read without its paraphrases. */
export function doubtsAbout(
  sentences: readonly Sentence[],
  pairs: readonly Pair[],
  readings: readonly HeldOut[],
): Doubts {
  const same = pairs.filter(({ likeness }) => likeness >= SAME_FROM);
  const isOneIntent = ({ one, other }: Pair): boolean =>
    sentences[one]?.intent === sentences[other]?.intent;
  const sentencesAt = (places: readonly number[]): readonly Sentence[] =>
    places.flatMap((place) => sentences[place] ?? []);
  return {
    contradictions: same
      .filter((pair) => !isOneIntent(pair))
      .sort((one, other) => other.likeness - one.likeness)
      .flatMap((pair) => {
        const [one, other] = sentencesAt([pair.one, pair.other]);
        return one && other ? [{ one, other, likeness: pair.likeness }] : [];
      }),
    doubles: groupsOf(sentences.length, same.filter(isOneIntent))
      .filter((group) => group.length > 1)
      .sort((one, other) => other.length - one.length)
      .map(sentencesAt),
    suspects: readings
      .filter(({ lead }) => lead < SUSPECT_BELOW)
      .sort((one, other) => one.lead - other.lead),
  };
}
