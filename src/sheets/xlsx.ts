import { posix } from 'node:path';
import {
  type Cell,
  checkCount,
  checkPlace,
  createSheet,
  type Flaw,
  type Merge,
  placeOf,
  type Sheet,
} from './grid.ts';
import { LIMITS, refused } from './limits.ts';
import { drawn } from './symbol-fonts.ts';
import { dayOfSerial } from './xlsx-dates.ts';
import { type CellStyle, PLAIN_STYLE, stylesOf } from './xlsx-styles.ts';
import { type SharedText, seenIn, sharedTexts } from './xlsx-texts.ts';
import { visitXml } from './xml.ts';
import { type Archive, openZip } from './zip.ts';

/** The sheets of an XLSX file that a person sees, in order. Values only: nothing is computed, nothing is followed. */
export function readXlsx(bytes: Buffer): readonly Sheet[] {
  const archive = openZip(bytes);
  if (archive.names.some((name) => /vbaProject\.bin$/i.test(name)))
    throw refused({
      zh: '文件里有宏，出于安全不读取：请另存为不带宏的 .xlsx',
      en: 'the file holds macros: save it as .xlsx without them',
    });
  const workbook = targetsOf(archive, '').find(({ type }) => type.endsWith('/officeDocument'));
  const part = workbook === undefined ? null : archive.read(workbook.path);
  if (workbook === undefined || part === null)
    throw refused(
      archive.names.includes('content.xml')
        ? {
            zh: '这是 OpenDocument 表格：请另存为 .xlsx 或 .csv',
            en: 'this is an OpenDocument file: save it as .xlsx or .csv',
          }
        : {
            zh: '这个压缩包不是表格：请发 .xlsx 或 .csv 文件',
            en: 'this archive is no spreadsheet',
          },
    );
  const { sheets, startsIn1904 } = workbookOf(part);
  if (sheets.length > LIMITS.sheets)
    throw refused({
      zh: `文件超过 ${LIMITS.sheets} 个工作表：请只留政策的几个`,
      en: `the file has more than ${LIMITS.sheets} sheets`,
    });
  const targets = targetsOf(archive, workbook.path);
  const pathOf = (ending: string): string | undefined =>
    targets.find(({ type }) => type.endsWith(ending))?.path;
  const shared = sharedTexts(archive.read(pathOf('/sharedStrings') ?? ''));
  const styles = stylesOf(archive.read(pathOf('/styles') ?? ''));
  let filled = 0;
  return sheets.flatMap(({ name, relation, isHidden }) => {
    const path = targets.find(({ id }) => id === relation)?.path;
    const sheet = isHidden || path === undefined ? null : archive.read(path);
    if (sheet === null) return [];
    const read = readSheet(sheet, { name, shared, styles, startsIn1904 });
    filled += read.filled;
    checkCount(name, filled);
    return [read];
  });
}

type Target = { readonly id: string; readonly type: string; readonly path: string };

/** What a part of the file points at. */
function targetsOf(archive: Archive, path: string): readonly Target[] {
  const { dir, base } = posix.parse(path);
  const part = archive.read(posix.join(dir, '_rels', `${base}.rels`));
  const targets: Target[] = [];
  if (part === null) return targets;
  visitXml(part, {
    open(name, attribute) {
      if (name !== 'Relationship' || attribute('TargetMode') === 'External') return;
      const target = attribute('Target') ?? '';
      targets.push({
        id: attribute('Id') ?? '',
        type: attribute('Type') ?? '',
        path: target.startsWith('/') ? target.slice(1) : posix.join(dir, target),
      });
    },
  });
  return targets;
}

type SheetEntry = { readonly name: string; readonly relation: string; readonly isHidden: boolean };

function workbookOf(part: Buffer): {
  readonly sheets: readonly SheetEntry[];
  readonly startsIn1904: boolean;
} {
  const sheets: SheetEntry[] = [];
  let startsIn1904 = false;
  visitXml(part, {
    open(name, attribute) {
      if (name === 'workbookPr') startsIn1904 = isTrue(attribute('date1904'));
      if (name !== 'sheet') return;
      sheets.push({
        name: attribute('name') ?? '',
        relation: attribute('id') ?? '',
        isHidden: (attribute('state') ?? 'visible') !== 'visible',
      });
    },
  });
  return { sheets, startsIn1904 };
}

type Setting = {
  readonly name: string;
  readonly shared: readonly SharedText[];
  readonly styles: readonly CellStyle[];
  readonly startsIn1904: boolean;
};

