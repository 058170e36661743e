import { type Kysely, sql } from 'kysely';
import { now } from '../calendar/clock.ts';
import { Problem } from '../problem.ts';
import { memoryAndInbox } from './migrations/001-memory-and-inbox.ts';
import { review } from './migrations/002-review.ts';
import { deliveries } from './migrations/003-deliveries.ts';
import { cases } from './migrations/004-cases.ts';
import { contracts } from './migrations/005-contracts.ts';
import { terms } from './migrations/006-terms.ts';
import { caseWatch } from './migrations/007-case-watch.ts';
import { instantType, newTable, type SchemaChange } from './migrations/change.ts';
import type { Engine, Store, Tables } from './schema.ts';

/** Every step, oldest first. */
export const schemaChanges: readonly SchemaChange[] = [
  memoryAndInbox,
  review,
  deliveries,
  cases,
  contracts,
  terms,
  caseWatch,
];

export type MigrateOptions = {
  readonly changes?: readonly SchemaChange[];
  readonly schema?: string;
};

/**
 * Runs the steps that are missing, all or none, and answers their names; many processes may call
 * it at once. Not Kysely's Migrator: on PostgreSQL that one reads every table of every schema at
 * each start, and fails when another program drops a schema meanwhile.
 */
export async function migrate(store: Store, options: MigrateOptions = {}): Promise<string[]> {
  const { db, engine } = store;
  const changes = options.changes ?? schemaChanges;
  // The usual start needs no lock, and on PostgreSQL no right to make tables.
  if ((await missing(db, engine, changes)).length === 0) return [];

  return db.transaction().execute(async (transaction) => {
    if (engine === 'postgres') await lockAlone(transaction, options.schema);
    if (!(await hasTable(transaction, engine, 'schema_change'))) {
      await newTable(transaction, engine, 'schema_change')
        .addColumn('name', 'text', (column) => column.notNull().primaryKey())
        .addColumn('applied_at', instantType(engine), (column) => column.notNull())
        .execute();
    }
    const todo = await missing(transaction, engine, changes);
    for (const change of todo) {
      await change.up(transaction, engine);
      await transaction
        .insertInto('schema_change')
        .values({ name: change.name, applied_at: now() })
        .execute();
    }
    return todo.map(({ name }) => name);
  });
}

/** The transaction's end unlocks. SQLite needs no lock: its `begin immediate` already is one. */
async function lockAlone(db: Kysely<Tables>, schema: string | undefined): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('retention-desk'))`.execute(db);
  if (schema !== undefined) await db.schema.createSchema(schema).ifNotExists().execute();
}

async function missing(
  db: Kysely<Tables>,
  engine: Engine,
  changes: readonly SchemaChange[],
): Promise<SchemaChange[]> {
  if (!(await hasTable(db, engine, 'schema_change'))) return [...changes];
  const rows = await db.selectFrom('schema_change').select('name').execute();
  const applied = rows.map((row) => row.name);
  const unknown = applied.filter((name) => !changes.some((change) => change.name === name));
  if (unknown.length > 0) {
    const names = unknown.join(', ');
    throw new Problem('store', `the database was made by a newer version of the desk (${names})`);
  }
  return changes.filter(({ name }) => !applied.includes(name));
}

async function hasTable(db: Kysely<Tables>, engine: Engine, name: string): Promise<boolean> {
  const { rows } =
    engine === 'sqlite'
      ? await sql`select 1 from sqlite_schema where type = 'table' and name = ${name}`.execute(db)
      : await sql`select 1 where to_regclass(${name}) is not null`.execute(db);
  return rows.length > 0;
}
