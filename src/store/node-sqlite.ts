import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

type Bindable = string | number | bigint | null;

/** Long statements are batch inserts, each of its own length: they would only push the others out. */
const longestCachedSql = 4096;
const cachedStatements = 200;

/** Lets Kysely's own SQLite dialect, which was written for another driver, speak to `node:sqlite`. */
export function kyselyDatabase(database: DatabaseSync): SqliteDatabase {
  const prepared = statementCache(database);
  let begun = false;

  const control = (sql: string, after: boolean): SqliteStatement =>
    command(() => {
      database.exec(sql);
      begun = after;
    });

  return {
    close: () => database.close(),
    prepare(sql) {
      // A deferred `begin` that reads and then writes fails beside a second process
      // (SQLITE_BUSY_SNAPSHOT), and no busy timeout helps.
      if (sql === 'begin') return control('begin immediate', true);
      if (sql === 'commit') return control('commit', false);
      if (sql.startsWith('rollback') && !database.isTransaction) {
        // On a full disk SQLite has rolled back by itself; a second rollback would throw
        // "cannot rollback" and hide the reason.
        return command(() => {
          if (sql === 'rollback') begun = false;
        });
      }
      if (sql === 'rollback') return control(sql, false);
      // Without this, whoever goes on after such an error would commit row by row.
      if (begun && !database.isTransaction) {
        throw new Error('the transaction has already been rolled back');
      }
      const { statement, reader } = prepared(sql);
      return {
        reader,
        all: (parameters) => statement.all(...bound(parameters)),
        run: (parameters) => statement.run(...bound(parameters)),
        iterate: refuseStreaming,
      };
    },
  };
}

function command(act: () => void): SqliteStatement {
  return {
    reader: false,
    all: () => [],
    run() {
      act();
      return { changes: 0, lastInsertRowid: 0 };
    },
    iterate: refuseStreaming,
  };
}

type Prepared = { readonly statement: StatementSync; readonly reader: boolean };

/** Keeps the statements used last. A statement that returns columns is a reader, `returning` too. */
function statementCache(database: DatabaseSync): (sql: string) => Prepared {
  const cache = new Map<string, Prepared>();
  return (sql) => {
    let found = cache.get(sql);
    if (found === undefined) {
      const statement = database.prepare(sql);
      found = { statement, reader: statement.columns().length > 0 };
      if (sql.length >= longestCachedSql) return found;
    }
    cache.delete(sql);
    cache.set(sql, found);
    const oldest = cache.keys().next();
    if (cache.size > cachedStatements && !oldest.done) cache.delete(oldest.value);
    return found;
  };
}

/** Refuses what PostgreSQL would refuse or read in its own way: booleans, dates, undefined. */
function bound(parameters: readonly unknown[]): Bindable[] {
  return parameters.map((value, at) => {
    if (value === null || typeof value === 'string' || typeof value === 'bigint') return value;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    throw new TypeError(`parameter ${at + 1} is a ${typeof value}: bind a number, text or null`);
  });
}

/** A streamed statement stays busy between rows, and the cache would hand it out again. */
function refuseStreaming(): never {
  throw new Error('read pages by key instead of streaming');
}
