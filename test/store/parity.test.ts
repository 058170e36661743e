import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { classifyDbError } from '../../src/store/errors.ts';
import type { Store } from '../../src/store/schema.ts';
import { eachEngine } from './engines.ts';

// Where the engines differ by nature, one rule of ours makes them agree.

async function failure(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => expect.fail('this should have been refused'),
    (error) => error,
  );
}

function insert({ db }: Pick<Store, 'db'>, values: { k: string; expires_at: unknown }) {
  return sql`insert into kv (ns, k, v, expires_at) values ('', ${values.k}, '', ${values.expires_at})
    returning k, expires_at`.execute(db);
}

eachEngine((place) => {
  test('returning gives the rows', async () => {
    const { rows } = await insert(await place.open(), { k: 'a', expires_at: 5 });
    expect(rows).toEqual([{ k: 'a', expires_at: 5 }]);
  });

  test('a moment keeps every digit, and one that a number cannot hold throws', async () => {
    const { db } = await place.open();
    const largest = Number.MAX_SAFE_INTEGER;
    expect((await insert({ db }, { k: 'a', expires_at: largest })).rows).toEqual([
      { k: 'a', expires_at: largest },
    ]);
    await failure(insert({ db }, { k: 'b', expires_at: 2n ** 60n }));
  });

  test('counts are numbers', async () => {
    const { db } = await place.open();
    const { rows } = await sql`select count(*) as n from kv`.execute(db);
    expect(rows).toEqual([{ n: 0 }]);
  });

  test.for([true, 'soon', 1.5, new Date(0)])('%s is no moment', async (value) => {
    const { db } = await place.open();
    await failure(insert({ db }, { k: 'a', expires_at: value }));
    expect(await db.selectFrom('kv').select('k').execute()).toEqual([]);
  });

  test('a refused row has one name on both engines', async () => {
    const { db } = await place.open();
    await sql`create table parent (id text primary key)`.execute(db);
    await sql`create table child (
      id text references parent (id), n integer check (n > 0))`.execute(db);
    await insert({ db }, { k: 'a', expires_at: 1 });
    const kinds = [
      await failure(insert({ db }, { k: 'a', expires_at: 2 })),
      await failure(sql`insert into child (n) values (0)`.execute(db)),
      await failure(sql`insert into child (id) values ('orphan')`.execute(db)),
      await failure(sql`select * from nowhere`.execute(db)),
    ].map(classifyDbError);
    expect(kinds).toEqual(['unique', 'check', 'foreign-key', 'other']);
  });

  test('a transaction that fails leaves nothing', async () => {
    const { db } = await place.open();
    await failure(
      db.transaction().execute(async (transaction) => {
        await insert({ db: transaction }, { k: 'a', expires_at: 1 });
        throw new Error('changed my mind');
      }),
    );
    expect(await db.selectFrom('kv').select('k').execute()).toEqual([]);
  });

  test('fifty transactions at once that read and then write lose no step', async () => {
    const { db, engine } = await place.open();
    await insert({ db }, { k: 'count', expires_at: 0 });
    const add = () =>
      db.transaction().execute(async (transaction) => {
        const read = transaction.selectFrom('kv').select('expires_at');
        const row = await (engine === 'postgres'
          ? read.forUpdate()
          : read
        ).executeTakeFirstOrThrow();
        await transaction
          .updateTable('kv')
          .set({ expires_at: (row.expires_at ?? 0) + 1 })
          .execute();
      });
    await Promise.all(Array.from({ length: 50 }, add));
    expect(await db.selectFrom('kv').select('expires_at').execute()).toEqual([{ expires_at: 50 }]);
  });
});
