import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PRACTICE_USERS } from '../../src/practice/branch.ts';
import { type FaultProxy, startFaultProxy } from '../faults/proxy.ts';
import { openPeer, type Peer } from '../peer/peer.ts';
import { FOLDERS } from '../world.ts';
import { type RunningProgram, startProgram, temporaryFolder } from './run-bot.ts';

const { wang, liNa, sam, olivia } = PRACTICE_USERS;

// local-slack has no user groups, and says so: a look-up that fails.
const PEOPLE = `people:
  - { group: S0URBAN, roles: [manager], outlets: [own-hall] }
  - { user: ${liNa.id}, worksAt: { outlet: core-township-hall, hall: 河口镇合作厅 } }
`;

let peer: Peer;
let proxy: FaultProxy;
let bot: RunningProgram;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  folder = await temporaryFolder();
  const data = join(folder.path, 'data');
  cpSync(FOLDERS.data, data, { recursive: true });
  writeFileSync(join(data, 'people.yaml'), PEOPLE);
  peer = await openPeer('socket');
  proxy = await startFaultProxy(peer.workspace);
  bot = startProgram({
    SLACK_BOT_TOKEN: proxy.botToken,
    SLACK_APP_TOKEN: proxy.appToken,
    SLACK_API_URL: proxy.apiUrl,
    DATABASE_URL: 'sqlite::memory:',
    DESK_DATA: data,
    // The next year is not known: those who run the bot hear of it.
    DESK_TODAY: '2026-11-27',
    DESK_MANAGERS: wang.id,
    DESK_ADMINISTRATORS: olivia.id,
  });
  await bot.line(/joined Slack/);
});

afterAll(async () => {
  bot.signal('SIGTERM');
  await bot.ended;
  await proxy.stop();
  await peer.close();
  await folder.remove();
});

/** The page of the bot as one user sees it. */
async function homeOf(user: string, holding: RegExp): Promise<string> {
  await peer.openHome(user);
  return peer.waitFor(
    ({ homes }) => {
      const page = JSON.stringify(homes[user] ?? null);
      return holding.test(page) ? page : undefined;
    },
    { what: `the page of ${user} with ${holding}` },
  );
}

test('the page says what the bot takes one for: a role from a variable, a hall from the file', async () => {
  expect(await homeOf(wang.id, /我的角色/)).toMatch(/维系主管 · Manager.*所有网点 · everywhere/);
  expect(await homeOf(liNa.id, /我的角色/)).toContain('河口镇合作厅');
  expect(await homeOf(sam.id, /2026-11-27/)).not.toContain('我的角色');
});

test('"our hall" is the one where the file says that somebody works', async () => {
  const text = '我们厅2015年2月10日能推什么';
  const asked = await peer.say({ channel: liNa.id, user: liNa.id, text });
  await peer.reply({ channel: asked.channel, since: asked.ts, matching: /核心乡镇合作厅/ });
  const other = await peer.say({ channel: sam.id, user: sam.id, text });
  await peer.reply({ channel: other.channel, since: other.ts, matching: /哪类网点/ });
});

test('a group that cannot be looked up is told in the log once, with the group and no more', async () => {
  await bot.line(/"event":"people\.lookup"|people\.lookup/);
  const told = bot
    .said()
    .split('\n')
    .filter((line) => line.includes('people.lookup'));
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('S0URBAN');
});

test('those who run the bot are told that next year’s working days are missing, and nobody else is', async () => {
  const told = await peer.waitFor(
    ({ messages }) => {
      const found = Object.entries(messages).flatMap(([channel, all]) =>
        all.filter(({ text }) => text?.includes('data/calendar/2027.yaml')).map(() => channel),
      );
      return found.length > 0 ? found : undefined;
    },
    { what: 'the alarm' },
  );
  const opened = await proxy.called('conversations.open', ({ args }) => args.users === olivia.id);
  expect(opened.args.users).toBe(olivia.id);
  expect(told).toHaveLength(1);
});
