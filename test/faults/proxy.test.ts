import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PRACTICE_CHANNELS, PRACTICE_USERS } from '../../src/practice/branch.ts';
import { hasProgram } from '../../src/practice/program.ts';
import { openPeer, type Peer } from '../peer/peer.ts';
import { call, type Envelope, joinAsTinyBot, type TinyBot } from '../peer/tiny-bot.ts';
import { type FaultProxy, startFaultProxy } from './proxy.ts';

const channel = PRACTICE_CHANNELS.general.id;
const user = PRACTICE_USERS.sam.id;

describe.skipIf(!hasProgram())('the proxy (skipped where local-slack has no program)', () => {
  let peer: Peer;
  let proxy: FaultProxy;
  const bots: TinyBot[] = [];

  beforeAll(async () => {
    peer = await openPeer();
  });
  beforeEach(async () => {
    await peer.reset();
    proxy = await startFaultProxy(peer.workspace);
  });
  afterEach(async () => {
    for (const bot of bots.splice(0)) bot.close();
    await proxy.stop();
  });
  afterAll(() => peer?.close());

  const join = async (): Promise<TinyBot> => {
    const bot = await joinAsTinyBot(proxy);
    bots.push(bot);
    return bot;
  };
  const send = (method: string, args: object, token = proxy.botToken) =>
    fetch(`${proxy.apiUrl}${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(args),
    });
  const post = (args: object, token = proxy.botToken) =>
    call({ apiUrl: proxy.apiUrl, method: 'chat.postMessage', token, args: { channel, ...args } });
  const posted = () =>
    peer.waitFor((seen) => seen.messages[channel]?.at(-1), { what: 'a message' });

  describe('the Web API', () => {
    test('passes what is right, and records it', async () => {
      expect(await post({ text: '你好' })).toMatchObject({ ok: true, channel });
      expect((await posted()).text).toBe('你好');
      expect(proxy.calls).toEqual([
        { method: 'chat.postMessage', args: { channel, text: '你好' }, outcome: 'answered' },
      ]);
    });

    test('reads forms as it reads JSON', async () => {
      const body = new URLSearchParams({ channel, blocks: '[{"type":"nonsense"}]', text: 'x' });
      const headers = { authorization: `Bearer ${proxy.botToken}` };
      const reply = await fetch(`${proxy.apiUrl}chat.postMessage`, {
        method: 'POST',
        headers,
        body,
      });
      expect(await reply.json()).toMatchObject({ ok: false, error: 'invalid_blocks' });
    });

    test('asks for patience', async () => {
      proxy.fail('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 3 });
      const reply = await send('chat.postMessage', { channel, text: 'a' });
      expect(reply.status).toBe(429);
      expect(reply.headers.get('retry-after')).toBe('3');
      expect(await reply.json()).toEqual({ ok: false, error: 'ratelimited' });
      expect(peer.messages(channel)).toEqual([]);
      expect(await post({ text: 'b' })).toMatchObject({ ok: true });
    });

    test('fails in order, one call each', async () => {
      proxy.fail('*', { kind: 'status', status: 500 }, { kind: 'error', error: 'fatal_error' });
      expect((await send('auth.test', {})).status).toBe(500);
      expect(await (await send('auth.test', {})).json()).toEqual({
        ok: false,
        error: 'fatal_error',
      });
      expect(await (await send('auth.test', {})).json()).toMatchObject({ ok: true });
      expect(proxy.calls.map(({ outcome }) => outcome)).toEqual(['status', 'error', 'answered']);
    });

    test('forgets its faults', async () => {
      proxy.fail('auth.test', { kind: 'status', status: 503 });
      proxy.heal();
      expect((await send('auth.test', {})).status).toBe(200);
    });

    test('loses the reply to what was done', async () => {
      proxy.fail('chat.postMessage', { kind: 'lost-reply' });
      await expect(post({ text: 'c' })).rejects.toThrow();
      expect((await posted()).text).toBe('c');
    });

    test('fails after all was done', async () => {
      proxy.fail('chat.postMessage', { kind: 'status-after', status: 502 });
      expect((await send('chat.postMessage', { channel, text: 'c2' })).status).toBe(502);
      expect((await posted()).text).toBe('c2');
    });

    test('takes a call whose caller is gone, and replies late', async () => {
      const gate = Promise.withResolvers<void>();
      const leaving = new AbortController();
      const arrived = Promise.withResolvers<void>();
      proxy.trouble(() => {
        arrived.resolve();
        return { kind: 'delay', until: gate.promise };
      });
      const left = fetch(`${proxy.apiUrl}chat.postMessage`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${proxy.botToken}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ channel, text: 'c3' }),
        signal: leaving.signal,
      });
      const gone = expect(left).rejects.toThrow();
      await arrived.promise;
      leaving.abort();
      await gone;
      gate.resolve();
      expect((await posted()).text).toBe('c3');
    });

    test('makes trouble for whom it likes', async () => {
      proxy.trouble(({ from }) =>
        from === 'unlucky' ? { kind: 'status', status: 503 } : undefined,
      );
      const from = (name: string) =>
        fetch(`${proxy.apiUrl}auth.test`, {
          method: 'POST',
          headers: { authorization: `Bearer ${proxy.botToken}`, 'x-process': name },
        });
      expect((await from('unlucky')).status).toBe(503);
      expect((await from('lucky')).status).toBe(200);
    });

    test('loses the request', async () => {
      proxy.fail('chat.postMessage', { kind: 'lost-request' });
      await expect(post({ text: 'd' })).rejects.toThrow();
      expect(peer.messages(channel)).toEqual([]);
    });

    test('keeps a call waiting', async () => {
      const gate = Promise.withResolvers<void>();
      proxy.fail('chat.postMessage', { kind: 'delay', until: gate.promise });
      const late = post({ text: 'late' });
      await post({ text: 'early' });
      gate.resolve();
      await late;
      const texts = await peer.waitFor(
        (seen) => seen.messages[channel]?.length === 2 && seen.messages[channel],
        { what: 'both messages' },
      );
      expect(texts.map(({ text }) => text)).toEqual(['early', 'late']);
      proxy.fail('chat.postMessage', { kind: 'delay', until: 1 });
      expect(await post({ text: 'soon' })).toMatchObject({ ok: true });
    });

    test('tells when a method is called', async () => {
      const called = proxy.called('chat.postMessage', ({ args }) => args.text === 'second');
      await post({ text: 'first' });
      await post({ text: 'second' });
      expect(await called).toMatchObject({ args: { text: 'second' } });
    });

    test('checks tokens', async () => {
      expect(await post({ text: 'e' }, 'xoxb-else')).toMatchObject({ error: 'invalid_auth' });
      expect(await post({ text: 'e' }, proxy.appToken)).toMatchObject({
        error: 'not_allowed_token_type',
      });
      const open = await send('apps.connections.open', {}, proxy.botToken);
      expect(await open.json()).toMatchObject({ error: 'not_allowed_token_type' });
      const bare = await fetch(`${proxy.apiUrl}auth.test`, { method: 'POST' });
      expect(await bare.json()).toMatchObject({ ok: false, error: 'not_authed' });
    });

    test('gives metadata back with the history', async () => {
      const metadata = { event_type: 'reminder', event_payload: { key: 'k1' } };
      await post({ text: 'f', metadata });
      const history = async (args: object) => {
        const reply = await send('conversations.history', { channel, ...args });
        return ((await reply.json()) as { readonly messages: readonly object[] }).messages[0];
      };
      expect(await history({ include_all_metadata: true })).toMatchObject({ text: 'f', metadata });
      expect(await history({})).not.toHaveProperty('metadata');
    });
  });

  describe('Socket Mode', () => {
    const eventId = ({ payload }: Envelope): unknown => payload.event_id;

    test('passes through the proxy', async () => {
      const bot = await join();
      const { ts } = await peer.say({ channel, user, text: '维'.repeat(30_000) });
      const { payload, envelope_id } = await bot.envelope(() => true);
      expect(payload.event).toMatchObject({ ts, text: '维'.repeat(30_000) });
      expect(proxy.sockets.acknowledged).toEqual([envelope_id]);
      expect(proxy.sockets.envelopes).toEqual([
        { id: envelope_id, type: 'events_api', connection: 1, isRetry: false },
      ]);
    });

    test('repeats an envelope', async () => {
      const bot = await join();
      proxy.sockets.duplicateNext(({ payload }) => payload?.event?.type === 'message');
      await peer.say({ channel, user, text: '一次' });
      const again = await bot.envelope(({ retry_attempt }) => retry_attempt === 1);
      expect(again.retry_reason).toBe('timeout');
      expect(bot.envelopes).toHaveLength(2);
      expect(new Set(bot.envelopes.map(eventId)).size).toBe(1);
      await peer.say({ channel, user, text: '两次' });
      expect(bot.envelopes).toHaveLength(3);
    });

    test('drops the connection, and takes a new one', async () => {
      const bot = await join();
      await peer.botConnected();
      proxy.sockets.drop();
      await bot.closed;
      await peer.waitFor((seen) => !seen.isBotConnected, { what: 'the bot is gone' });
      const second = await join();
      await peer.say({ channel, user, text: '回来了' });
      await second.envelope(() => true);
      expect(bot.envelopes).toEqual([]);
    });

    test('gives each envelope to one of several connections', async () => {
      const [first, second] = [await join(), await join()];
      for (const text of ['1', '2', '3', '4']) await peer.say({ channel, user, text });
      expect(first.envelopes).toHaveLength(2);
      expect(second.envelopes).toHaveLength(2);
      const events = [...first.envelopes, ...second.envelopes].map(eventId);
      expect(new Set(events).size).toBe(4);
    });
  });
});
