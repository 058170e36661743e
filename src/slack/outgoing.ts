import { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Channels } from '../deliveries/ports.ts';
import type { Log } from '../log.ts';
import { openDelivering } from './delivering.ts';
import { identitySchema } from './payloads.ts';
import { quietLogger } from './quiet-logger.ts';
import { tokenProblem } from './start-problem.ts';

/** What it takes to say something in Slack without hearing anything. */
export type Outgoing = {
  readonly channels: Channels;
  readonly channelNames: ChannelNames;
};

/** The ids of the channels that the bot can see, by their names without the #. */
export type ChannelNames = () => Promise<ReadonlyMap<string, string>>;

export type OutgoingPorts = {
  readonly botToken: string;
  /** Another server that speaks Slack's Web API. */
  readonly apiUrl: string | null;
  readonly now: () => number;
  readonly log: Log;
};

const CALL_TIMEOUT_MS = 10_000;
const NAMES_KEPT_MS = 10 * 60_000;
const PAGE = 200;
/** Two hundred thousand channels: who has more names his by their ids. */
const PAGES = 1_000;

/** Asks Slack who the bot is, and gives what it can post with. Rejects with a Problem that says what to check. */
export async function openOutgoing(ports: OutgoingPorts): Promise<Outgoing> {
  const client = clientOf(ports);
  try {
    const { user_id: botUserId, bot_id: botId } = identitySchema.parse(await client.auth.test());
    const channels = openDelivering({ client, identity: () => ({ botUserId, botId }) });
    return { channels, channelNames: openChannelNames(ports) };
  } catch (error) {
    throw tokenProblem(error, ports.apiUrl ?? undefined);
  }
}

const pageSchema = z.object({
  channels: z.array(z.object({ id: z.string(), name: z.string().default('') })),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

/** Looks the names up where somebody needs them, at most every ten minutes: a new channel is known soon enough. */
export function openChannelNames(ports: OutgoingPorts): ChannelNames {
  const client = clientOf(ports);
  let known: { readonly at: number; readonly names: ReadonlyMap<string, string> } | null = null;
  return async () => {
    if (known !== null && ports.now() - known.at < NAMES_KEPT_MS) return known.names;
    const names = new Map<string, string>();
    let cursor: string | undefined;
    for (let page = 0; page < PAGES; page += 1) {
      const { channels, response_metadata: next } = pageSchema.parse(
        await client.conversations.list({
          types: 'public_channel,private_channel',
          exclude_archived: true,
          limit: PAGE,
          ...(cursor === undefined ? {} : { cursor }),
        }),
      );
      for (const { id, name } of channels) names.set(name.toLowerCase(), id);
      cursor = next?.next_cursor;
      if (cursor === undefined || cursor === '') break;
    }
    known = { at: ports.now(), names };
    return names;
  };
}

function clientOf({ botToken, apiUrl, log }: OutgoingPorts): WebClient {
  return new WebClient(botToken, {
    logger: quietLogger(log),
    // The ledger tries again by itself, and never blindly.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: CALL_TIMEOUT_MS,
    ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }),
  });
}
