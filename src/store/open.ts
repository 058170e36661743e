import { Kysely, SqliteDialect } from 'kysely';
import { Problem } from '../problem.ts';
import { migrate } from './migrate.ts';
import { kyselyDatabase } from './node-sqlite.ts';
import { openPostgres, postgresProblem, readPostgresAddress } from './postgres.ts';
import type { Store, Tables } from './schema.ts';
import { openSqliteFile, sqliteProblem } from './sqlite-file.ts';

/** PostgreSQL only: the schema that holds the tables; made where it is missing. */
export type StoreOptions = { readonly schema?: string };

/**
 * Opens `sqlite:PATH`, `sqlite::memory:` or `postgres://…` and brings its tables up to date.
 * Throws a Problem of code `store` whose message never holds a password.
 */
export async function openStore(url: string, options: StoreOptions = {}): Promise<Store> {
  if (/^postgres(ql)?:\/\//.test(url)) {
    const { connectionString, label } = readPostgresAddress(url, options.schema);
    const db = openPostgres(connectionString);
    return ready({ db, engine: 'postgres', close: () => db.destroy() }, options.schema, (error) =>
      postgresProblem(label, error),
    );
  }
  if (/^sqlite:(?!\/\/[^/])./.test(url)) {
    const path = url.slice('sqlite:'.length);
    const database = kyselyDatabase(openSqliteFile(path));
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
    return ready({ db, engine: 'sqlite', close: () => db.destroy() }, undefined, (error) =>
      sqliteProblem(path, error),
    );
  }
  // The address may hold a password, so it is not repeated.
  throw new Problem(
    'store',
    'the database address must be sqlite:PATH or postgres://user:password@host:port/database',
  );
}

async function ready(
  store: Store,
  schema: string | undefined,
  problem: (error: unknown) => Problem,
): Promise<Store> {
  try {
    await migrate(store, schema === undefined ? {} : { schema });
    return store;
  } catch (error) {
    await store.close();
    throw problem(error);
  }
}
