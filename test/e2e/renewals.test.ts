import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
import { openStore } from '../../src/store/open.ts';
import { openPeer, type Peer, wordsOf } from '../peer/peer.ts';
import type { Message } from '../peer/seen.ts';
import { notedLog } from '../unit/slack/doorway.ts';
import { FOLDERS } from '../world.ts';
import { submitForm } from './complaint-branch.ts';
import { temporaryFolder } from './run-bot.ts';

const TODAY = '2015-02-10' as Day;
const CHANNEL = PRACTICE_CHANNELS.coreTownship.id;
const { liNa, wang, sam } = PRACTICE_USERS;

const CLAIM = { contract: 'LJ-0003', action: 'term:claim' };

let peer: Peer;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let desk: Desk;
let bot: Bot;
const log = notedLog();

async function start(today: Day, contracts?: Uint8Array): Promise<Bot> {
  const { botToken, appToken, apiUrl } = peer.workspace;
  const started = await openBot({
    desk: () => desk,
    config: {
      ...readConfig({}),
      ...{ dataFolder: FOLDERS.data, intentsFolder: FOLDERS.intents, todayOverride: today },
    },
    databaseUrl: database(),
    ...{ channels: PRACTICE_SERVES, people: PRACTICE_PEOPLE, log },
    ...(contracts === undefined ? {} : { contracts }),
    changeRules: (rules) => ({
      ...rules,
      managersChannel: PRACTICE_CHANNELS.retentionManagers.id,
    }),
    slack: { mode: { kind: 'socket', appToken }, botToken, apiUrl },
  });
  await started.start();
  return started;
}

function database(): string {
  return `sqlite:${join(folder.path, 'desk.sqlite')}`;
}

const digests = (): readonly Message[] =>
  peer.messages(CHANNEL).filter((one) => one.bot_id !== undefined && !one.ephemeral_to);
const shown = (): string => digests().map(wordsOf).join('\n');
const privately = (user: string): string =>
  peer
    .messages(CHANNEL)
    .filter(({ ephemeral_to: to }) => to === user)
    .map(wordsOf)
    .join('\n');
const until = (what: string, is: () => boolean): Promise<unknown> =>
  peer.waitFor(() => (is() ? true : undefined), { what });

function digest(): Message {
  const [message] = digests();
  if (message === undefined) throw new Error('there is no digest');
  return message;
}

/** Somebody presses a button of one contract, or chooses in its menu; in the message as his screen shows it. */
async function use(
  user: string,
  wanted: { readonly contract: string; readonly action: string; readonly option?: string },
  message: Message = digest(),
): Promise<void> {
  const { contract, action, option } = wanted;
  for (const { elements = [], block_id: blockId = '' } of message.blocks ?? [])
    for (const element of elements)
      if (element.action_id === action && blockId.includes(`"${contract}"`))
        return peer.interact({
          ...{ user, channel: CHANNEL, ts: message.ts },
          action: {
            ...{ type: element.type, action_id: action, block_id: blockId },
            ...(option === undefined
              ? { value: element.value }
              : { selected_option: { value: option } }),
          },
        });
  throw new Error(`no ${action} for ${contract}`);
}

beforeAll(async () => {
  [peer, folder, desk] = await Promise.all([
    openPeer('socket'),
    temporaryFolder(),
    openDesk(FOLDERS, null),
  ]);
  bot = await start(TODAY, new TextEncoder().encode(practiceContracts(TODAY)));
});
afterAll(async () => {
  await bot.stop();
  await peer.close();
  await folder.remove();
});

