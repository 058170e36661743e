import type { Bilingual } from '../bilingual.ts';
import type { NamedOutlet } from '../contracts/outlet-named.ts';
import { Problem } from '../problem.ts';
import type { Person } from '../store/audit.ts';
import {
  type BatchBook,
  batchBook,
  type KeptRow,
  type WrittenRow,
} from '../store/contract-batches.ts';
import { takeBack } from '../store/contract-undo.ts';
import { widenCache } from '../store/page-cache.ts';
import type { Store } from '../store/schema.ts';
import type { ByteSource } from '../tables/byte-source.ts';
import type { Imported, Unreadable } from './outcome.ts';
import { placeRow } from './place-row.ts';
import { type ReadFile, readFile } from './read-file.ts';
import { BATCH_ROWS, type SpooledRow } from './spool.ts';
import { countMissing, type Missing, missingFrom, NOTED } from './vanished.ts';
import { refuseSecondWriter, takeBackBroken, WRITER } from './writers.ts';

export type ImportWish = {
  readonly isDryRun: boolean;
  /** Every live contract is in the file: one that is not has ended. */
  readonly isComplete: boolean;
  /** Where the file is from, as `batches` names it. */
  readonly source: string;
  readonly by: Person;
};

export type ImportPorts = {
  readonly store: Store;
  readonly outlets: readonly NamedOutlet[];
  readonly now: () => number;
  /** Batches of rows in one transaction: one where people wait for answers, more where nobody does. */
  readonly batchesAtOnce: number;
  /** Lets others have their turn. */
  readonly pause: () => Promise<void>;
  /** From 0 to 1. */
  readonly onProgress: (share: number) => void;
};

/**
 * Each transaction of a file of this size touches nearly every page of the indexes: fewer of them write far less. A bot
 * beside it waits for the database a second or two, which such a file is worth once.
 */
const MANY = 100_000;
const MANY_AT_ONCE = 50;

/** Of the work, reading is about this part. */
const READING = 0.5;

/** Takes a file in. What keeps it from being read is an outcome; what keeps the store from being written is thrown. */
export async function importContracts(
  source: ByteSource,
  wish: ImportWish,
  ports: ImportPorts,
): Promise<Imported | Unreadable> {
  const { outlets, pause, onProgress } = ports;
  let file: ReadFile;
  try {
    file = await readFile(source, {
      outlets,
      pause,
      onProgress: (share) => onProgress(share * READING),
    });
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'file') throw error;
    return { kind: 'unreadable', reason: { zh: error.zh ?? error.message, en: error.message } };
  }
  try {
    return wish.isDryRun ? await tryOut(file, wish, ports) : await write(file, wish, ports);
  } finally {
    await file.spool.close();
  }
}

type Tally = { imported: number; updated: number; unchanged: number };

async function tryOut(file: ReadFile, wish: ImportWish, ports: ImportPorts): Promise<Imported> {
  const book = batchBook(ports.store);
  const tally: Tally = { imported: 0, updated: 0, unchanged: file.copies };
  for await (const rows of batchesOf(file, ports))
    placeAll(rows, await keptOf(rows, book), { file, tally });
  const missing = await countMissing(file.seen, book, ports.pause);
  return outcomeOf(file, tally, {
    batch: null,
    missing,
    isMarked: false,
    notMarked: notMarked(file, wish),
  });
}

type Step = <Result>(work: (book: BatchBook) => Promise<Result>) => Promise<Result>;

async function write(file: ReadFile, wish: ImportWish, ports: ImportPorts): Promise<Imported> {
  const { store, now, pause } = ports;
  await takeBackBroken(store, { now, pause });
  const missing = await countMissing(file.seen, batchBook(store), pause);
  const marks = wish.isComplete && notMarked(file, wish) === null;
  const writing: Writing = { file, wish, ports, missing, marks };
  // A file of usual size is written in one go, and nobody sees a part of it.
  if (file.spool.size() <= BATCH_ROWS && (!marks || missing.count <= BATCH_ROWS))
    return store.db.transaction().execute((db) => {
      const book = batchBook({ db });
      return writeSteps(
        writing,
        (work) => work(book),
        () => undefined,
      );
    });
  let begun: number | null = null;
  const narrow = await widenCache(store, file.spool.size());
  const step: Step = (work) => store.db.transaction().execute((db) => work(batchBook({ db })));
  try {
    return await writeSteps(writing, step, (batch) => {
      begun = batch;
    });
  } catch (error) {
    if (begun !== null)
      await takeBack(store, { batch: begun, by: wish.by, what: 'take back', now: now(), pause });
    throw error;
  } finally {
    await narrow();
  }
}

