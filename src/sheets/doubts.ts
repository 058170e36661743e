import type { Bilingual } from '../bilingual.ts';
import type { Doubt } from './draft.ts';
import { type Cell, cellName, type Flaw, type Place, type Sheet } from './grid.ts';

/** Collects what a person must decide; a merged cell is told once. */
export type Doubts = {
  readonly add: (sheet: Sheet, place: Place, message: Bilingual) => void;
  /** What stands nowhere, told at the table where people look for it. */
  readonly missing: (table: Sheet, place: Place, message: Bilingual) => void;
  /** In the order in which a person goes through the sheets. */
  readonly all: (sheets: readonly Sheet[]) => readonly Doubt[];
};

export function collectDoubts(): Doubts {
  const kept = new Map<
    string,
    { readonly doubt: Doubt; readonly sheet: Sheet; readonly place: Place }
  >();
  const keep = (sheet: Sheet, place: Place, said: Pick<Doubt, 'value' | 'message'>): void => {
    const doubt = { sheet: sheet.name, cell: cellName(place), ...said };
    const key = JSON.stringify([sheet.name, toldOnceIn(place, said.message) ?? doubt]);
    if (!kept.has(key)) kept.set(key, { doubt, sheet, place });
  };
  return {
    add(sheet, place, message) {
      const cell = sheet.at(place.row, place.column);
      keep(sheet, cell ?? place, { value: cell?.text ?? '', message });
    },
    missing(table, place, message) {
      keep(table, place, { value: '', message });
    },
    all: (sheets) =>
      [...kept.values()]
        .sort(
          (one, other) =>
            sheets.indexOf(one.sheet) - sheets.indexOf(other.sheet) ||
            one.place.row - other.place.row ||
            one.place.column - other.place.column,
        )
        .map(({ doubt }) => doubt),
  };
}

/** A hidden row or column is not told again for each of its cells. */
function toldOnceIn({ row, column }: Place, message: Bilingual): Partial<Place> | null {
  if (message === FLAWS.hidden) return { row };
  return message === FLAWS['hidden-column'] ? { column } : null;
}

/** What is to be said of a cell whose value is unsure in itself; null where it is sure. */
export function flawIn({ flaw }: Cell): Bilingual | null {
  return flaw === null ? null : FLAWS[flaw];
}

/** Tells at a place what is unsure of the value in it. */
export function tellFlaw(
  { sheet, place }: { readonly sheet: Sheet; readonly place: Place },
  cell: Cell,
  doubts: Doubts,
): void {
  const flaw = flawIn(cell);
  if (flaw !== null) doubts.add(sheet, place, flaw);
}

const FLAWS: Readonly<Record<Flaw, Bilingual>> = {
  'formula-without-value': {
    zh: '这里是公式，文件里却没有算出的结果：请打开文件，算出结果后再保存一次',
    en: 'a formula without a value: open the file, compute it and save it again',
  },
  error: {
    zh: '这里的公式出错了：请改好公式，或直接填写结果',
    en: 'the formula failed: mend it, or write the value itself',
  },
  hidden: {
    zh: '这一行被隐藏了，内容照样读了：请取消隐藏，或删掉这一行',
    en: 'stands in a hidden row: show the row, or delete it',
  },
  'hidden-column': {
    zh: '这一列被隐藏了，内容照样读了：请取消隐藏，或删掉这一列',
    en: 'stands in a hidden column: show the column, or delete it',
  },
  struck: {
    zh: '这里画了删除线：还算数的请去掉删除线，取消了的请删掉',
    en: 'is struck through: take the line away where it still holds, else delete it',
  },
};
