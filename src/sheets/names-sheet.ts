import { type Doubts, flawIn } from './doubts.ts';
import { folded, tidy } from './folding.ts';
import type { Cell, Place, Sheet } from './grid.ts';
import { type NamesColumn, namesColumns } from './headings.ts';
import { isBanner, type Table, type TableKind } from './tables.ts';

/** One line of the list of names: a business or an offer, in the order in which the campaign names them. */
export type NamedRow = {
  readonly sheet: Sheet;
  readonly place: Place;
  readonly kind: 'business' | 'offer';
  readonly name: string;
  readonly said: (about: NamesColumn['about']) => Cell | null;
};

export const namesTable: TableKind<NamesColumn> = {
  read: namesColumns,
  isOne: (columns) =>
    (['kind', 'name', 'id'] as const).every((about) => columns.some((one) => one.about === about)),
};

export function readNames(
  table: Table<NamesColumn>,
  lastRow: number,
  doubts: Doubts,
): readonly NamedRow[] {
  const { sheet } = table;
  const columnOf = (about: NamesColumn['about']): number | null =>
    table.columns.find((column) => column.about === about)?.column ?? null;
  const rows: NamedRow[] = [];
  for (let row = table.headingRow + 1; row <= lastRow; row += 1) {
    const said = (about: NamesColumn['about']): Cell | null => {
      const column = columnOf(about);
      return (column === null ? undefined : sheet.at(row, column)) ?? null;
    };
    const [shown, name] = [said('kind'), said('name')];
    if (isBanner(sheet, row) || (shown === null && name === null)) continue;
    for (const { column } of table.columns) {
      const cell = sheet.at(row, column);
      const flaw = cell === undefined ? null : flawIn(cell);
      if (flaw !== null) doubts.add(sheet, { row, column }, flaw);
    }
    const kind = shown === null ? undefined : KINDS.get(folded(shown.text));
    if (name === null || name.text === '' || kind === undefined) {
      const place = { row, column: columnOf(name === null ? 'name' : 'kind') ?? 1 };
      doubts.add(sheet, place, {
        zh: '这一行看不出是业务还是优惠，不采用：类别请填“业务”或“优惠”，名称不要空着',
        en: 'neither a business (业务) nor an offer (优惠): the row is left out',
      });
      continue;
    }
    rows.push({ sheet, place: { row, column: name.column }, kind, name: tidy(name.text), said });
  }
  return rows;
}

const KINDS: ReadonlyMap<string, NamedRow['kind']> = new Map([
  ['业务', 'business'],
  ['business', 'business'],
  ['优惠', 'offer'],
  ['offer', 'offer'],
]);
