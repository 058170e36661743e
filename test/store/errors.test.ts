import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { Problem } from '../../src/problem.ts';
import { classifyDbError } from '../../src/store/errors.ts';
import { onPostgres } from './engines.ts';

function failed(fields: { code?: string; errcode?: number; message?: string }): Error {
  return Object.assign(new Error(fields.message ?? ''), fields);
}

test.for([
  ['a taken key in SQLite', 'unique', failed({ errcode: 2067, code: 'ERR_SQLITE_ERROR' })],
  ['a taken row id', 'unique', failed({ errcode: 2579 })],
  ['a snapshot that is too old', 'busy', failed({ errcode: 517 })],
  ['a full disk in SQLite', 'full', failed({ errcode: 13 })],
  ['text in a number’s column', 'other', failed({ errcode: 3091 })],
  ['a deadlock', 'busy', failed({ code: '40P01' })],
  ['a full disk in PostgreSQL', 'full', failed({ code: '53100' })],
  ['a protocol error', 'connection', failed({ code: '08006' })],
  ['a server that shuts down', 'connection', failed({ code: '57P01' })],
  ['a cut cable', 'connection', failed({ code: 'ECONNRESET' })],
  ['a hang-up', 'connection', failed({ message: 'Connection terminated unexpectedly' })],
  ['silence', 'connection', failed({ message: 'timeout exceeded when trying to connect' })],
  ['a cause', 'unique', new Problem('store', 'no', { cause: failed({ code: '23505' }) })],
  ['a defect', 'other', new TypeError('anything')],
  ['what is no error', 'other', { code: '23505' }],
  ['nothing', 'other', undefined],
] as const)('%s is “%s”', ([, kind, error]) => {
  expect(classifyDbError(error)).toBe(kind);
});

onPostgres((place) => {
  const end = (pid: number) => sql`select pg_terminate_backend(${pid})`;
  const ownPid = sql<{ pid: number }>`select pg_backend_pid() as pid`;
  const connectionLost = (error: unknown) => classifyDbError(error) === 'connection';

  test('a connection that is cut while idle is replaced, and the process lives on', async () => {
    const [{ db }, { db: other }] = [await place.open(), await place.open()];
    const { rows } = await ownPid.execute(db);
    await end(rows[0]?.pid ?? 0).execute(other);
    await vi.waitFor(() => db.selectFrom('kv').select('k').execute());
  });

  test('a connection that is cut inside a transaction undoes it, and the process lives on', async () => {
    const [{ db }, { db: other }] = [await place.open(), await place.open()];
    const cut = db.transaction().execute(async (transaction) => {
      const add = (k: string) =>
        transaction.insertInto('kv').values({ ns: '', k, v: '', expires_at: null }).execute();
      await add('a');
      const { rows } = await ownPid.execute(transaction);
      await end(rows[0]?.pid ?? 0).execute(other);
      await add('b');
    });
    await expect(cut).rejects.toSatisfy(connectionLost);
    const left = await vi.waitFor(() => db.selectFrom('kv').select('k').execute());
    expect(left).toEqual([]);
  });

  test('a row that another transaction holds is “busy” to one that does not wait', async () => {
    const { db } = await place.open();
    await db.insertInto('kv').values({ ns: '', k: 'a', v: '', expires_at: null }).execute();
    await db.transaction().execute(async (transaction) => {
      await transaction.selectFrom('kv').select('k').forUpdate().execute();
      const second = db.selectFrom('kv').select('k').forUpdate().noWait().execute();
      await expect(second).rejects.toSatisfy((error) => classifyDbError(error) === 'busy');
    });
  });
});
