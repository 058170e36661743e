import type { App, Receiver } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import type { Inbound, Turn } from '../../../src/dialogs/turn.ts';
import { Problem } from '../../../src/problem.ts';
import { createSlackApp, type SlackApp, type SlackAppOptions } from '../../../src/slack/app.ts';
import { encodeChoice } from '../../../src/slack/views/ids.ts';
import {
  commandBody,
  envelope,
  homeOpenedEvent,
  mentionEvent,
  messageEvent,
  pressBody,
  TEAM,
} from '../../payloads/slack.ts';
import { ANSWER_ID, answerOf, NO_FEEDBACK, notedLog, TODAY } from './doorway.ts';
import { type FakeInbox, fakeInbox } from './fake-inbox.ts';
import { type FakeSlack, fakeSlack } from './fake-slack.ts';

type Opened = {
  readonly slack: FakeSlack;
  readonly inbox: FakeInbox;
  readonly app: SlackApp;
  readonly log: ReturnType<typeof notedLog>;
  readonly asked: string[];
  /** Sends a body as Slack would; gives whether it was acknowledged. */
  readonly send: (body: object, ack?: () => Promise<void>) => Promise<boolean>;
};

type Options = Partial<SlackAppOptions> & {
  readonly inbox?: FakeInbox;
  readonly answer?: (inbound: Inbound) => Turn | Promise<Turn>;
};

async function open({ answer, inbox = fakeInbox(), ...options }: Options = {}): Promise<Opened> {
  const slack = await fakeSlack();
  const log = notedLog();
  const asked: string[] = [];
  let bolt: App | null = null;
  const receiver: Receiver = {
    init: (app) => {
      bolt = app;
    },
    start: async () => {},
    stop: async () => {},
  };
  const app = createSlackApp({
    mode: { kind: 'socket', appToken: 'xapp-test' },
    botToken: 'xoxb-test',
    apiUrl: slack.apiUrl,
    now: () => 2_000_000,
    today: () => TODAY,
    converse: async (inbound) => {
      asked.push(inbound.text);
      const lead = `Answer to ${inbound.text}`;
      const usual: Turn = {
        kind: 'answer',
        id: ANSWER_ID,
        answer: answerOf({ lead }),
        asked: null,
      };
      return (await answer?.(inbound)) ?? usual;
    },
    isOpen: async () => true,
    ...NO_FEEDBACK,
    wait: async () => {},
    newReference: () => 'REF7',
    entrance: { receiver, start: async () => {} },
    log,
    inbox,
    ...options,
  });
  return {
    slack,
    inbox,
    app,
    log,
    asked,
    send: async (body, ack = async () => {}) => {
      let isAcknowledged = false;
      const noted = async (): Promise<void> => {
        await ack();
        isAcknowledged = true;
      };
      await bolt?.processEvent({ body, ack: noted });
      return isAcknowledged;
    },
  };
}

describe('an event', () => {
  it('is kept, acknowledged, answered and done', async () => {
    const { app, send, slack, inbox } = await open();
    await app.start();
    expect(await send(envelope(messageEvent()))).toBe(true);
    expect(slack.posted()).toEqual(['Answer to payouts']);
    expect([...inbox.kept.values()]).toMatchObject([{ isDone: true }]);
  });

  it('is kept before it is acknowledged (K1)', async () => {
    const { app, send, inbox } = await open();
    await app.start();
    let keptBefore = 0;
    await send(envelope(messageEvent()), async () => {
      keptBefore = inbox.kept.size;
    });
    expect(keptBefore).toBe(1);
  });

  it('is not acknowledged when it cannot be kept, so that Slack sends it again', async () => {
    const { app, send, inbox, slack } = await open();
    await app.start();
    const keep = inbox.keep;
    inbox.keep = async () => {
      throw new Error('the disk is full');
    };
    await expect(send(envelope(messageEvent()))).rejects.toThrow('the disk is full');
    inbox.keep = keep;
    await send(envelope(messageEvent()));
    expect(slack.posted()).toHaveLength(1);
  });

  it('is answered although its acknowledgement is lost, and once although it comes again (K3)', async () => {
    const { app, send, slack } = await open();
    await app.start();
    const lost = async (): Promise<void> => {
      throw new Error('the socket has closed');
    };
    await send(envelope(messageEvent()), lost);
    expect(await send(envelope(messageEvent()))).toBe(true);
    expect(slack.posted()).toEqual(['Answer to payouts']);
  });

  it('that comes twice at once is answered once', async () => {
    const { app, send, slack } = await open();
    await app.start();
    await Promise.all([send(envelope(messageEvent())), send(envelope(messageEvent()))]);
    expect(slack.posted()).toHaveLength(1);
  });

  it('of a mention is answered once, in the thread, although the message comes as well (K5)', async () => {
    const { app, send, slack, inbox } = await open();
    await app.start();
    const message = { ...mentionEvent(), type: 'message', channel_type: 'channel' };
    await send(envelope(message, { event_id: 'Ev1' }));
    await send(envelope(mentionEvent(), { event_id: 'Ev2' }));
    expect(slack.calls.at(-1)?.args).toMatchObject({ channel: 'C1', thread_ts: '100.1' });
    expect([slack.posted().length, inbox.kept.size]).toEqual([1, 1]);
  });

  it('of a bot is acknowledged and not even kept', async () => {
    const { app, send, slack, inbox } = await open();
    await app.start();
    expect(await send(envelope(messageEvent({ bot_id: 'B9' })))).toBe(true);
    expect([slack.posted(), inbox.kept.size]).toEqual([[], 0]);
  });
});

