import { setImmediate } from 'node:timers/promises';
import { COLUMNS, type Column } from '../contracts/columns.ts';
import type { KeptContract } from '../contracts/contract.ts';
import type { NamedOutlet } from '../contracts/outlet-named.ts';
import { maskedPhone } from '../contracts/phone.ts';
import { Problem } from '../problem.ts';
import type { Person } from '../store/audit.ts';
import { type Batch, batchBook, type KeptRow } from '../store/contract-batches.ts';
import { type Reported, reportOf } from '../store/contract-report.ts';
import { type Conflict, conflictsOf, takeBack } from '../store/contract-undo.ts';
import { type ContractBook, type ContractFilter, contractBook } from '../store/contracts.ts';
import type { Store } from '../store/schema.ts';
import type { ByteSource } from '../tables/byte-source.ts';
import { contractPages, type Exporting, exportFile, exportLines } from './export-contracts.ts';
import { type ImportWish, importContracts } from './import-contracts.ts';
import type { Imported, Unreadable } from './outcome.ts';
import { fieldOf } from './place-row.ts';
import { takeBackBroken } from './writers.ts';

export type UndoOutcome =
  | { readonly kind: 'undone'; readonly batch: Batch }
  | { readonly kind: 'unknown' }
  /** It is undone already, or not written to its end. */
  | { readonly kind: 'not-now'; readonly state: string }
  /** Later batches changed the same contracts. */
  | { readonly kind: 'changed-since'; readonly by: readonly Conflict[] };

/** What changed of one contract, as it may be shown: phones masked. */
export type ReportLine =
  | { readonly change: 'new'; readonly id: string; readonly endsOn: string }
  | {
      readonly change: 'changed';
      readonly id: string;
      readonly fields: Readonly<
        Partial<Record<Column, { readonly before: string; readonly after: string }>>
      >;
      /** It had been marked as vanished, and is there again. */
      readonly isBack: boolean;
    }
  | { readonly change: 'vanished'; readonly id: string; readonly isMarked: boolean };

export type ContractDesk = {
  readonly book: ContractBook;
  readonly importFile: (
    source: ByteSource,
    wish: ImportWish,
    onProgress: (share: number) => void,
  ) => Promise<Imported | Unreadable>;
  readonly all: (filter: ContractFilter) => AsyncIterable<readonly KeptContract[]>;
  readonly exportFile: (wish: Exporting, path: string) => Promise<number>;
  readonly exportLines: (wish: Exporting, line: (text: string) => void) => Promise<number>;
  readonly batches: () => Promise<readonly Batch[]>;
  readonly batch: (id: number) => Promise<Batch | null>;
  readonly undo: (id: number, by: Person) => Promise<UndoOutcome>;
  readonly report: (id: number) => AsyncIterable<ReportLine>;
  /** Takes back what a killed process left half written; done before anybody reads. */
  readonly mend: () => Promise<readonly number[]>;
};

export type ContractDeskPorts = {
  readonly store: Store;
  /** The outlet types as they are known now. */
  readonly outlets: () => readonly NamedOutlet[];
  readonly now: () => number;
  readonly batchesAtOnce: number;
};

export function contractDesk({
  store,
  outlets,
  now,
  batchesAtOnce,
}: ContractDeskPorts): ContractDesk {
  const book = contractBook(store);
  const batches = batchBook(store);
  const pause = async (): Promise<void> => void (await setImmediate());
  return {
    book,
    importFile: (source, wish, onProgress) =>
      importContracts(source, wish, {
        store,
        outlets: outlets(),
        now,
        batchesAtOnce,
        pause,
        onProgress,
      }),
    all: (filter) => contractPages(book, filter),
    exportFile: (wish, path) => exportFile(book, wish, path),
    exportLines: (wish, line) => exportLines(book, wish, line),
    batches: () => batches.list(),
    batch: (id) => batches.find(id),
    async undo(id, by) {
      const batch = await batches.find(id);
      if (batch === null) return { kind: 'unknown' };
      if (batch.state !== 'done') return { kind: 'not-now', state: batch.state };
      const conflicts = await conflictsOf(store, id);
      if (conflicts.length > 0) return { kind: 'changed-since', by: conflicts };
      await takeBack(store, { batch: id, by, what: 'undo', now: now(), pause });
      return { kind: 'undone', batch };
    },
    async *report(id) {
      if ((await batches.find(id)) === null) throw new Problem('data', `there is no batch ${id}`);
      for await (const one of reportOf(store, id)) yield reportLine(one);
    },
    mend: () => takeBackBroken(store, { now, pause }),
  };
}

function reportLine(one: Reported): ReportLine {
  if (one.change === 'new') return { change: 'new', id: one.id, endsOn: one.after.ends_on };
  if (one.change === 'vanished') return one;
  const { before, after, id } = one;
  const changed = COLUMNS.filter(
    ({ column }) => after !== null && before[fieldOf(column)] !== after[fieldOf(column)],
  );
  const fields = changed.map(({ column }) => [
    column,
    { before: shown(before, column), after: after === null ? '' : shown(after, column) },
  ]);
  return {
    change: 'changed',
    id,
    fields: Object.fromEntries(fields),
    isBack: before.vanished_at !== null,
  };
}

function shown(row: KeptRow, column: Column): string {
  const value = row[fieldOf(column)];
  return column === 'phone' ? maskedPhone(value) : value;
}
