import { expect, onTestFinished, test, vi } from 'vitest';
import { PACE } from '../../src/deliveries/pace.ts';
import type { Claim, Lanes } from '../../src/deliveries/ports.ts';
import { deliveryLedger, type Ledger } from '../../src/store/deliveries.ts';
import { deliveryLanes } from '../../src/store/delivery-lanes.ts';
import type { Store } from '../../src/store/schema.ts';
import { eachEngine, onPostgres, type Place } from './engines.ts';
import { HOUR, newDelivery } from './planned.ts';

const BY = { chance: 0.5, pace: PACE };

/** A ledger whose time stands still until the test moves it. */
async function opened(place: Place) {
  const clock = { at: 1_000_000 };
  const store = await place.open();
  const lanes = deliveryLanes(store, () => clock.at);
  const states = async (): Promise<string> =>
    (await deliveryLedger(store).list({ state: null, channel: null }))
      .map(({ key, state }) => `${key} ${state}`)
      .join(', ');
  return { clock, store, lanes, ledger: deliveryLedger(store), states };
}

async function taken(lanes: Lanes): Promise<Claim> {
  const claim = await lanes.claim(PACE);
  if (claim === null) throw new Error('no lane was free');
  return claim;
}

const posted = (ts: string) => ({ step: 'post', outcome: { kind: 'posted', ts } }) as const;
const lost = { step: 'post', outcome: { kind: 'unknown', reason: 'ETIMEDOUT' } } as const;
const absent = { step: 'look', outcome: { kind: 'not-found' } } as const;

