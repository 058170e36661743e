import { type LinearModel, scorerOf, trainLinear } from './linear.ts';
import type { Intent } from './reading.ts';
import type { Rows, Vector } from './space.ts';

/** What sentences of one intent ask about: which time limits, which kind of complaint. Plain data. */
export type TopicModel = {
  readonly topics: readonly string[];
  /** One column a topic. */
  readonly weights: LinearModel;
};
export type TopicModels = ReadonlyMap<Intent, TopicModel>;

/** A topic, and how strongly the sentence is about it; above 0 it is. */
export type TopicScore = { readonly topic: string; readonly score: number };

/** What a sentence is about if it is of this intent, the strongest first. */
export type TopicsOf = (intent: Intent) => readonly TopicScore[];

/** A sentence that teaches topics: its place among the rows, and all that it is about. */
export type Told = {
  readonly intent: Intent;
  readonly row: number;
  readonly topics: readonly string[];
};

/** Learns to tell the topics of each intent apart, from those of its sentences whose topics are told. */
export function learnTopics(rows: Rows, told: readonly Told[], featureCount: number): TopicModels {
  const models = new Map<Intent, TopicModel>();
  for (const [intent, sentences] of Map.groupBy(told, (one) => one.intent)) {
    const topics = [...new Set(sentences.flatMap((one) => one.topics))].sort();
    const signs = Int8Array.from(
      sentences.flatMap((one) => topics.map((topic) => (one.topics.includes(topic) ? 1 : -1))),
    );
    const own = rowsAt(
      rows,
      sentences.map(({ row }) => row),
    );
    models.set(intent, {
      topics,
      weights: trainLinear(own, signs, { classCount: topics.length, featureCount }),
    });
  }
  return models;
}

/** Says how strongly a sentence of an intent is about each of its topics, the strongest first; nothing where none was taught. */
export function topicScorer(
  models: TopicModels,
): (intent: Intent, vector: Vector) => readonly TopicScore[] {
  const scorers = new Map(
    Array.from(models, ([intent, { topics, weights }]) => [
      intent,
      { topics, scoresOf: scorerOf(weights) },
    ]),
  );
  return (intent, vector) => {
    const scorer = scorers.get(intent);
    if (scorer === undefined) return [];
    const scores = scorer.scoresOf(vector);
    return scorer.topics
      .map((topic, at) => ({ topic, score: scores[at] ?? Number.NEGATIVE_INFINITY }))
      .sort((one, other) => other.score - one.score);
  };
}

/** These rows alone, one behind the other. */
function rowsAt({ starts, indexes, values }: Rows, places: readonly number[]): Rows {
  const ends = new Int32Array(places.length + 1);
  for (const [at, place] of places.entries())
    ends[at + 1] = (ends[at] ?? 0) + (starts[place + 1] ?? 0) - (starts[place] ?? 0);
  const size = ends.at(-1) ?? 0;
  const own = { starts: ends, indexes: new Int32Array(size), values: new Float32Array(size) };
  for (const [at, place] of places.entries()) {
    const [from, to] = [starts[place], starts[place + 1]];
    own.indexes.set(indexes.subarray(from, to), ends[at]);
    own.values.set(values.subarray(from, to), ends[at]);
  }
  return own;
}
