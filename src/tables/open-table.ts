import { refused } from '../sheets/limits.ts';
import { OTHER_FILES } from '../sheets/other-files.ts';
import { dayOfSerial } from '../sheets/xlsx-dates.ts';
import { LOCKED } from '../sheets/zip.ts';
import type { ByteSource } from './byte-source.ts';
import { csvReader } from './csv-rows.ts';
import { type Encoding, encodingOf, mayBeGbk, textsOf } from './encoding.ts';
import { TABLE_LIMITS } from './limits.ts';
import type { HeadOf, Opened, Table, TableRow } from './table.ts';
import { openBook } from './xlsx-book.ts';
import { sheetRows } from './xlsx-rows.ts';

/** Opens a table by what it is, whatever it is called, and finds its headings. Throws a Problem `file` that says what is wrong. */
export async function openTable<Head>(
  source: ByteSource,
  headOf: HeadOf<Head>,
): Promise<Opened<Head>> {
  if (source.size === 0)
    throw refused({ zh: '文件是空的：请重新保存后再试', en: 'the file is empty' });
  if (source.size > TABLE_LIMITS.fileBytes)
    throw refused({ zh: '文件太大：请拆成几个', en: 'the file is too large: split it' });
  const start = (await source.read(0, 16)).toString('latin1');
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) throw await oldOrLocked(source);
  const other = OTHER_FILES.find(([sign]) => start.startsWith(sign));
  if (other !== undefined)
    throw refused({
      zh: `这其实是 ${other[1].zh}，不是表格：请用 .xlsx 或 .csv 文件`,
      en: `this is ${other[1].en}, whatever its name says: a CSV or XLSX file is needed`,
    });
  return start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')
    ? openXlsx(source, headOf)
    : openCsv(source, headOf);
}

/** A file with a password and a file of before 2007 begin alike. The first names its secret part, in UTF-16. */
async function oldOrLocked(source: ByteSource) {
  const bytes = await source.read(0, Math.min(source.size, 20_000_000));
  return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? refused(LOCKED)
    : refused({
        zh: '这是旧版 .xls 文件：请另存为 .xlsx',
        en: 'this is an old .xls file: save it as .xlsx',
      });
}

async function openXlsx<Head>(source: ByteSource, headOf: HeadOf<Head>): Promise<Opened<Head>> {
  const book = await openBook(source);
  let best: Best = NOTHING;
  for (const path of book.sheets) {
    const all = { width: TABLE_LIMITS.columns, read: () => undefined };
    const found = await headIn(sheetRows(book, path, all), headOf);
    if (!found.ok) {
      if (found.best.score > best.score) best = found.best;
      continue;
    }
    const { head, line, width } = found;
    const whole = book.archive.parts.get(path)?.unpacked ?? 0;
    let done = 0;
    const reading = {
      width,
      read: (bytes: number) => {
        done += bytes;
      },
    };
    const table: Table<Head> = {
      head,
      width,
      rows: () => below(sheetRows(book, path, reading), line),
      progress: () => (whole === 0 ? 1 : done / whole),
      dayOfNumber: (number) => dayOfSerial(number, book.startsIn1904),
    };
    return { ok: true, table };
  }
  return { ok: false, best: best.cells };
}

/** Tab and semicolon are what spreadsheets write where a comma stands in numbers. */
const SEPARATORS = [',', ';', '\t', '|', '，'] as const;

async function openCsv<Head>(source: ByteSource, headOf: HeadOf<Head>): Promise<Opened<Head>> {
  const encoding = await encodingOf(source);
  const encodings: readonly Encoding[] =
    encoding === 'utf-8' && (await mayBeGbk(source)) ? ['utf-8', 'gb18030'] : [encoding];
  let best: Best = NOTHING;
  for (const one of encodings) {
    for (const separator of SEPARATORS) {
      const found = await headIn(csvRows(source, one, { separator }), headOf);
      if (!found.ok) {
        if (found.best.score > best.score) best = found.best;
        continue;
      }
      const { head, line, width } = found;
      let done = 0;
      const reading = {
        separator,
        read: (letters: number) => {
          done += letters;
        },
      };
      const table: Table<Head> = {
        head,
        width,
        rows: () => below(csvRows(source, one, reading), line),
        progress: () => Math.min(1, done / source.size),
        dayOfNumber: null,
      };
      return { ok: true, table };
    }
  }
  return { ok: false, best: best.cells };
}

type CsvReading = { readonly separator: string; readonly read?: (bytes: number) => void };

async function* csvRows(
  source: ByteSource,
  encoding: Encoding,
  { separator, read }: CsvReading,
): AsyncGenerator<readonly TableRow[]> {
  const reader = csvReader(separator);
  // Letters of Chinese take two bytes and more, so this runs a little behind.
  for await (const text of textsOf(source, encoding)) {
    const rows = reader.push(text);
    read?.(text.length);
    if (rows.length > 0) yield rows;
  }
  const rows = reader.end();
  if (rows.length > 0) yield rows;
}

type Best = { readonly cells: readonly string[] | null; readonly score: number };
const NOTHING: Best = { cells: null, score: 0 };

type Found<Head> =
  | { readonly ok: true; readonly head: Head; readonly line: number; readonly width: number }
  | { readonly ok: false; readonly best: Best };

/** The first row of headings among the first rows that show something, or the row that comes nearest to it. */
async function headIn<Head>(
  rows: AsyncIterable<readonly TableRow[]>,
  headOf: HeadOf<Head>,
): Promise<Found<Head>> {
  let best: Best = NOTHING;
  let seen = 0;
  for await (const batch of rows) {
    for (const { line, cells } of batch) {
      if (cells.every((cell) => cell.trim() === '')) continue;
      const { head, score } = headOf(cells);
      if (head !== null) return { ok: true, head, line, width: cells.length };
      if (score > best.score) best = { cells, score };
      seen += 1;
      if (seen >= TABLE_LIMITS.headingsWithinRows) return { ok: false, best };
    }
  }
  return { ok: false, best };
}

async function* below(
  rows: AsyncIterable<readonly TableRow[]>,
  head: number,
): AsyncGenerator<readonly TableRow[]> {
  for await (const batch of rows) {
    const wanted = (batch[0]?.line ?? 0) > head ? batch : batch.filter(({ line }) => line > head);
    if (wanted.length > 0) yield wanted;
  }
}