/** What is known of a cell before its value comes. */
type Open = {
  readonly row: number;
  readonly column: number;
  readonly kind: string;
  readonly style: number;
  value: string;
  inside: string | null;
  hasFormula: boolean;
};

function readSheet(part: Buffer, setting: Setting): Sheet {
  const cells: Cell[] = [];
  const merges: Merge[] = [];
  let [row, column, isHidden] = [0, 0, false];
  const hiddenColumns = new Uint8Array(LIMITS.columns + 1);
  let open: Open | null = null;
  visitXml(part, {
    open(name, attribute) {
      if (name === 'col' && isTrue(attribute('hidden')))
        hiddenColumns.fill(1, Number(attribute('min')), Number(attribute('max')) + 1);
      if (name === 'row') {
        // Both counts may be left out: then it is the next one.
        row = Number(attribute('r') ?? row + 1);
        column = 0;
        isHidden = isTrue(attribute('hidden'));
      }
      if (name === 'c') {
        const place = placeOf(attribute('r') ?? '') ?? { row, column: column + 1 };
        column = place.column;
        open = {
          ...place,
          kind: attribute('t') ?? 'n',
          style: Number(attribute('s') ?? 0),
          value: '',
          inside: null,
          hasFormula: false,
        };
      }
      if (open !== null) {
        if (name === 'f') open.hasFormula = true;
        open.inside = name;
      }
      if (name === 'mergeCell') {
        const [from, to] = (attribute('ref') ?? '').split(':').map(placeOf);
        if (from && to) merges.push({ from, to });
      }
    },
    text(text) {
      if (open?.inside === 'v' || open?.inside === 't') open.value += text;
    },
    close(name) {
      if (open === null) return;
      open.inside = null;
      if (name !== 'c') return;
      const cell = cellOf(open, setting, {
        row: isHidden,
        column: hiddenColumns[open.column] === 1,
      });
      open = null;
      if (cell.text === '' && cell.flaw === null) return;
      // Told at once: a sheet of a million rows is refused at its first row too many.
      checkPlace(setting.name, cell);
      checkCount(setting.name, cells.length);
      cells.push(cell);
    },
  });
  return createSheet(setting.name, cells, merges);
}

function cellOf(
  open: Open,
  { name, shared, styles, startsIn1904 }: Setting,
  isHidden: Hidden,
): Cell {
  const { row, column, kind, value } = open;
  const { font, shows } = styles[open.style] ?? PLAIN_STYLE;
  const cell = (runs: SharedText, number: number | null = null): Cell => {
    const { text, isStruck } = seenIn(runs, font);
    if (text.length > LIMITS.cellCharacters)
      throw refused({
        zh: `工作表“${name}”有一个单元格超过 ${LIMITS.cellCharacters} 个字：请缩短`,
        en: `sheet "${name}" has more than ${LIMITS.cellCharacters} characters in a cell`,
      });
    const flaw = flawOf(open, isHidden) ?? (isStruck ? 'struck' : null);
    return { row, column, text: shownText(text), number, flaw };
  };
  const plain = (text: string, number: number | null = null): Cell =>
    cell([{ text, font: null }], number);
  if (kind === 's') return cell(shared[Number(value)] ?? []);
  if (kind === 'b') return plain(value === '1' ? 'TRUE' : 'FALSE');
  if (kind === 'd') return plain(value.slice(0, 10));
  if (kind !== 'n' || value.trim() === '') return plain(value);
  const number = Number(value);
  if (!Number.isFinite(number)) return plain(value);
  // A share of something is no amount.
  if (shows === 'percent') return plain(`${Number((number * 100).toPrecision(15))}%`);
  const day = shows === 'day' ? dayOfSerial(number, startsIn1904) : null;
  if (day !== null) return plain(day);
  const text = String(number);
  return drawn(text, font.name) === text ? plain(text, number) : plain(text);
}

type Hidden = { readonly row: boolean; readonly column: boolean };

function flawOf({ kind, hasFormula, value }: Open, isHidden: Hidden): Flaw | null {
  if (kind === 'e') return 'error';
  if (hasFormula && value === '') return 'formula-without-value';
  if (value === '') return null;
  if (isHidden.row) return 'hidden';
  return isHidden.column ? 'hidden-column' : null;
}

/** Excel writes characters that XML cannot hold as `_x000D_`. */
function shownText(text: string): string {
  return text.replace(/_x000[Dd]_/g, '').trim();
}

function isTrue(value: string | null): boolean {
  return value === '1' || value === 'true';
}
