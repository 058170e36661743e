import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PRACTICE_BOT, PRACTICE_CHANNELS, PRACTICE_USERS } from '../../src/practice/branch.ts';
import { openPeer, type Peer, wordsOf } from '../peer/peer.ts';
import { labelsOf, pressOf } from '../peer/press.ts';
import type { Message } from '../peer/seen.ts';
import { freePort, type RunningProgram, startProgram, temporaryFolder } from './run-bot.ts';

const GENERAL = PRACTICE_CHANNELS.general.id;
const LI_NA = PRACTICE_USERS.liNa.id;
const SAM = PRACTICE_USERS.sam.id;
const BOT = `<@${PRACTICE_BOT.userId}>`;
const LEADS_EN =
  /lead with 7 offers[\s\S]*deposit 200, get 100[\s\S]*Do not lead with[\s\S]*free phone[\s\S]*Source[\s\S]*31 March 2015/;
const LEADS_ZH =
  /主推7项[\s\S]*存200元送100元[\s\S]*非主推[\s\S]*存费送机[\s\S]*来源[\s\S]*2015年3月31日/;

describe.each(['Socket Mode', 'signed HTTP'] as const)('the bot in a workspace, by %s', (way) => {
  let peer: Peer;
  let bot: RunningProgram;
  let start: () => RunningProgram;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;

  beforeAll(async () => {
    folder = await temporaryFolder();
    const port = await freePort();
    peer = await openPeer(
      way === 'Socket Mode' ? 'socket' : { events: `http://127.0.0.1:${port}/slack/events` },
    );
    const { botToken, appToken, signingSecret, apiUrl } = peer.workspace;
    start = () =>
      startProgram({
        SLACK_BOT_TOKEN: botToken,
        SLACK_API_URL: apiUrl,
        DATABASE_URL: `sqlite:${join(folder.path, 'desk.sqlite')}`,
        DESK_TODAY: '2015-02-10',
        ...(way === 'Socket Mode'
          ? { SLACK_APP_TOKEN: appToken }
          : { SLACK_SIGNING_SECRET: signingSecret, PORT: String(port) }),
      });
    bot = start();
    await bot.line(/joined Slack|listens for Slack/);
  });

  afterAll(async () => {
    bot.signal('SIGTERM');
    await bot.ended;
    await peer.close();
    await folder.remove();
  });

  /** Mentions the bot in #general and gives its answer in the thread. */
  async function mention(user: string, text: string, matching: RegExp): Promise<Message> {
    const question = await peer.say({ channel: GENERAL, user, text: `${BOT} ${text}` });
    return peer.reply({ channel: GENERAL, thread: question.ts, matching });
  }

  test('a mention in English is answered in its thread: seven to lead with, one not, the dates, the source', async () => {
    const answer = await mention(LI_NA, 'what can I offer at a township partner hall?', LEADS_EN);
    expect(answer.text).toMatch(LEADS_EN);
  });

  test('a mention in Chinese is answered in Chinese', async () => {
    const answer = await mention(LI_NA, '核心乡镇合作厅能推什么', LEADS_ZH);
    // The source line names a file; all else is Chinese.
    expect(answer.text?.replace('levels.yaml', '')).not.toMatch(/[A-Za-z]{4,}/);
  });

  test('a picture of the answer is posted in its thread when somebody presses the button', async () => {
    const answer = await mention(LI_NA, '存200元怎么返', /共到账300元/);
    await peer.press({ user: LI_NA, message: answer, control: { label: '看图' } });
    const picture = await peer.waitFor(
      (seen) =>
        seen.messages[GENERAL]?.find(
          (message) =>
            message.thread_ts === answer.thread_ts &&
            JSON.stringify(message).includes('200-2015-02-10.png'),
        ),
      { what: 'the picture', withinMs: 30_000 },
    );
    expect(JSON.stringify(picture)).toContain('image/png');
  });

  test('a picture asked for in words is posted below the answer, and below the next one', async () => {
    const answer = await mention(
      SAM,
      'how does the 100 deposit come back, as a picture',
      /150 yuan/,
    );
    const thread = answer.thread_ts ?? '';
    expect(labelsOf(answer)).toEqual([]);
    const pictureOf = (name: string) =>
      peer.waitFor(
        (seen) =>
          seen.messages[GENERAL]?.find(
            (message) =>
              message.thread_ts === thread && JSON.stringify(message).includes(`${name}.png`),
          ),
        { what: name, withinMs: 30_000 },
      );
    await pictureOf('100-2015-02-10');
    await peer.say({
      channel: GENERAL,
      user: SAM,
      text: 'and what can I offer at an own hall?',
      thread,
    });
    await peer.reply({ channel: GENERAL, thread, since: answer.ts, matching: /business hall/ });
    await peer.say({ channel: GENERAL, user: SAM, text: 'show me', thread });
    await pictureOf('2015-q1');
  });

  test('/promo sends no picture, which all would see, and says how to get it', async () => {
    await peer.command({
      channel: GENERAL,
      user: SAM,
      command: '/promo',
      text: 'how does the 50 deposit come back, as a picture',
    });
    const answer = await peer.reply({
      channel: GENERAL,
      matching: (message) =>
        message.ephemeral_to === SAM && /50 yuan come back/.test(wordsOf(message)),
    });
    expect(wordsOf(answer)).toContain('mention me in the channel');
  });

  test('a direct message is answered at its top level', async () => {
    const { channel } = await peer.say({
      channel: SAM,
      user: SAM,
      text: 'what can I offer at a township partner hall?',
    });
    const answer = await peer.reply({ channel, matching: LEADS_EN });
    expect(answer.thread_ts).toBeUndefined();
  });

  test('/promo is answered to the asker alone', async () => {
    await peer.command({
      channel: GENERAL,
      user: SAM,
      command: '/promo',
      text: '核心乡镇合作厅能推什么',
    });
    const answer = await peer.reply({
      channel: GENERAL,
      matching: (message) => message.ephemeral_to === SAM && LEADS_ZH.test(wordsOf(message)),
    });
    expect(answer.ephemeral_to).toBe(SAM);
  });

  test('/promo without a question says what to ask', async () => {
    await peer.command({ channel: GENERAL, user: LI_NA, command: '/promo', text: '' });
    const answer = await peer.reply({
      channel: GENERAL,
      matching: (message) => message.ephemeral_to === LI_NA,
    });
    expect(wordsOf(answer)).toMatch(/核心乡镇合作厅[\s\S]*township/);
  });

  test('a word for two outlets offers both as buttons, and a press is answered for that one', async () => {
    const asked = await mention(LI_NA, '合作厅能推啥', /可以指两类网点/);
    expect(labelsOf(asked)).toEqual(['城区专营店合作厅', '核心乡镇合作厅', '看图']);
    await peer.press({ user: LI_NA, message: asked, control: { label: '核心乡镇合作厅' } });
    const answer = await peer.reply({
      channel: GENERAL,
      thread: asked.thread_ts ?? '',
      since: asked.ts,
      matching: LEADS_ZH,
    });
    expect(answer.text).toMatch(/^核心乡镇合作厅/);
  });

  test('a missing credit is answered with what was due, and goes on to the complaint steps, pressed or typed', async () => {
    const due = /存200元，2015年2月应到多少[\s\S]*1月存的：18元/;
    const pressed = await mention(LI_NA, '存200的客户说这个月没返钱', due);
    expect(labelsOf(pressed)).toEqual(['投诉处理步骤', '立案，一步一步办']);
    await peer.press({ user: LI_NA, message: pressed, control: { label: '投诉处理步骤' } });
    const typed = await mention(SAM, '存200的客户说这个月没返钱', due);
    await peer.say({
      channel: GENERAL,
      user: SAM,
      text: '投诉处理步骤',
      thread: typed.thread_ts ?? '',
    });
    for (const asked of [pressed, typed]) {
      const answer = await peer.reply({
        channel: GENERAL,
        thread: asked.thread_ts ?? '',
        since: asked.ts,
        matching: /一般投诉处理/,
      });
      expect(answer.text).toContain('共13步');
    }
  });

  test('the same question is answered by typing in the thread, without another mention', async () => {
    const asked = await mention(SAM, 'what can I offer?', /Which kind of outlet/);
    expect(labelsOf(asked)).toHaveLength(6);
    const thread = asked.thread_ts ?? '';
    await peer.say({ channel: GENERAL, user: SAM, text: 'the township partner hall', thread });
    const answer = await peer.reply({
      channel: GENERAL,
      thread,
      since: asked.ts,
      matching: LEADS_EN,
    });
    expect(answer.text).toMatch(/core township partner hall/);
  });

  test('a press on a question that was answered is told kindly that it is old, and nothing is posted to all', async () => {
    const asked = await mention(LI_NA, '合作厅能推啥', /可以指两类网点/);
    const thread = asked.thread_ts ?? '';
    const action = pressOf(asked, { label: '核心乡镇合作厅' });
    await peer.say({ channel: GENERAL, user: LI_NA, text: '城区的合作厅', thread });
    const answer = await peer.reply({
      channel: GENERAL,
      thread,
      since: asked.ts,
      matching: /主推7项/,
    });
    await peer.interact({ channel: GENERAL, user: LI_NA, ts: asked.ts, action });
    const told = await peer.waitFor(
      (seen) =>
        (seen.messages[GENERAL] ?? []).find(
          (message) =>
            message.ephemeral_to === LI_NA &&
            message.ts > answer.ts &&
            message.bot_id !== undefined,
        ),
      { what: 'a word about the old button' },
    );
    expect(wordsOf(told)).toMatch(/旧|已经|过/);
  });

  test('two quick messages of one person get two answers, in order', async () => {
    const [{ channel }] = await Promise.all([
      peer.say({ channel: LI_NA, user: LI_NA, text: '办12户存100送50佣金多少' }),
      peer.say({ channel: LI_NA, user: LI_NA, text: '投诉几天之内要答复' }),
    ]);
    const first = await peer.reply({ channel, matching: /佣金120元/ });
    const second = await peer.reply({ channel, matching: /15日内/ });
    expect(first.ts < second.ts).toBe(true);
  });

  test.each([
    ['a call to everybody', '<!channel> 自有厅能推什么 <!here>'],
    ['an emoji alone', '😀😀'],
    ['marks of writing direction', '\u202e自有厅\u202c能推什么\u200f'],
    ['40,000 characters', `自有厅能推什么${'哈'.repeat(40_000)}`],
    ['a template of the dialog engine', '{{vars.secret}} {{#x 自有厅能推什么'],
  ])('%s gets an answer, no ping, and the bot lives on', async (_, text) => {
    const question = await peer.say({ channel: GENERAL, user: SAM, text: `${BOT} ${text}` });
    const answer = await peer.reply({ channel: GENERAL, thread: question.ts });
    expect(JSON.stringify([answer.text, answer.blocks])).not.toMatch(/<!|\{\{|\u202e/);
    expect(wordsOf(answer)).not.toBe('');
  });

  test('App Home shows what the bot can do, and the day that it believes in', async () => {
    await peer.openHome(LI_NA);
    const home = await peer.waitFor(
      (seen) => Object.values(seen.homes).find((view) => JSON.stringify(view).includes('2015')),
      { what: 'an App Home' },
    );
    expect(JSON.stringify(home)).toMatch(/核心乡镇合作厅.*township/);
  });

  test('killed in the middle of a conversation and started again, it goes on where it was', async () => {
    const asked = await mention(LI_NA, '能推什么', /哪类网点/);
    const thread = asked.thread_ts ?? '';
    bot.signal('SIGKILL');
    await bot.ended;
    bot = start();
    await bot.line(/joined Slack|listens for Slack/);
    await peer.press({ user: LI_NA, message: asked, control: { label: '核心乡镇合作厅' } });
    const answer = await peer.reply({
      channel: GENERAL,
      thread,
      since: asked.ts,
      matching: LEADS_ZH,
    });
    expect(answer.text).toMatch(/^核心乡镇合作厅/);
  });

  test('it writes no message text and no phone to its log', async () => {
    await mention(SAM, '客户13800001234的合约什么时候到期', /合约/);
    expect(bot.said()).not.toMatch(/13800001234|合约|township/);
  });

  test('a signal stops it in good order', async () => {
    bot.signal('SIGINT');
    expect(await bot.ended).toBe(0);
    bot = start();
    await bot.line(/joined Slack|listens for Slack/);
  });
});
