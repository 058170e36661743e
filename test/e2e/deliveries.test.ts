import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PRACTICE_CHANNELS, PRACTICE_USERS } from '../../src/practice/branch.ts';
import { deliveryLedger } from '../../src/store/deliveries.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/schema.ts';
import { type FaultProxy, startFaultProxy } from '../faults/proxy.ts';
import { openPeer, type Peer } from '../peer/peer.ts';
import { newDelivery } from '../store/planned.ts';
import { type RunningProgram, startProgram, temporaryFolder } from './run-bot.ts';
import { linesOf, run } from './run-command.ts';

const GENERAL = PRACTICE_CHANNELS.general.id;
const WANG = PRACTICE_USERS.wang.id;

let peer: Peer;
let proxy: FaultProxy;
let bot: RunningProgram;
let store: Store;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let env: Readonly<Record<string, string>>;

beforeAll(async () => {
  folder = await temporaryFolder();
  peer = await openPeer('socket');
  proxy = await startFaultProxy(peer.workspace);
  env = { DATABASE_URL: `sqlite:${join(folder.path, 'desk.sqlite')}` };
  bot = startProgram({
    ...env,
    SLACK_BOT_TOKEN: proxy.botToken,
    SLACK_APP_TOKEN: proxy.appToken,
    SLACK_API_URL: proxy.apiUrl,
    DESK_MANAGERS: WANG,
    // A day whose next year is known: nothing else is said unasked.
    DESK_TODAY: '2015-02-10',
  });
  await bot.line(/joined Slack/);
  store = await openStore(env.DATABASE_URL ?? '');
});

afterAll(async () => {
  await store.close();
  bot.signal('SIGTERM');
  await bot.ended;
  await proxy.stop();
  await peer.close();
  await folder.remove();
});

const plan = (key: string, channel = GENERAL) => {
  const text = `notice ${key}`;
  const blocks = [{ type: 'section', text: { type: 'plain_text', text } }];
  const delivery = newDelivery(key, { channel, dueAt: Date.now(), content: { text, blocks } });
  return deliveryLedger(store).plan([delivery], Date.now());
};

test('what is planned is posted within seconds, with its mark, and the list says so', async () => {
  await plan('one');
  const message = await peer.reply({ channel: GENERAL, matching: /^notice one/ });
  expect(message.thread_ts).toBeUndefined();
  const post = await proxy.called('chat.postMessage', ({ args }) => args.text === 'notice one');
  expect(post.args.metadata).toMatchObject({ event_type: 'desk_delivery' });
  await bot.line(/"state":"sent"/);
  const { code, out } = await run(['deliveries', 'list', '--state', 'sent'], { env });
  expect(code).toBe(0);
  expect(linesOf(out)).toMatchObject([
    { id: 1, state: 'sent', channel: GENERAL, key: 'one', ts: message.ts, sentHow: 'posted' },
  ]);
});

test('what Slack refuses is told to a manager with what to do, and goes out when a person tries again', async () => {
  proxy.fail('chat.postMessage', { kind: 'error', error: 'not_in_channel' });
  await plan('two');
  const told = await peer.waitFor(
    (seen) =>
      Object.entries(seen.messages)
        .filter(([channel]) => channel !== GENERAL)
        .flatMap(([, messages]) => messages)
        .find(({ text }) => text?.includes('not_in_channel')),
    { what: 'the notice' },
  );
  expect(told.text).toMatch(/\/invite[\s\S]*desk deliveries retry/);
  const listed = await run(['deliveries', 'list', '--state', 'blocked'], { env });
  const [{ id }] = linesOf(listed.out) as [{ id: number }];
  const { code, out, err } = await run(['deliveries', 'retry', String(id)], { env });
  expect([code, err]).toEqual([0, 'The bot posts it within seconds, if it runs.\n']);
  expect(linesOf(out)).toMatchObject([{ id, state: 'pending' }]);
  await peer.reply({ channel: GENERAL, matching: /^notice two/ });
  expect((await run(['deliveries', 'retry', String(id)], { env })).code).toBe(1);
  expect((await run(['deliveries', 'list', '--state', 'gone'], { env })).code).toBe(2);
});

test('a reply that is lost leads to a look and to no second post', async () => {
  proxy.fail('chat.postMessage', { kind: 'lost-reply' });
  await plan('three');
  await proxy.called(
    'conversations.history',
    ({ args }) => String(args.include_all_metadata) === 'true',
  );
  await bot.line(/"outcome":"found"/);
  const said = peer.messages(GENERAL).filter(({ text }) => text === 'notice three');
  expect(said).toHaveLength(1);
});
