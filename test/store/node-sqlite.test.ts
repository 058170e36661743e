import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { classifyDbError } from '../../src/store/errors.ts';
import { inbox } from '../../src/store/inbox.ts';
import { kyselyDatabase } from '../../src/store/node-sqlite.ts';
import { onSqlite } from './engines.ts';

function event(n: number) {
  return { eventId: `Ev${n}`, kind: 'message', body: 'x'.repeat(2000), now: n };
}

onSqlite((place) => {
  test('a write is on the disk before it is answered, and the other safeguards are on', async () => {
    const { db } = await place.open();
    const settings: Record<string, unknown> = {};
    for (const name of [
      'journal_mode',
      'synchronous',
      'foreign_keys',
      'busy_timeout',
      'trusted_schema',
    ]) {
      const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db);
      settings[name] = Object.values(rows[0] ?? {})[0];
    }
    expect(settings).toEqual({
      journal_mode: 'wal',
      synchronous: 2,
      foreign_keys: 1,
      busy_timeout: 10_000,
      trusted_schema: 0,
    });
  });

  test('a full disk is called full, keeps what was committed, and writes again with room', async () => {
    const store = await place.open();
    const { db } = store;
    const box = inbox(store);
    await box.keepEvent(event(0));
    await sql`pragma cache_size = 4`.execute(db);
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
    const limit = sql.lit((rows[0]?.page_count ?? 0) + 8);
    await sql`pragma max_page_count = ${limit}`.execute(db);

    const fill = db.transaction().execute(async (transaction) => {
      for (let n = 1; n < 100; n++) await inbox({ ...store, db: transaction }).keepEvent(event(n));
    });
    const error = await fill.catch((caught: unknown) => caught);
    expect(classifyDbError(error)).toBe('full');
    expect(String(error)).not.toContain('rollback');

    expect(await db.selectFrom('inbound_event').select('event_id').execute()).toEqual([
      { event_id: 'Ev0' },
    ]);
    await sql`pragma max_page_count = 10000`.execute(db);
    expect(await box.keepEvent(event(1))).toBe(true);
  });

  test('an error that has ended the transaction by itself is the one that is thrown', async () => {
    const { db } = await place.open();
    const twice = db.transaction().execute(async (transaction) => {
      for (let n = 0; n < 2; n++) {
        await sql`insert or rollback into kv values ('', 'k', '', null)`.execute(transaction);
      }
    });
    await expect(twice).rejects.toSatisfy((error) => classifyDbError(error) === 'unique');
  });

  test('nothing is written by a transaction that has already ended', async () => {
    const { db } = await place.open();
    const careless = db.transaction().execute(async (transaction) => {
      const add = (k: string) =>
        sql`insert or rollback into kv values ('', ${k}, '', null)`.execute(transaction);
      await add('a');
      await add('a').catch(() => {});
      await add('b');
    });
    await expect(careless).rejects.toThrow('already been rolled back');
    expect(await db.selectFrom('kv').select('k').execute()).toEqual([]);
    await db.insertInto('kv').values({ ns: '', k: 'c', v: '', expires_at: null }).execute();
  });

  test('a transaction takes the write lock when it begins', async () => {
    const [one, two] = [await place.open(), await place.open()];
    await sql`pragma busy_timeout = 0`.execute(two.db);
    await one.db.transaction().execute(async () => {
      const second = two.db.transaction().execute(async () => {});
      await expect(second).rejects.toSatisfy((error) => classifyDbError(error) === 'busy');
    });
    await two.db.transaction().execute(async () => {});
  });
});

test('a statement is prepared once, until two hundred others were used after it', () => {
  const database = new DatabaseSync(':memory:');
  const prepare = vi.spyOn(database, 'prepare');
  const shim = kyselyDatabase(database);
  for (let n = 0; n < 200; n++) shim.prepare(`select ${n}`);
  shim.prepare('select 0');
  expect(prepare).toHaveBeenCalledTimes(200);
  shim.prepare('select 200');
  shim.prepare('select 0');
  expect(prepare).toHaveBeenCalledTimes(201);
  shim.prepare('select 1');
  expect(prepare).toHaveBeenCalledTimes(202);
});

test('a long statement is not remembered', () => {
  const database = new DatabaseSync(':memory:');
  const prepare = vi.spyOn(database, 'prepare');
  const shim = kyselyDatabase(database);
  const long = `select '${'x'.repeat(5000)}' as x`;
  expect(shim.prepare(long).all([])).toHaveLength(1);
  shim.prepare(long);
  expect(prepare).toHaveBeenCalledTimes(2);
});

test.for([true, undefined, new Date(0), Number.NaN, {}])('%s cannot be bound', (value) => {
  const shim = kyselyDatabase(new DatabaseSync(':memory:'));
  expect(() => shim.prepare('select ?').all([value])).toThrow(TypeError);
});

test('streaming is refused', async () => {
  const shim = kyselyDatabase(new DatabaseSync(':memory:'));
  expect(() => shim.prepare('select 1').iterate([])).toThrow('pages');
});
