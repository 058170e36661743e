import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import type { Engine } from '../schema.ts';

/** What a step may use: the schema builder, and `sql` for rows; never the tables' types of today. */
export type ChangingDb = Pick<Kysely<unknown>, 'schema' | 'getExecutor'>;

/** One step of the schema. A step that was released is never edited; the next one corrects it. */
export type SchemaChange = {
  /** The file's name: steps run in the order of their numbers. */
  readonly name: string;
  up(db: ChangingDb, engine: Engine): Promise<void>;
};

/** Starts a table. SQLite's are STRICT, so that both engines refuse text in a number's column. */
export function newTable(db: ChangingDb, engine: Engine, name: string): CreateTableBuilder<string> {
  const table = db.schema.createTable(name);
  return engine === 'sqlite' ? table.modifyEnd(sql`strict`) : table;
}

/** Starts a table whose rows are numbered in the order in which they were written; no number is given twice. */
export function numberedTable(
  db: ChangingDb,
  engine: Engine,
  name: string,
): CreateTableBuilder<string> {
  const table = newTable(db, engine, name);
  return engine === 'sqlite'
    ? table.addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    : table.addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity());
}

/** The type of epoch milliseconds: SQLite's integer has 64 bits, and STRICT knows no `bigint`. */
export function instantType(engine: Engine): 'integer' | 'bigint' {
  return engine === 'sqlite' ? 'integer' : 'bigint';
}
