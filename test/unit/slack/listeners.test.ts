import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answers/answer.ts';
import { type Picture, pictureOf } from '../../../src/answers/picture.ts';
import type { Answered, Turn } from '../../../src/dialogs/turn.ts';
import { answerPress } from '../../../src/slack/answer-press.ts';
import { answerFeedback, messageOf } from '../../../src/slack/feedback.ts';
import { answerDirectly } from '../../../src/slack/listeners/direct-message.ts';
import { showHome } from '../../../src/slack/listeners/home.ts';
import { LISTENERS } from '../../../src/slack/listeners/index.ts';
import { answerMention } from '../../../src/slack/listeners/mention.ts';
import { answerCommand } from '../../../src/slack/listeners/promo-command.ts';
import { goOnInThread } from '../../../src/slack/listeners/thread-message.ts';
import { greet } from '../../../src/slack/listeners/welcome.ts';
import { answerPicture } from '../../../src/slack/picture.ts';
import { openRecent } from '../../../src/slack/recent.ts';
import { encodeChoice, encodePicture } from '../../../src/slack/views/ids.ts';
import {
  BOT,
  commandBody,
  homeOpenedEvent,
  mentionEvent,
  messageEvent,
  pressBody,
  TEAM,
  threadEvent,
} from '../../payloads/slack.ts';
import { day } from '../../world.ts';
import {
  ANSWER_ID,
  answerOf,
  type Behaviour,
  fakeDoorway,
  MANAGER,
  type notedLog,
  TODAY,
} from './doorway.ts';

const outOfScope = (): Turn => ({
  kind: 'answer',
  id: ANSWER_ID,
  answer: answerOf({ lead: 'Not mine.' }, { intent: 'out_of_scope' }),
  asked: null,
});

it('the register names every file of the folder', () => {
  const folder = new URL('../../../src/slack/listeners/', import.meta.url);
  const files = readdirSync(folder).filter((file) => file !== 'index.ts');
  expect(LISTENERS.map(({ name }) => `${name}.ts`).sort()).toEqual(files.sort());
});

describe('a mention in a channel', () => {
  it('is answered in a thread under it, without the mention', async () => {
    const doorway = fakeDoorway();
    await answerMention(mentionEvent({ ts: '7.7' }), doorway);
    expect(doorway.done).toEqual(['post C1 7.7: Answer to payouts']);
    expect(doorway.asked[0]).toEqual({
      key: { team: TEAM, channel: 'C1', thread: '7.7', user: 'U_LI' },
      text: 'payouts',
      choice: null,
    });
  });

  it('in a thread is answered in that thread', async () => {
    const doorway = fakeDoorway();
    await answerMention(mentionEvent({ thread_ts: '5.5' }), doorway);
    expect(doorway.done).toEqual(['post C1 5.5: Answer to payouts']);
  });

  it('without a question is told what can be asked', async () => {
    const doorway = fakeDoorway();
    await answerMention(mentionEvent({ text: ` <@${BOT}> ` }), doorway);
    expect(doorway.done[0]).toContain('what can I offer at a township partner hall');
    expect(doorway.asked).toEqual([]);
  });

  it('is told that something is out of scope', async () => {
    const doorway = fakeDoorway({ turn: outOfScope });
    await answerMention(mentionEvent(), doorway);
    expect(doorway.done).toEqual(['post C1 100.1: Not mine.']);
  });
});

describe('a direct message', () => {
  it('is answered below it', async () => {
    const doorway = fakeDoorway();
    await answerDirectly(messageEvent(), doorway);
    expect(doorway.done).toEqual(['post D1 null: Answer to payouts']);
  });

  it('in a thread is answered in that thread', async () => {
    const doorway = fakeDoorway();
    await answerDirectly(messageEvent({ thread_ts: '5.5' }), doorway);
    expect(doorway.done).toEqual(['post D1 5.5: Answer to payouts']);
  });

  it('is not what is said in a channel', async () => {
    const doorway = fakeDoorway();
    await answerDirectly(threadEvent(), doorway);
    expect(doorway.done).toEqual([]);
  });
});