describe('at the start', () => {
  it('what a crash left is answered, before anything new', async () => {
    const inbox = fakeInbox();
    await inbox.keep({
      eventId: 'left',
      kind: 'message',
      body: JSON.stringify(envelope(messageEvent({ text: 'of before' }))),
    });
    const { app, slack, asked } = await open({ inbox });
    await app.start();
    expect(asked).toEqual(['of before']);
    expect(slack.posted()).toEqual(['Answer to of before']);
    expect(await inbox.unfinished()).toEqual([]);
  });

  it.each([
    ['a day old', envelope(messageEvent(), { event_time: -90_000 })],
    ['no event any more', { nothing: 'known' }],
  ])('what is %s is laid aside', async (_what, body) => {
    const inbox = fakeInbox();
    await inbox.keep({ eventId: 'left', kind: 'message', body: JSON.stringify(body) });
    const { app, asked } = await open({ inbox });
    await app.start();
    expect(asked).toEqual([]);
    expect(await inbox.unfinished()).toEqual([]);
  });

  it('the bot says who it is', async () => {
    const { app } = await open();
    expect(await app.start()).toEqual({ botUserId: 'U_BOT', botId: 'B1', teamId: 'T1' });
  });

  it('a refused token is a problem in one line', async () => {
    const { app, slack } = await open();
    slack.next('auth.test', { body: { ok: false, error: 'invalid_auth' } });
    const problem = new Problem(
      'slack',
      'Slack refused the bot token (invalid_auth): check SLACK_BOT_TOKEN',
    );
    await expect(app.start()).rejects.toThrow(problem);
  });

  it('a Slack that is not there is a problem in one line', async () => {
    const { closedUrl } = await fakeSlack();
    const { app } = await open({ apiUrl: closedUrl });
    const words = `Slack could not be reached at ${closedUrl} (ECONNREFUSED)`;
    await expect(app.start()).rejects.toThrow(words);
  });
});

