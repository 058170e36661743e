import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import type { Engine, Store } from '../../src/store/schema.ts';

/** Set it to run every suite on PostgreSQL too; the tables lie in a schema that is dropped again. */
export const postgresUrl = process.env.DESK_TEST_POSTGRES_URL;

/** A database that nobody has used; a new one for every test. */
export type Place = { engine: Engine; url: string; schema: string; open(): Promise<Store> };

/** Runs the tests on SQLite, and on PostgreSQL where there is one. What they open is closed after. */
export function eachEngine(tests: (place: Place) => void): void {
  describe('on SQLite', () => tests(freshPlace('sqlite', freshFile)));
  describe.skipIf(postgresUrl === undefined)('on PostgreSQL', () =>
    tests(freshPlace('postgres', freshSchema)),
  );
}

export function onSqlite(tests: (place: Place) => void): void {
  tests(freshPlace('sqlite', freshFile));
}

export function onPostgres(tests: (place: Place) => void): void {
  describe.skipIf(postgresUrl === undefined)('on PostgreSQL', () =>
    tests(freshPlace('postgres', freshSchema)),
  );
}

export function sqlitePath(place: Place): string {
  return place.url.slice('sqlite:'.length);
}

type Fresh = { url: string; schema: string; remove(): Promise<void> };

function freshPlace(engine: Engine, fresh: () => Fresh): Place {
  const opened: Store[] = [];
  let current: Fresh | undefined;
  const place: Place = {
    engine,
    url: '',
    schema: '',
    async open() {
      const store = await openStore(place.url, engine === 'postgres' ? place : {});
      opened.push(store);
      return store;
    },
  };
  beforeEach(() => {
    current = fresh();
    place.url = current.url;
    place.schema = current.schema;
  });
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
    await current?.remove();
  });
  return place;
}

function freshFile(): Fresh {
  const folder = mkdtempSync(join(tmpdir(), 'desk-store-'));
  const remove = async () => rmSync(folder, { recursive: true });
  return { url: `sqlite:${join(folder, 'var', 'desk.db')}`, schema: '', remove };
}

function freshSchema(): Fresh {
  const url = postgresUrl ?? '';
  const schema = `desk_test_${randomBytes(6).toString('hex')}`;
  const remove = async () => {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(
      `set client_min_messages = warning; drop schema if exists ${schema} cascade`,
    );
    await client.end();
  };
  return { url, schema, remove };
}
