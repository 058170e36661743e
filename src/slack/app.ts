import { setTimeout as pause } from 'node:timers/promises';
import { WebClient } from '@slack/web-api';
import type { Bilingual } from '../bilingual.ts';
import type { Channels } from '../deliveries/ports.ts';
import { openDelivering } from './delivering.ts';
import { DurableApp } from './durable-app.ts';
import { openErrorDoor } from './error-door.ts';
import { LISTENERS } from './listeners/index.ts';
import { codeOf } from './outcome.ts';
import { identitySchema } from './payloads.ts';
import type { Doorway, Identity, Inbox } from './ports.ts';
import { openPosting } from './posting.ts';
import { quietLogger } from './quiet-logger.ts';
import { type Entrance, type Mode, openEntrance } from './receivers.ts';
import { respondWithin } from './respond.ts';
import { openSharedFiles } from './shared-files.ts';
import { entranceProblem, tokenProblem } from './start-problem.ts';
import { announcementView } from './views/announcement.ts';

export type SlackAppOptions = Omit<Doorway, 'identity' | 'posting' | 'fetchFile'> & {
  readonly mode: Mode;
  readonly botToken: string;
  /** Another server that speaks Slack's Web API, such as `http://127.0.0.1:3000/api/`. */
  readonly apiUrl?: string | undefined;
  readonly inbox: Inbox;
  readonly wait?: (ms: number) => Promise<void>;
  readonly newReference?: () => string;
  /** Instead of the one that `mode` asks for: tests send events by hand. */
  readonly entrance?: Entrance;
};

export type SlackApp = {
  /** Joins Slack. Rejects with a `Problem` that says what to check. */
  readonly start: () => Promise<Identity>;
  /** Takes nothing new, and lets what is under way come to its end. */
  readonly stop: () => Promise<void>;
  /** Says something unasked in one channel, in both languages. */
  readonly announce: (channel: string, text: Bilingual) => Promise<void>;
  /** The direct message with a user, for the ledger. */
  readonly directChannel: (user: string) => Promise<string>;
  /** The address of a message; null where Slack has none. */
  readonly linkTo: (channel: string, ts: string) => Promise<string | null>;
  /** How the ledger says something unasked; not before the start. */
  readonly channels: Channels;
  /** Answers what was kept and never answered; done at each start, and every minute. */
  readonly replay: () => Promise<number>;
};

const CALL_TIMEOUT_MS = 10_000;
const FAREWELL_MS = 10_000;
const REPLAY_EVERY_MS = 60_000;

export function createSlackApp(options: SlackAppOptions): SlackApp {
  const { mode, botToken, apiUrl, inbox, now, log } = options;
  const logger = quietLogger(log);
  const wait = options.wait ?? ((ms) => pause(ms));
  const clientOptions = {
    logger,
    // Never again after an unknown outcome: see posting.ts.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: CALL_TIMEOUT_MS,
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  };
  const client = new WebClient(botToken, clientOptions);
  const posting = openPosting({ client, respond: respondWithin(CALL_TIMEOUT_MS), wait, log });
  const entrance = options.entrance ?? openEntrance(mode, { logger, now, apiUrl });

  let known: Identity | null = null;
  const identity = (): Identity => {
    if (known === null) throw new Error('an event came before the bot knew who it is');
    return known;
  };
  const app = new DurableApp(
    {
      receiver: entrance.receiver,
      logger,
      clientOptions,
      convoStore: false,
      extendedErrorHandler: true,
      authorize: async () => ({ botToken, ...identity() }),
    },
    { inbox, identity, now, log },
  );
  const newReference = options.newReference;
  const door = openErrorDoor({
    posting,
    log,
    ...(newReference === undefined ? {} : { newReference }),
  });
  app.error(({ error, body }: { error: Error; body: unknown }) => door(error, body));

  const { converse, isOpen, answered, explain, nameOf, review, isManager, draw, tries, today } =
    options;
  const { directory, homeSections, refused } = options;
  const { policy, deliver, walk, complaints, contracts, renewals, renewalWeek } = options;
  const fetchFile = openSharedFiles({ botToken, apiUrl, timeoutMs: CALL_TIMEOUT_MS, wait });
  const doorway: Doorway = {
    converse,
    walk,
    isOpen,
    answered,
    explain,
    nameOf,
    review,
    isManager,
    directory,
    homeSections,
    refused,
    draw,
    tries,
    policy,
    complaints,
    contracts,
    renewals,
    renewalWeek,
    deliver,
    fetchFile,
    today,
    now,
    identity,
    posting,
    log,
  };
  // All of them before the first event can come.
  for (const listener of LISTENERS) listener.listen(app, doorway);

  const replay = async (): Promise<void> => {
    try {
      await app.replay();
    } catch (error) {
      log.error('slack.replay', { code: codeOf(error) });
    }
  };

  let replaying: NodeJS.Timeout | null = null;
  return {
    start: async () => {
      known = await whoAmI(client, apiUrl);
      // First what is owed from before, so that answers stay in the order of the questions.
      await app.replay();
      try {
        await entrance.start();
      } catch (error) {
        throw entranceProblem(error, mode);
      }
      // What could not be sent meanwhile, and what another process left behind.
      replaying = setInterval(() => void replay(), REPLAY_EVERY_MS);
      replaying.unref();
      return known;
    },
    stop: async () => {
      if (replaying !== null) {
        clearInterval(replaying);
        await entrance.receiver.stop();
      }
      await Promise.race([app.idle(), pause(FAREWELL_MS, undefined, { ref: false })]);
    },
    announce: (channel, text) => posting.post({ channel, thread: null }, announcementView(text)),
    directChannel: posting.directChannel,
    linkTo: posting.linkTo,
    channels: openDelivering({ client, identity }),
    replay: () => app.replay(),
  };
}

async function whoAmI(client: WebClient, apiUrl: string | undefined): Promise<Identity> {
  try {
    const {
      user_id: botUserId,
      bot_id: botId,
      team_id: teamId,
    } = identitySchema.parse(await client.auth.test());
    return { botUserId, botId, teamId };
  } catch (error) {
    throw tokenProblem(error, apiUrl);
  }
}
