import type { Level, OutletId } from '../policy/policy.ts';
import { type Doubts, tellFlaw } from './doubts.ts';
import type { Known } from './draft.ts';
import { tidy } from './folding.ts';
import { type Cell, type Place, rowOf, type Sheet } from './grid.ts';
import { type MatrixColumn, matrixColumns } from './headings.ts';
import { levelsIn } from './levels-in-row.ts';
import { isNote, isTotal } from './notes.ts';
import { outletColumns } from './outlet-columns.ts';
import { isLegend, levelOf } from './signs.ts';
import { isBanner, type Table, type TableKind } from './tables.ts';

/** One row of the matrix: an offer and what it is at each outlet. A level in doubt is left out. */
export type MatrixRow = {
  readonly sheet: Sheet;
  /** Where the offer's name stands. */
  readonly place: Place;
  readonly business: string | null;
  readonly offer: string;
  readonly at: Readonly<Record<OutletId, Level>>;
  /** What an own column says of the row, by what it is about. */
  readonly said: (about: MatrixColumn['about']) => Cell | null;
};

export function matrixTable(known: Known): TableKind<MatrixColumn> {
  return {
    read: matrixColumns(known),
    isOne: (columns) =>
      columns.some(({ about }) => about === 'offer') &&
      columns.filter(({ about }) => about === 'outlet').length >= 2,
  };
}

/** The rows of a matrix, down to `lastRow`. */
export function readMatrix(
  table: Table<MatrixColumn>,
  lastRow: number,
  { known, doubts }: { readonly known: Known; readonly doubts: Doubts },
): readonly MatrixRow[] {
  const { sheet } = table;
  const outlets = outletColumns(table, known, doubts);
  const columnOf = (about: MatrixColumn['about']): number | null =>
    table.columns.find((column) => column.about === about)?.column ?? null;
  const offerColumn = columnOf('offer') ?? 0;
  const businessColumn = columnOf('business');
  const rows: MatrixRow[] = [];
  let business: string | null = null;
  for (let row = table.headingRow + 1; row <= lastRow; row += 1) {
    const offer = sheet.at(row, offerColumn);
    if (isBanner(sheet, row)) {
      // The trade also writes the business over its rows, in a cell as wide as the table.
      if (
        offer !== undefined &&
        businessColumn === null &&
        !isNote(offer.text) &&
        !/[:：。]/.test(offer.text)
      )
        business = nameOfBusiness(offer.text);
      continue;
    }
    const shown = businessColumn === null ? undefined : sheet.at(row, businessColumn);
    const levels = outlets.flatMap(({ column }) => sheet.at(row, column) ?? []);
    if (isTotalRow(sheet, row, levels) || isLegendRow(sheet, row, offer)) continue;
    if (levels.length === 0 && isNoOffer(sheet, row, { offer, shown, doubts })) continue;
    // A business is written once, merged down its offers or with empty cells below it.
    if (shown !== undefined) business = tidy(shown.text);
    if (shown !== undefined) tellFlaw({ sheet, place: shown }, shown, doubts);
    if (offer === undefined) {
      doubts.add(
        sheet,
        { row, column: offerColumn },
        {
          zh: '这一行没有优惠名称，不采用：请填优惠名称，或删掉这一行',
          en: 'an offer without a name: the row is left out',
        },
      );
      continue;
    }
    rows.push({
      sheet,
      place: { row, column: offerColumn },
      business,
      offer: tidy(offer.text),
      at: levelsIn({ sheet, offer: { row, column: offerColumn } }, outlets, doubts),
      said(about) {
        const column = columnOf(about);
        return (column === null ? undefined : sheet.at(row, column)) ?? null;
      },
    });
    tellFlaw({ sheet, place: { row, column: offerColumn } }, offer, doubts);
  }
  return rows;
}

/** Sums of how often a level stands above are no levels: signs in such a row are something else. */
function isTotalRow(sheet: Sheet, row: number, levels: readonly Cell[]): boolean {
  const isSummed = rowOf(sheet, row).some((cell) => cell.row === row && isTotal(cell.text));
  return isSummed && levels.every(({ text }) => /^[\d.]+%?$/.test(text));
}

/** A legend with a cell for each sign: no offer is called √主推. */
function isLegendRow(sheet: Sheet, row: number, offer: Cell | undefined): boolean {
  if (offer === undefined || levelOf(offer.text) === null) return false;
  return isLegend(
    rowOf(sheet, row)
      .map(({ text }) => text)
      .join(' '),
  );
}

/** A row without levels is a note or a fact, or was not meant to be without. */
function isNoOffer(
  sheet: Sheet,
  row: number,
  {
    offer,
    shown,
    doubts,
  }: {
    readonly offer: Cell | undefined;
    readonly shown: Cell | undefined;
    readonly doubts: Doubts;
  },
): boolean {
  const own = [shown, offer].filter((cell) => cell !== undefined && cell.row === row);
  if (own.some((cell) => cell !== undefined && isNote(cell.text))) return true;
  const isAlone = rowOf(sheet, row).every((cell) => cell === own[0] || cell.row !== row);
  if (offer !== undefined && !isAlone) return false;
  if (own[0] !== undefined && !/[:：。]/.test(shown === own[0] ? own[0].text : ''))
    doubts.add(sheet, own[0], {
      zh: '这一行一个级别都没有，不采用：是优惠的请填上级别，是说明的请在前面写“注：”',
      en: 'a row without levels: it is left out; write its levels, or 注： before a note',
    });
  return true;
}

/** `一、存费送费` is the business 存费送费. */
function nameOfBusiness(text: string): string {
  return tidy(text).replace(/^[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]\s?/, '');
}