describe('a message in a thread of a channel', () => {
  it('needs no mention where this person has been answered', async () => {
    const doorway = fakeDoorway({
      isOpen: ({ thread, user }) => thread === '50.1' && user === 'U_LI',
    });
    await goOnInThread(threadEvent(), doorway);
    expect(doorway.done).toEqual(['post C1 50.1: Answer to payouts']);
  });

  it.each([
    ['of a person who was never answered there', threadEvent({ user: 'U_WANG' })],
    ['that calls a colleague', threadEvent({ text: '<@U_CHEN> please call him' })],
    ['that is in no thread', threadEvent({ thread_ts: undefined })],
    ['that is a direct message', messageEvent({ thread_ts: '5.5' })],
  ])('is left alone %s', async (_what, event) => {
    const doorway = fakeDoorway({ isOpen: ({ user }) => user === 'U_LI' });
    await goOnInThread(event, doorway);
    expect(doorway.done).toEqual([]);
  });

  it('gets no reply when it is out of scope: it was said to colleagues', async () => {
    const doorway = fakeDoorway({ turn: outOfScope });
    await goOnInThread(threadEvent({ text: 'lunch?' }), doorway);
    expect(doorway.done).toEqual([]);
  });
});

describe('/promo', () => {
  it('is answered to the asker only', async () => {
    const doorway = fakeDoorway();
    await answerCommand(commandBody(), doorway);
    expect(doorway.done).toEqual(['respond /response below: Answer to payouts']);
    expect(doorway.asked[0]?.key).toEqual({
      team: TEAM,
      channel: 'C1',
      thread: null,
      user: 'U_LI',
    });
  });

  it('without a question says what can be asked', async () => {
    const doorway = fakeDoorway();
    await answerCommand(commandBody({ text: '  ' }), doorway);
    expect(doorway.done[0]).toContain('核心乡镇合作厅能推什么');
  });
});

describe('a pressed choice', () => {
  const forAll = encodeChoice({ asked: 'q1', option: 'township-store' }, 'everyone');
  const forOne = encodeChoice({ asked: 'q1', option: 'township-store' }, 'asker');

  it('freezes the question and is answered below it', async () => {
    const doorway = fakeDoorway();
    await answerPress(pressBody(forAll), doorway, openRecent());
    expect(doorway.done).toEqual([
      'replace C1 60.1: Which one?\n✓ Township store [section,context,context]',
      'post C1 50.1: Answer to township-store',
    ]);
    expect(doorway.asked[0]).toMatchObject({
      key: { team: TEAM, channel: 'C1', thread: '50.1', user: 'U_LI' },
      choice: { asked: 'q1', option: 'township-store' },
    });
  });

  it('of a private question is answered in its place, and never in the channel', async () => {
    const doorway = fakeDoorway();
    await answerPress(pressBody(forOne), doorway, openRecent());
    expect(doorway.done).toEqual([
      'respond /response instead: ✓ Township store\nAnswer to township-store',
    ]);
  });

  it('is answered also where the question cannot be frozen', async () => {
    const replace = async (): Promise<void> => {
      throw new Error('message_not_found');
    };
    const doorway = fakeDoorway({ replace });
    await answerPress(pressBody(forAll), doorway, openRecent());
    expect(doorway.done).toEqual(['post C1 50.1: Answer to township-store']);
  });

  it.each([
    ['is stale', forAll],
    ['is not one of ours', '{"drop":"tables"}'],
  ])('that %s is kindly refused, to the person who pressed it', async (_what, value) => {
    const doorway = fakeDoorway({ turn: () => ({ kind: 'stale' }) });
    await answerPress(pressBody(value), doorway, openRecent());
    expect(doorway.done).toHaveLength(1);
    expect(doorway.done[0]).toMatch(/^respond \/response below in 50\.1: 这个按钮已经过时/);
  });

  it('twice in a hurry is answered once, without a word about the second', async () => {
    const turns: Turn[] = [
      { kind: 'answer', id: ANSWER_ID, answer: answerOf({}), asked: null },
      { kind: 'stale' },
    ];
    const doorway = fakeDoorway({ turn: () => turns.shift() ?? { kind: 'stale' } });
    const recent = openRecent();
    await answerPress(pressBody(forAll), doorway, recent);
    await answerPress(pressBody(forAll), doorway, recent);
    expect(doorway.done).toHaveLength(2);
  });
});

