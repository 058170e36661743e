import { instantType, newTable, type SchemaChange } from './change.ts';

export const caseWatch: SchemaChange = {
  name: '007-case-watch',

  async up(db, engine) {
    const instant = instantType(engine);

    // Which open cases were looked at, as they then stood: only those that changed, or whose time has come, are again.
    await newTable(db, engine, 'case_watch')
      .addColumn('case_id', 'text', (column) => column.notNull().primaryKey())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('looked_on', 'text', (column) => column.notNull())
      .addColumn('again_at', instant)
      // JSON: the keys of what was planned, to take back what was not said when the case is closed.
      .addColumn('planned', 'text', (column) => column.notNull())
      .execute();

    // Clusters of cases that an owner was told of.
    await newTable(db, engine, 'case_cluster')
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('thing', 'text', (column) => column.notNull())
      .addColumn('told_on', 'text', (column) => column.notNull())
      .addColumn('cases', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('case_cluster_pk', ['kind', 'thing'])
      .execute();
  },
};
