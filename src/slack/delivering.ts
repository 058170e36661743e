import type { KnownBlock } from '@slack/types';
import { WebAPIPlatformError, WebAPIRateLimitedError, type WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { LookOutcome, PostOutcome } from '../deliveries/outcome.ts';
import type { Channels } from '../deliveries/ports.ts';
import { codeOf, outcomeOf } from './outcome.ts';
import type { Identity } from './ports.ts';
import { QUIET } from './posting.ts';

export type DeliveringPorts = {
  readonly client: WebClient;
  readonly identity: () => Pick<Identity, 'botUserId' | 'botId'>;
};

/** What marks a message of the ledger; the key says which one. */
const EVENT_TYPE = 'desk_delivery';
/** Slack advises no more than 200 messages a page. */
const PAGE = 200;
/** So much is read at most: a bot that was away for a day in a busy channel. */
const PAGES = 25;

/**
 * Posts at the top level, never in a thread: replies do not stand in a channel's history, and could not be found again.
 * One try a call; what went wrong is answered and not thrown.
 */
export function openDelivering({ client, identity }: DeliveringPorts): Channels {
  return {
    post: async ({ channel, key, content }): Promise<PostOutcome> => {
      try {
        const { ts } = await client.chat.postMessage({
          channel,
          text: content.text,
          // They were made by a view and kept as JSON; Slack reads them again.
          blocks: content.blocks as KnownBlock[],
          metadata: { event_type: EVENT_TYPE, event_payload: { key } },
          ...QUIET,
        });
        return ts === undefined ? { kind: 'unknown', reason: 'no_ts' } : { kind: 'posted', ts };
      } catch (error) {
        return postFailure(error);
      }
    },

    look: async ({ channel, key, since }): Promise<LookOutcome> => {
      let cursor: string | undefined;
      try {
        for (let page = 0; page < PAGES; page += 1) {
          const history = historySchema.parse(
            await client.conversations.history({
              channel,
              oldest: since,
              limit: PAGE,
              include_all_metadata: true,
              ...(cursor === undefined ? {} : { cursor }),
            }),
          );
          const found = history.messages.find((message) => isOurs(message, key, identity()));
          if (found !== undefined) return { kind: 'found', ts: found.ts };
          cursor = history.response_metadata?.next_cursor;
          if (!history.has_more) return { kind: 'not-found' };
          if (cursor === undefined || cursor === '') {
            return { kind: 'unreadable', reason: 'no_cursor', retryAfterMs: null };
          }
        }
        return { kind: 'unreadable', reason: 'history_too_long', retryAfterMs: null };
      } catch (error) {
        return lookFailure(error);
      }
    },
  };
}

const messageSchema = z.object({
  ts: z.string(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  metadata: z
    .object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) })
    .optional()
    // Another app's may look otherwise.
    .catch(undefined),
});
const historySchema = z.object({
  messages: z.array(messageSchema),
  has_more: z.boolean().default(false),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

/** Another desk in the same channel, on trial perhaps, may use the same key. */
function isOurs(
  { user, bot_id: botId, metadata }: z.infer<typeof messageSchema>,
  key: string,
  bot: Pick<Identity, 'botUserId' | 'botId'>,
): boolean {
  if (metadata?.event_type !== EVENT_TYPE || metadata.event_payload.key !== key) return false;
  return user === bot.botUserId || botId === bot.botId;
}

function postFailure(error: unknown): PostOutcome {
  const reason = codeOf(error);
  if (error instanceof WebAPIRateLimitedError) {
    return { kind: 'rate-limited', retryAfterMs: error.retryAfter * 1_000 };
  }
  const outcome = outcomeOf(error);
  if (outcome === 'refused' && NO_ACCESS.has(reason)) return { kind: 'no-access', reason };
  if (outcome === 'refused' && PASSING.has(reason)) return { kind: 'not-sent', reason };
  return { kind: outcome, reason };
}

function lookFailure(error: unknown): LookOutcome {
  const reason = codeOf(error);
  if (error instanceof WebAPIRateLimitedError) {
    return { kind: 'unreadable', reason: 'ratelimited', retryAfterMs: error.retryAfter * 1_000 };
  }
  // Without the right to read, the bot may still post: that halts no other lane.
  const isHalt =
    error instanceof WebAPIPlatformError && NO_ACCESS.has(reason) && reason !== 'missing_scope';
  return isHalt
    ? { kind: 'no-access', reason }
    : { kind: 'unreadable', reason, retryAfterMs: null };
}

/** Nothing can be said anywhere until somebody acts. */
const NO_ACCESS: ReadonlySet<string> = new Set([
  'account_inactive',
  'invalid_auth',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'not_authed',
  'token_expired',
  'token_revoked',
]);

/** Slack has not taken it, and may take it later. */
const PASSING: ReadonlySet<string> = new Set([
  'accesslimited',
  'message_limit_exceeded',
  'org_login_required',
  'rate_limited',
  'ratelimited',
  'team_added_to_org',
]);
