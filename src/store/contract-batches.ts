import { CompiledQuery, type Selectable } from 'kysely';
import type { Contract } from '../contracts/contract.ts';
import { auditTrail, type Person } from './audit.ts';
import { fieldsOf, takingItsPlace } from './contract-rows.ts';
import type { ContractBatchTable, ContractTable, Store } from './schema.ts';
import { storableText } from './text.ts';

/** `writing` and `undoing` are under way, or broke off. */
export type BatchState = 'writing' | 'done' | 'undoing' | 'undone';

export type Batch = {
  readonly id: number;
  readonly source: string;
  readonly who: string;
  readonly origin: string;
  readonly state: string;
  readonly isComplete: boolean;
  readonly imported: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly vanished: number;
  readonly begunAt: number;
  readonly endedAt: number | null;
};

export type NewBatch = Person & {
  readonly source: string;
  readonly isComplete: boolean;
  /** Names the process that writes it. */
  readonly writer: string;
  readonly now: number;
};

/** A row as it is kept. */
export type KeptRow = Selectable<ContractTable>;
/** What is written of one row: new, or in place of another. */
export type WrittenRow = { readonly contract: Contract; readonly before: KeptRow | null };
export type Ended = {
  readonly batch: number;
  readonly counts: Pick<Batch, 'imported' | 'updated' | 'unchanged' | 'rejected' | 'vanished'>;
  readonly by: Person;
  readonly now: number;
};

/** Files that were taken in, each of which can be taken back. */
export type BatchBook = {
  begin(batch: NewBatch): Promise<number>;
  /** Which of these ids are kept, by id. */
  kept(ids: readonly string[]): Promise<ReadonlyMap<string, KeptRow>>;
  write(batch: number, rows: readonly WrittenRow[]): Promise<void>;
  /** Marks contracts that the file does not have, although it was called complete. */
  markVanished(batch: number, ids: readonly string[], now: number): Promise<void>;
  /** Notes contracts that the file does not have; nothing is changed by that. */
  noteMissing(batch: number, ids: readonly string[]): Promise<void>;
  alive(batch: number, now: number): Promise<void>;
  end(ended: Ended): Promise<void>;
  /** The ids of live contracts in their order, a page after an id. */
  liveIds(after: string, limit: number): Promise<readonly string[]>;
  list(): Promise<readonly Batch[]>;
  find(id: number): Promise<Batch | null>;
  /** Those that are under way, or broke off; oldest first. */
  open(): Promise<readonly (Batch & { readonly writer: string; readonly aliveAt: number })[]>;
};

/** So many rows in one statement: its text stays below 4 kB, so that it is prepared once and kept. */
const ROWS = 80;

