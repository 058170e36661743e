import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { migrate, schemaChanges } from '../../src/store/migrate.ts';
import type { SchemaChange } from '../../src/store/migrations/change.ts';
import { eachEngine, onPostgres, postgresUrl } from './engines.ts';
import { runChild } from './processes.ts';

const names = schemaChanges.map(({ name }) => name);

function change(name: string, up: SchemaChange['up']): SchemaChange {
  return { name, up };
}

const makesTable = change('801-makes-a-table', async (db) => {
  await db.schema.createTable('extra').addColumn('id', 'text').execute();
});
const failsHalfWay = change('802-fails-half-way', async (db) => {
  await db.schema.createTable('half').addColumn('id', 'text').execute();
  await sql`insert into no_such_table values (1)`.execute(db);
});

test('steps are named after their place and stand in order', () => {
  expect(names).toEqual(names.toSorted());
  for (const name of names) expect(name).toMatch(/^\d{3}-[a-z0-9-]+$/);
});

eachEngine((place) => {
  test('every step runs once', async () => {
    const store = await place.open();
    const applied = await store.db.selectFrom('schema_change').select('name').execute();
    expect(applied.map(({ name }) => name)).toEqual(names);
    expect(await migrate(store)).toEqual([]);
  });

  test('a later step is added to those that ran', async () => {
    const store = await place.open();
    expect(await migrate(store, { changes: [...schemaChanges, makesTable] })).toEqual([
      makesTable.name,
    ]);
  });

  test('a step that fails half way leaves nothing, nor do the steps before it', async () => {
    const store = await place.open();
    const broken = [...schemaChanges, makesTable, failsHalfWay];
    await expect(migrate(store, { changes: broken })).rejects.toThrow('no_such_table');
    for (const table of ['extra', 'half']) {
      await expect(sql`select * from ${sql.table(table)}`.execute(store.db)).rejects.toThrow(table);
    }
    expect(await migrate(store, { changes: [...schemaChanges, makesTable] })).toEqual([
      makesTable.name,
    ]);
  });

  test('processes that start at once leave each step applied once', async () => {
    await Promise.all([1, 2, 3].map(() => runChild('open', place)));
    const { db } = await place.open();
    const applied = await db.selectFrom('schema_change').select('name').execute();
    expect(applied.map(({ name }) => name)).toEqual(names);
  });

  test('a database of a newer desk is refused', async () => {
    const store = await place.open();
    await store.db
      .insertInto('schema_change')
      .values({ name: '999-from-the-future', applied_at: 1 })
      .execute();
    await expect(place.open()).rejects.toMatchObject({
      code: 'store',
      message: expect.stringContaining('newer version of the desk (999-from-the-future)'),
    });
  });
});

onPostgres((place) => {
  test('tables lie in the schema that was named, and a search_path in the address names one', async () => {
    await place.open();
    const address = new URL(postgresUrl ?? '');
    address.searchParams.set('options', `-c search_path=${place.schema}`);
    const { openStore } = await import('../../src/store/open.ts');
    const store = await openStore(address.href);
    const { rows } = await sql<{ schema: string }>`
      select table_schema as schema from information_schema.tables
      where table_schema = ${place.schema} and table_name in ('kv', 'inbound_event')`.execute(
      store.db,
    );
    expect(await migrate(store)).toEqual([]);
    expect(rows).toHaveLength(2);
    await store.close();
  });
});