type Writing = {
  readonly file: ReadFile;
  readonly wish: ImportWish;
  readonly ports: ImportPorts;
  readonly missing: Missing;
  readonly marks: boolean;
};

async function writeSteps(
  { file, wish, ports, missing, marks }: Writing,
  step: Step,
  onBegin: (batch: number) => void,
): Promise<Imported> {
  const { now, pause } = ports;
  const { by, source, isComplete } = wish;
  const batch = await step(async (book) => {
    await refuseSecondWriter(book);
    return book.begin({ ...by, source, isComplete, writer: WRITER, now: now() });
  });
  onBegin(batch);
  const tally: Tally = { imported: 0, updated: 0, unchanged: file.copies };
  const batches = batchesOf(file, ports);
  const many =
    file.spool.size() >= MANY && ports.batchesAtOnce > 1 ? MANY_AT_ONCE : ports.batchesAtOnce;
  for (let isOver = false; !isOver; ) {
    isOver = await step(async (book) => {
      for (let count = 0; count < many; count += 1) {
        const next = await batches.next();
        if (next.done === true) return true;
        await book.write(
          batch,
          placeAll(next.value, await keptOf(next.value, book), { file, tally }),
        );
      }
      await book.alive(batch, now());
      return false;
    });
  }
  if (marks) {
    for await (const ids of missingFrom(
      file.seen,
      { liveIds: (...page) => step((book) => book.liveIds(...page)) },
      BATCH_ROWS,
    )) {
      if (ids.length > 0) await step((book) => book.markVanished(batch, ids, now()));
      await pause();
    }
  } else if (missing.count <= NOTED) await step((book) => book.noteMissing(batch, missing.first));
  const outcome = outcomeOf(file, tally, {
    batch,
    missing,
    isMarked: marks,
    notMarked: notMarked(file, wish),
  });
  const { imported, updated, unchanged, rejectedRows: rejected, vanished } = outcome;
  const counts = { imported, updated, unchanged, rejected, vanished };
  await step((book) => book.end({ batch, counts, by, now: now() }));
  return outcome;
}

async function* batchesOf(
  { spool }: ReadFile,
  { pause, onProgress }: ImportPorts,
): AsyncGenerator<readonly SpooledRow[]> {
  let done = 0;
  for await (const rows of spool.batches()) {
    yield rows;
    done += rows.length;
    onProgress(READING + (1 - READING) * (done / spool.size()));
    await pause();
  }
}

function keptOf(
  rows: readonly SpooledRow[],
  book: BatchBook,
): Promise<ReadonlyMap<string, KeptRow>> {
  return book.kept(rows.map(({ contract }) => contract.id));
}

type Tallying = { readonly file: ReadFile; readonly tally: Tally };

/** Holds rows against what is kept, counts what they are, and answers those that are to be written. */
function placeAll(
  rows: readonly SpooledRow[],
  kept: ReadonlyMap<string, KeptRow>,
  { file, tally }: Tallying,
): readonly WrittenRow[] {
  return rows.flatMap((row) => {
    const placed = placeRow(row, kept.get(row.contract.id) ?? null, file.places);
    if (placed.kind === 'rejected') file.rejections.add(placed.rejected);
    if (placed.kind === 'same') tally.unchanged += 1;
    if (placed.kind === 'rejected' || placed.kind === 'same') return [];
    if (placed.kind === 'new') tally.imported += 1;
    else tally.updated += 1;
    return [placed.row];
  });
}

/** Why a file that was called complete is not believed to be; null where it is. */
function notMarked({ spool, nameless }: ReadFile, { isComplete }: ImportWish): Bilingual | null {
  if (!isComplete) return null;
  if (spool.size() === 0)
    return {
      zh: '文件里没有可用的合约，没有把任何合约标为结束',
      en: 'the file has no contract that can be read: none was marked as over',
    };
  return nameless === 0
    ? null
    : {
        zh: `有 ${nameless} 行读不出合约编号，没有把任何合约标为结束`,
        en: `the contract of ${nameless} rows is not known: none was marked as over`,
      };
}

type Rest = Pick<Imported, 'batch' | 'isMarked' | 'notMarked'> & { readonly missing: Missing };

function outcomeOf(file: ReadFile, tally: Tally, { missing, ...rest }: Rest): Imported {
  return {
    kind: 'read',
    ...tally,
    rejected: file.rejections.sorted(),
    rejectedRows: file.rejections.count(),
    vanished: missing.count,
    ...rest,
  };
}
