import type { Level, OutletId } from '../policy/policy.ts';
import { type Doubts, flawIn } from './doubts.ts';
import type { Known } from './draft.ts';
import { tidy } from './folding.ts';
import type { Cell, Place, Sheet } from './grid.ts';
import { type MatrixColumn, matrixColumns } from './headings.ts';
import { isLegend, levelOf } from './signs.ts';
import { type Headed, isBanner, type Table, type TableKind } from './tables.ts';

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

type OutletColumn = { readonly column: number; readonly outlet: OutletId; readonly zh: string };

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
      if (offer !== undefined && businessColumn === null && !isNote(offer.text))
        business = nameOfBusiness(offer.text);
      continue;
    }
    const shown = businessColumn === null ? undefined : sheet.at(row, businessColumn);
    const levels = outlets.flatMap(({ column }) => sheet.at(row, column) ?? []);
    if (offer === undefined && levels.length === 0) {
      tellLonely(sheet, row, shown, doubts);
      continue;
    }
    // A business is written once, merged down its offers or with empty cells below it.
    if (shown !== undefined) business = tidy(shown.text);
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
      at: levelsOf(sheet, row, outlets, doubts),
      said(about) {
        const column = columnOf(about);
        return (column === null ? undefined : sheet.at(row, column)) ?? null;
      },
    });
    tellFlaw(sheet, { row, column: offerColumn }, offer, doubts);
  }
  return rows;
}

/** Which column is which outlet. An unknown, doubled or missing outlet is a doubt. */
function outletColumns(
  { sheet, headingRow, columns, others }: Table<MatrixColumn>,
  { outlets }: Known,
  doubts: Doubts,
): readonly OutletColumn[] {
  const found: OutletColumn[] = [];
  const nameOf = (wanted: OutletId): string =>
    outlets.find(({ id }) => id === wanted)?.name.zh ?? wanted;
  for (const heading of columns) {
    if (heading.about !== 'outlet') continue;
    const place = { row: headingRow, column: heading.column };
    const [outlet, ...more] = heading.ids;
    if (outlet === undefined) continue;
    if (more.length > 0)
      doubts.add(sheet, place, {
        zh: `“${heading.heading}”可能是${heading.ids.map(nameOf).join('或')}，这一列不采用：请写网点全称`,
        en: `may be ${heading.ids.join(' or ')}: the column is left out; write the full name`,
      });
    else if (found.some((one) => one.outlet === outlet))
      doubts.add(sheet, place, {
        zh: `${nameOf(outlet)}已经有一列，这一列不采用：请只留一列`,
        en: `a second column for ${outlet}: it is left out`,
      });
    else found.push({ column: heading.column, outlet, zh: nameOf(outlet) });
  }
  for (const { column } of others)
    if (hasLevels(sheet, headingRow, column))
      doubts.add(
        sheet,
        { row: headingRow, column },
        {
          zh: `不认识这类网点，这一列不采用：网点请写 ${outlets.map(({ name }) => name.zh).join('、')}；新的一类请告诉维护人员`,
          en: 'an unknown outlet: data/outlets.yaml has none of this name; the column is left out',
        },
      );
  for (const { id, name } of outlets)
    if (found.every(({ outlet }) => outlet !== id))
      doubts.missing(
        sheet,
        { row: headingRow, column: firstColumn(columns) },
        {
          zh: `没有${name.zh}这一列，它的级别都空着：请补上这一列`,
          en: `no column for ${name.zh} (${id}): its levels are left open`,
        },
      );
  return found;
}

function firstColumn(columns: readonly Headed<MatrixColumn>[]): number {
  return Math.min(...columns.map(({ column }) => column));
}

function hasLevels(sheet: Sheet, headingRow: number, column: number): boolean {
  for (let row = headingRow + 1; row <= sheet.height; row += 1) {
    const cell = sheet.at(row, column);
    if (cell !== undefined && levelOf(cell.text) !== null && !isBanner(sheet, row)) return true;
  }
  return false;
}

function levelsOf(
  sheet: Sheet,
  row: number,
  outlets: readonly OutletColumn[],
  doubts: Doubts,
): Readonly<Record<OutletId, Level>> {
  const at: Record<OutletId, Level> = {};
  for (const { column, outlet, zh } of outlets) {
    const [place, cell] = [{ row, column }, sheet.at(row, column)];
    const level = cell === undefined ? null : levelOf(cell.text);
    if (cell === undefined)
      doubts.add(sheet, place, {
        zh: `${zh}没有填级别：请填 √、★ 或 O`,
        en: `no level for ${outlet}: left open; write √, ★ or O`,
      });
    else if (level === null && cell.flaw !== 'formula-without-value' && cell.flaw !== 'error')
      doubts.add(sheet, place, {
        zh: `“${cell.text}”不是级别，先空着：请填 √（主推）、★（可选）或 O（非主推）`,
        en: `"${cell.text}" is no level: left open; write √, ★ or O`,
      });
    else if (level !== null) at[outlet] = level;
    if (cell !== undefined) tellFlaw(sheet, place, cell, doubts);
  }
  return at;
}

function tellFlaw(sheet: Sheet, place: Place, cell: Cell, doubts: Doubts): void {
  const flaw = flawIn(cell);
  if (flaw !== null) doubts.add(sheet, place, flaw);
}

/** A row with neither offer nor levels is a note or a fact; a business alone was not meant to be alone. */
function tellLonely(sheet: Sheet, row: number, shown: Cell | undefined, doubts: Doubts): void {
  if (shown === undefined || shown.row !== row || isNote(shown.text)) return;
  doubts.add(sheet, shown, {
    zh: '这一行没有优惠也没有级别，不采用：请补全，或删掉这一行',
    en: 'a row without an offer and without levels: it is left out',
  });
}

function isNote(text: string): boolean {
  return /^(?:注|备注|说明|※|\*|note)/i.test(text) || /[:：。]/.test(text) || isLegend(text);
}

/** `一、存费送费` is the business 存费送费. */
function nameOfBusiness(text: string): string {
  return tidy(text).replace(/^[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]\s?/, '');
}
