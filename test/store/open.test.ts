import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { Problem } from '../../src/problem.ts';
import { inbox } from '../../src/store/inbox.ts';
import { openStore } from '../../src/store/open.ts';
import { eachEngine, onSqlite, type Place, sqlitePath } from './engines.ts';

async function refusal(url: string, schema?: string): Promise<Problem> {
  const error = await openStore(url, schema === undefined ? {} : { schema }).then(
    (store) => store.close(),
    (caught: unknown) => caught,
  );
  if (!(error instanceof Problem)) throw new Error(`${url} was not refused with a Problem`);
  expect(error.code).toBe('store');
  expect(error.message).not.toContain('\n');
  return error;
}

eachEngine((place) => {
  test('a store may be closed twice, and is of no use after', async () => {
    const store = await place.open();
    expect(store.engine).toBe(place.engine);
    await store.close();
    await store.close();
    await expect(store.db.selectFrom('kv').selectAll().execute()).rejects.toThrow('destroyed');
  });
});

describe('an SQLite file', () => {
  onSqlite((place) => {
    test('is its owner’s alone, and so is the folder that is made for it', async () => {
      await place.open();
      const path = sqlitePath(place);
      expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
      for (const suffix of ['', '-wal', '-shm']) {
        expect(statSync(path + suffix).mode & 0o777).toBe(0o600);
      }
    });

    test('that is something else is refused and left as it is', async () => {
      const bytes = Buffer.from('Contract,Phone\n'.repeat(500));
      expect(await refusedAsItIs(place, bytes)).toContain('damaged');
    });

    test('with a damaged page is refused and left as it is', async () => {
      const store = await place.open();
      for (let n = 0; n < 50; n++) {
        await inbox(store).keepEvent({
          eventId: `E${n}`,
          kind: 'k',
          body: 'x'.repeat(900),
          now: n,
        });
      }
      await store.close();
      const bytes = readFileSync(sqlitePath(place));
      // The pages of the tables; the first page with the schema stays whole.
      bytes.fill(0x5a, 4096 * 8);
      expect(await refusedAsItIs(place, bytes)).toContain('damaged');
    });

    test('that was cut off is refused and left as it is', async () => {
      const store = await place.open();
      await store.close();
      const bytes = readFileSync(sqlitePath(place));
      expect(await refusedAsItIs(place, bytes.subarray(0, 4096 * 3))).toContain('damaged');
    });

    test('that is marked read-only is refused, even for the superuser', async () => {
      const store = await place.open();
      await store.close();
      chmodSync(sqlitePath(place), 0o444);
      expect((await refusal(place.url)).message).toContain('may not be written');
    });

    test('that is a folder, or lies in a file, is refused', async () => {
      mkdirSync(sqlitePath(place), { recursive: true });
      expect((await refusal(place.url)).message).toContain('is a folder');
      writeFileSync(`${sqlitePath(place)}.txt`, '');
      expect((await refusal(`${place.url}.txt/desk.db`)).message).toContain('not a folder');
    });
  });

  test('is not needed: memory will do', async () => {
    const store = await openStore('sqlite::memory:');
    const event = { eventId: 'Ev1', kind: 'k', body: '', now: 1 };
    expect(await inbox(store).keepEvent(event)).toBe(true);
    await store.close();
  });
});

async function refusedAsItIs(place: Place, bytes: Buffer): Promise<string> {
  const path = sqlitePath(place);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  const { message } = await refusal(place.url);
  expect(readFileSync(path).equals(bytes)).toBe(true);
  expect(message).toContain(path);
  return message;
}

test.for(['', 'desk.db', 'sqlite:', 'sqlite://var/desk.db', 'mysql://u:secret@h/d', 'postgres:x'])(
  '“%s” is no database address',
  async (url) => {
    expect((await refusal(url)).message).toContain('must be sqlite:PATH or postgres://');
  },
);

describe('a message never holds the password', () => {
  // Port 1 is where nobody listens.
  test.for([
    ['postgres://desk:s3cret@127.0.0.1:1/desk', '127.0.0.1:1/desk does not answer'],
    ['postgresql://desk:s3cret@localhost:1/desk', 'localhost:1/desk does not answer'],
    ['postgres://desk@127.0.0.1:1/desk?password=s3cret', '127.0.0.1:1/desk does not answer'],
    ['postgres://desk:12/s3cret@127.0.0.1/desk', 'write # / ? @ in a password as'],
    ['postgres://desk:12#s3cret@127.0.0.1/desk', 'write # / ? @ in a password as'],
    ['postgres://desk:12?s3cret@127.0.0.1/desk', 'write # / ? @ in a password as'],
    ['postgres://desk:s3cret#x@127.0.0.1/desk', 'write # / ? @ in a password as'],
    ['postgres://desk:s3cret@127.0.0.1:port/desk', 'write # / ? @ in a password as'],
    ['mysql://desk:s3cret@127.0.0.1/desk', 'must be'],
  ] as const)('%s', async ([url, words]) => {
    const problem = await refusal(url);
    expect(problem.message).toContain(words);
    expect(inspect(problem, { depth: null, showHidden: true })).not.toContain('s3cret');
  });

  test('when the server refuses it', async () => {
    const words = 'password authentication failed for user "desk"';
    const address = await fakeServer(`SFATAL\0C28P01\0M${words}\0\0`);
    const problem = await refusal(`postgres://desk:s3cret@${address}/desk`);
    expect(problem.message).toContain('refuses this user or password (28P01)');
    expect(inspect(problem, { depth: null, showHidden: true })).not.toContain('s3cret');
  });

  test('when the server hangs up', async () => {
    const address = await fakeServer('');
    const problem = await refusal(`postgres://desk:s3cret@${address}/desk`);
    expect(problem.message).toContain(`${address}/desk does not answer`);
    expect(inspect(problem, { depth: null, showHidden: true })).not.toContain('s3cret');
  });

  test('and a schema name cannot smuggle options in', async () => {
    const { message } = await refusal('postgres://desk:s3cret@127.0.0.1:1/desk', 'a -c role=b');
    expect(message).toContain('cannot name a schema');
  });
});

/** Answers the first packet with one PostgreSQL error message, or with nothing, and hangs up. */
async function fakeServer(fields: string): Promise<string> {
  const server = createServer((socket) => {
    socket.once('data', () => {
      server.close();
      const head = Buffer.from('E\0\0\0\0');
      head.writeInt32BE(fields.length + 4, 1);
      socket.end(fields === '' ? '' : Buffer.concat([head, Buffer.from(fields)]));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `127.0.0.1:${address.port}`;
}
