import { sql } from 'kysely';
import { refuseChanges } from './append-only.ts';
import { instantType, newTable, type SchemaChange } from './change.ts';

export const cases: SchemaChange = {
  name: '004-cases',

  async up(db, engine) {
    const instant = instantType(engine);

    // The truth: what happened to each case, in its order.
    await newTable(db, engine, 'case_event')
      .addColumn('case_id', 'text', (column) => column.notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('at', instant, (column) => column.notNull())
      .addColumn('on_day', 'text', (column) => column.notNull())
      .addColumn('who', 'text', (column) => column.notNull())
      .addColumn('origin', 'text', (column) => column.notNull())
      .addColumn('command_key', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('detail', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('case_event_pk', ['case_id', 'seq'])
      .execute();
    await refuseChanges(db, engine, { table: 'case_event', key: ['case_id', 'seq'] });

    await newTable(db, engine, 'case_number')
      .addColumn('year', 'integer', (column) => column.notNull().primaryKey())
      .addColumn('last', 'integer', (column) => column.notNull())
      .execute();

    // What lists and reports read: made of the events, in the same transaction.
    await newTable(db, engine, 'complaint_case')
      .addColumn('id', 'text', (column) => column.notNull().primaryKey())
      .addColumn('state', 'text', (column) =>
        column.notNull().check(sql`state in ('open', 'closed')`),
      )
      .addColumn('checklist', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('owner', 'text', (column) => column.notNull())
      .addColumn('outlet', 'text')
      .addColumn('hall', 'text')
      .addColumn('contract', 'text')
      .addColumn('offer', 'text')
      .addColumn('rule', 'text')
      .addColumn('received_on', 'text', (column) => column.notNull())
      .addColumn('opened_at', instant, (column) => column.notNull())
      .addColumn('opened_on', 'text', (column) => column.notNull())
      .addColumn('legal_due_on', 'text', (column) => column.notNull())
      .addColumn('branch_due_on', 'text')
      .addColumn('nearest_due_on', 'text', (column) => column.notNull())
      .addColumn('is_paused', 'integer', (column) => column.notNull())
      .addColumn('steps_done', 'integer', (column) => column.notNull())
      .addColumn('steps_all', 'integer', (column) => column.notNull())
      .addColumn('closed_at', instant)
      .addColumn('closed_on', 'text')
      .addColumn('outcome', 'text')
      .addColumn('accepted', 'text')
      .addColumn('channel', 'text')
      .addColumn('thread', 'text')
      .addColumn('card_ts', 'text')
      .addColumn('opened_key', 'text', (column) => column.notNull().unique())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .execute();
    // Each list has its order in an index, so that a page costs the same among a hundred thousand closed cases.
    const listed = [
      ['', []],
      ['_owner', ['owner']],
      ['_outlet', ['outlet']],
      ['_hall', ['hall']],
    ] as const;
    for (const [name, columns] of listed) {
      await db.schema
        .createIndex(`complaint_case_open${name}`)
        .on('complaint_case')
        .columns([...columns, 'nearest_due_on', 'id'])
        .where(sql<boolean>`state = 'open'`)
        .execute();
      await db.schema
        .createIndex(`complaint_case_closed${name}`)
        .on('complaint_case')
        .columns([...columns, 'closed_at', 'id'])
        .where(sql<boolean>`state = 'closed'`)
        .execute();
      await db.schema
        .createIndex(`complaint_case_all${name}`)
        .on('complaint_case')
        .columns([...columns, 'opened_at', 'id'])
        .execute();
    }
    for (const column of ['offer', 'rule'])
      await db.schema
        .createIndex(`complaint_case_about_${column}`)
        .on('complaint_case')
        .columns([column, 'opened_on'])
        .where(sql<boolean>`${sql.ref(column)} is not null`)
        .execute();
    await db.schema
      .createIndex('complaint_case_place')
      .on('complaint_case')
      .columns(['channel', 'thread'])
      .where(sql<boolean>`channel is not null`)
      .execute();
    await db.schema
      .createIndex('complaint_case_opened_on')
      .on('complaint_case')
      .column('opened_on')
      .execute();
    await db.schema
      .createIndex('complaint_case_closed_on')
      .on('complaint_case')
      .column('closed_on')
      .where(sql<boolean>`closed_on is not null`)
      .execute();
  },
};
