import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bot, openBot } from '../../src/bot.ts';
import type { Day } from '../../src/calendar/day.ts';
import { readConfig } from '../../src/config.ts';
import { type Desk, openDesk } from '../../src/desk.ts';
import {
  PRACTICE_CHANNELS,
  PRACTICE_PEOPLE,
  PRACTICE_SERVES,
  PRACTICE_USERS,
} from '../../src/practice/branch.ts';
import { practiceContracts } from '../../src/practice/contracts.ts';
import { openPeer, type Peer, wordsOf } from '../peer/peer.ts';
import type { Message } from '../peer/seen.ts';
import { notedLog } from '../unit/slack/doorway.ts';
import { FOLDERS } from '../world.ts';
import { temporaryFolder } from './run-bot.ts';

/** A Tuesday, and the Monday after; the Sunday between is a working day of 2015. */
const REMINDED = '2015-02-10' as Day;
const NEXT = '2015-02-11' as Day;
const MONDAY = '2015-02-16' as Day;
const CHANNEL = PRACTICE_CHANNELS.coreTownship.id;
const MANAGERS = PRACTICE_CHANNELS.retentionManagers.id;
const { liNa, wang } = PRACTICE_USERS;

let peer: Peer;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let desk: Desk;
let bot: Bot;
const log = notedLog();

async function start(today: Day, contracts?: Uint8Array): Promise<void> {
  const { botToken, appToken, apiUrl } = peer.workspace;
  bot = await openBot({
    desk: () => desk,
    config: {
      ...readConfig({}),
      ...{ dataFolder: FOLDERS.data, intentsFolder: FOLDERS.intents, todayOverride: today },
    },
    databaseUrl: `sqlite:${join(folder.path, 'desk.sqlite')}`,
    ...{ channels: PRACTICE_SERVES, people: PRACTICE_PEOPLE, log },
    ...(contracts === undefined ? {} : { contracts }),
    changeRules: (rules) => ({ ...rules, managersChannel: MANAGERS }),
    slack: { mode: { kind: 'socket', appToken }, botToken, apiUrl },
  });
  await bot.start();
}

async function restart(today: Day): Promise<void> {
  await bot.stop();
  await start(today);
}

const direct = (user: string): string =>
  peer.state().channels.find((one) => one.is_im && one.members.includes(user))?.id ?? '';
const said = (channel: string, matching: RegExp): readonly Message[] =>
  channel === ''
    ? []
    : peer
        .messages(channel)
        .filter((one) => one.bot_id !== undefined && matching.test(wordsOf(one)));
const until = (what: string, is: () => boolean): Promise<unknown> =>
  peer.waitFor(() => (is() ? true : undefined), { what, withinMs: 30_000 });

const UNCLAIMED = /还没有人跟进/;
const WEEK = /续约周报 2015-W07/;

let barriers = 0;
/** The bot has ticked since its start, so that it looks at what is due; `restart` waits for the end of that look. */
async function hasTicked(): Promise<void> {
  barriers += 1;
  const text = `barrier ${barriers}`;
  const content = { text, blocks: [] };
  const barrier = { key: text, kind: 'test', channel: CHANNEL, dueAt: 0, content };
  await bot.deliver([{ ...barrier, expiresAt: Number.MAX_SAFE_INTEGER }]);
  await until(text, () => said(CHANNEL, new RegExp(text)).length > 0);
}

beforeAll(async () => {
  [peer, folder, desk] = await Promise.all([
    openPeer('socket'),
    temporaryFolder(),
    openDesk(FOLDERS, null),
  ]);
  await start(REMINDED, new TextEncoder().encode(practiceContracts(REMINDED)));
  await until('the digest', () => said(CHANNEL, /续约提醒/).length > 0);
});
afterAll(async () => {
  await bot.stop();
  await peer.close();
  await folder.remove();
});

test('on the day of the reminder the manager is left alone; the day after he hears of what nobody has taken', async () => {
  const [digest] = said(CHANNEL, /续约提醒/);
  const claim = digest?.blocks
    ?.flatMap(({ elements = [], block_id: blockId = '' }) =>
      elements.map((element) => ({ ...element, blockId })),
    )
    .find(({ action_id: id, blockId }) => id === 'term:claim' && blockId.includes('"LJ-0003"'));
  if (digest === undefined || claim === undefined) throw new Error('no button to claim LJ-0003');
  await peer.interact({
    ...{ user: liNa.id, channel: CHANNEL, ts: digest.ts },
    action: {
      ...{ type: claim.type, action_id: 'term:claim', block_id: claim.blockId },
      value: claim.value,
    },
  });
  await until('the claim', () => said(CHANNEL, new RegExp(`跟进人 <@${liNa.id}>`)).length > 0);
  expect(said(direct(wang.id), UNCLAIMED)).toEqual([]);

  await restart(NEXT);
  await until('the manager hears', () => said(direct(wang.id), UNCLAIMED).length > 0);
  const [message = expect.fail()] = said(direct(wang.id), UNCLAIMED);
  expect(wordsOf(message)).toMatch(/199.{1,12}\d{4}/);
  expect(wordsOf(message)).not.toMatch(/199\d{8}/);
});

test('across a restart he does not hear of them again', async () => {
  await restart(NEXT);
  await hasTicked();
  await restart(MONDAY);
  // A message that the look before had planned would stand before this one.
  await until('the week', () => said(direct(wang.id), WEEK).length > 0);
  const told = said(direct(wang.id), UNCLAIMED).map(
    (one) => new Set(wordsOf(one).match(/199\D{1,12}\d{4}/g)),
  );
  expect(told[0]?.size).toBeGreaterThan(0);
  // On Monday there may be others, and none of these.
  for (const [index, phones] of told.entries())
    for (const earlier of told.slice(0, index))
      expect([...phones].filter((phone) => earlier.has(phone))).toEqual([]);
  expect(log.lines.join('\n')).not.toMatch(/199\d{8}/);
});

test('on Monday he has the week before, and the managers’ channel has it without names; both once', async () => {
  await until('the channel has it', () => said(MANAGERS, WEEK).length > 0);
  const [own = expect.fail()] = said(direct(wang.id), WEEK);
  const [all = expect.fail()] = said(MANAGERS, WEEK);
  expect(wordsOf(own)).toContain(`<@${liNa.id}>`);
  expect(wordsOf(all)).not.toContain('<@');
  await restart(MONDAY);
  await hasTicked();
  await peer.press({
    ...{ user: wang.id, message: own },
    control: { actionId: 'renewal-week:picture' },
  });
  await until('the picture', () =>
    peer
      .messages(direct(wang.id))
      .some((one) => (one.files ?? []).some(({ name }) => name === 'renewals-2015-W07.png')),
  );
  const report = (user: string) =>
    peer.command({ user, channel: CHANNEL, command: '/renewals', text: '周报' });
  const whispered = (user: string): string =>
    peer
      .messages(CHANNEL)
      .filter(({ ephemeral_to: to }) => to === user)
      .map(wordsOf)
      .join('\n');
  await report(wang.id);
  await until('the report', () => WEEK.test(whispered(wang.id)));
  const before = whispered(liNa.id);
  await report(liNa.id);
  await until('the refusal', () => whispered(liNa.id) !== before);
  expect(whispered(liNa.id)).not.toMatch(WEEK);
  expect(said(direct(wang.id), WEEK)).toHaveLength(1);
  expect(said(MANAGERS, WEEK)).toHaveLength(1);
});
