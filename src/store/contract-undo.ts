import { sql } from 'kysely';
import { auditTrail, type Person } from './audit.ts';
import type { KeptRow } from './contract-batches.ts';
import { takingItsPlace } from './contract-rows.ts';
import type { Store } from './schema.ts';

/** A later batch that changed contracts of an earlier one. */
export type Conflict = { readonly batch: number; readonly contracts: number };

export type TakingBack = {
  readonly batch: number;
  readonly by: Person;
  /** What the audit trail says of it: `undo`, or `take back` where it had broken off. */
  readonly what: string;
  readonly now: number;
  /** Lets others have their turn between two pages. */
  readonly pause: () => Promise<void>;
};

const PAGE = 500;
const ROWS = 80;

/** Later batches that changed the same contracts: with one of them, taking the earlier one back would lose what it says. */
export async function conflictsOf(
  { db }: Pick<Store, 'db'>,
  batch: number,
): Promise<readonly Conflict[]> {
  const { rows } = await sql<Conflict>`
    select changed_batch as batch, count(*) as contracts from contract
    where changed_batch <> ${batch} and (
      created_batch = ${batch}
      or id in (select contract_id from contract_change where batch = ${batch} and kind <> 'missing')
    )
    group by changed_batch order by changed_batch
  `.execute(db);
  return rows.map(({ batch: later, contracts }) => ({
    batch: later,
    contracts: Number(contracts),
  }));
}

/**
 * Takes a batch back: its new contracts go, the others are what they were. In pages, each a transaction of its own; what
 * breaks off in the middle goes on from there when it is called again.
 */
export async function takeBack({ db }: Pick<Store, 'db'>, taking: TakingBack): Promise<void> {
  const { batch, by, what, now, pause } = taking;
  await db
    .updateTable('contract_batch')
    .set({ state: 'undoing' })
    .where('id', '=', batch)
    .execute();
  let after = '';
  for (;;) {
    const last = await db.transaction().execute((page) => undoPage(page, batch, after));
    if (last === null) break;
    after = last;
    await pause();
  }
  await db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('contract_change').where('batch', '=', batch).execute();
    await transaction
      .updateTable('contract_batch')
      .set({ state: 'undone', ended_at: Math.trunc(now) })
      .where('id', '=', batch)
      .execute();
    await auditTrail({ db: transaction }).add({
      ...by,
      at: now,
      kind: 'contracts',
      thing: String(batch),
      what,
      detail: {},
    });
  });
}

/** The last id of the page; null where nothing is left. */
async function undoPage(db: Store['db'], batch: number, after: string): Promise<string | null> {
  const rows = await db
    .selectFrom('contract')
    .select(['id', 'created_batch'])
    .where('changed_batch', '=', batch)
    .where('id', '>', after)
    .orderBy('id')
    .limit(PAGE)
    .execute();
  const last = rows.at(-1);
  if (last === undefined) return null;
  const made = rows.filter((row) => row.created_batch === batch).map(({ id }) => id);
  const changed = rows.filter((row) => row.created_batch !== batch).map(({ id }) => id);
  if (made.length > 0) await db.deleteFrom('contract').where('id', 'in', made).execute();
  if (changed.length > 0) {
    const changes = await db
      .selectFrom('contract_change')
      .select('before')
      .where('batch', '=', batch)
      .where('contract_id', 'in', changed)
      .where('kind', '<>', 'missing')
      .execute();
    if (changes.length !== changed.length) throw new Error(`batch ${batch} lacks what it changed`);
    await restore(
      db,
      changes.map(({ before }) => JSON.parse(before) as KeptRow),
    );
  }
  return last.id;
}

async function restore(db: Store['db'], rows: readonly KeptRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS) {
    await db
      .insertInto('contract')
      .values(rows.slice(at, at + ROWS))
      .onConflict((conflict) => conflict.column('id').doUpdateSet(takingItsPlace))
      .execute();
  }
}
