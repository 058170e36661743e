import { hostname } from 'node:os';
import { now } from './calendar/clock.ts';
import type { Span } from './calendar/span.ts';
import { openCaseReports } from './case-reports.ts';
import { openCaseWeeks, weekBefore } from './case-weeks.ts';
import { renderPng } from './charts/render-png.ts';
import { casesExportCommand } from './commands/cases-export.ts';
import { casesWeeklyCommand } from './commands/cases-weekly.ts';
import type { ExitCode, Streams } from './commands/outcome.ts';
import { type Config, DEFAULT_DATABASE, dayBelievedIn } from './config.ts';
import { openDesk } from './desk.ts';
import { openStore } from './store/open.ts';

export type CaseRun = {
  readonly config: Config;
  /** Who runs the program. */
  readonly account: () => string;
  readonly streams: Streams;
};

/** `desk cases export`: the file of one case, out of the bot's database. */
export async function exportCase(
  words: readonly string[],
  { config, account, streams }: CaseRun,
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

/** `desk cases weekly`: the figures of a week, and their picture. */
export async function weekOfCases(
  words: readonly string[],
  { config, streams }: CaseRun,
): Promise<ExitCode> {
  const folders = { data: config.dataFolder, intents: config.intentsFolder };
  const desk = await openDesk(folders, config.keepFolder);
  const store = await openStore(config.databaseUrl ?? DEFAULT_DATABASE);
  const { figuresOf, chartOf } = openCaseWeeks({ store, desk: () => desk });
  const ports = {
    lastWeek: () => weekBefore(dayBelievedIn(config, null, now())),
    outlets: desk.policy.outlets.map(({ id }) => id),
    figuresOf: (week: Span, outlet: string | null) => figuresOf(week, { outlet }),
    draw: chartOf,
    renderPng,
  };
  try {
    return await casesWeeklyCommand(words, ports, streams);
  } finally {
    await store.close();
  }
}
