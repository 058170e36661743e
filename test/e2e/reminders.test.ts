import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PRACTICE_CHANNELS } from '../../src/practice/branch.ts';
import { openStore } from '../../src/store/open.ts';
import { type FaultProxy, startFaultProxy } from '../faults/proxy.ts';
import { openPeer, type Peer } from '../peer/peer.ts';
import { instance } from '../store/reminding-world.ts';
import { day } from '../world.ts';
import { temporaryFolder } from './run-bot.ts';
import { linesOf, run } from './run-command.ts';

const [HALL, TOWN] = [PRACTICE_CHANNELS.general.id, PRACTICE_CHANNELS.coreTownship.id];

let peer: Peer;
let proxy: FaultProxy;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let env: Readonly<Record<string, string>>;
let tokens: Readonly<Record<string, string>>;

beforeAll(async () => {
  folder = await temporaryFolder();
  peer = await openPeer('socket');
  proxy = await startFaultProxy(peer.workspace);
  env = { DATABASE_URL: `sqlite:${join(folder.path, 'desk.sqlite')}` };
  tokens = { SLACK_BOT_TOKEN: proxy.botToken, SLACK_API_URL: proxy.apiUrl };
  const file = join(folder.path, 'contracts.csv');
  const row = (id: string, outlet: string, endsOn: string, channel: string): string =>
    `${id},张三,13800001234,2G 26元畅聊套餐,${outlet},某厅,2014-02-10,${endsOn},U001,${channel}`;
  writeFileSync(
    file,
    [
      'contract_id,customer_name,phone,plan,outlet,outlet_name,starts_on,ends_on,owner,channel',
      row('HT1', 'own-hall', '2015-02-10', HALL),
      row('HT2', 'township-store', '2015-02-06', HALL),
      row('HT3', 'own-hall', '2015-02-02', HALL),
      row('HT4', 'own-hall', '2015-02-12', HALL),
      row('HT5', 'township-store', '2015-02-13', TOWN),
      row('HT6', 'township-store', '2015-02-11', TOWN),
    ].join('\n'),
  );
  expect((await run(['contracts', 'import', file], { env })).code).toBe(0);
});

afterAll(async () => {
  await proxy.stop();
  await peer.close();
  await folder.remove();
});

const remind = (...words: readonly string[]) =>
  run(['reminders', ...words], { env: { ...env, ...tokens } });
const digests = (channel: string): number => peer.messages(channel).length;

test('the plan is one line a channel and outlet, soonest first, with what the outlet may lead with', async () => {
  const { code, out, err } = await run(['reminders', 'plan', '--today', '2015-02-03'], { env });
  expect([code, err]).toEqual([0, '']);
  const led = (lead: readonly string[], fits: readonly string[]) => [
    ...lead.map((offer) => ({ offer, level: 'main' })),
    ...fits.map((offer) => ({ offer, level: 'optional' })),
  ];
  const [bonus, discount] = [
    ['renewal-bonus-credit', 'renewal-bonus-service'],
    'renewal-discount-phone',
  ];
  const hall = led(['renewal-free-phone', ...bonus], [discount]);
  expect(linesOf(out)).toEqual([
    {
      ...{ channel: HALL, outlet: 'own-hall' },
      contracts: [
        { id: 'HT3', ends_on: '2015-02-02', stage: -1, offers: hall },
        { id: 'HT1', ends_on: '2015-02-10', stage: 7, offers: hall },
      ],
    },
    {
      ...{ channel: HALL, outlet: 'township-store' },
      contracts: [
        { id: 'HT2', ends_on: '2015-02-06', stage: 3, offers: led([discount, ...bonus], []) },
      ],
    },
  ]);
  const dry = await remind('run', '--dry-run', '--today', '2015-02-03');
  expect([dry.code, dry.out]).toEqual([0, out]);
  expect(digests(HALL)).toBe(0);
});

test('without a token there is nowhere to post, and nothing is planned', async () => {
  const { code, out, err } = await run(['reminders', 'run', '--today', '2015-02-03'], { env });
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/SLACK_BOT_TOKEN/);
  expect((await remind('plan', '--today', '2015-02-03')).out).not.toBe('');
});

test('two runs at the same time post it once, and after them nothing is due', async () => {
  const both = await Promise.all([
    remind('run', '--today', '2015-02-03'),
    remind('run', '--today', '2015-02-03'),
  ]);
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  expect(digests(HALL)).toBe(1);
  const lines = both.flatMap(({ out }) => linesOf(out));
  expect(lines.length).toBeGreaterThanOrEqual(2);
  for (const line of lines) expect(line).toMatchObject({ channel: HALL, state: 'sent' });
  for (const again of ['plan', 'run'])
    expect(await remind(again, '--today', '2015-02-03')).toMatchObject({ code: 0, out: '' });
  expect(digests(HALL)).toBe(1);
});

test('what a run planned that was ended is posted by the next one, which says so', async () => {
  const store = await openStore(env.DATABASE_URL ?? '');
  const planner = instance(store, Date.now(), { today: () => day('2015-02-04'), hours: 'none' });
  await planner.reminding.remind();
  await store.close();
  const { code, out } = await remind('run', '--today', '2015-02-04');
  expect(code).toBe(0);
  expect(linesOf(out)).toMatchObject([
    { channel: TOWN, contracts: [{ id: 'HT6', ends_on: '2015-02-11', stage: 7 }], state: 'sent' },
  ]);
  expect(digests(TOWN)).toBe(1);
});

test('what Slack refuses is said, with what to do', async () => {
  proxy.fail('chat.postMessage', { kind: 'error', error: 'not_in_channel' });
  const { code, out, err } = await remind('run', '--today', '2015-02-05');
  expect(code).toBe(1);
  const blocked = { channel: HALL, state: 'blocked', reason: 'not_in_channel' };
  expect(linesOf(out)).toMatchObject([
    { ...blocked, outlet: 'township-store', contracts: [{ id: 'HT2', stage: 1 }] },
    { ...blocked, outlet: 'own-hall', contracts: [{ id: 'HT4', stage: 7 }] },
  ]);
  expect(err).toMatch(/not_in_channel[\s\S]*desk deliveries/);
});
