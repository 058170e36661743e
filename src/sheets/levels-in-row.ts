import type { Level, OutletId } from '../policy/policy.ts';
import { type Doubts, tellFlaw } from './doubts.ts';
import type { Place, Sheet } from './grid.ts';
import type { OutletColumn } from './outlet-columns.ts';
import { levelOf } from './signs.ts';

/** What the offer in this place is at each outlet. */
export function levelsIn(
  { sheet, offer }: { readonly sheet: Sheet; readonly offer: Place },
  outlets: readonly OutletColumn[],
  doubts: Doubts,
): Readonly<Record<OutletId, Level>> {
  const { row } = offer;
  const at: Record<OutletId, Level> = {};
  const isBare = outlets.length > 1 && outlets.every(({ column }) => !sheet.at(row, column));
  if (isBare) {
    doubts.add(sheet, offer, {
      zh: '这个优惠一个级别都没有填：每类网点请填 √、★ 或 O',
      en: 'no level for any outlet: write √, ★ or O for each',
    });
    return {};
  }
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
    if (cell !== undefined) tellFlaw({ sheet, place }, cell, doubts);
  }
  return at;
}
