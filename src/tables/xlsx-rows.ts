import { damaged, refused } from '../sheets/limits.ts';
import { dayOfSerial } from '../sheets/xlsx-dates.ts';
import { TABLE_LIMITS } from './limits.ts';
import type { TableRow } from './table.ts';
import type { TextPool } from './text-pool.ts';
import { type Book, shownText, xmlDecoder } from './xlsx-book.ts';
import { attributeOf, xmlReader } from './xml-events.ts';

export type SheetReading = {
  /** Columns beyond are passed over. */
  readonly width: number;
  /** Told as the reading goes on. */
  readonly read: (bytes: number) => void;
};

/** The rows of a sheet that show something, a batch for each piece of the file. Values only: nothing is computed. */
export async function* sheetRows(
  book: Book,
  path: string,
  { width, read }: SheetReading,
): AsyncGenerator<readonly TableRow[]> {
  let rows: TableRow[] = [];
  const reader = xmlReader(
    rowVisitor(book, await book.texts(), { width, give: (row) => rows.push(row) }),
  );
  const decoder = xmlDecoder();
  for await (const piece of book.archive.stream(path)) {
    reader.push(decoder(piece));
    read(piece.length);
    if (rows.length === 0) continue;
    yield rows;
    rows = [];
  }
  reader.push(decoder(null));
  reader.end();
  if (rows.length > 0) yield rows;
}

type Giving = { readonly width: number; readonly give: (row: TableRow) => void };

function rowVisitor({ styles, startsIn1904 }: Book, texts: TextPool, { width, give }: Giving) {
  let [line, column] = [0, -1];
  let cells: string[] = [];
  let [kind, isDay, value] = ['n', false, ''];
  let [isInCell, isValue, spoken] = [false, false, 0];

  const put = (): void => {
    const text = cellText();
    if (text === '') return;
    if (column >= TABLE_LIMITS.columns)
      throw refused({
        zh: `第 ${line} 行超过 ${TABLE_LIMITS.columns} 列，不像是表格`,
        en: `row ${line} has more than ${TABLE_LIMITS.columns} columns`,
      });
    if (column >= width) return;
    while (cells.length < column) cells.push('');
    cells[column] = text;
  };

  const cellText = (): string => {
    if (value === '') return '';
    if (kind === 's') {
      const text = texts.at(Number(value));
      if (text === null)
        throw damaged({ zh: '缺少一段文字', en: 'a text that a cell refers to is missing' });
      return text;
    }
    if (kind === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    if (kind === 'd') return value.slice(0, 10);
    if (kind !== 'n') return shownText(value);
    const number = Number(value);
    if (!Number.isFinite(number)) return value;
    if (isDay) return dayOfSerial(number, startsIn1904) ?? value;
    // Of a number with more digits only the first fifteen are what somebody typed.
    if (Math.abs(number) >= 1e15) return number.toExponential().replace('e', 'E');
    return String(number);
  };

  return {
    open(name: string, attributes: string): void {
      if (name === 'c') {
        const place = columnOf(attributeOf(attributes, 'r'));
        column = place ?? column + 1;
        kind = attributeOf(attributes, 't') ?? 'n';
        const style = kind === 'n' ? attributeOf(attributes, 's') : null;
        isDay = style !== null && styles[Number(style)]?.shows === 'day';
        value = '';
        isInCell = true;
      } else if (name === 'row') {
        // The number may be left out: then it is the next one.
        const number = attributeOf(attributes, 'r');
        line = number === null ? line + 1 : Number(number);
        if (!Number.isSafeInteger(line) || line < 1)
          throw damaged({ zh: '行号不对', en: 'a row has no number' });
        column = -1;
        cells = [];
      } else if (name === 'rPh') spoken += 1;
      isValue = isInCell && spoken === 0 && (name === 'v' || name === 't');
    },
    text(more: string): void {
      if (isValue) value += more;
    },
    close(name: string): void {
      if (name === 'v' || name === 't') isValue = false;
      else if (name === 'rPh') spoken -= 1;
      else if (name === 'c') {
        isInCell = false;
        put();
      } else if (name === 'row' && cells.length > 0) {
        give({ line, cells, flaw: null });
        cells = [];
      }
    },
  };
}

/** The column of `AB12`, counted from 0. */
function columnOf(place: string | null): number | null {
  if (place === null) return null;
  let column = 0;
  for (let at = 0; at < place.length; at += 1) {
    const letter = place.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) return column === 0 ? null : column - 1;
    column = column * 26 + letter;
  }
  return null;
}
