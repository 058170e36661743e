import { sql } from 'kysely';
import { instantType, newTable, type SchemaChange } from './change.ts';

export const memoryAndInbox: SchemaChange = {
  name: '001-memory-and-inbox',

  async up(db, engine) {
    const instant = instantType(engine);

    await newTable(db, engine, 'kv')
      .addColumn('ns', 'text', (column) => column.notNull())
      .addColumn('k', 'text', (column) => column.notNull())
      .addColumn('v', 'text', (column) => column.notNull())
      .addColumn('expires_at', instant)
      .addPrimaryKeyConstraint('kv_key', ['ns', 'k'])
      .execute();
    await db.schema
      .createIndex('kv_expiring')
      .on('kv')
      .column('expires_at')
      .where('expires_at', 'is not', null)
      .execute();

    await newTable(db, engine, 'inbound_event')
      .addColumn('event_id', 'text', (column) => column.notNull().primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('received_at', instant, (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('tried_at', instant, (column) => column.notNull())
      .addColumn('done_at', instant)
      .execute();
    await db.schema
      .createIndex('inbound_event_unfinished')
      .on('inbound_event')
      .column('received_at')
      .where(sql.ref('done_at'), 'is', null)
      .execute();
  },
};
