import type { Bilingual } from '../bilingual.ts';
import {
  COLUMNS,
  type Column,
  type Headings,
  type Places,
  readHeadings,
} from '../contracts/columns.ts';
import { type NamedOutlet, outletFinder } from '../contracts/outlet-named.ts';
import { type Fault, type RowContext, readContractRow } from '../contracts/read-row.ts';
import { Problem } from '../problem.ts';
import { refused } from '../sheets/limits.ts';
import type { ByteSource } from '../tables/byte-source.ts';
import { openTable } from '../tables/open-table.ts';
import type { HeadOf, Table, TableRow } from '../tables/table.ts';
import type { Rejected } from './outcome.ts';
import { type SeenIds, seenIds } from './seen-ids.ts';
import { openSpool, type Spool } from './spool.ts';

export type FileReading = {
  readonly outlets: readonly NamedOutlet[];
  /** Lets others have their turn; called every few hundred rows. */
  readonly pause: () => Promise<void>;
  /** From 0 to 1. */
  readonly onProgress: (share: number) => void;
};

/** A file that was read to its end. */
export type ReadFile = {
  readonly places: Places;
  readonly spool: Spool;
  readonly seen: SeenIds;
  readonly rejections: Rejections;
  /** Rows that said once more what a row above them says. */
  readonly copies: number;
  /** Rows whose id could not be read: which contracts they are is not known. */
  readonly nameless: number;
};

export type Rejections = {
  readonly add: (rejected: Rejected) => void;
  readonly count: () => number;
  readonly sorted: () => readonly Rejected[];
};

/** So many are told one by one: beyond it a file is not mended by hand. */
const TOLD = 100_000;
const LONGEST_VALUE = 200;

/** Reads a file whole, and writes nothing. Throws a Problem `file` where it cannot be read, also at its last byte. */
export async function readFile(source: ByteSource, reading: FileReading): Promise<ReadFile> {
  const opened = await openTable(source, headOf);
  if (!opened.ok) throw noHeadings(opened.best);
  const { table } = opened;
  if (table.head.twice.length > 0) throw twice(table.head.twice);
  const spool = openSpool();
  try {
    return await readRows(table, spool, reading);
  } catch (error) {
    await spool.close();
    throw error;
  }
}

/** So many headings of contracts are no chance, though some may be missing. */
const ENOUGH_HEADINGS = 4;

/** Whether a file is one of contracts: whether its headings are, or were meant to be. */
export async function isOfContracts(source: ByteSource): Promise<boolean> {
  try {
    const opened = await openTable(source, headOf);
    return opened.ok || readHeadings(opened.best ?? []).places.size >= ENOUGH_HEADINGS;
  } catch (error) {
    // Whoever reads it next says what is wrong with it.
    if (error instanceof Problem) return false;
    throw error;
  }
}

const headOf: HeadOf<Headings> = (cells) => {
  const headings = readHeadings(cells);
  const isHead = headings.missing.length === 0;
  return { head: isHead ? headings : null, score: headings.places.size };
};

async function readRows(
  table: Table<Headings>,
  spool: Spool,
  { outlets, pause, onProgress }: FileReading,
): Promise<ReadFile> {
  const { places } = table.head;
  const row: RowContext = {
    places,
    outlets,
    outletsNamed: outletFinder(outlets),
    width: table.dayOfNumber === null ? table.width : null,
    dayOfNumber: table.dayOfNumber,
  };
  const seen = seenIds();
  const rejections = openRejections();
  let [copies, nameless, since] = [0, 0, 0];

  const take = async ({ line, cells, flaw }: TableRow): Promise<void> => {
    const read = readContractRow(cells, row);
    if (flaw !== null || !read.ok) {
      const faults = read.ok ? [] : read.faults;
      rejections.add(flaw === null ? rejectedBy(line, faults) : flawed(line, cells[0] ?? '', flaw));
      const id = cells[places.get('contract_id') ?? -1]?.trim() ?? '';
      // It is in the file, whatever else is wrong with it: it has not vanished.
      if (flaw !== null || faults.some(({ field }) => field === 'contract_id')) nameless += 1;
      else seen.note(id, line, '');
      return;
    }
    const { contract } = read;
    const earlier = seen.note(contract.id, line, JSON.stringify(contract));
    if (earlier === null) await spool.add({ line, contract });
    else if (earlier.isSame) copies += 1;
    else rejections.add(contradicts(line, contract.id, earlier.line));
  };

  for await (const rows of table.rows()) {
    for (const one of rows) {
      since += 1;
      if (since % 500 === 0) await pause();
      if (one.cells.every(isBlank)) continue;
      await take(one);
    }
    onProgress(table.progress());
  }
  return { places, spool, seen, rejections, copies, nameless };
}

function isBlank(cell: string): boolean {
  return cell === '' || cell.trim() === '';
}

function openRejections(): Rejections {
  const told: Rejected[] = [];
  let count = 0;
  return {
    add(rejected) {
      count += 1;
      // A piece of a long text would keep the whole of it in memory.
      if (told.length < TOLD) told.push({ ...rejected, value: copied(rejected.value) });
    },
    count: () => count,
    sorted: () => told.toSorted((one, other) => one.line - other.line),
  };
}

function copied(value: string): string {
  const short = value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value;
  return Buffer.from(short.toWellFormed()).toString();
}

function rejectedBy(line: number, [first, ...others]: readonly Fault[]): Rejected {
  if (first === undefined) throw new Error('a row was refused without a reason');
  return {
    line,
    ...first,
    also: [...new Set(others.map(({ field }) => field))].filter((field) => field !== first.field),
  };
}

function flawed(line: number, value: string, message: Bilingual): Rejected {
  return { line, field: 'contract_id', value, message, also: [] };
}

function contradicts(line: number, value: string, before: number): Rejected {
  return {
    line,
    field: 'contract_id',
    value,
    message: {
      zh: `第 ${before} 行已经有这个合约，内容不同：只用了前一行`,
      en: `line ${before} has this contract already, and says otherwise: the line above was taken`,
    },
    also: [],
  };
}

function noHeadings(best: readonly string[] | null) {
  const missing =
    best === null
      ? COLUMNS.filter((one) => one.isRequired).map(({ column }) => column)
      : readHeadings(best).missing;
  const named = (column: Column): string =>
    COLUMNS.find((one) => one.column === column)?.zh ?? column;
  return refused({
    zh: `没有找到标题行，缺少：${missing.map(named).join('、')}`,
    en: `no row of headings was found; missing: ${missing.join(', ')}`,
  });
}

function twice(columns: readonly Column[]) {
  return refused({
    zh: `标题 ${columns.join('、')} 出现了两次：请删掉一列`,
    en: `two headings name ${columns.join(', ')}: take one of them out`,
  });
}
