import { rowOf, type Sheet } from './grid.ts';
import type { ColumnReader } from './headings.ts';

/** A column of a table and what it is about. */
export type Headed<C> = C & { readonly column: number; readonly heading: string };

/** A table in a sheet: its headings, and the rows below them. */
export type Table<C> = {
  readonly sheet: Sheet;
  /** The last row of the headings. */
  readonly headingRow: number;
  readonly firstRow: number;
  readonly columns: readonly Headed<C>[];
  /** Columns with a heading that means nothing here. */
  readonly others: readonly { readonly column: number; readonly heading: string }[];
};

/** A kind of table: what its headings mean, and whether these are enough to know it by. */
export type TableKind<C> = {
  readonly read: ColumnReader<C>;
  readonly isOne: (columns: readonly Headed<C>[]) => boolean;
};

/** The trade puts a heading over a group of headings, and a title over both. */
const HEADING_ROWS = 3;

/** The tables of one kind in a sheet, from top to bottom. */
export function tablesIn<C>(sheet: Sheet, { read, isOne }: TableKind<C>): readonly Table<C>[] {
  const kind = { read: remembered(read), isOne };
  const tables: Table<C>[] = [];
  for (let row = 1; row <= sheet.height; row += 1) {
    const first = tableAt(sheet, row, kind);
    if (first === null) continue;
    // Rows above may be a title: of all ways to take the headings, the one that explains most columns with least rows.
    const table = Array.from({ length: HEADING_ROWS - 1 }, (_, index) =>
      tableAt(sheet, row + index + 1, kind),
    ).reduce<Table<C>>((best, other) => (isBetter(other, best, kind) ? other : best), first);
    tables.push(table);
    row = table.headingRow;
  }
  return tables;
}

/** The same texts are looked at again and again while headings are sought. */
function remembered<C>(read: ColumnReader<C>): ColumnReader<C> {
  const known = new Map<string, C | null>();
  return (heading) => {
    const before = known.get(heading);
    if (before !== undefined) return before;
    const meant = read(heading);
    known.set(heading, meant);
    return meant;
  };
}

function isBetter<C>(
  other: Table<C> | null,
  best: Table<C>,
  { read }: TableKind<C>,
): other is Table<C> {
  if (other === null || other.columns.length < best.columns.length) return false;
  if (other.columns.length > best.columns.length) return true;
  if (other.headingRow !== best.headingRow) return false;
  // Both explain the same columns. The row above counts only where it has headings and they change what is meant.
  const above = rowOf(best.sheet, best.firstRow).filter(({ text }) => read(text) !== null);
  return above.length < 2 || JSON.stringify(other.columns) === JSON.stringify(best.columns);
}

function tableAt<C>(
  sheet: Sheet,
  firstRow: number,
  { read, isOne }: TableKind<C>,
): Table<C> | null {
  let best: Table<C> | null = null;
  for (let rows = 1; rows <= HEADING_ROWS && firstRow + rows - 1 <= sheet.height; rows += 1) {
    const table = tableOf(sheet, { firstRow, headingRow: firstRow + rows - 1 }, read);
    if (isOne(table.columns) && table.columns.length > (best?.columns.length ?? 0)) best = table;
  }
  return best;
}

function tableOf<C>(
  sheet: Sheet,
  rows: { readonly firstRow: number; readonly headingRow: number },
  read: ColumnReader<C>,
): Table<C> {
  const columns: Headed<C>[] = [];
  const others: { column: number; heading: string }[] = [];
  for (let column = 1; column <= sheet.width; column += 1) {
    const texts = headingsOf(sheet, column, rows);
    const heading = texts.at(-1) ?? '';
    // Together with the headings above it first: 赠送返还 over 月数 is not 预存返还 over 月数.
    const meant = [texts.join(''), ...texts.toReversed()].map(read).find((one) => one !== null);
    if (meant !== undefined && meant !== null) columns.push({ ...meant, column, heading });
    else if (heading !== '') others.push({ column, heading });
  }
  return { sheet, ...rows, columns, others };
}

function headingsOf(
  sheet: Sheet,
  column: number,
  { firstRow, headingRow }: { readonly firstRow: number; readonly headingRow: number },
): readonly string[] {
  const texts: string[] = [];
  for (let row = firstRow; row <= headingRow; row += 1) {
    const text = sheet.at(row, column)?.text ?? '';
    if (text !== '' && text !== texts.at(-1)) texts.push(text);
  }
  return texts;
}

/** Whether one merged cell fills a row: a title, a note, or the name of the rows below. */
export function isBanner(sheet: Sheet, row: number): boolean {
  const [first, ...rest] = rowOf(sheet, row);
  return first !== undefined && rest.length > 1 && rest.every((cell) => cell === first);
}
