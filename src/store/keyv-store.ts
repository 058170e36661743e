import { Keyv, type KeyvStorageAdapter, keyvStorageCapability } from 'keyv';
import { now } from '../calendar/clock.ts';
import type { Store } from './schema.ts';
import { storableText } from './text.ts';

/** The whole adapter but for its events: Keyv listens to a store only where there is an emitter. */
type KvAdapter = Pick<
  KeyvStorageAdapter,
  | 'namespace'
  | 'capabilities'
  | 'get'
  | 'getMany'
  | 'has'
  | 'hasMany'
  | 'set'
  | 'setMany'
  | 'delete'
  | 'deleteMany'
  | 'clear'
>;

/**
 * What a conversation remembers, for so long after its last change. Never for deduplication: Keyv
 * has no atomic add. Give it no `error` listener: with one, Keyv answers a failed read with
 * `undefined`, and the conversation starts afresh over what is there.
 */
export function conversationMemory(store: Store, namespace: string, ttlMs: number): Keyv {
  // Keyv's own check deletes what it finds expired, and with it what another process wrote since.
  return new Keyv({ store: kvAdapter(store), namespace, ttl: ttlMs, checkExpired: false });
}

/** Keyv 6 hands over the absolute moment of expiry; a row is dead from that millisecond on. */
export function kvAdapter({ db }: Store): KvAdapter {
  const space = () => storableText(adapter.namespace ?? '');
  const live = (keys: readonly string[]) =>
    db
      .selectFrom('kv')
      .select(['k', 'v'])
      .where('ns', '=', space())
      .where('k', 'in', keys.map(storableText))
      .where((row) => row.or([row('expires_at', 'is', null), row('expires_at', '>', now())]))
      .execute();

  const adapter: KvAdapter = {
    namespace: undefined,
    get capabilities() {
      return keyvStorageCapability(adapter);
    },

    async get(key) {
      return (await live([key]))[0]?.v;
    },
    async getMany(keys) {
      if (keys.length === 0) return [];
      const found = new Map((await live(keys)).map((row) => [row.k, row.v]));
      return keys.map((key) => found.get(storableText(key)));
    },
    async has(key) {
      return (await live([key])).length > 0;
    },
    async hasMany(keys) {
      return (await adapter.getMany(keys)).map((value) => value !== undefined);
    },

    async set(key, value, expires) {
      await db
        .insertInto('kv')
        .values({
          ns: space(),
          k: storableText(key),
          v: encoded(value),
          expires_at: expires === undefined ? null : Math.ceil(expires),
        })
        .onConflict((conflict) =>
          conflict.columns(['ns', 'k']).doUpdateSet((row) => ({
            v: row.ref('excluded.v'),
            expires_at: row.ref('excluded.expires_at'),
          })),
        )
        .execute();
      return true;
    },
    async setMany(entries) {
      const set = [];
      for (const entry of entries) {
        set.push(await adapter.set(entry.key, entry.value, entry.expires));
      }
      return set;
    },

    async delete(key) {
      return (await adapter.deleteMany([key])).includes(true);
    },
    async deleteMany(keys) {
      if (keys.length === 0) return [];
      const rows = await db
        .deleteFrom('kv')
        .where('ns', '=', space())
        .where('k', 'in', keys.map(storableText))
        .returning('k')
        .execute();
      const deleted = new Set(rows.map((row) => row.k));
      return keys.map((key) => deleted.has(storableText(key)));
    },
    async clear() {
      await db.deleteFrom('kv').where('ns', '=', space()).execute();
    },
  };
  return adapter;
}

/** Deletes what has expired in every namespace and answers how many rows went. Reads never delete. */
export async function sweepExpired({ db }: Store, at: number): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('kv')
    .where('expires_at', '<=', Math.trunc(at))
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

function encoded(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('the kv table keeps serialized values only');
  return storableText(value);
}