describe('contracts near their end, in their channel', () => {
  test('one digest comes by itself, soonest first, masked, with what the outlet may lead with', async () => {
    await until('the digest', () => digests().length > 0);
    expect(digests()).toHaveLength(1);
    expect(shown()).toContain('2月10日周二续约提醒');
    expect(shown()).toContain('主推：合约惠机、存费送费、存费送业务');
    expect(shown()).toMatch(/199.{1,12}0008/);
    expect(shown()).not.toContain('19900000008');
    expect(shown().indexOf('2月9日周一已到期1天')).toBeLessThan(
      shown().indexOf('2月13日周五到期，还有3天'),
    );
  });

  test('what has no channel is on the managers’ list', async () => {
    const managers = PRACTICE_CHANNELS.retentionManagers.id;
    await until('the list', () => peer.messages(managers).some((one) => one.bot_id !== undefined));
    expect(peer.messages(managers).map(wordsOf).join()).toContain('没有频道可发');
  });

  test('who claims a contract has it before everybody; who comes second is told kindly who was first', async () => {
    const before = digest();
    await use(liNa.id, CLAIM, before);
    await until('the claim', () => shown().includes(`跟进人 <@${liNa.id}>`));
    await use(wang.id, CLAIM, before);
    await until('the word', () => privately(wang.id).includes('已由'));
    await use(liNa.id, CLAIM, before);
    await until('the word', () => privately(liNa.id).includes('已经在您名下'));
  });

  test('an outcome needs what it is worth: a renewal its new end day', async () => {
    await use(liNa.id, { contract: 'LJ-0003', action: 'term:outcome' });
    await until('the form', () => peer.state().modals.length > 0);
    const errors = await submitForm(peer, liNa.id, { outcome: 'renewed', until: '2015-02-01' });
    expect(errors).toMatchObject({ until: expect.stringContaining('晚于原来的') });
    // The server keeps what was wrong until the form is gone.
    await submitForm(peer, liNa.id, { outcome: 'renewed', until: '2016-02-25' });
    await until('the outcome', () => shown().includes('已续约，到2016-02-25'));
  });

  test('a contract is put off in working days, and what to say and the number are for those who may', async () => {
    await use(liNa.id, { contract: 'LJ-0001', action: 'term:more', option: 'snooze-3' });
    await until('it is put off', () => shown().includes('推迟到2月13日周五'));
    await use(sam.id, { contract: 'LJ-0001', action: 'term:more', option: 'coach' });
    await until('what to say', () => privately(sam.id).length > 0);
    await use(sam.id, { contract: 'LJ-0001', action: 'term:more', option: 'show' });
    await until(
      'the refusal',
      () => peer.messages(CHANNEL).filter(({ ephemeral_to: to }) => to === sam.id).length > 1,
    );
    expect(privately(sam.id)).not.toContain('19900000001');
    await use(liNa.id, { contract: 'LJ-0001', action: 'term:more', option: 'show' });
    await until('the number', () => privately(liNa.id).includes('19900000001'));
    expect(shown()).not.toContain('19900000001');
  });

  test('/renewals lists what ends, shows one’s own, and hands over to a colleague', async () => {
    const ask = (user: string, text: string) =>
      peer.command({ user, channel: CHANNEL, command: '/renewals', text });
    await ask(liNa.id, '我的');
    await until('her own', () => privately(liNa.id).includes('河口镇合作厅'));
    await ask(liNa.id, 'test');
    await until('the refusal', () => /主管|manager/.test(privately(liNa.id)));
    await ask(wang.id, '测试');
    await until('the test', () => privately(wang.id).includes('这是测试'));
    await ask(wang.id, '本周核心乡镇合作厅');
    await until('the list', () => /LJ-0073|2月13日/.test(privately(wang.id)));
    await ask(liNa.id, '代管');
    await until('the form', () => peer.state().modals.length > 0);
    const days = { from: '2015-02-10', to: '2015-02-12' };
    await submitForm(peer, liNa.id, { deputy: wang.id, ...days });
    await until('the word', () => privately(liNa.id).includes(`<@${wang.id}>`));
    await ask(liNa.id, '回来');
    await until('back', () => privately(liNa.id).includes('欢迎回来'));
  });

  test('after a restart nothing is said again, and the buttons still work', async () => {
    await bot.stop();
    bot = await start(TODAY);
    await use(wang.id, { contract: 'LJ-0003', action: 'term:reopen' });
    await until('the form', () => peer.state().modals.length > 0);
    expect(await submitForm(peer, wang.id, { note: '客户反悔' })).toBeNull();
    await until('it is open', () => !shown().includes('已续约'));
    expect(digests()).toHaveLength(1);
  });

  test('every change is in the audit trail, by whom and from where, without a name or a phone', async () => {
    const store = await openStore(database());
    const rows = await store.db
      .selectFrom('audit_event')
      .selectAll()
      .where('kind', '=', 'term')
      .orderBy('id')
      .execute();
    await store.close();
    expect(rows.map(({ who, what, origin }) => [who, what, origin])).toEqual([
      [liNa.id, 'claim', 'Slack'],
      [liNa.id, 'close', 'Slack'],
      [liNa.id, 'snooze', 'Slack'],
      [wang.id, 'reopen', 'Slack'],
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/1990000/);
    expect(log.lines.join('\n')).not.toMatch(/1990000/);
  });
});
