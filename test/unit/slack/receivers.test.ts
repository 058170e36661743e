import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSlackApp, type SlackApp } from '../../../src/slack/app.ts';
import { envelope, messageEvent } from '../../payloads/slack.ts';
import { ANSWER_ID, answerOf, NO_FEEDBACK, notedLog, TODAY } from './doorway.ts';
import { fakeInbox } from './fake-inbox.ts';
import { type FakeSlack, fakeSlack } from './fake-slack.ts';

const SECRET = 'shhh';
const NOW = 1_800_000_000;
const MINUTES = 60;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('requests of Slack', () => {
  let slack: FakeSlack;
  let app: SlackApp;
  let port: number;
  const log = notedLog();

  beforeEach(async () => {
    slack = await fakeSlack();
    port = await freePort();
    app = httpApp();
    await app.start();
  });
  afterEach(() => app.stop());

  function httpApp(): SlackApp {
    return createSlackApp({
      mode: { kind: 'http', signingSecret: SECRET, port, host: '127.0.0.1' },
      botToken: 'xoxb-test',
      apiUrl: slack.apiUrl,
      now: () => NOW * 1_000,
      today: () => TODAY,
      converse: async () => ({ kind: 'answer', id: ANSWER_ID, answer: answerOf({}), asked: null }),
      isOpen: async () => true,
      ...NO_FEEDBACK,
      log,
      inbox: fakeInbox(),
    });
  }

  type Request = { readonly body: string; readonly at?: number; readonly secret?: string };

  async function send({
    body,
    at = Date.now() / 1_000,
    secret = SECRET,
  }: Request): Promise<number> {
    const timestamp = String(Math.floor(at));
    const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
    const response = await fetch(`http://127.0.0.1:${port}/slack/events`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': `v0=${signature}`,
      },
      body,
    });
    return response.status;
  }

  const EVENT = JSON.stringify(envelope(messageEvent(), { event_time: NOW }));

  it('are taken when they are signed and of now', async () => {
    expect(await send({ body: EVENT })).toBe(200);
    await expect.poll(() => slack.posted()).toEqual(['Lead.']);
  });

  it.each([
    ['signed by somebody else', { secret: 'guess' }],
    ['older than five minutes', { at: 0 }],
    ['of a time to come', { at: NOW + 6 * MINUTES }],
    ['of no time', { at: Number.NaN }],
  ])('are refused when they are %s', async (_what, change) => {
    expect(await send({ body: EVENT, ...change })).toBe(401);
    expect(slack.posted()).toEqual([]);
  });

  it('are answered with their own words when Slack checks the address', async () => {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'c' });
    expect(await send({ body })).toBe(200);
  });

  it('cannot be taken on a port that is in use', async () => {
    const second = httpApp();
    await expect(second.start()).rejects.toThrow(
      `The bot cannot listen on port ${port} (EADDRINUSE)`,
    );
    await second.stop();
  });
});

it('a refused app token is a problem in one line', async () => {
  const slack = await fakeSlack();
  slack.next('apps.connections.open', { body: { ok: false, error: 'invalid_auth' } });
  const app = createSlackApp({
    mode: { kind: 'socket', appToken: 'xapp-wrong' },
    botToken: 'xoxb-test',
    apiUrl: slack.apiUrl,
    now: () => 0,
    today: () => TODAY,
    converse: async () => ({ kind: 'stale' }),
    isOpen: async () => true,
    ...NO_FEEDBACK,
    log: notedLog(),
    inbox: fakeInbox(),
  });
  await expect(app.start()).rejects.toThrow(/^Slack refused the connection \(invalid_auth\)/);
  await app.stop();
});
