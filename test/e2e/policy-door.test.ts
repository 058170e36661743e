import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PRACTICE_BOT, PRACTICE_CHANNELS, PRACTICE_USERS } from '../../src/practice/branch.ts';
import { openPeer, type Peer, wordsOf } from '../peer/peer.ts';
import { labelsOf, pressOf } from '../peer/press.ts';
import type { Message } from '../peer/seen.ts';
import { FACTS, MATRIX, quarterSheets, withCell } from '../sheets/quarter.ts';
import { xlsx } from '../sheets/workbook.ts';
import { FOLDERS } from '../world.ts';
import { type RunningProgram, startProgram, temporaryFolder } from './run-bot.ts';

const SAM = PRACTICE_USERS.sam.id;
const WANG = PRACTICE_USERS.wang.id;
const OLIVIA = PRACTICE_USERS.olivia.id;
const CHEN = PRACTICE_USERS.chenJing.id;

const TOWNSHIP = PRACTICE_CHANNELS.coreTownship.id;

let peer: Peer;
let bot: RunningProgram;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let data = '';

const facts = [...FACTS, ['活动编号', '2015-q2']];
const clean = xlsx(quarterSheets({ facts }));
const doubtful = xlsx(quarterSheets({ facts, matrix: withCell(MATRIX, [2, 3], '?') }));

// A correction of the quarter that is in force, from today on, with fewer offers.
const Q1 = new Map<string, readonly string[]>([
  ['活动名称', ['活动名称', '2015年一季度存量维系活动']],
  ['活动时间', ['活动时间', '2015年1月1日至3月31日']],
]);
const correction = xlsx(
  quarterSheets({
    facts: [
      ...FACTS.map((row) => Q1.get(String(row[0])) ?? row),
      ['活动编号', '2015-q1'],
      ['版本', 2],
      ['更正原因', '存费送机停办'],
    ],
  }),
);

function startBot(): RunningProgram {
  const { botToken, appToken, apiUrl } = peer.workspace;
  return startProgram({
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_API_URL: apiUrl,
    DATABASE_URL: `sqlite:${join(folder.path, 'desk.sqlite')}`,
    DESK_DATA: data,
    DESK_TODAY: '2015-03-25',
    DESK_MANAGERS: WANG,
    DESK_POLICY_OWNERS: `${OLIVIA},${CHEN}`,
  });
}

beforeAll(async () => {
  folder = await temporaryFolder();
  data = join(folder.path, 'data');
  cpSync(FOLDERS.data, data, { recursive: true });
  writeFileSync(
    join(data, 'channels.yaml'),
    `channels: [{ channel: ${TOWNSHIP}, outlets: [core-township-hall] }]\n`,
  );
  peer = await openPeer('socket');
  bot = startBot();
  await bot.line(/joined Slack/);
});

afterAll(async () => {
  bot.signal('SIGTERM');
  await bot.ended;
  await peer.close();
  await folder.remove();
});

function drop(user: string, bytes: Buffer, name = '二季度.xlsx'): Promise<Message> {
  return peer.drop({ channel: user, user, files: [{ name, bytes }] });
}

/** What the bot says in the thread below a message. */
function below({ channel, ts }: Message, matching: RegExp): Promise<Message> {
  return peer.reply({ channel, thread: ts, matching, withinMs: 30_000 });
}

/** What the bot says to somebody outside of threads. */
function toldTo(user: string, matching: RegExp): Promise<Message> {
  return peer.waitFor(
    ({ channels, messages }) => {
      const direct = channels.find((one) => one.is_im && one.members.includes(user));
      return messages[direct?.id ?? '']?.findLast(
        (message) => message.thread_ts === undefined && matching.test(wordsOf(message)),
      );
    },
    { what: `${user} is told ${matching}`, withinMs: 30_000 },
  );
}

test('somebody who may not hand in policy is told who may, and the file is not read', async () => {
  const dropped = await drop(SAM, clean);
  const reply = await below(dropped, /come from these colleagues/);
  expect(wordsOf(reply)).toContain(`<@${WANG}> <@${OLIVIA}> <@${CHEN}>`);
  expect(existsSync(join(data, 'drafts'))).toBe(false);
});

test('a sheet in doubt is answered with its cells, and nobody is asked to approve it', async () => {
  const reply = await below(await drop(WANG, doubtful), /to mend/);
  expect(wordsOf(reply)).toMatch(/优惠矩阵!C2：“\?”/);
  expect(wordsOf(reply)).toMatch(/drop it here again/);
});

