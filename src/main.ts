import { type Bot, openBot } from './bot.ts';
import type { Day } from './calendar/day.ts';
import { type Config, DEFAULT_DATABASE, readConfig, type SlackSettings } from './config.ts';
import { environment } from './environment.ts';
import { desksOf } from './live/desks-aside.ts';
import { type LiveDesk, openLiveDesk } from './live/live-desk.ts';
import { watchFiles } from './live/watch-files.ts';
import { createLog, type Log } from './log.ts';
import type { DataCopy } from './practice/data-copy.ts';
import { Problem } from './problem.ts';

/** The practice workspace believes in a day of the first campaign, so that there is something to answer. */
const PRACTICE_DAY = '2015-02-10' as Day;
const PRACTICE_PORT = 3000;
/** What is tried out lies here while it runs. */
const PRACTICE_FOLDER = 'var/practice';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Something that runs until it is stopped. */
type Running = {
  /** What to tell the person who started it. */
  readonly greeting: readonly string[];
  readonly stop: () => Promise<void>;
  readonly died: Promise<unknown> | null;
};

async function run(config: Config): Promise<Running> {
  const slack = config.slack();
  const log = createLog(config.logLevel ?? (slack.mode === 'practice' ? 'warn' : 'info'));
  guard(log);
  return slack.mode === 'practice'
    ? practise(config, log)
    : join({ config, live: await openLive(config), log, slack });
}

function openLive({
  dataFolder: data,
  intentsFolder: intents,
  keepFolder,
}: Config): Promise<LiveDesk> {
  return openLiveDesk({ folders: { data, intents }, ...desksOf({ data, intents }, keepFolder) });
}

type Parts = {
  readonly config: Config;
  readonly live: LiveDesk;
  readonly log: Log;
};

/** Joins a real workspace. */
async function join({
  config,
  live,
  log,
  slack,
}: Parts & { slack: Exclude<SlackSettings, { mode: 'practice' }> }): Promise<Running> {
  const bot = await openBot({
    desk: live.current,
    config,
    log,
    databaseUrl: config.databaseUrl ?? DEFAULT_DATABASE,
    slack: {
      botToken: slack.botToken,
      apiUrl: slack.apiUrl,
      mode:
        slack.mode === 'socket'
          ? { kind: 'socket', appToken: slack.appToken }
          : { kind: 'http', signingSecret: slack.signingSecret, port: slack.port },
    },
  });
  await startOrStop(bot);
  const greeting =
    slack.mode === 'socket'
      ? 'Retention Desk has joined Slack (Socket Mode). Ctrl-C stops it.'
      : `Retention Desk listens for Slack on port ${slack.port}, /slack/events. Ctrl-C stops it.`;
  return { greeting: [greeting], stop: watched(bot, { live, log }), died: null };
}

/** Opens a workspace on this machine, with nobody's account, and runs the same bot in it. */
async function practise(given: Config, log: Log): Promise<Running> {
  const { copyData } = await import('./practice/data-copy.ts');
  // Whoever tries an approval must not put it in force in the real policy.
  const copy = copyData(given.dataFolder, PRACTICE_FOLDER);
  try {
    const practising = await practiseWith({ ...given, dataFolder: copy.folder }, copy, log);
    const stop = async (): Promise<void> => {
      await practising.stop();
      copy.remove();
    };
    return { ...practising, stop };
  } catch (error) {
    copy.remove();
    throw error;
  }
}

