import type { Bilingual } from '../bilingual.ts';
import type { Doubt } from './draft.ts';
import { type Cell, cellName, type Flaw, type Place, type Sheet } from './grid.ts';

/** Collects what a person must decide; a merged cell is told once. */
export type Doubts = {
  readonly add: (sheet: Sheet, place: Place, message: Bilingual) => void;
  /** What stands nowhere, told at the table where people look for it. */
  readonly missing: (table: Sheet, place: Place, message: Bilingual) => void;
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
export function flawIn({ flaw }: Cell): Bilingual | null {
  return flaw === null ? null : FLAWS[flaw];
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
};