test('a file of another kind and one that is no sheet inside are told apart', async () => {
  await below(await drop(WANG, Buffer.from('%PDF-1.7'), '政策.pdf'), /I read policy sheets as/);
  await below(await drop(WANG, Buffer.from('%PDF-1.7'), '政策.xlsx'), /this is a PDF/);
});

test('words beside a file are answered as ever', async () => {
  const files = [{ name: '政策.pdf', bytes: Buffer.from('%PDF-1.7') }];
  const text = 'can a township store offer the free phone?';
  const { channel, ts } = await peer.drop({ channel: WANG, user: WANG, files, text });
  await below({ channel, ts }, /I read policy sheets as/);
  await peer.reply({ channel, since: ts, matching: /general township franchise store/ });
});

test('a clean sheet becomes a draft that each owner is asked about; another owner approves it, once', async () => {
  const dropped = await drop(WANG, clean);
  const preview = await below(dropped, /waits for approval/);
  expect(wordsOf(preview)).toMatch(/Gone: .*free phone/);
  expect(labelsOf(preview)).toEqual([]);
  const asked = await toldTo(OLIVIA, /for you to approve/);
  await toldTo(CHEN, /for you to approve/);
  expect(labelsOf(asked).slice(0, 2)).toEqual(['批准 Approve', '不批准 Send back']);
  await peer.press({ user: OLIVIA, message: asked, control: { label: '批准 Approve' } });
  await toldTo(WANG, /has approved version 1 of 2015-q2: in force from 1 April 2015/);
  await toldTo(CHEN, /has approved version 1 of 2015-q2/);
  await toldTo(OLIVIA, /I answer from them now/);
  expect(readFileSync(join(data, 'register.yaml'), 'utf8')).toMatch(
    /set: 2015-q2, version: 1, from: 2015-04-01, by: "?olivia \(U0OLIVIA\)"?, on: 2015-03-25/,
  );
  const other = await toldTo(CHEN, /for you to approve/);
  await peer.press({ user: CHEN, message: other, control: { label: '批准 Approve' } });
  await toldTo(CHEN, /has been approved already/);
});

test('an owner who prepared a draft cannot approve it, and another one may send it back with a reason', async () => {
  await below(await drop(OLIVIA, correction, '更正.xlsx'), /waits for approval/);
  const asked = await toldTo(CHEN, /for you to approve[\s\S]*2015-q1\.v2/);
  // Nobody has shown her a button: she presses that of a colleague.
  const { channel, ts } = asked;
  const own = pressOf(asked, { label: '批准 Approve' });
  await peer.interact({ channel, ts, user: OLIVIA, action: own });
  await peer.waitFor(
    ({ messages }) =>
      messages[channel]?.find((one) => /You have prepared this policy yourself/.test(wordsOf(one))),
    { what: 'the one who prepared it is refused' },
  );
  await peer.press({ user: CHEN, message: asked, control: { label: '不批准 Send back' } });
  const modal = await peer.modal({ what: 'the modal' });
  expect(modal.callback_id).toBe('policy:send-back-reason');
  peer.submit(CHEN, { reason: { reason: { type: 'plain_text_input', value: '佣金不对' } } });
  await toldTo(OLIVIA, /has sent the draft 2015-q1\.v2 back: 佣金不对/);
});

test('a correction from today on is told to the channel of the outlets it changes, once, also over a restart', async () => {
  await below(await drop(OLIVIA, correction, '更正.xlsx'), /waits for approval/);
  const asked = await toldTo(CHEN, /for you to approve[\s\S]*2015-q1\.v2/);
  await peer.press({ user: CHEN, message: asked, control: { label: '批准 Approve' } });
  await toldTo(OLIVIA, /has approved version 2 of 2015-q1: in force from 25 March 2015/);
  const news = await peer.reply({
    channel: TOWNSHIP,
    matching: /corrected, version 2/,
    withinMs: 30_000,
  });
  expect(wordsOf(news)).toMatch(/核心乡镇合作厅的变化[\s\S]*取消：.*存费送机/);
  bot.signal('SIGKILL');
  await bot.ended;
  bot = startBot();
  await bot.line(/joined Slack/);
  const question = await peer.say({
    channel: TOWNSHIP,
    user: SAM,
    text: `<@${PRACTICE_BOT.userId}> help`,
  });
  await peer.reply({ channel: TOWNSHIP, thread: question.ts });
  expect(
    peer.messages(TOWNSHIP).filter((one) => /corrected, version 2/.test(wordsOf(one))),
  ).toHaveLength(1);
});
