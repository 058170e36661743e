import { writeSync } from 'node:fs';
import { inbox } from '../../src/store/inbox.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/schema.ts';

/** A second process for the tests: `child.ts VERB URL [SCHEMA]`. It says what is done, line by line. */
const verbs: Record<string, (store: Store) => Promise<void>> = { open, keep, hold, count };
const [, , verb = '', url = '', schema] = process.argv;
const store = await openStore(url, schema ? { schema } : {});
await verbs[verb]?.(store);
await store.close();

async function open(): Promise<void> {
  say('open');
}

/** Keeps event after event until it is killed. */
async function keep(store: Store): Promise<void> {
  const { keepEvent } = inbox(store);
  for (let n = 0; ; n++) {
    await keepEvent({ eventId: `Ev${n}`, kind: 'message', body: 'x'.repeat(500), now: n });
    say(`Ev${n}`);
  }
}

/** Stays inside a transaction that has written, until it is killed. */
async function hold(store: Store): Promise<void> {
  setInterval(() => {}, 60_000);
  await store.db.transaction().execute(async (db) => {
    await inbox({ ...store, db }).keepEvent({ eventId: 'held', kind: 'k', body: '', now: 1 });
    say('held');
    await new Promise(() => {});
  });
}

/** Reads a number and writes the next, 25 times. */
async function count({ db, engine }: Store): Promise<void> {
  for (let n = 0; n < 25; n++) {
    await db.transaction().execute(async (transaction) => {
      const read = transaction.selectFrom('kv').select('v').where('k', '=', 'count');
      const { v } = await (engine === 'postgres'
        ? read.forUpdate()
        : read
      ).executeTakeFirstOrThrow();
      await transaction
        .updateTable('kv')
        .set({ v: `${Number(v) + 1}` })
        .where('k', '=', 'count')
        .execute();
    });
  }
}

function say(line: string): void {
  writeSync(1, `${line}\n`);
}
