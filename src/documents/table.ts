import { BAND, INK, LEADING, QUIET, type Sheet, type Style } from './sheet.ts';

export type Rows = {
  /** Null where the first column names what stands beside it. */
  readonly head: readonly string[] | null;
  readonly rows: readonly (readonly string[])[];
  readonly shares: readonly number[];
};

const CELL: Style = { size: 9, weight: 'regular', colour: INK };
const HEAD: Style = { size: 9, weight: 'bold', colour: INK };
const NAME: Style = { size: 9, weight: 'regular', colour: QUIET };
const PADDING = { x: 5, y: 3 };
const LINE = CELL.size * LEADING;
/** A row is broken only where at least so many lines of it stand on each side, or it is higher than a page. */
const TOGETHER = 8;

type Column = { readonly x: number; readonly width: number };

/** Rows under a head that is said again on every page. A row too high for the rest of the page goes on on the next. */
export function writeTable(sheet: Sheet, { head, rows, shares }: Rows): void {
  const columns = columnsOf(shares, sheet.width);
  const cellsOf = (cells: readonly string[], style: (index: number) => Style) =>
    columns.map(({ width }, index) =>
      sheet.linesOf(cells[index] ?? '', width - 2 * PADDING.x, style(index)),
    );
  const headLines = head === null ? null : cellsOf(head, () => HEAD);
  const bodyStyle = (index: number): Style => (head === null && index === 0 ? NAME : CELL);

  const writeHead = (): void => {
    if (headLines === null) return;
    const height = heightOf(headLines);
    sheet.fill({ x: 0, y: sheet.top(), width: sheet.width, height }, BAND);
    writeCells(sheet, { columns, cells: headLines, style: () => HEAD });
  };

  const headHeight = headLines === null ? 0 : heightOf(headLines);
  if (sheet.rest() < headHeight + 2 * PADDING.y + 2 * LINE && !sheet.isAtTop()) sheet.newPage();
  writeHead();
  for (const row of rows) {
    let cells = cellsOf(row, bodyStyle);
    for (;;) {
      const lines = Math.max(1, ...cells.map((cell) => cell.length));
      const fitting = Math.floor((sheet.rest() - 2 * PADDING.y) / LINE);
      if (lines <= fitting) {
        writeCells(sheet, { columns, cells, style: bodyStyle });
        break;
      }
      const isFresh = sheet.isAtTop();
      if (fitting >= TOGETHER || (isFresh && fitting >= 1)) {
        writeCells(sheet, {
          columns,
          cells: cells.map((cell) => cell.slice(0, fitting)),
          style: bodyStyle,
        });
        cells = cells.map((cell) => cell.slice(fitting));
      }
      sheet.newPage();
      writeHead();
    }
  }
}

function columnsOf(shares: readonly number[], width: number): readonly Column[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  let x = 0;
  return shares.map((share) => {
    const column = { x, width: (share / whole) * width };
    x += column.width;
    return column;
  });
}

type Cells = readonly (readonly string[])[];

function heightOf(cells: Cells): number {
  return Math.max(1, ...cells.map((cell) => cell.length)) * LINE + 2 * PADDING.y;
}

function writeCells(
  sheet: Sheet,
  {
    columns,
    cells,
    style,
  }: { columns: readonly Column[]; cells: Cells; style: (index: number) => Style },
): void {
  const y = sheet.top();
  cells.forEach((lines, index) => {
    const x = (columns[index]?.x ?? 0) + PADDING.x;
    lines.forEach((line, down) => {
      sheet.write(line, { x, y: y + PADDING.y + down * LINE }, style(index));
    });
  });
  sheet.skip(heightOf(cells));
  sheet.rule(sheet.top());
}
