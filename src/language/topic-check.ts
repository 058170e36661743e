import { complaintKind, GENERAL_CHECKLIST } from './complaint-kind.ts';
import type { Findings } from './find.ts';
import type { HeldOut } from './held-out.ts';
import { LIMITS, limitsNamed } from './limits.ts';

/** What examples are about within their intent, and what they are taken to be about where they are left out of learning. */
export type TopicFigures = {
  /** Its id; of several the first, and how many more. */
  readonly topic: string;
  readonly examples: number;
  /** The share that is taken to be about just this. */
  readonly right: number;
  /** What the others are taken to be about most often, with some of them. */
  readonly mistaken: {
    readonly readAs: string;
    readonly count: number;
    readonly examples: readonly string[];
  } | null;
};

const SENTENCES_SHOWN = 3;

/** The figures of each topic that examples tell, from those left out alone; `find` is what a reader finds in an example. */
export function topicFiguresOf(
  alone: readonly HeldOut[],
  find: (text: string) => Findings,
): readonly TopicFigures[] {
  const told = alone.flatMap((one) => {
    const { topics = [], typed } = one.sentence;
    return topics.length === 0
      ? []
      : [{ typed, topic: keyOf(topics), readAs: keyOf(topicsRead(one, find(typed))) }];
  });
  return [...Map.groupBy(told, ({ topic }) => topic)].map(([topic, examples]) => {
    const misread = Map.groupBy(
      examples.filter(({ readAs }) => readAs !== topic),
      ({ readAs }) => readAs,
    );
    const [most] = [...misread].sort(([, one], [, other]) => other.length - one.length);
    const wrong = [...misread.values()].reduce((sum, { length }) => sum + length, 0);
    return {
      topic: nameOf(topic),
      examples: examples.length,
      right: (examples.length - wrong) / examples.length,
      mistaken:
        most === undefined
          ? null
          : {
              readAs: nameOf(most[0]),
              count: most[1].length,
              examples: most[1].slice(0, SENTENCES_SHOWN).map(({ typed }) => typed),
            },
    };
  });
}

/** The share of all such examples that are taken to be about just what they tell; 1 where none tells it. */
export function topicAccuracyOf(figures: readonly TopicFigures[]): number {
  const all = figures.reduce((sum, { examples }) => sum + examples, 0);
  const right = figures.reduce((sum, one) => sum + one.right * one.examples, 0);
  return all === 0 ? 1 : right / all;
}

/** What a reader takes an example of its own intent to be about: by its words, and by the other examples. */
function topicsRead({ sentence, topics }: HeldOut, findings: Findings): readonly string[] {
  if (sentence.intent === 'complaint.checklist')
    return [complaintKind(findings.words.checklists, topics, findings) ?? GENERAL_CHECKLIST];
  const limits = limitsNamed(findings, { carried: [], before: [], learnt: topics });
  // Who asks for all names none.
  return limits.length === 0 ? LIMITS : limits;
}

/** The same for the same topics, whatever their order. */
function keyOf(topics: readonly string[]): string {
  return topics.toSorted((one, other) => placeOf(one) - placeOf(other)).join(' ');
}

function nameOf(key: string): string {
  const [first = '', ...others] = key.split(' ');
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}

/** Limits in the order of the law; no other topics stand together. */
function placeOf(topic: string): number {
  return LIMITS.indexOf(topic);
}
