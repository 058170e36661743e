import type { Day } from '../calendar/day.ts';
import { Problem } from '../problem.ts';
import { readArguments } from './arguments.ts';
import type { ExitCode, Streams } from './outcome.ts';

export const REMINDERS_USAGE = `desk reminders plan [--today YYYY-MM-DD]
desk reminders run [--today YYYY-MM-DD] [--dry-run]`;

/** What is due for one outlet in one channel. */
export type DueLine = {
  readonly channel: string;
  readonly outlet: string;
  readonly contracts: readonly {
    readonly id: string;
    readonly ends_on: string;
    /** Days before the end; negative after it. */
    readonly stage: number;
    readonly offers: readonly { readonly offer: string; readonly level: string }[];
  }[];
};

/** What became of it; `reason` where it is not posted. */
export type RunLine = DueLine & {
  readonly state: string;
  readonly ts: string | null;
  readonly reason: string | null;
};

export type Due<Line> = {
  readonly lines: readonly Line[];
  /** Contracts that are due and have no channel. */
  readonly orphans: readonly string[];
};

export type RemindersPorts = {
  readonly plan: (today: Day | null) => Promise<Due<DueLine>>;
  readonly run: (today: Day | null) => Promise<Due<RunLine>>;
};

const OPTIONS = { today: { type: 'string' }, 'dry-run': { type: 'boolean' } } as const;
/** Posted, or waiting for its hour: nobody has to do anything. */
const FINE: ReadonlySet<string> = new Set(['sent', 'pending']);

/** Shows which reminders are due, or posts them. */
export async function remindersCommand(
  args: readonly string[],
  ports: RemindersPorts,
  { out, err }: Streams,
): Promise<ExitCode> {
  const given = readArguments(args, OPTIONS);
  const [action, ...rest] = given.positionals;
  if ((action !== 'plan' && action !== 'run') || rest.length > 0)
    throw new Problem('usage', 'desk reminders plan, or desk reminders run');
  if (action === 'plan' && given.flag('dry-run'))
    throw new Problem('usage', '--dry-run is for run: plan changes nothing anyway');
  const today = given.day('today');

  if (action === 'plan' || given.flag('dry-run')) {
    const { lines, orphans } = await ports.plan(today);
    for (const line of lines) out(JSON.stringify(line));
    sayOrphans(orphans, err);
    return 0;
  }
  const { lines, orphans } = await ports.run(today);
  for (const line of lines) out(JSON.stringify(line));
  sayOrphans(orphans, err);
  const stopped = lines.filter(({ state }) => !FINE.has(state));
  for (const { channel, state, reason } of stopped)
    err(
      `desk: ${channel} has not got its reminders: ${state}${reason === null ? '' : ` (${reason})`}`,
    );
  if (stopped.length > 0) err('desk: see desk deliveries list; retry ID or resolve ID decides.');
  return stopped.length > 0 ? 1 : 0;
}

function sayOrphans(orphans: readonly string[], err: Streams['err']): void {
  if (orphans.length === 0) return;
  const named = orphans.slice(0, NAMED).join(', ');
  const more = orphans.length > NAMED ? ` and ${orphans.length - NAMED} more` : '';
  err(
    `desk: ${orphans.length} due without a channel: ${named}${more}. usualChannels in reminders.yaml names one.`,
  );
}

const NAMED = 20;
