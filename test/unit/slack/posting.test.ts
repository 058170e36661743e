import { WebClient } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../../src/slack/outcome.ts';
import { openPosting, type Posting } from '../../../src/slack/posting.ts';
import { respondWithin } from '../../../src/slack/respond.ts';
import { problemView } from '../../../src/slack/views/problem.ts';
import { notedLog } from './doorway.ts';
import { type FakeSlack, fakeSlack } from './fake-slack.ts';

type Opened = { readonly posting: Posting; readonly waits: number[]; readonly slack: FakeSlack };

async function open(isThere = true): Promise<Opened> {
  const slack = await fakeSlack();
  const waits: number[] = [];
  const log = notedLog();
  const client = new WebClient('xoxb-test', {
    slackApiUrl: isThere ? slack.apiUrl : slack.closedUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: { ...log, setLevel: () => {}, getLevel: () => 'info' as never, setName: () => {} },
  });
  const wait = async (ms: number): Promise<void> => {
    waits.push(ms);
  };
  return {
    posting: openPosting({ client, respond: respondWithin(5_000), wait, log }),
    waits,
    slack,
  };
}

const HERE = { channel: 'C1', thread: '5.5' };
const VIEW = problemView('Hello <!channel>');
const LATER = { status: 429, headers: { 'retry-after': '3' } };

describe('a post', () => {
  it('calls nobody, unfolds no link, and goes where it belongs', async () => {
    const { posting, slack } = await open();
    await posting.post(HERE, VIEW);
    await posting.post({ channel: 'D1', thread: null }, VIEW);
    const [inThread, below] = slack.calls;
    expect(inThread).toMatchObject({
      method: 'chat.postMessage',
      args: {
        channel: 'C1',
        thread_ts: '5.5',
        text: 'Hello &lt;!channel&gt;',
        link_names: 'false',
        unfurl_links: 'false',
        unfurl_media: 'false',
      },
    });
    expect(below?.args).not.toHaveProperty('thread_ts');
  });

  it('waits as long as Slack asks for, and then goes out once', async () => {
    const { posting, slack, waits } = await open();
    slack.next('chat.postMessage', LATER, LATER);
    await posting.post(HERE, VIEW);
    expect(waits).toEqual([3_000, 3_000]);
    expect(slack.calls).toHaveLength(3);
  });

  it('gives up when Slack asks for too long a wait', async () => {
    const { posting, slack, waits } = await open();
    slack.next('chat.postMessage', { status: 429, headers: { 'retry-after': '31' } });
    const error = await posting.post(HERE, VIEW).catch((thrown: unknown) => thrown);
    expect([outcomeOf(error), waits]).toEqual(['not-sent', []]);
  });

  it('tries again where no connection was made, half a minute in all', async () => {
    const { posting, waits } = await open(false);
    const error = await posting.post(HERE, VIEW).catch((thrown: unknown) => thrown);
    expect(outcomeOf(error)).toBe('not-sent');
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000]);
  });

  it.each([
    ['the reply is lost', { isLost: true }],
    ['Slack fails', { status: 500 }],
    ['Slack says that it failed', { body: { ok: false, error: 'internal_error' } }],
  ])('is never sent again when %s: it may have arrived (K2)', async (_what, reply) => {
    const { posting, slack, waits } = await open();
    slack.next('chat.postMessage', reply);
    const error = await posting.post(HERE, VIEW).catch((thrown: unknown) => thrown);
    expect([outcomeOf(error), slack.calls.length, waits]).toEqual(['unknown', 1, []]);
  });

  it('that Slack refuses is not tried again', async () => {
    const { posting, slack } = await open();
    slack.next('chat.postMessage', { body: { ok: false, error: 'channel_not_found' } });
    const error = await posting.post(HERE, VIEW).catch((thrown: unknown) => thrown);
    expect([outcomeOf(error), slack.calls.length]).toEqual(['refused', 1]);
  });

  it('stays in order with the others of its channel, also when one has to wait or fails', async () => {
    const { posting, slack } = await open();
    slack.next('chat.postMessage', LATER, {}, { status: 500 });
    const posts = ['a', 'b', 'c', 'd'].map((word) => posting.post(HERE, problemView(word)));
    const results = await Promise.allSettled(posts);
    expect(slack.posted()).toEqual(['a', 'a', 'b', 'c', 'd']);
    expect(results.map(({ status }) => status).join()).toBe(
      'fulfilled,rejected,fulfilled,fulfilled',
    );
  });
});

describe('a response', () => {
  it('is for the asker only', async () => {
    const { posting, slack } = await open();
    await posting.respond(slack.responseUrl, { view: VIEW, replaces: true });
    expect(slack.calls[0]?.args).toMatchObject({
      response_type: 'ephemeral',
      replace_original: true,
    });
  });

  it('stands in the thread that the button was pressed in, and else in the channel', async () => {
    const { posting, slack } = await open();
    await posting.respond(slack.responseUrl, { view: VIEW, replaces: false, thread: '50.1' });
    await posting.respond(slack.responseUrl, { view: VIEW, replaces: false, thread: null });
    expect(slack.calls.map(({ args }) => args.thread_ts)).toEqual(['50.1', undefined]);
  });

  it.each([
    ['refused', { status: 404 }],
    ['unknown', { status: 503 }],
    ['unknown', { isLost: true }],
  ])('that is not taken is %s', async (outcome, reply) => {
    const { posting, slack } = await open();
    slack.next('response', reply);
    const response = { view: VIEW, replaces: false };
    const error = await posting
      .respond(slack.responseUrl, response)
      .catch((thrown: unknown) => thrown);
    expect(outcomeOf(error)).toBe(outcome);
  });
});

it('an empty direct message is told from a used one', async () => {
  const { posting, slack } = await open();
  expect(await posting.isEmpty('D1')).toBe(true);
  slack.next('conversations.history', { body: { ok: true, messages: [{ text: 'hello' }] } });
  expect(await posting.isEmpty('D1')).toBe(false);
});
