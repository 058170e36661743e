import type { Day } from '../calendar/day.ts';
import { topicAccuracyOf } from '../language/topic-check.ts';
import { MODELS, type TrainCheck } from '../language/train-check.ts';
import { Problem } from '../problem.ts';
import { readArguments } from './arguments.ts';
import type { ExitCode, Streams } from './outcome.ts';
import { type LineOf, reportOf } from './train-report.ts';

export const TRAIN_CHECK_USAGE = 'desk train check';

/** What was measured, and how long a question takes to read, in microseconds. */
export type Trained = TrainCheck & {
  readonly p50Us: number;
  readonly p99Us: number;
  /** Whether the next check will be able to compare itself with this one. */
  readonly isKept: boolean;
};

export type TrainCheckPorts = {
  readonly open: () => Promise<{
    readonly checkTraining: (today: Day, onModel: () => void) => Promise<Trained>;
    readonly lineOf: LineOf;
  }>;
  readonly today: Day;
  /** Says how far it has come; the empty text when it is there. */
  readonly progress: (words: string) => void;
};

/** Prints the figures as one line of JSON, and for people what to look at among the examples. */
export async function trainCheckCommand(
  args: readonly string[],
  { open, today, progress }: TrainCheckPorts,
  { out, err }: Streams,
): Promise<ExitCode> {
  const { positionals } = readArguments(args, {});
  if (positionals.length > 0) throw new Problem('usage', `"${positionals[0]}" is too much`);
  progress('reading the files …');
  const { checkTraining, lineOf } = await open().finally(() => progress(''));
  progress('learning …');
  let learnt = 0;
  const trained = await checkTraining(today, () => {
    learnt += 1;
    progress(`learnt ${learnt} of ${MODELS} times, each time without a fifth of the examples …`);
  }).finally(() => progress(''));
  for (const line of reportOf(trained, lineOf)) err(line);
  if (!trained.isKept)
    err('This check could not be kept: the next one cannot be compared with it.');
  out(
    JSON.stringify({
      intent_accuracy: rounded(trained.intentAccuracy),
      entity_f1: rounded(trained.entityF1),
      examples: trained.examples,
      p50_us: Math.round(trained.p50Us),
      p99_us: Math.round(trained.p99Us),
      group_accuracy: rounded(trained.groupAccuracy),
      groups: trained.groups,
      contradictions: trained.doubts.contradictions.length,
      near_duplicates: trained.doubts.doubles.length,
      suspicious: trained.doubts.suspects.length,
      topic_accuracy: rounded(topicAccuracyOf(trained.topics)),
    }),
  );
  return 0;
}

function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