describe('what one may say about an answer', () => {
  const answered: Answered = {
    question: { text: 'payouts', context: null },
    intent: 'payout.schedule',
    confidence: 0.7,
    language: 'en',
  };
  const pressed = (value: string = ANSWER_ID, user = 'U_LI') =>
    pressBody(value, { user: { id: user } });
  const open = (behaviour: Behaviour = {}) => {
    const doorway = fakeDoorway({ answered, mayReview: true, ...behaviour });
    return { doorway, parts: { doorway, recent: openRecent() } };
  };

  it('"not what I asked" puts the question on the review list and thanks the one who pressed', async () => {
    const { doorway, parts } = open();
    await answerFeedback(pressed(), 'wrong', parts);
    expect(doorway.done).toEqual([
      'review marked-wrong: payouts',
      expect.stringMatching(/^respond \/response below in 50\.1: Thank you, noted\./),
    ]);
  });

  it('pressed twice by one person it counts once; a colleague counts too', async () => {
    const { doorway, parts } = open();
    for (const user of ['U_LI', 'U_LI', 'U_CHEN']) {
      await answerFeedback(pressed(ANSWER_ID, user), 'wrong', parts);
    }
    expect(doorway.done.filter((line) => line.startsWith('review'))).toHaveLength(2);
  });

  it('keeps nothing once the owner has taken back the consent', async () => {
    const { doorway, parts } = open({ mayReview: false });
    await answerFeedback(pressed(), 'wrong', parts);
    expect(doorway.done).toEqual([expect.stringContaining('That answer is too old')]);
  });

  it('a manager sees why; others are told politely that it is for managers, and the log says so', async () => {
    const { doorway, parts } = open();
    await answerFeedback(pressed(ANSWER_ID, MANAGER), 'why', parts);
    await answerFeedback(pressed(), 'why', parts);
    expect(doorway.done).toEqual([
      'explain payouts',
      expect.stringMatching(/^respond \/response below in 50\.1: Why this answer: “payouts”/),
      expect.stringMatching(/^respond \/response below in 50\.1: This button is for managers\./),
    ]);
  });

  it.each([
    ['that nobody remembers', 'another-answer'],
    ['that is none of ours', '{"drop":"tables"}'],
  ])('a press below an answer %s is told so', async (_what, value) => {
    const { doorway, parts } = open();
    await answerFeedback(pressed(value), 'wrong', parts);
    expect(doorway.done).toEqual([expect.stringContaining('这个答案太久了')]);
  });

  it('a question without an answer is noted when it was meant for the bot, and the answer stands when that fails', async () => {
    const { doorway } = open({ turn: outOfScope });
    await answerMention(mentionEvent(), doorway);
    await goOnInThread(threadEvent({ text: 'lunch?' }), doorway);
    await answerCommand(commandBody(), doorway);
    expect(doorway.done).toEqual([
      'post C1 100.1: Not mine.',
      'review not-understood: payouts',
      'respond /response below: Not mine.',
      'review not-understood: payouts',
    ]);
    const review = async (): Promise<void> => {
      throw new Error('disk full');
    };
    const { doorway: full } = open({ turn: outOfScope, review });
    await answerMention(mentionEvent(), full);
    expect(full.done).toEqual(['post C1 100.1: Not mine.']);
  });

  it('nothing is noted without the consent of the owner', async () => {
    const { doorway } = open({ turn: outOfScope, mayReview: false });
    await answerMention(mentionEvent(), doorway);
    expect(doorway.done).toEqual(['post C1 100.1: Not mine.']);
  });
});

