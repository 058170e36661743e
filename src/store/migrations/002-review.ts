import { instantType, newTable, type SchemaChange } from './change.ts';

export const review: SchemaChange = {
  name: '002-review',

  async up(db, engine) {
    const instant = instantType(engine);

    await newTable(db, engine, 'review_question')
      .addColumn('id', 'text', (column) => column.notNull().primaryKey())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('read_as', 'text', (column) => column.notNull())
      .addColumn('confidence_percent', 'integer', (column) => column.notNull())
      .addColumn('after_intent', 'text')
      .addColumn('times', 'integer', (column) => column.notNull())
      .addColumn('first_at', instant, (column) => column.notNull())
      .addColumn('last_at', instant, (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('decision', 'text')
      .addColumn('decided_at', instant)
      .execute();
    await db.schema
      .createIndex('review_question_last')
      .on('review_question')
      .columns(['state', 'last_at'])
      .execute();
  },
};
