import { sql } from 'kysely';
import type { Engine } from '../schema.ts';
import {
  type ChangingDb,
  instantType,
  newTable,
  numberedTable,
  type SchemaChange,
} from './change.ts';

export const deliveries: SchemaChange = {
  name: '003-deliveries',

  async up(db, engine) {
    const instant = instantType(engine);

    await numberedTable(db, engine, 'delivery')
      .addColumn('dedupe_key', 'text', (column) => column.notNull().unique())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('blocks', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) =>
        column
          .notNull()
          .check(
            sql`state in ('pending', 'sending', 'sent', 'blocked', 'uncertain', 'expired', 'superseded', 'cancelled')`,
          ),
      )
      .addColumn('due_at', instant, (column) => column.notNull())
      .addColumn('expires_at', instant, (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('not_before', instant, (column) => column.notNull())
      .addColumn('first_tried_at', instant)
      .addColumn('last_tried_at', instant)
      .addColumn('ts', 'text')
      .addColumn('sent_how', 'text')
      .addColumn('reason', 'text')
      .addColumn('planned_at', instant, (column) => column.notNull())
      .addColumn('settled_at', instant)
      .addColumn('told_at', instant)
      .addCheckConstraint(
        'delivery_sent_is_known',
        sql`state <> 'sent' or ts is not null or sent_how = 'person'`,
      )
      .addCheckConstraint(
        'delivery_sending_was_tried',
        sql`state <> 'sending' or (first_tried_at is not null and last_tried_at is not null)`,
      )
      .execute();
    // The order of a lane, and all that a tick reads while nothing is due.
    await db.schema
      .createIndex('delivery_open')
      .on('delivery')
      .columns(['channel', 'due_at', 'id'])
      .where(sql<boolean>`state in ('pending', 'sending')`)
      .execute();
    await db.schema
      .createIndex('delivery_stopped')
      .on('delivery')
      .columns(['channel', 'settled_at'])
      .where(sql<boolean>`state in ('blocked', 'uncertain', 'expired')`)
      .execute();
    await db.schema
      .createIndex('delivery_over')
      .on('delivery')
      .column('settled_at')
      .where(sql<boolean>`state in ('sent', 'expired', 'superseded', 'cancelled')`)
      .execute();

    await newTable(db, engine, 'delivery_lane')
      .addColumn('channel', 'text', (column) => column.notNull().primaryKey())
      .addColumn('next_at', instant, (column) => column.notNull())
      .addColumn('lease_until', instant, (column) => column.notNull())
      .addColumn('fence', instant, (column) => column.notNull())
      .addColumn('last_ts', 'text')
      .execute();

    await numberedTable(db, engine, 'audit_event')
      .addColumn('at', instant, (column) => column.notNull())
      .addColumn('who', 'text', (column) => column.notNull())
      .addColumn('origin', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('thing', 'text', (column) => column.notNull())
      .addColumn('what', 'text', (column) => column.notNull())
      .addColumn('detail', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('audit_event_of')
      .on('audit_event')
      .columns(['kind', 'thing'])
      .execute();
    await refuseChanges(db, engine);
  },
};

/** A trail that can be rewritten proves nothing. */
async function refuseChanges(db: ChangingDb, engine: Engine): Promise<void> {
  if (engine === 'postgres') {
    await sql`
      create function audit_event_is_kept() returns trigger language plpgsql as
      $$ begin raise exception 'audit_event is append-only' using errcode = 'integrity_constraint_violation'; end $$
    `.execute(db);
    await sql`
      create trigger audit_event_no_change before update or delete on audit_event
      for each row execute function audit_event_is_kept()
    `.execute(db);
    await sql`
      create trigger audit_event_no_truncate before truncate on audit_event
      for each statement execute function audit_event_is_kept()
    `.execute(db);
    return;
  }
  for (const change of ['update', 'delete']) {
    await sql`
      create trigger ${sql.raw(`audit_event_no_${change}`)} before ${sql.raw(change)} on audit_event
      begin select raise(abort, 'audit_event is append-only'); end
    `.execute(db);
  }
  // `insert or replace` deletes without asking the trigger above.
  await sql`
    create trigger audit_event_no_replace before insert on audit_event
    when exists (select 1 from audit_event where id = new.id)
    begin select raise(abort, 'audit_event is append-only'); end
  `.execute(db);
}
