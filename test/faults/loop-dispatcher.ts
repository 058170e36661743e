import { WebClient } from '@slack/web-api';
import { type Dispatcher, openDispatcher } from '../../src/deliveries/dispatcher.ts';
import type { PostOutcome } from '../../src/deliveries/outcome.ts';
import type { Channels } from '../../src/deliveries/ports.ts';
import { SILENT_LOG } from '../../src/log.ts';
import { PRACTICE_BOT } from '../../src/practice/branch.ts';
import { openDelivering } from '../../src/slack/delivering.ts';
import { quietLogger } from '../../src/slack/quiet-logger.ts';
import { deliveryLanes } from '../../src/store/delivery-lanes.ts';
import type { Store } from '../../src/store/schema.ts';
import { LOOP_PACE } from './loop-pace.ts';

export type LoopProcess = {
  readonly store: Store;
  readonly apiUrl: string;
  readonly token: string;
  /** By it the proxy knows whose call it is. */
  readonly name: string;
  /** `without` posts again where it should look. */
  readonly reconciliation: string;
};

/** The dispatcher of one process that is to be killed. */
export function loopDispatcher(of: LoopProcess): Dispatcher {
  const client = new WebClient(of.token, {
    slackApiUrl: of.apiUrl,
    logger: quietLogger(SILENT_LOG),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: LOOP_PACE.timeoutMs,
    headers: { 'x-process': of.name },
  });
  const { userId: botUserId } = PRACTICE_BOT;
  const channels = openDelivering({ client, identity: () => ({ botUserId, botId: '' }) });
  const looks = of.reconciliation === 'with';
  return openDispatcher({
    lanes: deliveryLanes(of.store),
    channels: looks ? channels : withoutLooking(channels),
    tell: () => undefined,
    now: Date.now,
    chance: Math.random,
    log: SILENT_LOG,
    pace: looks ? LOOP_PACE : { ...LOOP_PACE, graceMs: 0, firstLookMs: 1 },
  });
}

/** An ordinary outbox: what is not known to be sent is sent again. */
function withoutLooking({ post }: Channels): Channels {
  return {
    post: async (delivery): Promise<PostOutcome> => {
      const outcome = await post(delivery);
      return outcome.kind === 'unknown' ? { ...outcome, kind: 'not-sent' } : outcome;
    },
    look: async () => ({ kind: 'not-found' }),
  };
}