describe('a failure', () => {
  it('that has words is told in them, where the question was asked', async () => {
    const answer = (): never => {
      throw new Problem('data', 'The policy of this quarter is not in yet.');
    };
    const { app, send, slack, inbox } = await open({ answer });
    await app.start();
    await send(envelope(mentionEvent()));
    expect(slack.posted()).toEqual(['The policy of this quarter is not in yet.']);
    expect(slack.calls.at(-1)?.args).toMatchObject({ thread_ts: '100.1' });
    expect(await inbox.unfinished()).toEqual([]);
  });

  it.each([
    ['王先生 13800001234 怎么返还', /编号 REF7/],
    ['payouts of Mr Wang', /this reference: REF7/],
  ])(
    'that nobody foresaw gives a reference in the language of %s, and the log has it without the words',
    async (text, words) => {
      const answer = ({ text: asked }: Inbound): never => {
        throw new TypeError(`cannot read ${asked}`);
      };
      const { app, send, slack, log } = await open({ answer });
      await app.start();
      await send(envelope(messageEvent({ text })));
      expect(slack.posted()[0]).toMatch(words);
      expect(log.lines.join('\n')).toContain(
        '"reference":"REF7","error":"TypeError","reason":"cannot read …"',
      );
      expect(log.lines.join('\n')).not.toMatch(/王先生|1380000|Wang/);
    },
  );

  it('after a command is told to the asker only', async () => {
    const answer = (): never => {
      throw new Error('no');
    };
    const { app, send, slack } = await open({ answer });
    await app.start();
    await send(commandBody({ response_url: slack.responseUrl }));
    expect(slack.posted()).toEqual([]);
    expect(slack.calls.at(-1)).toMatchObject({
      method: 'response',
      args: { text: expect.stringContaining('REF7') },
    });
  });

  it('of a post whose outcome is unknown brings no second message (K2)', async () => {
    const { app, send, slack, inbox, log } = await open();
    await app.start();
    slack.next('chat.postMessage', { isLost: true });
    await send(envelope(messageEvent()));
    expect(slack.posted()).toEqual(['Answer to payouts']);
    expect(await inbox.unfinished()).toEqual([]);
    expect(log.lines.join()).toContain('slack.not-told');
  });

  it('of a post that certainly did not go out leaves the question for later', async () => {
    const { app, send, slack, inbox } = await open();
    await app.start();
    slack.next('chat.postMessage', { status: 429, headers: { 'retry-after': '600' } });
    await send(envelope(messageEvent()));
    expect(await inbox.unfinished()).toHaveLength(1);
    expect(await app.replay()).toBe(1);
    expect(slack.posted()).toHaveLength(2);
    expect(await inbox.unfinished()).toEqual([]);
  });

  it('of the inbox after an answer does not bring the answer twice', async () => {
    const { app, send, slack, inbox } = await open();
    await app.start();
    const { done } = inbox;
    inbox.done = async () => {
      throw new Error('the disk is full');
    };
    await send(envelope(messageEvent()));
    inbox.done = done;
    await send(envelope(messageEvent()));
    expect(slack.posted()).toHaveLength(1);
  });

  it('that cannot be told either is in the log, and nothing more', async () => {
    const answer = (): never => {
      throw new Error('no');
    };
    const { app, send, slack, log } = await open({ answer });
    await app.start();
    slack.next('chat.postMessage', { body: { ok: false, error: 'not_in_channel' } });
    await send(envelope(messageEvent()));
    expect(log.lines.join('\n')).toMatch(/slack.failure-untold .*REF7.*not_in_channel/);
  });
});

it('a replay leaves alone what is being answered', async () => {
  const gate = Promise.withResolvers<void>();
  const { app, send, slack } = await open({
    answer: async () => {
      await gate.promise;
      return { kind: 'answer', id: ANSWER_ID, answer: answerOf({ lead: 'Slow.' }), asked: null };
    },
  });
  await app.start();
  const sent = send(envelope(messageEvent()));
  await expect.poll(() => app.replay()).toBe(1);
  gate.resolve();
  await sent;
  expect(slack.posted()).toEqual(['Slow.']);
});

describe('the other doors', () => {
  it('a command is acknowledged and answered', async () => {
    const { app, send, slack } = await open();
    await app.start();
    expect(await send(commandBody({ response_url: slack.responseUrl }))).toBe(true);
    expect(slack.calls.at(-1)?.args).toMatchObject({ text: 'Answer to payouts' });
  });

  it('a press is acknowledged and answered', async () => {
    const { app, send, slack } = await open();
    await app.start();
    const value = encodeChoice({ asked: 'q1', option: 'x' }, 'everyone');
    expect(await send(pressBody(value))).toBe(true);
    expect(slack.calls.map(({ method }) => method)).toEqual([
      'auth.test',
      'chat.update',
      'chat.postMessage',
    ]);
  });

  it('a press on the page makes it anew, after the listeners of the button', async () => {
    const { app, send, slack } = await open();
    await app.start();
    const user = { id: 'U_LI', team_id: TEAM };
    const actions = [{ type: 'button', action_id: 'anything', block_id: 'b', value: '1' }];
    const view = { id: 'V1', type: 'home' };
    await send({ ...{ type: 'block_actions', user, actions, view }, team: { id: TEAM } });
    expect(slack.calls.map(({ method }) => method)).toEqual(['auth.test', 'views.publish']);
  });

  it('an opened page is shown', async () => {
    const { app, send, slack } = await open();
    await app.start();
    await send(envelope(homeOpenedEvent()));
    expect(slack.calls.at(-1)).toMatchObject({
      method: 'views.publish',
      args: { user_id: 'U_LI' },
    });
  });
});

it('stopping lets what is under way come to its end', async () => {
  const gate = Promise.withResolvers<void>();
  const answer = async (): Promise<Turn> => {
    await gate.promise;
    return { kind: 'answer', id: ANSWER_ID, answer: answerOf({ lead: 'Late.' }), asked: null };
  };
  const { app, send, slack } = await open({ answer });
  await app.start();
  const sent = send(envelope(messageEvent()));
  const stopped = app.stop();
  gate.resolve();
  await stopped;
  expect(slack.posted()).toEqual(['Late.']);
  await sent;
});
