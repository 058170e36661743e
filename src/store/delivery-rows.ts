import { type RawBuilder, type Selectable, sql } from 'kysely';
import { type Delivery, isDeliveryState } from '../deliveries/delivery.ts';
import type { DeliveryTable, Engine } from './schema.ts';

/** Written out, not bound: an index over a part of the rows is used only where the part can be seen. */
export const isOpen: RawBuilder<boolean> = sql<boolean>`state in ('pending', 'sending')`;
export const isStopped: RawBuilder<boolean> = sql<boolean>`state in ('blocked', 'uncertain', 'expired')`;
export const isOver: RawBuilder<boolean> = sql<boolean>`state in ('sent', 'expired', 'superseded', 'cancelled')`;

export function deliveryOf(row: Selectable<DeliveryTable>): Delivery {
  if (!isDeliveryState(row.state)) throw new Error(`delivery ${row.id} is ${row.state}`);
  return {
    id: row.id,
    key: row.dedupe_key,
    kind: row.kind,
    channel: row.channel,
    content: { text: row.text, blocks: blocksOf(row) },
    state: row.state,
    dueAt: row.due_at,
    expiresAt: row.expires_at,
    attempts: row.attempts,
    notBefore: row.not_before,
    firstTriedAt: row.first_tried_at,
    lastTriedAt: row.last_tried_at,
    ts: row.ts,
    sentHow: sentHowOf(row.sent_how),
    reason: row.reason,
    settledAt: row.settled_at,
  };
}

function blocksOf({ id, blocks }: Selectable<DeliveryTable>): readonly object[] {
  if (blocks === '') return [];
  const value: unknown = JSON.parse(blocks);
  if (!Array.isArray(value)) throw new Error(`the blocks of delivery ${id} are no list`);
  return value;
}

function sentHowOf(text: string | null): Delivery['sentHow'] {
  return text === 'posted' || text === 'found' || text === 'person' ? text : null;
}

type Lockable<Query> = { forUpdate(): { skipLocked(): Query } & Query };

/** Locks the rows, or leaves out those that somebody else has. SQLite has one writer at a time and no such words. */
export function unlocked<Query extends Lockable<Query>>(engine: Engine, query: Query): Query {
  return engine === 'postgres' ? query.forUpdate().skipLocked() : query;
}
