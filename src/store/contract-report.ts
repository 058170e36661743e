import type { KeptRow } from './contract-batches.ts';
import type { Store } from './schema.ts';

/** What a batch did to one contract. `before` and `after` are rows as they were right before and right after it. */
export type Reported =
  | { readonly change: 'new'; readonly id: string; readonly after: KeptRow }
  | {
      readonly change: 'changed';
      readonly id: string;
      readonly before: KeptRow;
      readonly after: KeptRow | null;
    }
  | { readonly change: 'vanished'; readonly id: string; readonly isMarked: boolean };

const PAGE = 500;

/** What a batch did, contract by contract: new ones, changed ones, then those that its file did not have. */
export async function* reportOf(
  { db }: Pick<Store, 'db'>,
  batch: number,
): AsyncGenerator<Reported> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('contract')
      .selectAll()
      .where('created_batch', '=', batch)
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.id;
    const then = await laterRows(
      db,
      batch,
      rows.map(({ id }) => id),
    );
    for (const row of rows) yield { change: 'new', id: row.id, after: then.get(row.id) ?? row };
  }
  for (const kind of ['changed', 'vanished', 'missing'] as const) {
    for (let after = ''; ; ) {
      const rows = await db
        .selectFrom('contract_change')
        .selectAll()
        .where('batch', '=', batch)
        .where('kind', '=', kind)
        .where('contract_id', '>', after)
        .orderBy('contract_id')
        .limit(PAGE)
        .execute();
      const last = rows.at(-1);
      if (last === undefined) break;
      after = last.contract_id;
      const then = await rowsAfter(
        db,
        batch,
        rows.map((row) => row.contract_id),
      );
      for (const row of rows) {
        const id = row.contract_id;
        if (kind === 'changed')
          yield {
            change: kind,
            id,
            before: JSON.parse(row.before) as KeptRow,
            after: then.get(id) ?? null,
          };
        else yield { change: 'vanished', id, isMarked: kind === 'vanished' };
      }
    }
  }
}

/** The rows as a batch left them: what a later batch wrote down before it changed them, else as they are now. */
async function rowsAfter(
  db: Store['db'],
  batch: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KeptRow>> {
  const now = await db.selectFrom('contract').selectAll().where('id', 'in', ids).execute();
  return new Map([
    ...now.map((row) => [row.id, row] as const),
    ...(await laterRows(db, batch, ids)),
  ]);
}

async function laterRows(
  db: Store['db'],
  batch: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KeptRow>> {
  const changes = await db
    .selectFrom('contract_change')
    .select(['contract_id', 'before'])
    .where('contract_id', 'in', ids)
    .where('batch', '>', batch)
    .where('kind', '<>', 'missing')
    .orderBy('batch', 'desc')
    .execute();
  return new Map(
    changes.map((row) => [row.contract_id, JSON.parse(row.before) as KeptRow] as const),
  );
}
