import type { Doubt } from './draft.ts';
import { type Cell, cellName, type Place, type Sheet } from './grid.ts';

/** Collects what a person must decide; a merged cell is told once. */
export type Doubts = {
  readonly add: (sheet: Sheet, place: Place, message: string) => void;
  /** What stands nowhere, told at the table where people look for it. */
  readonly missing: (table: Sheet, place: Place, message: string) => void;
  readonly all: () => readonly Doubt[];
};

export function collectDoubts(): Doubts {
  const doubts = new Map<string, Doubt>();
  const keep = (doubt: Doubt): void => {
    doubts.set(JSON.stringify(doubt), doubt);
  };
  return {
    add(sheet, place, message) {
      const cell = sheet.at(place.row, place.column);
      const at = cellName(cell ?? place);
      keep({ sheet: sheet.name, cell: at, value: cell?.text ?? '', message });
    },
    missing(table, place, message) {
      keep({ sheet: table.name, cell: cellName(place), value: '', message });
    },
    all: () => [...doubts.values()],
  };
}

/** What is to be said of a cell whose value is unsure in itself; null where it is sure. */
export function flawIn(cell: Cell): string | null {
  if (cell.flaw === 'formula-without-value')
    return 'a formula without a value: open the file, compute it and save it again';
  if (cell.flaw === 'error') return 'the formula failed';
  return cell.flaw === 'hidden' ? 'stands in a hidden row: show the row, or delete it' : null;
}
