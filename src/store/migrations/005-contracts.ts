import { sql } from 'kysely';
import { instantType, newTable, numberedTable, type SchemaChange } from './change.ts';

export const contracts: SchemaChange = {
  name: '005-contracts',

  async up(db, engine) {
    const instant = instantType(engine);

    await numberedTable(db, engine, 'contract_batch')
      .addColumn('source', 'text', (column) => column.notNull())
      .addColumn('who', 'text', (column) => column.notNull())
      .addColumn('origin', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) =>
        column.notNull().check(sql`state in ('writing', 'done', 'undoing', 'undone')`),
      )
      .addColumn('is_complete', 'integer', (column) => column.notNull())
      .addColumn('imported', 'integer', (column) => column.notNull())
      .addColumn('updated', 'integer', (column) => column.notNull())
      .addColumn('unchanged', 'integer', (column) => column.notNull())
      .addColumn('rejected', 'integer', (column) => column.notNull())
      .addColumn('vanished', 'integer', (column) => column.notNull())
      .addColumn('begun_at', instant, (column) => column.notNull())
      .addColumn('ended_at', instant)
      // Who writes it, and when it last said so: a batch whose writer is gone is taken back by whoever comes next.
      .addColumn('writer', 'text', (column) => column.notNull())
      .addColumn('alive_at', instant, (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('contract_batch_open')
      .on('contract_batch')
      .column('id')
      .where(sql<boolean>`state in ('writing', 'undoing')`)
      .execute();

    await newTable(db, engine, 'contract')
      .addColumn('id', 'text', (column) => column.notNull().primaryKey())
      .addColumn('customer_name', 'text', (column) => column.notNull())
      .addColumn('phone', 'text', (column) => column.notNull())
      .addColumn('plan', 'text', (column) => column.notNull())
      .addColumn('outlet', 'text', (column) => column.notNull())
      .addColumn('outlet_name', 'text', (column) => column.notNull())
      .addColumn('starts_on', 'text', (column) => column.notNull())
      .addColumn('ends_on', 'text', (column) => column.notNull())
      .addColumn('owner', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('created_batch', instant, (column) => column.notNull())
      .addColumn('changed_batch', instant, (column) => column.notNull())
      .addColumn('vanished_at', instant)
      .execute();
    // Soonest end first, page after page.
    await db.schema.createIndex('contract_end').on('contract').columns(['ends_on', 'id']).execute();
    await db.schema.createIndex('contract_phone').on('contract').column('phone').execute();

    // What a row was before a batch changed it, and which rows its file did not have; a new row is known by its
    // `created_batch`.
    await newTable(db, engine, 'contract_change')
      .addColumn('batch', instant, (column) => column.notNull())
      .addColumn('contract_id', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) =>
        column.notNull().check(sql`kind in ('changed', 'vanished', 'missing')`),
      )
      .addColumn('before', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('contract_change_key', ['batch', 'contract_id'])
      .execute();
  },
};
