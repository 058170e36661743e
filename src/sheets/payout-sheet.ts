import type { Doubts } from './doubts.ts';
import { type Cell, type Place, rowOf, type Sheet } from './grid.ts';
import { type PayoutColumn, payoutColumns } from './headings.ts';
import { isTotal } from './notes.ts';
import {
  type CellFinder,
  type ColumnFinder,
  figureReader,
  figuresOf,
  type PlanFigures,
} from './plan-figures.ts';
import { isBanner, type Table, type TableKind } from './tables.ts';

/** One row of the payouts: every figure that was read; null where it is missing or in doubt. */
export type PayoutRow = {
  readonly sheet: Sheet;
  /** Where the row is named: its offer, else its deposit. */
  readonly place: Place;
  readonly offer: string | null;
  readonly offerId: string | null;
  readonly figures: PlanFigures | null;
  readonly said: (about: PayoutColumn['about']) => Cell | null;
};

export const payoutTable: TableKind<PayoutColumn> = {
  read: payoutColumns,
  isOne: (columns) =>
    columns.some(({ about, side }) => about === 'amount' && side === 'deposit') &&
    columns.filter(({ about }) => ['monthly', 'months', 'atOnce', 'commission'].includes(about))
      .length >= 2,
};

/** The plans of a payout sheet, down to `lastRow`. */
export function readPayouts(
  table: Table<PayoutColumn>,
  lastRow: number,
  doubts: Doubts,
): readonly PayoutRow[] {
  const { sheet } = table;
  const columnOf = columnFinder(table);
  tellUnits(table, doubts);
  const rows: PayoutRow[] = [];
  for (let row = table.headingRow + 1; row <= lastRow; row += 1) {
    if (isBanner(sheet, row) || rowOf(sheet, row).some(({ text }) => isTotal(text))) continue;
    const cellOf: CellFinder = (about, side = null) => {
      const column = columnOf(about, side);
      return (column === null ? undefined : sheet.at(row, column)) ?? null;
    };
    const hasFigures = table.columns.some(
      ({ about, column }) => !NAMING.has(about) && sheet.at(row, column) !== undefined,
    );
    if (!hasFigures) continue;
    const reader = figureReader(sheet, row, { columnOf, cellOf, doubts });
    const depositColumn = columnOf('amount', 'deposit') ?? 1;
    const column = cellOf('offer') === null ? depositColumn : (columnOf('offer') ?? depositColumn);
    rows.push({
      sheet,
      place: { row, column },
      offer: cellOf('offer')?.text ?? null,
      offerId: cellOf('offerId')?.text ?? null,
      figures: figuresOf(reader),
      said: cellOf,
    });
  }
  return rows;
}

/** A column in tens of thousands, or in per cent, would be read as yuan. */
function tellUnits({ sheet, headingRow, columns }: Table<PayoutColumn>, doubts: Doubts): void {
  for (const { about, column, heading } of columns)
    if (AMOUNTS.has(about) && /[%‰％万千角]|比例|分成|折/.test(heading))
      doubts.add(
        sheet,
        { row: headingRow, column },
        {
          zh: '这一列的单位看起来不是元，却会按元读：请换算成元，并改表头',
          en: 'this column seems not to be in yuan and is read as yuan: write yuan, and mend its heading',
        },
      );
}

const AMOUNTS: ReadonlySet<PayoutColumn['about']> = new Set([
  'amount',
  'atOnce',
  'monthly',
  'last',
  'pack',
  'commission',
]);

const NAMING: ReadonlySet<PayoutColumn['about']> = new Set([
  'offer',
  'offerId',
  'clause',
  'clauseEnglish',
]);

/** Columns by what they are about and whose money it is; 月数 behind 每月赠送 is that of the gift. */
function columnFinder({ columns }: Table<PayoutColumn>): ColumnFinder {
  const columnByWhat = new Map<string, number>();
  let side: PayoutColumn['side'] = 'deposit';
  for (const { about, column, side: told } of columns) {
    const isSided = SIDED.has(about);
    if (isSided) side = told ?? side;
    const key = isSided ? `${about} ${side}` : about;
    if (!columnByWhat.has(key)) columnByWhat.set(key, column);
  }
  return (about, of = null) =>
    columnByWhat.get(SIDED.has(about) ? `${about} ${of}` : about) ?? null;
}

const SIDED: ReadonlySet<PayoutColumn['about']> = new Set([
  'amount',
  'atOnce',
  'monthly',
  'last',
  'months',
  'start',
  'assumed',
  'assumedEnglish',
]);
