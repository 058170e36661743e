import { sql } from 'kysely';
import { instantType, newTable, numberedTable, type SchemaChange } from './change.ts';

export const terms: SchemaChange = {
  name: '006-terms',

  async up(db, engine) {
    const instant = instantType(engine);

    // A row exists once something happened to the term.
    await newTable(db, engine, 'term')
      .addColumn('contract_id', 'text', (column) => column.notNull())
      .addColumn('ends_on', 'text', (column) => column.notNull())
      .addColumn('claimed_by', 'text')
      .addColumn('claimed_at', instant)
      .addColumn('snoozed_until', 'text')
      .addColumn('snoozes', 'integer', (column) => column.notNull())
      .addColumn('unreachable', 'integer', (column) => column.notNull())
      .addColumn('outcome', 'text')
      .addColumn('reason', 'text')
      .addColumn('note', 'text')
      .addColumn('renewed_until', 'text')
      .addColumn('closed_at', instant)
      .addColumn('closed_by', 'text')
      .addColumn('changed_at', instant, (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('term_key', ['contract_id', 'ends_on'])
      .execute();
    await db.schema
      .createIndex('term_snoozed')
      .on('term')
      .column('snoozed_until')
      .where(sql<boolean>`closed_at is null and snoozed_until is not null`)
      .execute();
    await db.schema
      .createIndex('term_renewed')
      .on('term')
      .column('renewed_until')
      .where(sql<boolean>`renewed_until is not null`)
      .execute();
    await db.schema.createIndex('term_closed').on('term').column('closed_at').execute();
    await db.schema.createIndex('term_claimed').on('term').column('claimed_by').execute();

    // What was said of a term, or passed over. The key is what keeps a stage from being said twice.
    await newTable(db, engine, 'reminder')
      .addColumn('contract_id', 'text', (column) => column.notNull())
      .addColumn('ends_on', 'text', (column) => column.notNull())
      .addColumn('occasion', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) =>
        column.notNull().check(sql`state in ('said', 'late', 'nearer')`),
      )
      .addColumn('said_on', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('delivery_key', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('reminder_key', ['contract_id', 'ends_on', 'occasion'])
      .execute();
    await db.schema
      .createIndex('reminder_said')
      .on('reminder')
      .columns(['said_on', 'channel'])
      .execute();

    await db.schema.createIndex('reminder_message').on('reminder').column('delivery_key').execute();

    // On which days reminders were planned, and when last: what fell between two of them was missed.
    await newTable(db, engine, 'reminder_run')
      .addColumn('day', 'text', (column) => column.notNull().primaryKey())
      .addColumn('at', instant, (column) => column.notNull())
      .execute();

    await numberedTable(db, engine, 'absence')
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('from_on', 'text', (column) => column.notNull())
      .addColumn('to_on', 'text', (column) => column.notNull())
      .addColumn('deputy', 'text', (column) => column.notNull())
      .addColumn('made_at', instant, (column) => column.notNull())
      .execute();
  },
};
