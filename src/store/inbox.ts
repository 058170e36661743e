import type { Store } from './schema.ts';
import { storableText } from './text.ts';

export type NewEvent = {
  readonly eventId: string;
  readonly kind: string;
  readonly body: string;
  readonly now: number;
};

export type KeptEvent = {
  readonly eventId: string;
  readonly kind: string;
  readonly body: string;
  readonly receivedAt: number;
  /** How often it has been handed out, this time included. */
  readonly attempts: number;
};

export type UnfinishedQuery = {
  readonly now: number;
  /** Only events that nobody was given since; leave the running ones their time. */
  readonly before: number;
  readonly limit: number;
  readonly maxAttempts: number;
};

/** Slack is told "received" before a listener runs, so an event is kept first, or a crash loses it. */
export type Inbox = {
  /** True when the event is new, and then the caller has its first attempt. */
  keepEvent(event: NewEvent): Promise<boolean>;
  /** Also empties the body: people's words are not kept longer than needed. */
  markDone(eventId: string, now: number): Promise<void>;
  /** Hands out what was left undone, oldest first, each event to one caller. */
  unfinished(query: UnfinishedQuery): Promise<KeptEvent[]>;
  /** Forgets what was received before, done or not, and answers how many rows went. */
  purge(before: number): Promise<number>;
};

export function inbox({ db, engine }: Store): Inbox {
  return {
    async keepEvent({ eventId, kind, body, now }) {
      const at = Math.trunc(now);
      const row = await db
        .insertInto('inbound_event')
        .values({
          event_id: storableText(eventId),
          kind: storableText(kind),
          body: storableText(body),
          received_at: at,
          attempts: 1,
          tried_at: at,
          done_at: null,
        })
        .onConflict((conflict) => conflict.column('event_id').doNothing())
        .returning('event_id')
        .executeTakeFirst();
      return row !== undefined;
    },

    async markDone(eventId, now) {
      await db
        .updateTable('inbound_event')
        .set({ done_at: Math.trunc(now), body: '' })
        .where('event_id', '=', storableText(eventId))
        .where('done_at', 'is', null)
        .execute();
    },

    async unfinished({ now, before, limit, maxAttempts }) {
      const rows = await db
        .with('due', (query) => {
          const oldest = query
            .selectFrom('inbound_event')
            .select('event_id')
            .where('done_at', 'is', null)
            .where('tried_at', '<', Math.trunc(before))
            .where('attempts', '<', maxAttempts)
            .orderBy('received_at')
            .orderBy('event_id')
            .limit(limit);
          // SQLite has one writer at a time and no such words.
          return engine === 'postgres' ? oldest.forUpdate().skipLocked() : oldest;
        })
        .updateTable('inbound_event')
        .set((row) => ({ attempts: row('attempts', '+', 1), tried_at: Math.trunc(now) }))
        .where('event_id', 'in', (query) => query.selectFrom('due').select('due.event_id'))
        .returning(['event_id', 'kind', 'body', 'received_at', 'attempts'])
        .execute();
      return rows
        .map((row) => ({
          eventId: row.event_id,
          kind: row.kind,
          body: row.body,
          receivedAt: row.received_at,
          attempts: row.attempts,
        }))
        .sort((a, b) => a.receivedAt - b.receivedAt || (a.eventId < b.eventId ? -1 : 1));
    },

    async purge(before) {
      const { numDeletedRows } = await db
        .deleteFrom('inbound_event')
        .where('received_at', '<', Math.trunc(before))
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
}
