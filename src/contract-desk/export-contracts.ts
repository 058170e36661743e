import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, unlink } from 'node:fs/promises';
import { COLUMNS } from '../contracts/columns.ts';
import type { KeptContract } from '../contracts/contract.ts';
import { safeCell } from '../contracts/safe-cell.ts';
import { writtenRow } from '../contracts/written-row.ts';
import { Problem } from '../problem.ts';
import type { ContractBook, ContractFilter } from '../store/contracts.ts';
import { BYTE_ORDER_MARK, csvLine, LINE_END } from '../tables/csv-out.ts';
import { xlsxOut } from '../tables/xlsx-out.ts';

const PAGE = 1_000;

/** All contracts of a filter, soonest end first, a page at a time. */
export async function* contractPages(
  book: Pick<ContractBook, 'list'>,
  filter: ContractFilter,
): AsyncGenerator<readonly KeptContract[]> {
  for (let after: KeptContract | null = null; ; ) {
    const page: readonly KeptContract[] = await book.list({ ...filter, after, limit: PAGE });
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = last;
  }
}

export type Exporting = {
  readonly filter: ContractFilter;
  readonly inFull: boolean;
};

type RowOut = (cells: readonly string[]) => Promise<void>;

/** Writes the contracts as CSV lines; nothing of them can run in a spreadsheet. Answers how many there were. */
export async function exportLines(
  book: Pick<ContractBook, 'list'>,
  wish: Exporting,
  line: (text: string) => void,
): Promise<number> {
  return writeRows(book, wish, async (cells) => line(csvLine(cells)));
}

/** Writes them into a new file, or in place of one, when all of it is written: XLSX where its name says so, else CSV. */
export async function exportFile(
  book: Pick<ContractBook, 'list'>,
  wish: Exporting,
  path: string,
): Promise<number> {
  const aside = `${path}.${randomBytes(4).toString('hex')}.part`;
  // Names and phones: whoever asked for the file is the one to read it.
  const file = await open(aside, 'wx', 0o600).catch((error: unknown) => {
    throw unwritable(path, error);
  });
  try {
    const count = /\.xlsx$/i.test(path)
      ? await intoXlsx(book, wish, file)
      : await intoCsv(book, wish, file);
    await file.close();
    await rename(aside, path);
    return count;
  } catch (error) {
    await file.close().catch(() => undefined);
    await unlink(aside).catch(() => undefined);
    throw error instanceof Problem ? error : unwritable(path, error);
  }
}

async function intoXlsx(
  book: Pick<ContractBook, 'list'>,
  wish: Exporting,
  file: FileHandle,
): Promise<number> {
  const sink = { write: async (bytes: Buffer) => void (await file.write(bytes)) };
  const out = xlsxOut(sink, '合约 contracts', [16, 14, 14, 24, 20, 24, 12, 12, 14, 14]);
  const count = await writeRows(book, wish, out.row);
  await out.end();
  return count;
}

async function intoCsv(
  book: Pick<ContractBook, 'list'>,
  wish: Exporting,
  file: FileHandle,
): Promise<number> {
  let text = BYTE_ORDER_MARK;
  const flush = async (): Promise<void> => {
    await file.write(text);
    text = '';
  };
  const count = await writeRows(book, wish, async (cells) => {
    text += csvLine(cells) + LINE_END;
    if (text.length > 64 * 1024) await flush();
  });
  await flush();
  return count;
}

async function writeRows(
  book: Pick<ContractBook, 'list'>,
  { filter, inFull }: Exporting,
  row: RowOut,
): Promise<number> {
  let count = 0;
  await row(COLUMNS.map(({ column }) => column));
  for await (const page of contractPages(book, filter)) {
    for (const contract of page) {
      const written = writtenRow(contract, { inFull });
      await row(COLUMNS.map(({ column }) => safeCell(written[column])));
    }
    count += page.length;
  }
  return count;
}

function unwritable(path: string, error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
  return new Problem('file', `${path} cannot be written${code}`, {
    zh: `${path} 写不了${code}`,
    cause: error,
  });
}
