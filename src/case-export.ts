import { hostname } from 'node:os';
import { now } from './calendar/clock.ts';
import { openCaseReports } from './case-reports.ts';
import { casesExportCommand } from './commands/cases-export.ts';
import type { ExitCode, Streams } from './commands/outcome.ts';
import { type Config, DEFAULT_DATABASE, dayBelievedIn } from './config.ts';
import { openDesk } from './desk.ts';
import { openStore } from './store/open.ts';

export type ExportRun = {
  readonly config: Config;
  /** Who runs the program. */
  readonly account: () => string;
  readonly streams: Streams;
};

/** `desk cases export`: the file of one case, out of the bot's database. */
export async function exportCase(
  words: readonly string[],
  { config, account, streams }: ExportRun,
): Promise<ExitCode> {
  const folders = { data: config.dataFolder, intents: config.intentsFolder };
  const { caseRules, nameOf } = await openDesk(folders, config.keepFolder);
  const store = await openStore(config.databaseUrl ?? DEFAULT_DATABASE);
  const today = dayBelievedIn(config, null, now());
  const reports = openCaseReports({
    ...{ store, nameOf, now, timeZone: config.timeZone },
    rules: () => caseRules,
    today: () => today,
  });
  const origin = `command line of ${hostname()}`;
  const report: Parameters<typeof casesExportCommand>[1]['report'] = (id, { who, ...wanted }) =>
    reports.report(id, { ...wanted, by: { who, origin } });
  try {
    return await casesExportCommand(words, { account, report }, streams);
  } finally {
    await store.close();
  }
}
