import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { DELIVERIES, type KillLoop, killLoop } from '../faults/kill-loop.ts';
import { REMINDERS, stageFigures } from '../faults/reminders-loop.ts';
import { openPeer } from '../peer/peer.ts';

// Kills the processes that post, 200 times on each engine, and prints what came of it, one JSON object a line: on a
// quiet machine some ten minutes each.
// `DESK_TEST_POSTGRES_URL` adds PostgreSQL with three processes; a number as argument is another number of kills, and
// `reminders` before it lets days pass and each process plan and post the reminders of contracts.

const isOfReminders = process.argv[2] === 'reminders';
const kills = Number(process.argv[isOfReminders ? 3 : 2] ?? 200);
const what = isOfReminders ? REMINDERS : DELIVERIES;
const named = isOfReminders ? 'reminders' : 'deliveries';
const postgresUrl = process.env.DESK_TEST_POSTGRES_URL;

const NAMES: ReadonlyMap<string, string> = new Map([
  ['outOfOrder', 'out_of_order'],
  ['saidTwice', 'said_twice'],
]);

const print = (name: string, value: number, unit: string): void => {
  process.stdout.write(`${JSON.stringify({ name, value, unit })}\n`);
};

async function measure(
  name: string,
  loop: Omit<KillLoop, 'peer' | 'what' | 'planEveryMs' | 'seed'>,
): Promise<void> {
  const peer = await openPeer();
  const began = process.hrtime.bigint();
  try {
    const figures = await killLoop({
      ...{ ...loop, peer, what, seed: 21 },
      // A day takes longer than planning it, as days do.
      planEveryMs: isOfReminders ? 2_000 : 800,
    });
    for (const [figure, value] of Object.entries(figures)) {
      print(`${named}_${name}_${NAMES.get(figure) ?? figure}`, value, 'count');
    }
    if (isOfReminders)
      for (const [figure, value] of Object.entries(await stageFigures(peer, loop.database)))
        print(`reminders_${name}_stages_${NAMES.get(figure) ?? figure}`, value, 'count');
    const seconds = Number((process.hrtime.bigint() - began) / 1_000_000_000n);
    print(`${named}_${name}_duration`, seconds, 's');
  } finally {
    await peer.close();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'));
const file = (name: string) => ({ url: `sqlite:${join(folder, name)}`, schema: '' });
try {
  const usual = { kills, reconciliation: 'with' } as const;
  await measure('sqlite', { ...usual, processes: 1, database: file('one.sqlite') });
  if (postgresUrl !== undefined) {
    const schema = `desk_bench_${randomBytes(6).toString('hex')}`;
    await measure('postgres', { ...usual, processes: 3, database: { url: postgresUrl, schema } });
    const client = new Client({ connectionString: postgresUrl });
    await client.connect();
    await client.query(`set client_min_messages = warning; drop schema ${schema} cascade`);
    await client.end();
  }
  // For comparison a quarter will do.
  const some = { kills: Math.ceil(kills / 4) };
  const control = { ...some, reconciliation: 'without', processes: 1 } as const;
  await measure('without_looking', { ...control, database: file('control.sqlite') });
  const two = { ...usual, ...some, processes: 2 };
  await measure('sqlite_two_processes', { ...two, database: file('two.sqlite') });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