export function batchBook(store: Pick<Store, 'db'>): BatchBook {
  const { db } = store;
  return {
    async begin({ source, who, origin, isComplete, writer, now }) {
      const { id } = await db
        .insertInto('contract_batch')
        .values({
          source: storableText(source),
          who: storableText(who),
          origin: storableText(origin),
          state: 'writing',
          is_complete: isComplete ? 1 : 0,
          ...{ imported: 0, updated: 0, unchanged: 0, rejected: 0, vanished: 0 },
          begun_at: Math.trunc(now),
          ended_at: null,
          writer: storableText(writer),
          alive_at: Math.trunc(now),
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      return id;
    },

    async kept(ids) {
      const found = new Map<string, KeptRow>();
      for (let at = 0; at < ids.length; at += ROWS * 5) {
        const rows = await db
          .selectFrom('contract')
          .selectAll()
          .where('id', 'in', ids.slice(at, at + ROWS * 5))
          .execute();
        for (const row of rows) found.set(row.id, row);
      }
      return found;
    },

    async write(batch, rows) {
      await noteChanges(
        db,
        rows.flatMap(({ before }) => (before === null ? [] : [{ batch, kind: 'changed', before }])),
      );
      for (let at = 0; at < rows.length; at += ROWS)
        await upsert(db, rows.slice(at, at + ROWS), batch);
    },

    async markVanished(batch, ids, now) {
      if (ids.length === 0) return;
      const rows = await this.kept(ids);
      await noteChanges(
        db,
        [...rows.values()].map((before) => ({ batch, kind: 'vanished', before })),
      );
      await db
        .updateTable('contract')
        .set({ vanished_at: Math.trunc(now), changed_batch: batch })
        .where('id', 'in', ids)
        .execute();
    },

    async noteMissing(batch, ids) {
      for (let at = 0; at < ids.length; at += ROWS)
        await db
          .insertInto('contract_change')
          .values(
            ids
              .slice(at, at + ROWS)
              .map((id) => ({ batch, contract_id: id, kind: 'missing', before: '' })),
          )
          .execute();
    },

    async alive(batch, now) {
      await db
        .updateTable('contract_batch')
        .set({ alive_at: Math.trunc(now) })
        .where('id', '=', batch)
        .execute();
    },

    async end({ batch, counts, by, now }) {
      await db
        .updateTable('contract_batch')
        .set({ ...counts, state: 'done', ended_at: Math.trunc(now) })
        .where('id', '=', batch)
        .execute();
      await auditTrail({ db }).add({
        ...by,
        at: now,
        kind: 'contracts',
        thing: String(batch),
        what: 'take in',
        detail: counts,
      });
    },

    async liveIds(after, limit) {
      const rows = await db
        .selectFrom('contract')
        .select('id')
        .where('id', '>', after)
        .where('vanished_at', 'is', null)
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(({ id }) => id);
    },

    async list() {
      const rows = await db.selectFrom('contract_batch').selectAll().orderBy('id').execute();
      return rows.map(batchOf);
    },

    async find(id) {
      const row = await db
        .selectFrom('contract_batch')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst();
      return row === undefined ? null : batchOf(row);
    },

    async open() {
      const rows = await db
        .selectFrom('contract_batch')
        .selectAll()
        .where('state', 'in', ['writing', 'undoing'])
        .orderBy('id')
        .execute();
      return rows.map((row) => ({ ...batchOf(row), writer: row.writer, aliveAt: row.alive_at }));
    },
  };
}

/** Writes rows, new or in place of what is kept; a row that is kept stays what its first batch made. */
async function upsert(db: Store['db'], rows: readonly WrittenRow[], batch: number): Promise<void> {
  const values = rows.map(({ contract }) => ({
    ...fieldsOf(contract),
    created_batch: batch,
    changed_batch: batch,
    vanished_at: null,
  }));
  const { adapter } = db.getExecutor();
  const known = values.length < ROWS ? undefined : FULL.get(adapter);
  if (known !== undefined) {
    const bound = values.flatMap((row) => Object.values(row));
    await db.executeQuery(CompiledQuery.raw(known, bound));
    return;
  }
  const query = db
    .insertInto('contract')
    .values(values)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(takingItsPlace));
  if (values.length === ROWS) FULL.set(adapter, query.compile().sql);
  await query.execute();
}

/**
 * The words of a full statement, by the engine that they are for: putting them together anew for each of ten thousand
 * statements costs as much as running them.
 */
const FULL = new WeakMap<object, string>();

type Noted = { readonly batch: number; readonly kind: string; readonly before: KeptRow };

async function noteChanges(db: Store['db'], noted: readonly Noted[]): Promise<void> {
  for (let at = 0; at < noted.length; at += ROWS) {
    await db
      .insertInto('contract_change')
      .values(
        noted.slice(at, at + ROWS).map(({ batch, kind, before }) => ({
          batch,
          contract_id: before.id,
          kind,
          before: JSON.stringify(before),
        })),
      )
      .execute();
  }
}

export function batchOf(row: Selectable<ContractBatchTable>): Batch {
  return {
    id: row.id,
    source: row.source,
    who: row.who,
    origin: row.origin,
    state: row.state,
    isComplete: row.is_complete === 1,
    imported: row.imported,
    updated: row.updated,
    unchanged: row.unchanged,
    rejected: row.rejected,
    vanished: row.vanished,
    begunAt: row.begun_at,
    endedAt: row.ended_at,
  };
}