eachEngine((place) => {
  test('a key is planned once, and what was planned first stays', async () => {
    const { ledger } = await opened(place);
    expect(await ledger.plan([newDelivery('a'), newDelivery('b')], 1)).toEqual(['a', 'b']);
    const changed = newDelivery('a', { content: { text: 'other', blocks: [] } });
    expect(await ledger.plan([changed, newDelivery('c')], 2.5)).toEqual(['c']);
    const [first] = await ledger.list({ state: 'pending', channel: 'C1' });
    expect(first).toMatchObject({
      key: 'a',
      kind: 'notice',
      channel: 'C1',
      state: 'pending',
      content: { text: 'text of a', blocks: [{ type: 'divider' }] },
      expiresAt: (first?.dueAt ?? 0) + 72 * HOUR,
      attempts: 0,
    });
  });

  test('a plan stands or falls with the transaction of what caused it', async () => {
    const { ledger, store } = await opened(place);
    const failing = store.db.transaction().execute(async (db) => {
      expect(await deliveryLedger({ db }).plan([newDelivery('a')], 1)).toEqual(['a']);
      throw new Error('the cause is gone');
    });
    await expect(failing).rejects.toThrow('the cause is gone');
    expect(await ledger.list({ state: null, channel: null })).toEqual([]);
  });

  test('a name instead of a channel id is refused, and nothing of the plan is kept', async () => {
    const { ledger } = await opened(place);
    const plan = ledger.plan([newDelivery('a'), newDelivery('b', { channel: '#general' })], 1);
    await expect(plan).rejects.toThrow('"#general" is no channel id');
    await expect(ledger.plan([newDelivery('a', { channel: 'U123' })], 1)).rejects.toThrow('U123');
    expect(await ledger.list({ state: null, channel: null })).toEqual([]);
  });

  test('nothing is taken before it is due, and then the first that is due, one at a time', async () => {
    const { ledger, lanes, clock } = await opened(place);
    await ledger.plan(
      [newDelivery('later', { dueAt: 30 }), newDelivery('first', { dueAt: 20 })],
      1,
    );
    clock.at = 19;
    expect(await lanes.claim(PACE)).toBeNull();
    clock.at = 40;
    const first = await taken(lanes);
    expect(first.delivery).toMatchObject({ key: 'first', state: 'sending', attempts: 1 });
    expect(await lanes.claim(PACE)).toBeNull();
    expect(await lanes.settle(first, posted('5.000001'), BY)).toBe('sent');
    // One message a second in a channel.
    expect(await lanes.claim(PACE)).toBeNull();
    clock.at += PACE.gapMs;
    expect((await taken(lanes)).delivery.key).toBe('later');
  });

  test('what is due at the same moment goes in the order in which it was planned', async () => {
    const { ledger, lanes, clock } = await opened(place);
    const keys = ['c', 'a', 'b'];
    await ledger.plan(
      keys.map((key) => newDelivery(key, { dueAt: 5 })),
      1,
    );
    for (const [index, key] of keys.entries()) {
      const claim = await taken(lanes);
      expect(claim.delivery.key).toBe(key);
      await lanes.settle(claim, posted(`${index + 1}.0`), BY);
      clock.at += PACE.gapMs;
    }
  });

  test('lanes do not hold each other up', async () => {
    const { ledger, lanes } = await opened(place);
    await ledger.plan([newDelivery('a'), newDelivery('b', { channel: 'C2' })], 1);
    const channels = [await taken(lanes), await taken(lanes)].map(
      (claim) => claim.delivery.channel,
    );
    expect(channels.toSorted()).toEqual(['C1', 'C2']);
  });

  test('of many takers at once one gets the lane', async () => {
    const { ledger, lanes, store, clock } = await opened(place);
    await ledger.plan([newDelivery('a'), newDelivery('b')], 1);
    const others = place.engine === 'postgres' ? [await place.open(), await place.open()] : [store];
    const takers = [lanes, ...others.map((one: Store) => deliveryLanes(one, () => clock.at))];
    const claims = await Promise.all(
      Array.from({ length: 12 }, (_, n) => takers[n % takers.length]?.claim(PACE)),
    );
    const won = claims.filter((claim) => claim !== null);
    expect(won.map((claim) => claim?.delivery.key)).toEqual(['a']);
  });

  test('a lost reply is looked for; "not there" counts only after the grace, and then it is posted again', async () => {
    const { ledger, lanes, clock } = await opened(place);
    await ledger.plan([newDelivery('a'), newDelivery('b')], 1);
    const claim = await taken(lanes);
    clock.at += 10_000;
    expect(await lanes.settle(claim, lost, BY)).toBe('sending');
    const triedAt = clock.at;
    expect(await lanes.claim(PACE)).toBeNull();
    let looks = 0;
    for (;;) {
      clock.at += 1_000;
      const next = await lanes.claim(PACE);
      if (next === null) continue;
      if (next.step === 'post') {
        expect(next.delivery).toMatchObject({ key: 'a', attempts: 2 });
        break;
      }
      looks += 1;
      expect(next.delivery).toMatchObject({ key: 'a', attempts: 1, state: 'sending' });
      await lanes.settle(next, absent, BY);
    }
    expect(clock.at - triedAt).toBeGreaterThanOrEqual(PACE.graceMs);
    expect(looks).toBe(6);
  });

  test('a message that is found is sent, and the lane goes on after it', async () => {
    const { ledger, lanes, clock } = await opened(place);
    await ledger.plan([newDelivery('a'), newDelivery('b')], 1);
    await lanes.settle(await taken(lanes), lost, BY);
    clock.at += PACE.firstLookMs;
    const look = await taken(lanes);
    const found = { step: 'look', outcome: { kind: 'found', ts: '1000.000200' } } as const;
    expect(await lanes.settle(look, found, BY)).toBe('sent');
    expect(await ledger.find(look.delivery.id)).toMatchObject({
      ts: '1000.000200',
      sentHow: 'found',
    });
    clock.at += PACE.gapMs;
    expect(await taken(lanes)).toMatchObject({ delivery: { key: 'b' }, since: '1000.000200' });
  });

  test('a process that dies while sending leaves its lane to the next one when the lease is over', async () => {
    const { ledger, lanes, clock } = await opened(place);
    await ledger.plan([newDelivery('a')], 1);
    await taken(lanes);
    clock.at += PACE.leaseMs - 1;
    expect(await lanes.claim(PACE)).toBeNull();
    clock.at += 1;
    expect(await taken(lanes)).toMatchObject({ step: 'look', delivery: { key: 'a', attempts: 1 } });
  });

  test('who lost the lane may say "sent" and nothing else', async () => {
    const { ledger, lanes, clock, states } = await opened(place);
    await ledger.plan([newDelivery('a'), newDelivery('b')], 1);
    const asleep = await taken(lanes);
    clock.at += PACE.leaseMs;
    const look = await taken(lanes);
    const refused = { step: 'post', outcome: { kind: 'refused', reason: 'is_archived' } } as const;
    expect(await lanes.settle(asleep, refused, BY)).toBe('stale');
    expect(await states()).toBe('a sending, b pending');
    expect(await lanes.settle(asleep, posted('7.000001'), BY)).toBe('sent');
    expect(await states()).toBe('a sent, b pending');
    // The lane is still the other one's.
    expect(await lanes.claim(PACE)).toBeNull();
    await lanes.settle(look, absent, BY);
    expect(await states()).toBe('a sent, b pending');
  });

  test('what Slack refuses is blocked with the reason, and the next goes on', async () => {
    const { ledger, lanes, clock, states } = await opened(place);
    await ledger.plan([newDelivery('a'), newDelivery('b')], 1);
    const refused = { step: 'post', outcome: { kind: 'refused', reason: 'is_archived' } } as const;
    const claim = await taken(lanes);
    expect(await lanes.settle(claim, refused, BY)).toBe('blocked');
    expect(await ledger.find(claim.delivery.id)).toMatchObject({ reason: 'is_archived' });
    clock.at += PACE.gapMs;
    expect((await taken(lanes)).delivery.key).toBe('b');
    expect(await states()).toBe('a blocked, b sending');
  });

  test('a lane waits as long as Slack asks, and keeps its order', async () => {
    const { ledger, lanes, clock } = await opened(place);
    await ledger.plan([newDelivery('a'), newDelivery('b')], 1);
    const later = {
      step: 'post',
      outcome: { kind: 'rate-limited', retryAfterMs: 30_000 },
    } as const;
    expect(await lanes.settle(await taken(lanes), later, BY)).toBe('pending');
    clock.at += 29_999;
    expect(await lanes.claim(PACE)).toBeNull();
    clock.at += 1;
    expect((await taken(lanes)).delivery).toMatchObject({ key: 'a', attempts: 1 });
  });

  test('what became too old is not said any more; what may stand in the channel is looked for first', async () => {
    const { ledger, lanes, clock, states } = await opened(place);
    const expiresAt = clock.at + 2 * PACE.graceMs;
    await ledger.plan(
      ['a', 'b', 'c'].map((key) => newDelivery(key, { expiresAt })),
      1,
    );
    await ledger.plan([newDelivery('d')], 1);
    await lanes.settle(await taken(lanes), lost, BY);
    clock.at = expiresAt + PACE.graceMs;
    expect((await taken(lanes)).step).toBe('look');
    expect(await states()).toBe('a sending, b pending, c pending, d pending');
    clock.at += PACE.leaseMs;
    await lanes.settle(await taken(lanes), absent, BY);
    expect((await taken(lanes)).delivery.key).toBe('d');
    expect(await states()).toBe('a expired, b expired, c expired, d sending');
  });

  test('what is not being sent can be taken back, by key or by kind', async () => {
    const { ledger, lanes, states } = await opened(place);
    const old = ['a', 'b', 'c'].map((key) => newDelivery(key));
    await ledger.plan([...old, newDelivery('d', { kind: 'other' })], 1);
    await taken(lanes);
    expect(await ledger.withdraw({ key: 'a' }, 'cancelled', 5)).toBe(0);
    const kind = { kind: 'notice', channel: 'C1', but: 'c' };
    expect(await ledger.withdraw(kind, 'superseded', 5)).toBe(1);
    expect(await ledger.withdraw({ key: 'c' }, 'cancelled', 5)).toBe(1);
    expect(await states()).toBe('a sending, b superseded, c cancelled, d pending');
  });

  test('what stopped is reported once, together by channel and reason, and news once a day', async () => {
    const { ledger, lanes, clock } = await opened(place);
    const block = async (key: string): Promise<void> => {
      await ledger.plan([newDelivery(key, { dueAt: clock.at, channel: 'C9' })], clock.at);
      const outcome = { kind: 'refused', reason: 'not_in_channel' } as const;
      await lanes.settle(await taken(lanes), { step: 'post', outcome }, BY);
      clock.at += PACE.gapMs;
    };
    expect(await lanes.untold()).toEqual([]);
    await block('a');
    await block('b');
    const notice = { channel: 'C9', state: 'blocked', reason: 'not_in_channel' };
    expect(await lanes.untold()).toMatchObject([{ ...notice, ids: [1, 2], isNews: true }]);
    expect(await lanes.untold()).toEqual([]);
    await block('c');
    expect(await lanes.untold()).toMatchObject([{ ...notice, ids: [3], isNews: false }]);
    clock.at += 25 * HOUR;
    await block('d');
    expect(await lanes.untold()).toMatchObject([{ ...notice, ids: [4], isNews: true }]);
  });

  test('words are emptied and rows forgotten in their time; what is open or waits for a person stays', async () => {
    const { ledger, lanes, states } = await opened(place);
    await finished(ledger, lanes);
    const far = 10_000_000_000;
    expect(await ledger.purge({ content: far, rows: 0 })).toBe(0);
    expect(await ledger.list({ state: 'sent', channel: null })).toMatchObject([
      { key: 'a', content: { text: '', blocks: [] } },
    ]);
    expect(await ledger.list({ state: 'blocked', channel: null })).toMatchObject([
      { key: 'b', content: { text: 'text of b' } },
    ]);
    expect(await ledger.purge({ content: far, rows: far })).toBe(1);
    expect(await states()).toBe('b blocked, c pending');
  });
});

onPostgres((place) => {
  test('the database says what time it is: a host whose clock is fast posts nothing early and breaks no lease', async () => {
    const store = await place.open();
    const ledger = deliveryLedger(store);
    const now = Date.now();
    const soon = newDelivery('soon', { dueAt: now + HOUR / 2 });
    await ledger.plan([soon, newDelivery('now', { channel: 'C2', dueAt: now })], now);
    const lanes = deliveryLanes(store);
    expect((await taken(lanes)).delivery.key).toBe('now');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + HOUR });
    onTestFinished(() => void vi.useRealTimers());
    expect(await lanes.claim(PACE)).toBeNull();
  });
});

async function finished(ledger: Ledger, lanes: Lanes): Promise<void> {
  await ledger.plan([newDelivery('a'), newDelivery('b', { channel: 'C2' })], 1);
  await lanes.settle(await taken(lanes), posted('1.000001'), BY);
  const outcome = { kind: 'refused', reason: 'is_archived' } as const;
  await lanes.settle(await taken(lanes), { step: 'post', outcome }, BY);
  await ledger.plan([newDelivery('c', { channel: 'C3' })], 1);
}