async function practiseWith(given: Config, { follow }: DataCopy, log: Log): Promise<Running> {
  const desk = await openLive(given);
  const live: LiveDesk = {
    current: desk.current,
    look: async () => {
      follow();
      return desk.look();
    },
  };
  const today = given.todayOverride ?? PRACTICE_DAY;
  const { startWorkspace } = await import('./practice/workspace.ts');
  const { welcome } = await import('./practice/welcome.ts');
  const { practiceContracts } = await import('./practice/contracts.ts');
  const { PRACTICE_CHANNELS, PRACTICE_PEOPLE, PRACTICE_SERVES } = await import(
    './practice/branch.ts'
  );
  const config = {
    ...given,
    todayOverride: today,
    // Everything can be tried here; what it keeps is gone when it stops.
    mayReview: given.mayReview ?? true,
  };
  const workspace = await startWorkspace({
    port: config.port ?? PRACTICE_PORT,
    mode: 'socket',
    log: (line) => log.info('practice', { line }),
  });
  try {
    const bot = await openBot({
      desk: live.current,
      config,
      log,
      channels: PRACTICE_SERVES,
      people: PRACTICE_PEOPLE,
      contracts: new TextEncoder().encode(practiceContracts(today)),
      changeRules: (rules) => ({
        ...rules,
        managersChannel: PRACTICE_CHANNELS.retentionManagers.id,
        // Somebody there reads English.
        channels: { [PRACTICE_CHANNELS.urban.id]: { language: 'both' } },
      }),
      // The workspace forgets everything when it stops, so its bot does too.
      databaseUrl: config.databaseUrl ?? 'sqlite::memory:',
      slack: {
        mode: { kind: 'socket', appToken: workspace.appToken },
        botToken: workspace.botToken,
        apiUrl: workspace.apiUrl,
      },
    });
    await startOrStop(bot);
    await bot.announce(PRACTICE_CHANNELS.general.id, welcome(today));
    const stopBot = watched(bot, { live, log });
    return {
      greeting: [
        `Practice workspace: ${workspace.url}`,
        `It believes that today is ${today}. Nothing leaves this machine. Ctrl-C stops it.`,
        'Policy that is approved here goes into a copy of the data folder, and is gone when it stops.',
      ],
      stop: async () => {
        await stopBot();
        await workspace.stop();
      },
      died: workspace.died,
    };
  } catch (error) {
    await workspace.stop();
    throw error;
  }
}

/** Looks for changed files while the bot runs; stops both. */
function watched(bot: Bot, { live, log }: Pick<Parts, 'live' | 'log'>): () => Promise<void> {
  const watch = watchFiles({
    live,
    log,
    // Slack takes a user for the direct message with that user.
    tellOwners: async (text) => {
      for (const owner of await bot.directory.usersWith('policy-owner'))
        await bot.announce(owner, text);
    },
  });
  return async () => {
    watch.stop();
    await bot.stop();
  };
}

async function startOrStop(bot: {
  start: () => Promise<void>;
  stop: () => Promise<void>;
}): Promise<void> {
  try {
    await bot.start();
  } catch (error) {
    await bot.stop();
    throw error;
  }
}

/** A promise that nobody waits for must not end the bot: socket-mode 3.1.0 leaves some while it reconnects. */
function guard(log: Log): void {
  process.on('unhandledRejection', (error) => {
    log.error('unhandled', {
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  });
}

function report(error: unknown): void {
  const isKnown = error instanceof Problem;
  say(
    isKnown
      ? `Retention Desk: ${error.message}`
      : error instanceof Error
        ? (error.stack ?? '')
        : String(error),
  );
  process.exitCode = isKnown && error.code === 'config' ? 2 : 1;
}

/** Stops on the first signal when all is answered; a second signal stops at once. */
function stopOnSignal(running: Running): void {
  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) process.exit(1);
    isStopping = true;
    say('Stopping …');
    try {
      await running.stop();
    } catch (error) {
      report(error);
    }
    process.exit();
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
  void running.died?.then((problem) => {
    if (isStopping) return;
    report(problem);
    void running.stop().finally(() => process.exit());
  });
}

try {
  const running = await run(readConfig(environment()));
  stopOnSignal(running);
  // Only now: whoever reads it may press Ctrl-C at once.
  running.greeting.forEach(say);
} catch (error) {
  report(error);
  process.exit();
}
