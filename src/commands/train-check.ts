import type { TrainCheck } from '../language/train-check.ts';
import { Problem } from '../problem.ts';
import { readArguments } from './arguments.ts';
import type { ExitCode, Streams } from './outcome.ts';

export const TRAIN_CHECK_USAGE = 'desk train check';

/** What was measured, and how long a question takes to read, in microseconds. */
export type Trained = TrainCheck & { readonly p50Us: number; readonly p99Us: number };

/** Prints the figures as one line of JSON, and for people which intents are taken for each other. */
export async function trainCheckCommand(
  args: readonly string[],
  check: () => Promise<Trained>,
  { out, err }: Streams,
): Promise<ExitCode> {
  const { positionals } = readArguments(args, {});
  if (positionals.length > 0) throw new Problem('usage', `"${positionals[0]}" is too much`);
  const trained = await check();
  err('Each example, read by a reader that had not learnt it:');
  for (const row of trained.calibration) {
    err(
      `threshold ${row.threshold.toFixed(1)}${row.isInForce ? ' (in force)' : ''}: ` +
        `of ours ${percent(row.right)} right, ${percent(row.refused)} refused; ` +
        `of others ${percent(row.recognised)} recognised; ${percent(row.wrong)} of all answered wrongly`,
    );
  }
  for (const { is, readAs, count, examples } of trained.confusions) {
    err(`${count} × ${is} read as ${readAs}: ${examples.join(' | ')}`);
  }
  out(
    JSON.stringify({
      intent_accuracy: rounded(trained.intentAccuracy),
      entity_f1: rounded(trained.entityF1),
      examples: trained.examples,
      p50_us: Math.round(trained.p50Us),
      p99_us: Math.round(trained.p99Us),
    }),
  );
  return 0;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
