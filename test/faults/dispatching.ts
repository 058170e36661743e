import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { WebClient } from '@slack/web-api';
import { openDispatcher } from '../../src/deliveries/dispatcher.ts';
import type { PostOutcome } from '../../src/deliveries/outcome.ts';
import type { Channels } from '../../src/deliveries/ports.ts';
import { SILENT_LOG } from '../../src/log.ts';
import { PRACTICE_BOT } from '../../src/practice/branch.ts';
import { openDelivering } from '../../src/slack/delivering.ts';
import { quietLogger } from '../../src/slack/quiet-logger.ts';
import { deliveryLanes } from '../../src/store/delivery-lanes.ts';
import { openStore } from '../../src/store/open.ts';
import { LOOP_PACE } from './loop-pace.ts';

/** A process that posts what is due until it is killed. `without` posts again where it should look. */
const [, , url = '', schema = '', apiUrl = '', token = '', name = '', reconciliation = 'with'] =
  process.argv;

const store = await openStore(url, schema === '' ? {} : { schema });
const client = new WebClient(token, {
  slackApiUrl: apiUrl,
  logger: quietLogger(SILENT_LOG),
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: LOOP_PACE.timeoutMs,
  headers: { 'x-process': name },
});
const { userId: botUserId } = PRACTICE_BOT;
const channels = openDelivering({ client, identity: () => ({ botUserId, botId: '' }) });

const dispatcher = openDispatcher({
  lanes: deliveryLanes(store),
  channels: reconciliation === 'with' ? channels : withoutLooking(channels),
  tell: () => undefined,
  now: Date.now,
  chance: Math.random,
  log: SILENT_LOG,
  pace: reconciliation === 'with' ? LOOP_PACE : { ...LOOP_PACE, graceMs: 0, firstLookMs: 1 },
});
// A killed process writes no cache at its end, and half of a start is stripping types.
flushCompileCache();
// Whose parent is gone has nobody left to kill it.
process.stdin.resume().on('end', () => process.exit());
writeSync(1, 'ready\n');
for (;;) {
  void dispatcher.tick();
  await pause(LOOP_PACE.gapMs / 3);
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
