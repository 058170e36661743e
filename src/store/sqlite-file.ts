import { closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Problem } from '../problem.ts';

const busyTimeoutMs = 10_000;

/**
 * Opens the database at a path (relative to the working directory) or `:memory:`, and makes the
 * file where there is none. A file that is damaged is refused and left as it is.
 */
export function openSqliteFile(path: string): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    if (path !== ':memory:') makePrivateFile(resolve(path));
    database = new DatabaseSync(path, { timeout: busyTimeoutMs });
    database.exec('pragma journal_mode = wal');
    // NORMAL may lose the last commits when the power goes: a reminder posted twice.
    database.exec('pragma synchronous = full');
    database.exec('pragma foreign_keys = on');
    database.exec('pragma trusted_schema = off');
    refuseDamage(database);
    return database;
  } catch (error) {
    if (database?.isOpen) database.close();
    throw sqliteProblem(path, error);
  }
}

/** Names and phones lie in this file: it is its owner's alone. SQLite gives `-wal` the same mode. */
function makePrivateFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  closeSync(openSync(path, 'a', 0o600));
  // The superuser may write to any file, so ask for the mark itself.
  if ((statSync(path).mode & 0o222) === 0) {
    throw Object.assign(new Error('no one may write to this file'), { code: 'EACCES' });
  }
}

function refuseDamage(database: DatabaseSync): void {
  const [row] = database.prepare('pragma quick_check(1)').all();
  if (row?.quick_check !== 'ok') {
    throw Object.assign(new Error(`quick_check: ${row?.quick_check}`), { errcode: 11 });
  }
}

/** One line for the person who starts the desk. Anything that is a Problem already stays as it is. */
export function sqliteProblem(path: string, error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { code, errcode } = error as { code?: string; errcode?: number };
  const reason = reasons.get(errcode === undefined ? code : errcode & 0xff);
  const words = reason ?? `cannot be opened (${errcode ?? code ?? 'unknown error'})`;
  return new Problem('store', `the database ${path} ${words}`, { cause: error });
}

const damaged =
  'is damaged, or is not an SQLite database; it was left as it is: restore a backup or name another file';
const unwritable = 'may not be written: look at the rights of the file and of its folder';
const full = 'has no room left on its disk';

/** By SQLite's primary result code or Node's error code. */
const reasons: ReadonlyMap<number | string | undefined, string> = new Map<number | string, string>([
  [5, 'is held by another program'],
  [6, 'is held by another program'],
  [8, unwritable],
  [11, damaged],
  [13, full],
  [14, 'cannot be opened: look at the rights of its folder'],
  [26, damaged],
  ['EACCES', unwritable],
  ['EPERM', unwritable],
  ['EROFS', unwritable],
  ['EISDIR', 'is a folder'],
  ['ENOTDIR', 'lies in something that is not a folder'],
  ['EEXIST', 'lies in something that is not a folder'],
  ['ENOSPC', full],
]);
