import type { OutletId } from '../policy/policy.ts';
import type { Doubts } from './doubts.ts';
import type { Known } from './draft.ts';
import type { Sheet } from './grid.ts';
import type { MatrixColumn } from './headings.ts';
import { isTotal } from './notes.ts';
import { levelOf } from './signs.ts';
import { type Headed, isBanner, type Table } from './tables.ts';

export type OutletColumn = {
  readonly column: number;
  readonly outlet: OutletId;
  readonly zh: string;
};

/** Which column is which outlet. An unknown, doubled or missing outlet is a doubt. */
export function outletColumns(
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
  for (const { column, heading } of others)
    if (!isTotal(heading) && hasLevels(sheet, headingRow, column))
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
