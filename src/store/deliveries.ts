import {
  type Delivery,
  type DeliveryState,
  isChannelId,
  type NewDelivery,
} from '../deliveries/delivery.ts';
import { expiryOf } from '../deliveries/next-step.ts';
import { Problem } from '../problem.ts';
import { deliveryOf, isOver } from './delivery-rows.ts';
import type { Store } from './schema.ts';
import { storableText } from './text.ts';

/** What may be taken back: one delivery by its key, or those of a kind in a channel, one key perhaps left out. */
export type Withdrawn =
  | { readonly key: string }
  | { readonly kind: string; readonly channel: string; readonly but?: string };

export type ListFilter = {
  readonly state: DeliveryState | null;
  readonly channel: string | null;
  readonly kind?: string;
};

/** What the bot is to say unasked, and what became of it. */
export type Ledger = {
  /**
   * Writes down what is to be said, all or nothing, and answers the keys that are new; a known key changes nothing.
   * Over a store whose `db` is a transaction it is part of that transaction.
   */
  plan(deliveries: readonly NewDelivery[], now: number): Promise<readonly string[]>;
  /** Takes back what is not being posted yet, and answers how many that were. */
  withdraw(which: Withdrawn, as: 'superseded' | 'cancelled', now: number): Promise<number>;
  /** In the order in which they are due; the newest last. */
  list(filter: ListFilter): Promise<readonly Delivery[]>;
  find(id: number): Promise<Delivery | null>;
  /** Those of these keys that there are. */
  byKeys(keys: readonly string[]): Promise<readonly Delivery[]>;
  /** Empties what was over before one moment and forgets what was over before another; answers how many went. */
  purge(before: { readonly content: number; readonly rows: number }): Promise<number>;
};

/** So many rows in one statement: both engines limit the values that one takes. */
const BATCH = 500;

export function deliveryLedger({ db }: Pick<Store, 'db'>): Ledger {
  return {
    async plan(deliveries, now) {
      const rows = deliveries.map((delivery) => rowOf(delivery, now));
      if (rows.length === 0) return [];
      const write = async (transaction: Store['db']): Promise<readonly string[]> => {
        // In one order everywhere, or two planners could wait for each other.
        const channels = [...new Set(rows.map(({ channel }) => channel))].sort();
        await transaction
          .insertInto('delivery_lane')
          .values(channels.map((channel) => ({ channel, ...FREE_LANE })))
          .onConflict((conflict) => conflict.column('channel').doNothing())
          .execute();
        const written: string[] = [];
        for (let at = 0; at < rows.length; at += BATCH) {
          const added = await transaction
            .insertInto('delivery')
            .values(rows.slice(at, at + BATCH))
            .onConflict((conflict) => conflict.column('dedupe_key').doNothing())
            .returning('dedupe_key')
            .execute();
          written.push(...added.map((row) => row.dedupe_key));
        }
        return written;
      };
      return db.isTransaction ? write(db) : db.transaction().execute(write);
    },

    async withdraw(which, as, now) {
      const at = Math.trunc(now);
      const pending = db
        .updateTable('delivery')
        .set({ state: as, settled_at: at })
        .where('state', '=', 'pending');
      const meant =
        'key' in which
          ? pending.where('dedupe_key', '=', storableText(which.key))
          : pending
              .where('kind', '=', which.kind)
              .where('channel', '=', which.channel)
              .where('dedupe_key', '<>', storableText(which.but ?? ''));
      return Number((await meant.executeTakeFirstOrThrow()).numUpdatedRows);
    },

    async list({ state, channel, kind }) {
      let query = db.selectFrom('delivery').selectAll();
      if (state !== null) query = query.where('state', '=', state);
      if (channel !== null) query = query.where('channel', '=', storableText(channel));
      if (kind !== undefined) query = query.where('kind', '=', kind);
      return (await query.orderBy('due_at').orderBy('id').execute()).map(deliveryOf);
    },

    async find(id) {
      const row = await db
        .selectFrom('delivery')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst();
      return row === undefined ? null : deliveryOf(row);
    },

    async byKeys(keys) {
      const found: Delivery[] = [];
      for (let at = 0; at < keys.length; at += BATCH) {
        const rows = await db
          .selectFrom('delivery')
          .selectAll()
          .where('dedupe_key', 'in', keys.slice(at, at + BATCH).map(storableText))
          .execute();
        found.push(...rows.map(deliveryOf));
      }
      return found;
    },

    async purge(before) {
      await db
        .updateTable('delivery')
        .set({ text: '', blocks: '' })
        .where(isOver)
        .where('settled_at', '<', Math.trunc(before.content))
        .where('text', '<>', '')
        .execute();
      const { numDeletedRows } = await db
        .deleteFrom('delivery')
        .where(isOver)
        .where('settled_at', '<', Math.trunc(before.rows))
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
}

const FREE_LANE = { next_at: 0, lease_until: 0, fence: 0, last_ts: null } as const;

function rowOf({ key, kind, channel, content, ...when }: NewDelivery, now: number) {
  if (!isChannelId(channel)) {
    throw new Problem(
      'data',
      `${JSON.stringify(channel)} is no channel id such as C012AB3CD: nothing can be said there unasked`,
    );
  }
  if (key.trim() === '' || content.text.trim() === '') {
    throw new Error('a delivery needs a key and a text');
  }
  return {
    dedupe_key: storableText(key),
    kind: storableText(kind),
    channel,
    text: storableText(content.text),
    blocks: storableText(JSON.stringify(content.blocks)),
    state: 'pending',
    due_at: Math.trunc(when.dueAt),
    expires_at: expiryOf(when),
    attempts: 0,
    not_before: 0,
    first_tried_at: null,
    last_tried_at: null,
    ts: null,
    sent_how: null,
    reason: null,
    planned_at: Math.trunc(now),
    settled_at: null,
    told_at: null,
  };
}
