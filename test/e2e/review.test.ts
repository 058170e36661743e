import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PRACTICE_BOT, PRACTICE_CHANNELS, PRACTICE_USERS } from '../../src/practice/branch.ts';
import { openPeer, type Peer } from '../peer/peer.ts';
import { labelsOf } from '../peer/press.ts';
import type { Message } from '../peer/seen.ts';
import { FOLDERS } from '../world.ts';
import { type RunningProgram, startProgram, temporaryFolder } from './run-bot.ts';
import { run } from './run-command.ts';

const GENERAL = PRACTICE_CHANNELS.general.id;
const LI_NA = PRACTICE_USERS.liNa.id;
const WANG = PRACTICE_USERS.wang.id;
const ODD = '嗨老铁 张先生那户整个啥来劲的 zhang@example.com';
const ODD_MASKED = '嗨老铁 某先生那户整个啥来劲的 x@x.x';

let peer: Peer;
let bot: RunningProgram;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let env: Readonly<Record<string, string>>;

beforeAll(async () => {
  folder = await temporaryFolder();
  cpSync(FOLDERS.intents, join(folder.path, 'intents'), { recursive: true });
  peer = await openPeer('socket');
  const { botToken, appToken, apiUrl } = peer.workspace;
  env = {
    DATABASE_URL: `sqlite:${join(folder.path, 'desk.sqlite')}`,
    DESK_INTENTS: join(folder.path, 'intents'),
    DESK_TODAY: '2015-02-10',
  };
  bot = startProgram({
    ...env,
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_API_URL: apiUrl,
    DESK_REVIEW: 'on',
    DESK_MANAGERS: WANG,
  });
  await bot.line(/joined Slack/);
});

afterAll(async () => {
  bot.signal('SIGTERM');
  await bot.ended;
  await peer.close();
  await folder.remove();
});

async function mention(user: string, text: string, matching: RegExp): Promise<Message> {
  const text_ = `<@${PRACTICE_BOT.userId}> ${text}`;
  const question = await peer.say({ channel: GENERAL, user, text: text_ });
  return peer.reply({ channel: GENERAL, thread: question.ts, matching });
}

type Listed = { readonly id: string; readonly text: string; readonly reason: string };

async function reviewList(): Promise<readonly Listed[]> {
  const { out } = await run(['review', 'list'], { env });
  return out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Listed);
}

test('"not what I asked" and a question without an answer come on the list, without the person', async () => {
  const answer = await mention(LI_NA, '核心乡镇合作厅能推什么', /主推7项/);
  expect(labelsOf(answer)).toEqual(['看图', '答非所问']);
  await peer.press({ user: LI_NA, message: answer, control: { label: '答非所问' } });
  await peer.reply({ channel: GENERAL, matching: /谢谢，已记下/ });

  const unknown = await mention(LI_NA, ODD, /这个我不知道/);
  expect(JSON.stringify(unknown.blocks)).toContain('已记下这个问题');
  await expect.poll(reviewList, { timeout: 20_000 }).toMatchObject([
    { text: '核心乡镇合作厅能推什么', reason: 'marked-wrong', readAs: 'promo.eligibility' },
    { text: ODD_MASKED, reason: 'not-understood', readAs: 'out_of_scope' },
  ]);
});

test('accepted, it is one more line of the examples, and the next start reads it', async () => {
  const odd = (await reviewList()).find(({ text }) => text === ODD_MASKED);
  const accept = await run(['review', 'accept', odd?.id ?? '', 'renewal.coaching'], { env });
  expect(accept).toMatchObject({ code: 0, err: expect.stringContaining('desk train check') });
  const { file, line } = JSON.parse(accept.out) as { file: string; line: number };
  const lines = readFileSync(join(folder.path, file), 'utf8').split('\n');
  expect(lines[line - 1]).toBe(`  - ${ODD_MASKED}`);
  const { out } = await run(['ask', ODD], { env });
  expect(JSON.parse(out)).toMatchObject({ intent: 'renewal.coaching' });
  expect((await reviewList()).map(({ text }) => text)).not.toContain(ODD_MASKED);
});

test('what cannot be taught is refused and stays on the list', async () => {
  const [first] = await reviewList();
  const wrongIntent = await run(['review', 'accept', first?.id ?? '', 'promo'], { env });
  expect(wrongIntent).toMatchObject({ code: 1, err: expect.stringContaining('no intent "promo"') });
  const both = await run(['review', 'accept', first?.id ?? '', 'help'], { env });
  expect(both.err).toContain('is an example of promo.eligibility: it cannot teach both');
  expect(await reviewList()).toHaveLength(1);
  await run(['review', 'dismiss', first?.id ?? '', '--because', '答得对'], { env });
  expect(await reviewList()).toEqual([]);
});

test('a manager may ask why; nobody else is offered it', async () => {
  const answer = await mention(WANG, '合作厅能推存费送鸡吗', /两类网点/);
  expect(labelsOf(answer)).toEqual(expect.arrayContaining(['答非所问', '为什么这样答']));
  await peer.press({ user: WANG, message: answer, control: { label: '为什么这样答' } });
  const why = await peer.reply({ channel: GENERAL, matching: /为什么这样答/ });
  expect(why.text).toMatch(/合作厅能推存费送机吗[\s\S]*存费送机/);
  await peer.press({ user: LI_NA, message: answer, control: { label: '为什么这样答' } });
  await peer.reply({ channel: GENERAL, matching: /这个按钮只给主管用/ });
});

test('no log line holds a word of a question', () => {
  expect(bot.said()).not.toMatch(/example\.com|老铁|送鸡/);
});