describe('a picture', () => {
  const press = (picture: Picture) => pressBody(encodePicture(picture));
  const open = () => ({ doorway: fakeDoorway(), recent: openRecent() });

  it('is drawn and posted where the answer stands, once for a press in a hurry', async () => {
    const parts = open();
    const picture = { kind: 'payout', deposit: 200, day: TODAY, language: 'en' } as const;
    await answerPicture(press(picture), parts);
    await answerPicture(press(picture), parts);
    expect(parts.doorway.done).toEqual(['upload C1 50.1: payout.png Drawn.']);
  });

  it('that the policy has no more is told to the one who pressed, and so is nonsense', async () => {
    const parts = open();
    await answerPicture(press({ kind: 'matrix', day: day('2014-01-01'), language: 'zh' }), parts);
    await answerPicture(pressBody('{"kind":"matrix","day":"2014-02-31"}'), parts);
    expect(parts.doorway.done).toHaveLength(2);
    for (const line of parts.doorway.done) expect(line).toContain('这张图画不出来了');
  });

  const eligible = (fields: Partial<Answer>) =>
    pictureOf(answerOf({}, { facts: { active: true, date: TODAY }, ...fields }));

  it('is offered for a payout that is paid and for levels in force, and for nothing else', () => {
    expect(eligible({})).toEqual({ kind: 'matrix', day: TODAY, language: 'en' });
    expect(eligible({ facts: { active: false, date: TODAY } })).toBeNull();
    expect(eligible({ intent: 'promo.details' })).toBeNull();
    const payout = { intent: 'payout.schedule', language: 'zh' } as const;
    const facts = { deposit: 200, date: TODAY, months: [{ month: '2015-03' }] };
    expect(eligible({ ...payout, facts })).toEqual({
      kind: 'payout',
      deposit: 200,
      day: TODAY,
      language: 'zh',
    });
    expect(eligible({ ...payout, facts: { ...facts, months: [] } })).toBeNull();
  });

  it('is offered to everybody, and not in an answer that only the asker sees', async () => {
    const { doorway } = open();
    const turn: Turn = {
      kind: 'answer',
      id: ANSWER_ID,
      answer: answerOf({}, { facts: { active: true, date: TODAY } }),
      asked: null,
    };
    const labels = async (audience: 'everyone' | 'asker') =>
      JSON.stringify((await messageOf(turn, { audience, user: 'U_LI' }, doorway)).blocks);
    expect(await labels('everyone')).toContain('"Picture"');
    expect(await labels('asker')).not.toContain('"Picture"');
  });
});

