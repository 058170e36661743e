import { sql } from 'kysely';
import type { Store } from './schema.ts';

/** Below this, what is written fits into the usual cache, or nearly. */
const MANY_ROWS = 20_000;
const WIDE_KB = 48_000;
const USUAL_KB = 2_000;

/**
 * Lets SQLite keep more of the database in memory while very many rows are written: else each page is written out and
 * read back again and again. Answers how to undo it. PostgreSQL looks after its own memory.
 */
export async function widenCache(
  { db, engine }: Pick<Store, 'db' | 'engine'>,
  rows: number,
): Promise<() => Promise<void>> {
  if (engine !== 'sqlite' || rows < MANY_ROWS) return async () => undefined;
  await sql`pragma cache_size = ${sql.raw(String(-WIDE_KB))}`.execute(db);
  return async () => {
    await sql`pragma cache_size = ${sql.raw(String(-USUAL_KB))}`.execute(db);
    await sql`pragma shrink_memory`.execute(db);
  };
}
