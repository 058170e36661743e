import { expect, test } from 'vitest';
import type { Delivery } from '../../src/deliveries/delivery.ts';
import { openDispatcher } from '../../src/deliveries/dispatcher.ts';
import type { Notice } from '../../src/deliveries/notice.ts';
import type { LookOutcome, PostOutcome } from '../../src/deliveries/outcome.ts';
import { PACE } from '../../src/deliveries/pace.ts';
import type { Channels } from '../../src/deliveries/ports.ts';
import { deliveryLedger } from '../../src/store/deliveries.ts';
import { deliveryLanes } from '../../src/store/delivery-lanes.ts';
import { notedLog } from '../unit/slack/doorway.ts';
import { onSqlite, type Place } from './engines.ts';
import { newDelivery } from './planned.ts';

type Slack = {
  /** What the next posts come to; then all goes well. */
  readonly posts: (PostOutcome | Promise<PostOutcome>)[];
  readonly looks: LookOutcome[];
  /** What was asked of Slack, in order. */
  readonly asked: string[];
  /** Called while a post is on its way. */
  during: () => void;
};

async function opened(place: Place) {
  const clock = { at: 1_000_000 };
  const store = await place.open();
  const slack: Slack = { posts: [], looks: [], asked: [], during: () => undefined };
  const channels: Channels = {
    post: async ({ channel, content }) => {
      slack.asked.push(`${channel} ${content.text}`);
      slack.during();
      return slack.posts.shift() ?? { kind: 'posted', ts: `${slack.asked.length}.000001` };
    },
    look: async ({ channel }) => {
      slack.asked.push(`${channel} look`);
      return slack.looks.shift() ?? { kind: 'not-found' };
    },
  };
  const lanes = deliveryLanes(store, () => clock.at);
  const log = notedLog();
  const told: Notice[] = [];
  const open = () =>
    openDispatcher({
      lanes,
      channels,
      tell: (notice) => told.push(notice),
      now: () => clock.at,
      chance: () => 0.5,
      log,
    });
  const ledger = deliveryLedger(store);
  const states = async (): Promise<readonly string[]> =>
    (await ledger.list({ state: null, channel: null })).map((one: Delivery) => one.state);
  return { clock, slack, lanes, log, told, ledger, states, open, dispatcher: open() };
}

