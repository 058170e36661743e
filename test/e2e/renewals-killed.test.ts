import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PRACTICE_CHANNELS, PRACTICE_USERS } from '../../src/practice/branch.ts';
import { openStore } from '../../src/store/open.ts';
import { type FaultProxy, startFaultProxy } from '../faults/proxy.ts';
import { openPeer, type Peer, wordsOf } from '../peer/peer.ts';
import type { Message } from '../peer/seen.ts';
import { submitForm } from './complaint-branch.ts';
import { type RunningProgram, startProgram, temporaryFolder } from './run-bot.ts';
import { run } from './run-command.ts';

const CHANNEL = PRACTICE_CHANNELS.coreTownship.id;
const { liNa, wang } = PRACTICE_USERS;
const DIGEST = '续约提醒';
const FOUND = /"outcome":"found"/;

let peer: Peer;
let proxy: FaultProxy;
let bot: RunningProgram;
/** What those said that were killed. */
const killed: string[] = [];
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let databaseUrl: string;
/** Lets what is held go on, when all is over. */
let letGo = (): void => undefined;
const held = new Promise<void>((resolve) => {
  letGo = resolve;
});

async function startBot(): Promise<RunningProgram> {
  const started = startProgram({
    DATABASE_URL: databaseUrl,
    SLACK_BOT_TOKEN: proxy.botToken,
    SLACK_APP_TOKEN: proxy.appToken,
    SLACK_API_URL: proxy.apiUrl,
    DESK_TODAY: '2015-02-10',
  });
  await started.line(/joined Slack/);
  return started;
}

async function killAndStart(): Promise<void> {
  bot.signal('SIGKILL');
  await bot.ended;
  killed.push(bot.said());
  bot = await startBot();
  await peer.botConnected();
}

const digests = (): readonly Message[] =>
  peer.messages(CHANNEL).filter((one) => wordsOf(one).includes(DIGEST));
const shown = (): string => digests().map(wordsOf).join('\n');
const privately = (user: string): string =>
  peer
    .messages(CHANNEL)
    .filter(({ ephemeral_to: to }) => to === user)
    .map(wordsOf)
    .join('\n');
const until = (what: string, is: () => boolean): Promise<unknown> =>
  peer.waitFor(() => (is() ? true : undefined), { what });

function press(user: string, contract: string, actionId: string): Promise<void> {
  const [message] = digests();
  for (const { elements = [], block_id: blockId = '' } of message?.blocks ?? [])
    for (const { type, action_id: id, value } of elements)
      if (message !== undefined && id === actionId && blockId.includes(`"${contract}"`))
        return peer.interact({
          ...{ user, channel: CHANNEL, ts: message.ts },
          action: { type, action_id: id, block_id: blockId, ...(value && { value }) },
        });
  throw new Error(`no ${actionId} for ${contract}`);
}

beforeAll(async () => {
  [peer, folder] = await Promise.all([openPeer('socket'), temporaryFolder()]);
  proxy = await startFaultProxy(peer.workspace);
  databaseUrl = `sqlite:${join(folder.path, 'desk.sqlite')}`;
  const file = join(folder.path, 'contracts.csv');
  const row = (id: string, endsOn: string): string =>
    `${id},张三,13800001234,2G 26元畅聊套餐,core-township-hall,河口镇合作厅,2014-02-10,${endsOn},${liNa.id},${CHANNEL}`;
  writeFileSync(
    file,
    [
      'contract_id,customer_name,phone,plan,outlet,outlet_name,starts_on,ends_on,owner,channel',
      row('HT1', '2015-02-10'),
      row('HT2', '2015-02-13'),
    ].join('\n'),
  );
  const { code } = await run(['contracts', 'import', file], {
    env: { DATABASE_URL: databaseUrl },
  });
  expect(code).toBe(0);
});

afterAll(async () => {
  letGo();
  bot.signal('SIGTERM');
  await bot.ended;
  await proxy.stop();
  await peer.close();
  await folder.remove();
});

test('killed when Slack has taken the digest and its reply is under way', async () => {
  proxy.fail('chat.postMessage', { kind: 'slow-reply', until: held });
  bot = await startBot();
  await until('the digest', () => digests().length > 0);
  await killAndStart();
});

test('killed when a claim is written and the message is not: it is kept, and the next press shows it', async () => {
  const asked = Promise.withResolvers<void>();
  proxy.trouble(({ method }) => {
    if (method !== 'chat.update') return undefined;
    asked.resolve();
    return { kind: 'delay', until: held };
  });
  await press(liNa.id, 'HT1', 'term:claim');
  await asked.promise;
  proxy.heal();
  await killAndStart();
  expect(shown()).not.toContain('跟进人');
  await press(wang.id, 'HT1', 'term:claim');
  await until('the word', () => privately(wang.id).includes(`已由 <@${liNa.id}> 认领`));
  expect(shown()).toContain(`跟进人 <@${liNa.id}>`);
});

test('killed while somebody fills in an outcome: the form that is open still counts, once', async () => {
  await press(liNa.id, 'HT2', 'term:outcome');
  await until('the form', () => peer.state().modals.length > 0);
  await killAndStart();
  expect(await submitForm(peer, liNa.id, { outcome: 'renewed', until: '2016-02-13' })).toBeNull();
  await until('the outcome', () => shown().includes('已续约，到2016-02-13'));
  const store = await openStore(databaseUrl);
  const done = await store.db
    .selectFrom('audit_event')
    .selectAll()
    .where('kind', '=', 'term')
    .orderBy('id')
    .execute();
  await store.close();
  expect(done.map(({ who, what, thing }) => [who, what, thing])).toEqual([
    [liNa.id, 'claim', expect.stringContaining('HT1')],
    [liNa.id, 'close', expect.stringContaining('HT2')],
  ]);
});

test('after all that the digest is found where it stands, and was said once', async () => {
  // Who took it has its time to come back first.
  if (!killed.some((said) => FOUND.test(said))) await bot.line(FOUND);
  expect(digests()).toHaveLength(1);
});
