import { writeZip } from '../../src/sheets/zip.ts';
import { type Given, xlsx, xlsxParts } from '../sheets/workbook.ts';

export const COLUMNS = [
  'contract_id',
  'customer_name',
  'phone',
  'plan',
  'outlet',
  'outlet_name',
  'starts_on',
  'ends_on',
  'owner',
  'channel',
] as const;
export type ColumnName = (typeof COLUMNS)[number];
export type Fields = Partial<Record<ColumnName, string>>;

const USUAL: Readonly<Record<ColumnName, string>> = {
  contract_id: 'HT1',
  customer_name: '张三',
  phone: '13800001234',
  plan: '存200元送100元',
  outlet: 'own-hall',
  outlet_name: '中山路厅',
  starts_on: '2014-02-10',
  ends_on: '2015-02-10',
  owner: 'U1',
  channel: 'C1',
};

export function cellsOf(fields: Fields = {}): string[] {
  return COLUMNS.map((column) => fields[column] ?? USUAL[column]);
}

export const HEAD = COLUMNS.join(',');
export const ZH_HEAD =
  '合约编号,客户姓名,手机号码,套餐,网点类型,网点名称,开始日期,结束日期,负责人,频道';

/** A row as it is typed: fields with quotation marks are given with them. */
export function row(fields: Fields = {}): string {
  return cellsOf(fields).join(',');
}

export function csv(rows: readonly string[], end = '\n'): string {
  return [HEAD, ...rows].map((line) => line + end).join('');
}

/** GB18030 as Excel in Chinese writes it: Node only reads it, so its table is turned around. */
export function gbk(text: string): Buffer {
  return Buffer.concat([...text].map((letter) => bytesOf(letter)));
}

let table: Map<string, Buffer> | null = null;

function bytesOf(letter: string): Buffer {
  if (letter.charCodeAt(0) < 0x80) return Buffer.from(letter);
  if (table === null) {
    table = new Map();
    const decoder = new TextDecoder('gb18030', { fatal: true });
    for (let lead = 0x81; lead <= 0xfe; lead += 1) {
      for (let tail = 0x40; tail <= 0xfe; tail += 1) {
        if (tail === 0x7f) continue;
        const bytes = Buffer.from([lead, tail]);
        try {
          table.set(decoder.decode(bytes), bytes);
        } catch {
          // No letter.
        }
      }
    }
  }
  const bytes = table.get(letter);
  if (bytes === undefined) throw new Error(`${letter} is not in GBK`);
  return bytes;
}

export function utf16(text: string, order: 'le' | 'be', mark = true): Buffer {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

export function book(rows: readonly (readonly Given[])[]): Buffer {
  return xlsx([{ name: '合约', rows }]);
}

/** A workbook whose parts are spoilt. */
export function spoilt(
  rows: readonly (readonly Given[])[],
  change: (parts: Record<string, string>) => Record<string, string>,
): Buffer {
  return writeZip(change(xlsxParts([{ name: '合约', rows }])));
}

/** A workbook with one sheet of XML written by hand. */
export function rawSheet(sheetData: string): Buffer {
  return spoilt([[...COLUMNS]], (parts) => ({
    ...parts,
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheetData}</sheetData></worksheet>`,
  }));
}

export function inlineRow(number: number, cells: readonly string[]): string {
  return `<row r="${number}">${cells
    .map(
      (cell, at) =>
        `<c r="${String.fromCharCode(65 + at)}${number}" t="inlineStr"><is><t>${cell}</t></is></c>`,
    )
    .join('')}</row>`;
}