onSqlite((place) => {
  test('a tick posts one message in each lane that is due, a second apart, in order', async () => {
    const { ledger, dispatcher, slack, clock, states } = await opened(place);
    await ledger.plan(
      ['a', 'b'].flatMap((key) =>
        ['C1', 'C2'].map((channel) => newDelivery(key + channel, { channel })),
      ),
      1,
    );
    await dispatcher.tick();
    expect(slack.asked.toSorted()).toEqual(['C1 text of aC1', 'C2 text of aC2']);
    await dispatcher.tick();
    expect(slack.asked).toHaveLength(2);
    clock.at += PACE.gapMs;
    await dispatcher.tick();
    expect(slack.asked.slice(2).toSorted()).toEqual(['C1 text of bC1', 'C2 text of bC2']);
    expect(await states()).toEqual(['sent', 'sent', 'sent', 'sent']);
  });

  test('a lost reply is looked for and not posted again', async () => {
    const { ledger, dispatcher, slack, clock, states } = await opened(place);
    await ledger.plan([newDelivery('a')], 1);
    slack.posts.push({ kind: 'unknown', reason: 'ECONNRESET' });
    slack.looks.push({ kind: 'found', ts: '9.000001' });
    await dispatcher.tick();
    clock.at += PACE.firstLookMs;
    await dispatcher.tick();
    expect(slack.asked).toEqual(['C1 text of a', 'C1 look']);
    expect(await states()).toEqual(['sent']);
  });

  test('a refused token stops all posts, is said once, and one post tries again later; nothing is lost', async () => {
    const { ledger, dispatcher, slack, clock, states, log } = await opened(place);
    await ledger.plan(
      ['C1', 'C2', 'C3'].map((channel) => newDelivery(channel, { channel })),
      1,
    );
    const no: PostOutcome = { kind: 'no-access', reason: 'invalid_auth' };
    slack.posts.push(no, no, no);
    await dispatcher.tick();
    const first = slack.asked.length;
    clock.at += 60_000;
    await dispatcher.tick();
    expect(slack.asked).toHaveLength(first);
    slack.posts.splice(0, slack.posts.length, no);
    clock.at += 240_000;
    await dispatcher.tick();
    expect(slack.asked).toHaveLength(first + 1);
    expect(await states()).toEqual(['pending', 'pending', 'pending']);
    expect(log.lines.filter((line) => line.includes('deliveries.halted'))).toHaveLength(1);
    clock.at += 300_000;
    await dispatcher.tick();
    expect(await states()).toEqual(['sent', 'sent', 'sent']);
    expect(log.lines.some((line) => line.includes('deliveries.resumed'))).toBe(true);
  });

  test('a process that slept after it took a lane does not post', async () => {
    const { ledger, slack, clock, lanes, log, states } = await opened(place);
    await ledger.plan([newDelivery('a')], 1);
    const dispatcher = openDispatcher({
      lanes: {
        ...lanes,
        claim: async (pace) => {
          const claim = await lanes.claim(pace);
          clock.at += PACE.leaveWithinMs + 1;
          return claim;
        },
      },
      channels: {
        post: () => Promise.reject(new Error('posted')),
        look: () => Promise.reject(new Error('looked')),
      },
      tell: () => undefined,
      now: () => clock.at,
      chance: () => 0.5,
      log,
    });
    await dispatcher.tick();
    expect(slack.asked).toEqual([]);
    expect(await states()).toEqual(['pending']);
  });

  test('what Slack refuses is logged with what to do, and told once', async () => {
    const { ledger, dispatcher, slack, clock, told, log } = await opened(place);
    await ledger.plan([newDelivery('a'), newDelivery('b')], 1);
    const no: PostOutcome = { kind: 'refused', reason: 'not_in_channel' };
    slack.posts.push(no, no);
    await dispatcher.tick();
    clock.at += PACE.gapMs;
    await dispatcher.tick();
    expect(told).toMatchObject([
      { channel: 'C1', state: 'blocked', reason: 'not_in_channel', ids: [1] },
    ]);
    const lines = log.lines.filter((line) => line.includes('delivery.blocked'));
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('/invite');
  });

  test('stopping waits for the post under way and takes no other', async () => {
    const { ledger, dispatcher, slack, states } = await opened(place);
    await ledger.plan(
      ['a', 'b'].map((key) => newDelivery(key)),
      1,
    );
    const reply = Promise.withResolvers<PostOutcome>();
    const left = Promise.withResolvers<void>();
    slack.posts.push(reply.promise);
    slack.during = left.resolve;
    const ticking = dispatcher.tick();
    await left.promise;
    let isOver = false;
    const stopping = dispatcher.stop().then(() => {
      isOver = true;
    });
    await Promise.resolve();
    expect(isOver).toBe(false);
    reply.resolve({ kind: 'posted', ts: '1.000001' });
    await Promise.all([ticking, stopping]);
    expect(await states()).toEqual(['sent', 'pending']);
    await dispatcher.tick();
    expect(slack.asked).toHaveLength(1);
  });

  test('a ledger that cannot be reached is said once, and no tick fails', async () => {
    const { log, clock } = await opened(place);
    let isDown = true;
    const claim = () => (isDown ? Promise.reject(new Error('down')) : Promise.resolve(null));
    const dispatcher = openDispatcher({
      lanes: { claim, settle: async () => 'stale', untold: async () => [] },
      channels: {
        post: () => Promise.reject(new Error()),
        look: () => Promise.reject(new Error()),
      },
      tell: () => undefined,
      now: () => clock.at,
      chance: () => 0,
      log,
    });
    await dispatcher.tick();
    await dispatcher.tick();
    isDown = false;
    await dispatcher.tick();
    expect(log.lines.map((line) => line.split(' ')[1])).toEqual([
      'deliveries.tick',
      'deliveries.again',
    ]);
  });

  test('what could not be written down is looked for, and not posted again', async () => {
    const { ledger, slack, clock, lanes, log, states } = await opened(place);
    await ledger.plan([newDelivery('a')], 1);
    let isDown = true;
    const dispatcher = openDispatcher({
      lanes: {
        ...lanes,
        settle: (...given) => (isDown ? Promise.reject(new Error('down')) : lanes.settle(...given)),
      },
      channels: {
        post: async () => {
          slack.asked.push('post');
          return { kind: 'posted', ts: '1.000001' };
        },
        look: async () => ({ kind: 'found', ts: '1.000001' }),
      },
      tell: () => undefined,
      now: () => clock.at,
      chance: () => 0,
      log,
    });
    await dispatcher.tick();
    expect(await states()).toEqual(['sending']);
    expect(log.lines.some((line) => line.includes('delivery.left'))).toBe(true);
    isDown = false;
    clock.at += PACE.leaseMs;
    await dispatcher.tick();
    expect(await states()).toEqual(['sent']);
    expect(slack.asked).toEqual(['post']);
  });

  test('a slow channel holds up no other one', async () => {
    const { ledger, dispatcher, slack, clock } = await opened(place);
    await ledger.plan([newDelivery('slow')], 1);
    const reply = Promise.withResolvers<PostOutcome>();
    const left = Promise.withResolvers<void>();
    slack.posts.push(reply.promise);
    slack.during = left.resolve;
    const slow = dispatcher.tick();
    await left.promise;
    await ledger.plan([newDelivery('quick', { channel: 'C2' })], 1);
    clock.at += PACE.gapMs;
    await dispatcher.tick();
    expect(slack.asked).toEqual(['C1 text of slow', 'C2 text of quick']);
    reply.resolve({ kind: 'posted', ts: '1.000001' });
    await slow;
  });
});
