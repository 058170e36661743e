import { WebClient } from '@slack/web-api';
import { describe, expect, it, test } from 'vitest';
import type { Channels } from '../../../src/deliveries/ports.ts';
import { openDelivering } from '../../../src/slack/delivering.ts';
import { quietLogger } from '../../../src/slack/quiet-logger.ts';
import { notedLog } from './doorway.ts';
import { type FakeSlack, fakeSlack, type Reply } from './fake-slack.ts';

const BOT = { botUserId: 'U_BOT', botId: 'B1' };
const KEY = 'f'.repeat(32);
const DELIVERY = {
  channel: 'C1',
  key: KEY,
  content: { text: '新政策', blocks: [{ type: 'divider' }] },
};
const WANTED = { channel: 'C1', key: KEY, since: '5.000000' };

async function open(isThere = true): Promise<{ channels: Channels; slack: FakeSlack }> {
  const slack = await fakeSlack();
  const client = new WebClient('xoxb-test', {
    slackApiUrl: isThere ? slack.apiUrl : slack.closedUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: quietLogger(notedLog()),
  });
  return { channels: openDelivering({ client, identity: () => BOT }), slack };
}

const no = (error: string): Reply => ({ body: { ok: false, error } });
const message = (fields: object): object => ({
  ts: '8.000001',
  user: BOT.botUserId,
  metadata: { event_type: 'desk_delivery', event_payload: { key: KEY } },
  ...fields,
});
const history = (messages: readonly object[], more = {}): Reply => ({
  body: { ok: true, messages, ...more },
});

describe('a post of the ledger', () => {
  it('stands at the top level, carries its key, calls nobody and unfolds no link', async () => {
    const { channels, slack } = await open();
    expect(await channels.post(DELIVERY)).toEqual({ kind: 'posted', ts: '9.9' });
    const [{ method, args } = { method: '', args: {} }] = slack.calls;
    expect(method).toBe('chat.postMessage');
    expect(args).toMatchObject({ channel: 'C1', text: '新政策', link_names: 'false' });
    expect(args).not.toHaveProperty('thread_ts');
    expect(JSON.parse(args.blocks ?? '')).toEqual([{ type: 'divider' }]);
    expect(JSON.parse(args.metadata ?? '')).toEqual({
      event_type: 'desk_delivery',
      event_payload: { key: KEY },
    });
  });

  it.each<[string, Reply, object]>([
    [
      'asked to wait, it waits so long',
      { status: 429, headers: { 'retry-after': '7' } },
      { kind: 'rate-limited', retryAfterMs: 7_000 },
    ],
    ['asked to wait without a time, nobody knows', { status: 429 }, { kind: 'unknown' }],
    ['Slack fails', { status: 500 }, { kind: 'unknown' }],
    ['the reply is lost', { isLost: true }, { kind: 'unknown' }],
    ['Slack is in trouble', no('fatal_error'), { kind: 'unknown', reason: 'fatal_error' }],
    ['no time stamp comes', { body: { ok: true } }, { kind: 'unknown', reason: 'no_ts' }],
    ['the bot is not there', no('not_in_channel'), { kind: 'refused', reason: 'not_in_channel' }],
    ['it is archived', no('is_archived'), { kind: 'refused', reason: 'is_archived' }],
    ['it is too long', no('msg_too_long'), { kind: 'refused', reason: 'msg_too_long' }],
    ['the token is dead', no('token_revoked'), { kind: 'no-access', reason: 'token_revoked' }],
    ['a scope is missing', no('missing_scope'), { kind: 'no-access', reason: 'missing_scope' }],
    ['the limit is said otherwise', no('ratelimited'), { kind: 'not-sent', reason: 'ratelimited' }],
  ])('when %s: one call, and the outcome', async (_, reply, outcome) => {
    const { channels, slack } = await open();
    slack.next('chat.postMessage', reply);
    expect(await channels.post(DELIVERY)).toMatchObject(outcome);
    expect(slack.calls).toHaveLength(1);
  });

  it('has certainly not been sent where no connection was made', async () => {
    const { channels } = await open(false);
    expect(await channels.post(DELIVERY)).toEqual({ kind: 'not-sent', reason: 'ECONNREFUSED' });
  });
});

describe('a look into the history', () => {
  it('asks for metadata from the last known message on, and finds its key', async () => {
    const { channels, slack } = await open();
    slack.next('conversations.history', history([message({ metadata: undefined }), message({})]));
    expect(await channels.look(WANTED)).toEqual({ kind: 'found', ts: '8.000001' });
    expect(slack.calls[0]?.args).toMatchObject({
      channel: 'C1',
      oldest: '5.000000',
      include_all_metadata: 'true',
    });
  });

  it('reads on to the last page before it says that nothing is there', async () => {
    const { channels, slack } = await open();
    const more = { has_more: true, response_metadata: { next_cursor: 'next' } };
    slack.next(
      'conversations.history',
      history([message({ metadata: undefined })], more),
      history([]),
    );
    expect(await channels.look(WANTED)).toEqual({ kind: 'not-found' });
    expect(slack.calls[1]?.args.cursor).toBe('next');
  });

  test.each<[string, object]>([
    ['another key', { metadata: { event_type: 'desk_delivery', event_payload: { key: 'x' } } }],
    ['another kind of mark', { metadata: { event_type: 'other', event_payload: { key: KEY } } }],
    ['another app', { user: 'U2', bot_id: 'B2' }],
    ['a mark of no known form', { metadata: { event_type: 'desk_delivery' } }],
  ])('takes no message of %s for its own', async (_, fields) => {
    const { channels, slack } = await open();
    slack.next('conversations.history', history([message(fields)]));
    expect(await channels.look(WANTED)).toEqual({ kind: 'not-found' });
  });

  it.each<[string, Reply, object]>([
    [
      'asked to wait',
      { status: 429, headers: { 'retry-after': '60' } },
      { kind: 'unreadable', reason: 'ratelimited', retryAfterMs: 60_000 },
    ],
    ['Slack fails', { status: 503 }, { kind: 'unreadable', retryAfterMs: null }],
    ['the bot was put out', no('not_in_channel'), { kind: 'unreadable', reason: 'not_in_channel' }],
    ['it may not read', no('missing_scope'), { kind: 'unreadable', reason: 'missing_scope' }],
    ['the token is dead', no('invalid_auth'), { kind: 'no-access', reason: 'invalid_auth' }],
    [
      'the next page has no name',
      history([], { has_more: true }),
      { kind: 'unreadable', reason: 'no_cursor' },
    ],
    ['the answer makes no sense', { body: { ok: true } }, { kind: 'unreadable' }],
  ])('when %s: nothing is said to be absent', async (_, reply, outcome) => {
    const { channels, slack } = await open();
    slack.next('conversations.history', reply);
    expect(await channels.look(WANTED)).toMatchObject(outcome);
  });
});
