import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PRACTICE_BOT, PRACTICE_CHANNELS, PRACTICE_USERS } from '../../src/practice/branch.ts';
import { wordsOf } from '../peer/peer.ts';
import type { Message } from '../peer/seen.ts';
import { day, TODAY } from '../world.ts';
import {
  actionIn,
  askedIn,
  type Branch,
  buttonsOf,
  COMPLAINTS,
  inThread,
  openBranch,
  PEOPLE,
  submitForm,
} from './complaint-branch.ts';

const { li, wang, zhao } = PEOPLE;
const SAM = PRACTICE_USERS.sam.id;
const GENERAL = PRACTICE_CHANNELS.general.id;
const BOT = `<@${PRACTICE_BOT.userId}>`;

describe('a case in Slack', () => {
  let branch: Branch;
  beforeAll(async () => {
    branch = await openBranch(TODAY);
  });
  afterAll(async () => {
    await branch.close();
  });

  const peer = () => branch.peer;

  async function open(user: string, given: Record<string, string | null> = {}): Promise<string> {
    const since = peer().messages(COMPLAINTS).at(-1)?.ts ?? '0';
    const text = '客户要投诉，说没人理他';
    await peer().command({ channel: COMPLAINTS, user, command: '/complaint', text });
    await peer().modal({ what: 'the form' });
    expect(
      await submitForm(peer(), user, { words: text, outlet: 'core-township-hall', ...given }),
    ).toBeNull();
    const card = await peer().reply({ channel: COMPLAINTS, since, matching: /C-2015-/ });
    await peer().reply({ channel: COMPLAINTS, thread: card.ts, matching: /第1步|Step 1/ });
    return card.ts;
  }

  const say = (user: string, thread: string, text: string) =>
    peer().say({ channel: COMPLAINTS, user, thread, text });
  const whisperTo = (user: string, since: string, matching: RegExp) =>
    peer().waitFor(
      (seen) =>
        seen.messages[COMPLAINTS]?.find(
          (one) => one.ephemeral_to === user && one.ts > since && matching.test(wordsOf(one)),
        ),
      { what: `a whisper to ${user} with ${matching}` },
    );
  const stepAfter = (thread: string, since: string, matching: RegExp) =>
    peer().reply({ channel: COMPLAINTS, thread, since, matching });
  const cardOf = (thread: string): Message => {
    const card = peer()
      .messages(COMPLAINTS)
      .find(({ ts }) => ts === thread);
    if (card === undefined) throw new Error('no card');
    return card;
  };
  const asked = (thread: string): Message => {
    const now = askedIn(peer(), thread);
    if (now === null) throw new Error('nothing is asked');
    return now.message;
  };
  const EVIDENCE = '工单编号 GD20150210001，投诉系统，2月10日';
  /** Walks the first two steps, which want evidence; the third only has to be done. */
  async function toThird(thread: string): Promise<Message> {
    const first = asked(thread).ts;
    await say(li, thread, EVIDENCE);
    const second = await stepAfter(thread, first, /第2步/);
    await say(li, thread, '录音编号 LY20150210-2，客服系统，2月10日');
    return stepAfter(thread, second.ts, /第3步/);
  }

  test('the words suggest the kind, with the reason; the suggested one stands first', async () => {
    await peer().command({
      ...{ channel: COMPLAINTS, user: li, command: '/complaint' },
      text: '过户以后套餐被人改了，客户说不是他改的',
    });
    const form = await peer().modal({ what: 'the form' });
    const [why, kind] = form.blocks;
    expect(why?.text?.text).toMatch(/过户后套餐被改.*因为说到了“.+”/);
    expect(kind?.element?.options?.map(({ value }) => value)[0]).toBe(
      'plan-changed-after-transfer',
    );
    expect(kind?.element?.options).toHaveLength(4);
    peer().closeModal(li);
    await peer().waitFor((seen) => seen.modals.length === 0, { what: 'it closes' });
  });

  test('typed words go on; a question in the middle is answered, and the step asked again; nonsense is told kindly', async () => {
    const thread = await open(li);
    const first = asked(thread).ts;
    await say(li, thread, EVIDENCE);
    const second = await stepAfter(thread, first, /第2步/);
    await say(li, thread, '存200送100怎么返');
    const answer = await stepAfter(thread, second.ts, /共到账300元/);
    const again = await stepAfter(thread, answer.ts, /第2步/);
    const card = cardOf(thread);
    expect(card.text).toContain('1/13');
    expect(buttonsOf(again).length).toBeGreaterThan(0);
    // The step that was asked before has lost its buttons.
    await peer().waitFor(
      (seen) => {
        const old = seen.messages[COMPLAINTS]?.find(({ ts }) => ts === second.ts);
        return old !== undefined && buttonsOf(old).length === 0;
      },
      { what: 'the step of before loses its buttons' },
    );
    const odd = await say(li, thread, '今天食堂的鱼不错');
    await whisperTo(li, odd.ts, /没看懂/);
    expect(cardOf(thread).text).toContain('1/13');
  });

  test('the card is changed in place: there is one, and it was edited', async () => {
    const cards = peer()
      .messages(COMPLAINTS)
      .filter(({ text }) => text?.includes('📂') === true);
    expect(new Set(cards.map(({ text }) => /C-\d{4}-\d{4}/.exec(text ?? '')?.[0])).size).toBe(
      cards.length,
    );
    expect(cards.some(({ edited }) => edited !== undefined)).toBe(true);
  });

  test('two people answer one step: it counts once, and the slower one is told and asked the next', async () => {
    const thread = await open(li);
    const third = await toThird(thread);
    await say(wang, thread, '到哪一步了');
    const shown = await stepAfter(thread, third.ts, /第3步/);
    await say(li, thread, '好了');
    const fourth = await stepAfter(thread, shown.ts, /第4步/);
    // Wang was asked step 3 last, and means that one.
    await say(wang, thread, '好了');
    const told = await stepAfter(thread, fourth.ts, /案子已经往前走了/);
    expect(wordsOf(told)).toContain('第4步');
    expect(cardOf(thread).text).toContain('3/13');
  });

  test('a button pressed twice counts once; an old one says kindly that it is old, and what is asked now', async () => {
    const thread = await open(li);
    const third = await toThird(thread);
    const done = actionIn(third, 'case-step:done');
    const at = { channel: COMPLAINTS, user: li, ts: third.ts, action: done };
    await Promise.all([peer().interact(at), peer().interact(at)]);
    await stepAfter(thread, third.ts, /第4步/);
    await peer().waitFor((_) => /3\/13/.test(cardOf(thread).text ?? ''), {
      what: 'three steps done',
    });
    await peer().interact({ ...at, user: wang });
    const old = await whisperTo(wang, third.ts, /按钮已经旧了/);
    expect(wordsOf(old)).toMatch(/没有记两遍.*第4步/);
    expect(inThread(peer(), thread).filter((one) => /第4步（/.test(wordsOf(one)))).toHaveLength(1);
  });

  test('left for three days and taken up after a restart: nothing is lost', async () => {
    const thread = await open(li);
    const third = await toThird(thread);
    await branch.restart(day('2015-02-13'));
    await peer().press({ user: li, message: third, control: { label: '好了' } });
    await stepAfter(thread, third.ts, /第4步/);
    await peer().waitFor((_) => /3\/13/.test(cardOf(thread).text ?? ''), { what: 'the card' });
    expect(cardOf(thread).text).toMatch(/法定：2月25日周三前答复.*还有12天/);
    await branch.restart(TODAY);
  });

  test('who has no part in a case is refused politely, by word, button, menu and command; it is written down', async () => {
    const thread = await open(li);
    const card = cardOf(thread);
    const id = /C-\d{4}-\d{4}/.exec(card.text ?? '')?.[0] ?? '';
    const word = await say(SAM, thread, 'done');
    await whisperTo(SAM, word.ts, /for its owner, the managers/);
    await peer().press({ user: SAM, message: asked(thread), control: { label: '找人帮忙' } });
    await whisperTo(SAM, word.ts, /只给负责人/);
    await peer().command({
      channel: GENERAL,
      user: SAM,
      command: '/complaint',
      text: `show ${id}`,
    });
    await peer().waitFor(
      (seen) =>
        seen.messages[GENERAL]?.find(
          (one) => one.ephemeral_to === SAM && /for its owner|只给负责人/.test(wordsOf(one)),
        ),
      { what: 'a refusal' },
    );
    expect(cardOf(thread).text).toContain('0/13');
    expect(peer().state().modals).toEqual([]);
  });

  test('a password or an identity number is not taken; a phone is masked; both are asked to be deleted, in private', async () => {
    const thread = await open(li);
    const first = asked(thread).ts;
    const bad = await say(li, thread, '好了，客户的服务密码是 482913');
    await whisperTo(li, bad.ts, /密码.*请删除这条消息.*没有保存/);
    const worse = await say(
      li,
      thread,
      '身份证110101199003074610，工单编号 GD1，投诉系统，2月10日',
    );
    await whisperTo(li, worse.ts, /证件号码.*请删除/);
    expect(cardOf(thread).text).toContain('0/13');
    const phone = await say(
      li,
      thread,
      '工单编号 GD20150210001，投诉系统（客户13812345678），2月10日',
    );
    await whisperTo(li, phone.ts, /手机号.*已经打码/);
    await stepAfter(thread, first, /第2步/);
    const kept = peer()
      .messages(COMPLAINTS)
      .filter(({ bot_id: bot }) => bot !== undefined);
    expect(JSON.stringify(kept)).not.toMatch(/13812345678|482913|110101199003074610/);
  });

  test('help goes to the manager and the officer, once each', async () => {
    const thread = await open(li);
    await say(li, thread, '求助：系统进不去');
    const told = (user: string) =>
      peer().waitFor(
        (seen) => {
          const im = seen.channels.find((one) => one.is_im && one.members.includes(user));
          return im === undefined
            ? undefined
            : seen.messages[im.id]?.find(
                ({ text }) => /有人请您帮忙/.test(text ?? '') && /系统进不去/.test(text ?? ''),
              );
        },
        { what: `${user} is told` },
      );
    await told(wang);
    await told(zhao);
  });

  test('in a direct message with the bot, the case stands there and is walked in its thread', async () => {
    await peer().command({ channel: GENERAL, user: zhao, command: '/complaint', text: '' });
    await peer().modal({ what: 'the form' });
    const errors = await submitForm(peer(), zhao, {
      ...{ checklist: 'improper-handling', words: 'done without my signature', language: 'en' },
      ...{ place: 'direct', outlet: 'own-hall', received: '2015-02-10' },
    });
    expect(errors).toBeNull();
    const card = await peer().waitFor(
      (seen) =>
        Object.values(seen.messages)
          .flat()
          .find((one) => one.channel.startsWith('D') && /📂 C-2015.*/.test(one.text ?? '')),
      { what: 'the card in the direct message' },
    );
    await peer().say({
      ...{ channel: card.channel, user: zhao, thread: card.ts },
      text: 'ticket number GD-7, complaint system, 10 Feb',
    });
    await peer().reply({ channel: card.channel, thread: card.ts, matching: /Step 2/ });
  });

  test('an answer about a complaint opens a case of that kind; a missing credit opens one with what was due', async () => {
    const question = await peer().say({
      channel: COMPLAINTS,
      user: li,
      text: `${BOT} 合约期内拆机的投诉怎么处理`,
    });
    const answer = await peer().reply({
      channel: COMPLAINTS,
      thread: question.ts,
      matching: /清单处理/,
    });
    await peer().press({ user: li, message: answer, control: { label: '立案，一步一步办' } });
    const form = await peer().modal({ what: 'the form' });
    expect(form.blocks[0]?.text?.text).toContain('合约期内拆机');
    peer().closeModal(li);
    await peer().waitFor((seen) => seen.modals.length === 0, { what: 'it closes' });

    const missing = await peer().say({
      channel: COMPLAINTS,
      user: li,
      text: `${BOT} 存200的客户说2月5号存的，3月没到账`,
    });
    const due = await peer().reply({ channel: COMPLAINTS, thread: missing.ts, matching: /3月/ });
    await peer().press({ user: li, message: due, control: { label: '立案，一步一步办' } });
    await peer().modal({ what: 'the form, filled in' });
    const since = peer().messages(COMPLAINTS).at(-1)?.ts ?? '0';
    // What stood in the form from the start counts, as the practice workspace does not send it back.
    expect(await submitForm(peer(), li, {})).toBeNull();
    const card = await peer().reply({ channel: COMPLAINTS, since, matching: /📂 C-2015/ });
    expect(card.text).toContain('一般投诉处理');
  });

  test('the list and the page show my cases, the nearer day first; others see none of them', async () => {
    await peer().command({ channel: GENERAL, user: li, command: '/complaint', text: 'list mine' });
    const list = await peer().waitFor(
      (seen) =>
        seen.messages[GENERAL]?.find(
          (one) => one.ephemeral_to === li && /complaint cases|投诉案子/.test(wordsOf(one)),
        ),
      { what: 'the list' },
    );
    expect(wordsOf(list)).toMatch(/C-2015-0001/);
    await peer().command({ channel: GENERAL, user: SAM, command: '/complaint', text: 'list all' });
    await peer().waitFor(
      (seen) =>
        seen.messages[GENERAL]?.find(
          (one) => one.ephemeral_to === SAM && /no open case/.test(wordsOf(one)),
        ),
      { what: 'an empty list' },
    );
    await peer().openHome(li);
    const home = await peer().waitFor((seen) => seen.homes[li], { what: 'the page' });
    expect(JSON.stringify(home)).toContain('C-2015-0001');
  });

  test('nothing failed on the way', () => {
    expect(branch.log.lines.filter((line) => line.startsWith('error'))).toEqual([]);
  });
});
