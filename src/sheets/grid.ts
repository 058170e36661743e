import { LIMITS, refused } from './limits.ts';

/** What makes the value of a cell unsure, whatever stands in it. */
export type Flaw = 'formula-without-value' | 'error' | 'hidden' | 'hidden-column' | 'struck';

/** A place in a sheet; rows and columns count from 1, as people see them. */
export type Place = { readonly row: number; readonly column: number };

export type Cell = Place & {
  /** As it is shown, without spaces around it; a date is written 2015-02-10. */
  readonly text: string;
  /** The number where the cell holds one; a date holds none. */
  readonly number: number | null;
  readonly flaw: Flaw | null;
};

/** Cells drawn as one, both corners included. */
export type Merge = { readonly from: Place; readonly to: Place };

/** A sheet as a person sees it: each place of merged cells shows what the merged cell shows. */
export type Sheet = {
  readonly name: string;
  readonly height: number;
  readonly width: number;
  /** How many places show something. */
  readonly filled: number;
  /** The cell that shows at a place; undefined where it is empty. Its own place is where it was typed. */
  readonly at: (row: number, column: number) => Cell | undefined;
};

/** Puts cells in their places and draws the merged ones. Refuses what no sheet of policy needs. */
export function createSheet(
  name: string,
  cells: readonly Cell[],
  merges: readonly Merge[] = [],
): Sheet {
  const places = new Map<number, Cell>();
  let [height, width] = [0, 0];
  for (const cell of cells) {
    if (cell.text === '' && cell.flaw === null) continue;
    checkPlace(name, cell);
    places.set(keyOf(cell.row, cell.column), cell);
    checkCount(name, places.size);
    height = Math.max(height, cell.row);
    width = Math.max(width, cell.column);
  }
  if (merges.length > LIMITS.merges)
    throw refused({
      zh: `工作表“${name}”的合并单元格太多，不像是政策表格`,
      en: `sheet "${name}" has too many merged cells`,
    });
  // Merges that lie over each other cost as much as if they did not.
  let drawn = 0;
  for (const { from, to } of merges) {
    const shown = places.get(keyOf(from.row, from.column));
    if (shown === undefined) continue;
    // A merge may reach to the last row that Excel knows: nobody sees further than the last cell with something in it.
    for (let row = from.row; row <= Math.min(to.row, height); row += 1) {
      for (let column = from.column; column <= Math.min(to.column, width); column += 1) {
        places.set(keyOf(row, column), shown);
        drawn += 1;
        checkCount(name, drawn);
      }
    }
  }
  return {
    name,
    height,
    width,
    filled: places.size,
    at: (row, column) => places.get(keyOf(row, column)),
  };
}

/** Refuses a place outside of what a sheet of policy may fill. */
export function checkPlace(sheet: string, { row, column }: Place): void {
  if (row > LIMITS.rows)
    throw refused({
      zh: `工作表“${sheet}”超过 ${LIMITS.rows} 行，不像是政策表格：请删掉下面多余的行`,
      en: `sheet "${sheet}" has more than ${LIMITS.rows} rows: this is no sheet of policy`,
    });
  if (column > LIMITS.columns)
    throw refused({
      zh: `工作表“${sheet}”超过 ${LIMITS.columns} 列，不像是政策表格：请删掉右边多余的列`,
      en: `sheet "${sheet}" has more than ${LIMITS.columns} columns`,
    });
}

/** Refuses more cells than a sheet of policy may fill. */
export function checkCount(sheet: string, cells: number): void {
  if (cells > LIMITS.cells)
    throw refused({
      zh: `工作表“${sheet}”的内容超过 ${LIMITS.cells} 个单元格，不像是政策表格：请只留政策`,
      en: `sheet "${sheet}" has more than ${LIMITS.cells} cells: this is no sheet of policy`,
    });
}

/** The name of a place as spreadsheets write it: row 7, column 4 is `D7`. */
export function cellName({ row, column }: Place): string {
  return `${columnName(column)}${row}`;
}

export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return column > 26 ? `${columnName(Math.floor((column - 1) / 26))}${letter}` : letter;
}

/** The place that `D7` or `$D$7` names, or null. */
export function placeOf(name: string): Place | null {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(name);
  if (match === null) return null;
  const column = [...(match[1] ?? '')].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0);
  return { row: Number(match[2]), column };
}

/** The cells of one row that show something, from left to right. */
export function rowOf(sheet: Sheet, row: number): readonly Cell[] {
  return Array.from({ length: sheet.width }, (_, index) => sheet.at(row, index + 1) ?? []).flat();
}

/** Rows are below 2²⁰ and columns below 2¹⁴ in every spreadsheet. */
function keyOf(row: number, column: number): number {
  return row * 16_384 + column;
}
