import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PRACTICE_BOT, PRACTICE_CHANNELS, PRACTICE_USERS } from '../../../src/practice/branch.ts';
import { hasProgram } from '../../../src/practice/program.ts';
import { openPeer, type Peer, wordsOf } from '../../peer/peer.ts';
import { labelsOf } from '../../peer/press.ts';
import type { Message } from '../../peer/seen.ts';
import { joinAsTinyBot, type TinyBot } from '../../peer/tiny-bot.ts';

const channel = PRACTICE_CHANNELS.coreTownship.id;
const user = PRACTICE_USERS.liNa.id;
const BUTTONS = [
  { type: 'section', text: { type: 'plain_text', text: '核对合约到期日' } },
  {
    type: 'actions',
    block_id: 'step',
    elements: [
      { type: 'button', action_id: 'done', value: 'a', text: { type: 'plain_text', text: '完成' } },
      { type: 'button', action_id: 'skip', value: 'b', text: { type: 'plain_text', text: '跳过' } },
    ],
  },
];

// Of the harness itself, with a bot of forty lines in the place of ours.
describe.skipIf(!hasProgram())('the peer (skipped where local-slack has no program)', () => {
  let peer: Peer;
  let bot: TinyBot;

  beforeAll(async () => {
    peer = await openPeer();
    bot = await joinAsTinyBot(peer.workspace);
    await peer.botConnected();
  });
  beforeEach(() => peer.reset());
  afterAll(async () => {
    bot?.close();
    await peer?.close();
  });

  const isEvent = (type: string, ts: string) =>
    bot.envelope(({ payload }) => {
      const event = payload.event as { readonly type: string; readonly ts: string } | undefined;
      return event?.type === type && event.ts === ts;
    });

  test('says something, and sees the reply in the thread', async () => {
    const text = `<@${PRACTICE_BOT.userId}> 核心乡镇合作厅主推什么？`;
    const said = await peer.say({ channel, user, text });
    await isEvent('message', said.ts);
    await isEvent('app_mention', said.ts);
    await bot.call('chat.postMessage', { channel, text: '存200元送100元', thread_ts: said.ts });
    const reply = await peer.reply({ channel, thread: said.ts, matching: /存200元/ });
    expect(reply.user).toBe(PRACTICE_BOT.userId);
    expect(peer.messages(channel)).toHaveLength(2);
    expect(peer.log().some(({ summary }) => summary === 'chat.postMessage')).toBe(true);
  });

  test('presses a button of a message', async () => {
    const message = await posted(BUTTONS);
    expect(labelsOf(message)).toEqual(['完成', '跳过']);
    expect(wordsOf(message)).toContain('核对合约到期日');
    await peer.press({ user, message, control: { label: '完成' } });
    const { payload } = await bot.envelope(({ type }) => type === 'interactive');
    expect(payload.actions).toMatchObject([{ action_id: 'done', block_id: 'step', value: 'a' }]);
    expect(payload.user).toMatchObject({ id: user });
  });

  test('cannot press what is not there', async () => {
    const message = await posted(BUTTONS);
    await expect(async () =>
      peer.press({ user, message, control: { actionId: 'undo' } }),
    ).rejects.toThrow('no control undo');
  });

  test('sees an update, a command, a home and a modal', async () => {
    const message = await posted(BUTTONS);
    await bot.call('chat.update', { channel, ts: message.ts, text: '已完成', blocks: [] });
    await peer.reply({ channel, matching: ({ text }) => text === '已完成' });

    await peer.command({ channel, user, command: '/promo', text: '城区' });
    const { payload } = await bot.envelope(({ type }) => type === 'slash_commands');
    expect(payload).toMatchObject({ command: '/promo', text: '城区', user_id: user });

    const modal = { type: 'modal', callback_id: 'm', title: BUTTONS[0]?.text, blocks: [] };
    await bot.call('views.open', { trigger_id: payload.trigger_id, view: modal });
    expect(await peer.modal({ what: 'the modal' })).toMatchObject({ callback_id: 'm' });
    peer.submit(user, {});
    await bot.envelope(({ payload: { type } }) => type === 'view_submission');
    await peer.waitFor((seen) => seen.modals.length === 0, { what: 'the modal closes' });

    await peer.openHome(user);
    await bot.call('views.publish', { user_id: user, view: { type: 'home', blocks: [] } });
    await peer.waitFor((seen) => seen.homes[user], { what: 'the home' });
  });

  test('says what it waited for in vain', async () => {
    await peer.say({ channel, user, text: '有人吗' });
    const waiting = peer.reply({ channel, matching: /never/, withinMs: 20 });
    await expect(waiting).rejects.toThrow(/a reply of the bot.*never[\s\S]*有人吗/);
  });

  async function posted(blocks: readonly object[]): Promise<Message> {
    const { ts } = await bot.call('chat.postMessage', { channel, text: '第一步', blocks });
    return peer.reply({ channel, matching: (message) => message.ts === ts });
  }
});
