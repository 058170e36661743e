import { Keyv } from 'keyv';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { conversationMemory, kvAdapter, sweepExpired } from '../../src/store/keyv-store.ts';
import { eachEngine } from './engines.ts';

const start = Date.UTC(2015, 2, 31, 8);
const hour = 3_600_000;

// Keyv reads the machine's clock by itself, so the clock is what the tests move.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: start });
});
afterEach(() => {
  vi.useRealTimers();
});

eachEngine((place) => {
  test('what was set is read back, also after reopening', async () => {
    const before = await place.open();
    const turn = { asking: 'reason', answers: ['搬家 🏠', 'a\u0000b', '\ud800'] };
    await conversationMemory(before, 'talk', hour).set('C1:U1', turn);
    await before.close();

    const memory = conversationMemory(await place.open(), 'talk', hour);
    expect(await memory.get('C1:U1')).toEqual(turn);
    expect(await memory.has('C1:U1')).toBe(true);
    expect(await memory.get('C1:U2')).toBeUndefined();
  });

  test('the last value wins and starts its time anew', async () => {
    const memory = conversationMemory(await place.open(), 'talk', hour);
    await memory.set('k', 1);
    vi.setSystemTime(start + hour - 1);
    await memory.set('k', 2);
    vi.setSystemTime(start + 2 * hour - 2);
    expect(await memory.get('k')).toBe(2);
  });

  test('a value is gone from the millisecond it expires, after reopening too', async () => {
    const before = await place.open();
    await conversationMemory(before, 'talk', hour).set('k', 'v');
    await before.close();

    const memory = conversationMemory(await place.open(), 'talk', hour);
    vi.setSystemTime(start + hour - 1);
    expect(await memory.get('k')).toBe('v');
    vi.setSystemTime(start + hour);
    expect(await memory.get('k')).toBeUndefined();
    expect(await memory.has('k')).toBe(false);
    expect(await memory.getMany(['k', 'other'])).toEqual([undefined, undefined]);
  });

  test('a read deletes nothing; the sweep deletes what has expired, in every namespace', async () => {
    const store = await place.open();
    await conversationMemory(store, 'one', hour).set('k', 1);
    await conversationMemory(store, 'two', hour).set('k', 2);
    await conversationMemory(store, 'long', 2 * hour).set('k', 3);
    await new Keyv({ store: kvAdapter(store), namespace: 'ever' }).set('k', 4);
    vi.setSystemTime(start + hour);
    expect(await conversationMemory(store, 'one', hour).get('k')).toBeUndefined();

    expect(await sweepExpired(store, start + hour - 1)).toBe(0);
    expect(await sweepExpired(store, start + hour)).toBe(2);
    const left = await store.db.selectFrom('kv').select('ns').orderBy('ns').execute();
    expect(left.map(({ ns }) => ns)).toEqual(['ever', 'long']);
  });

  test('a read deletes nothing, not even what expires while it reads', async () => {
    const store = await place.open();
    await conversationMemory(store, 'talk', hour).set('k', 'v');
    const slowDb = store.db.withPlugin({
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        vi.setSystemTime(start + hour + 1);
        return result;
      },
    });
    await conversationMemory({ ...store, db: slowDb }, 'talk', hour).get('k');
    expect(await store.db.selectFrom('kv').select('k').execute()).toEqual([{ k: 'k' }]);
  });

  test('delete says whether there was something, and clear empties one namespace only', async () => {
    const store = await place.open();
    const one = conversationMemory(store, 'one', hour);
    const two = conversationMemory(store, 'two', hour);
    await one.set('k', 1);
    await two.set('k', 2);
    expect(await one.get('k')).toBe(1);
    expect(await one.delete('k')).toBe(true);
    expect(await one.delete('k')).toBe(false);
    await one.set('k', 1);
    await one.clear();
    expect(await one.get('k')).toBeUndefined();
    expect(await two.get('k')).toBe(2);
  });

  test('many keys keep their order, a key given twice takes the last value', async () => {
    const memory = conversationMemory(await place.open(), 'talk', hour);
    const entries = [
      { key: 'a', value: 1 },
      { key: 'b', value: 2 },
      { key: 'a', value: 3 },
    ];
    expect(await memory.setMany(entries)).toEqual([true, true, true]);
    expect(await memory.getMany(['b', 'none', 'a'])).toEqual([2, undefined, 3]);
    expect(await memory.hasMany(['b', 'none'])).toEqual([true, false]);
    expect(await memory.deleteMany(['none', 'a'])).toEqual([false, true]);
    expect(await memory.getMany([])).toEqual([]);
  });

  test('a database that fails is an error, never an empty memory', async () => {
    const store = await place.open();
    const memory = conversationMemory(store, 'talk', hour);
    await store.close();
    await expect(memory.get('k')).rejects.toThrow('destroyed');
    await expect(memory.set('k', 1)).rejects.toThrow('destroyed');
  });

  test('a value that Keyv did not serialize is refused', async () => {
    const adapter = kvAdapter(await place.open());
    await expect(adapter.set('k', { plain: true })).rejects.toThrow('serialized');
  });
});
