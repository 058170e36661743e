import type { Bilingual } from '../bilingual.ts';
import type { DataProblem } from '../problem.ts';
import { Problem } from '../problem.ts';
import { readArguments } from './arguments.ts';
import type { ExitCode, Streams } from './outcome.ts';

export const DATA_CHECK_USAGE = 'desk data check [--dir data] [--intents intents]';

/** How much the folders hold. */
export type Counts = {
  readonly campaigns: number;
  readonly outlets: number;
  readonly offers: number;
  readonly plans: number;
  readonly checklists: number;
  readonly intents: number;
  readonly examples: number;
  /** Questions of the policy's owners, each answered as they expect. */
  readonly questions: number;
};

export type Checked =
  /** A warning is no fault: what is there holds together, but something will be missed soon. */
  | { readonly ok: true; readonly counts: Counts; readonly warnings: readonly Bilingual[] }
  | { readonly ok: false; readonly problems: readonly DataProblem[] };

const OPTIONS = { dir: { type: 'string' }, intents: { type: 'string' } } as const;

/** Loads everything that people keep in files, and prints what is wrong with it, a line each. */
export async function dataCheckCommand(
  args: readonly string[],
  check: (folders: {
    readonly data: string | null;
    readonly intents: string | null;
  }) => Promise<Checked>,
  streams: Streams,
): Promise<ExitCode> {
  const given = readArguments(args, OPTIONS);
  if (given.positionals.length > 0)
    throw new Problem('usage', `"${given.positionals[0]}" is too much`);
  const checked = await check({ data: given.value('dir'), intents: given.value('intents') });
  if (checked.ok) {
    streams.out(JSON.stringify({ ok: true, ...checked.counts }));
    for (const { zh, en } of checked.warnings) streams.err(`desk: warning: ${en} ${zh}`);
    return 0;
  }
  for (const { file, line, path, message } of checked.problems) {
    streams.out(JSON.stringify({ file, line, path, message }));
  }
  return 1;
}