describe('a picture that was wished for in words', () => {
  const wished = (fields: Partial<Answer> = {}): Turn => ({
    kind: 'answer',
    id: ANSWER_ID,
    answer: answerOf(
      { lead: 'Lead with 7.' },
      { facts: { active: true, date: TODAY }, wantsPicture: true, ...fields },
    ),
    asked: null,
  });
  const open = (behaviour: Behaviour & { readonly fields?: Partial<Answer> } = {}) =>
    fakeDoorway({ turn: () => wished(behaviour.fields), ...behaviour });
  const below = async (turn: Turn, audience: 'everyone' | 'asker') =>
    JSON.stringify((await messageOf(turn, { audience, user: 'U_LI' }, fakeDoorway())).blocks);

  it('is sent below the answer, in a channel, in a thread and in a direct message', async () => {
    const doorway = open();
    await answerMention(mentionEvent({ ts: '7.7' }), doorway);
    await goOnInThread(threadEvent(), doorway);
    await answerDirectly(messageEvent(), doorway);
    expect(doorway.done).toEqual(
      ['C1 7.7', 'C1 50.1', 'D1 null'].flatMap((place) => [
        `post ${place}: Lead with 7.`,
        `upload ${place}: matrix.png Drawn.`,
      ]),
    );
  });

  it('follows the answer to a pressed choice as well', async () => {
    const doorway = open();
    const choice = { asked: 'q1', option: 'core-township-hall' };
    const parts = [doorway, openRecent()] as const;
    await answerPress(pressBody(encodeChoice(choice, 'everyone')), ...parts);
    expect(doorway.done.at(-1)).toBe('upload C1 50.1: matrix.png Drawn.');
    await answerPress(pressBody(encodeChoice(choice, 'asker')), ...parts);
    expect(doorway.done.at(-1)).toMatch(/^respond /);
  });

  it('is not sent to one person alone: the answer says how to get it', async () => {
    const doorway = open();
    await answerCommand(commandBody(), doorway);
    expect(doorway.done).toEqual(['respond /response below: Lead with 7.']);
    expect(await below(wished(), 'asker')).toContain('mention me in the channel');
    expect(await below(wished({ language: 'zh' }), 'asker')).toContain('私信我');
  });

  it('needs no button where it is sent, and nothing is said about it', async () => {
    expect(await below(wished(), 'everyone')).not.toMatch(/"Picture"|no picture/);
  });

  it('of what cannot be drawn is none: that is said, to everybody and to one', async () => {
    const fields = { intent: 'payout.commission', facts: {} } as const;
    const doorway = open({ fields });
    await answerMention(mentionEvent(), doorway);
    expect(doorway.done).toEqual(['post C1 100.1: Lead with 7.']);
    for (const audience of ['everyone', 'asker'] as const)
      expect(await below(wished(fields), audience)).toContain('There is no picture of this');
  });

  it('that the policy has no more is told', async () => {
    const doorway = open({ fields: { facts: { active: true, date: day('2014-01-01') } } });
    await answerMention(mentionEvent(), doorway);
    expect(doorway.done).toEqual([
      'post C1 100.1: Lead with 7.',
      expect.stringContaining('这张图画不出来了'),
    ]);
  });

  it('that fails leaves the answer alone: it is not given twice, and the log knows', async () => {
    const broken = { ...open(), draw: async () => Promise.reject(new Error('no renderer')) };
    await answerMention(mentionEvent(), broken);
    expect(broken.done).toEqual(['post C1 100.1: Lead with 7.']);
    expect((broken.log as ReturnType<typeof notedLog>).lines.join()).toContain('slack.picture');
  });

  it('is not sent where nobody wished for it', async () => {
    const doorway = open({ fields: { wantsPicture: false } });
    await answerMention(mentionEvent(), doorway);
    expect(doorway.done).toEqual(['post C1 100.1: Lead with 7.']);
  });
});

describe('the page of the bot', () => {
  it('is made anew when it is opened, with the day', async () => {
    const doorway = fakeDoorway();
    await showHome(homeOpenedEvent(), doorway);
    await showHome(homeOpenedEvent({ tab: 'messages' }), doorway);
    expect(doorway.done).toEqual(['home U_LI: true']);
  });

  it('greets in an empty direct message only', async () => {
    const empty = fakeDoorway({ isEmpty: true });
    await greet(homeOpenedEvent({ tab: 'messages' }), empty);
    expect(empty.done).toEqual([expect.stringMatching(/^post D1 null: 你好/)]);
    await greet(homeOpenedEvent({ tab: 'home' }), empty);
    expect(empty.done).toHaveLength(1);
    const used = fakeDoorway({ isEmpty: false });
    await greet(homeOpenedEvent({ tab: 'messages' }), used);
    expect(used.done).toEqual([]);
  });
});

it('the memory of presses is bounded', () => {
  const recent = openRecent(2);
  for (const id of ['a', 'b', 'c']) recent.note(id);
  expect([recent.has('a'), recent.has('b'), recent.has('c')]).toEqual([false, true, true]);
});
