import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Problem } from '../../../src/problem.ts';
import { LIMITS } from '../../../src/sheets/limits.ts';
import { readWorkbook } from '../../../src/sheets/workbook.ts';
import { writeZip } from '../../../src/sheets/zip.ts';
import { holds } from '../../holds.ts';
import { draftOf, draftOfCsv, MATRIX, quarterSheets } from '../../sheets/quarter.ts';
import { csv, xlsx, xlsxParts } from '../../sheets/workbook.ts';

const GOOD = xlsx(quarterSheets());

function reasonFor(bytes: Buffer, name = 'a.xlsx'): string {
  try {
    readWorkbook({ name, bytes });
  } catch (error) {
    if (error instanceof Problem && error.code === 'file') {
      // Whoever gave the file may read no English.
      expect(error.zh).toMatch(/\p{Script=Han}{2}/u);
      return error.message;
    }
    throw error;
  }
  return 'read';
}

/** The good file with one part changed. */
function spoilt(part: string, change: (text: string) => string): Buffer {
  const parts = xlsxParts(quarterSheets());
  return writeZip({ ...parts, [part]: change(parts[part] ?? '') });
}

const SHEET = 'xl/worksheets/sheet1.xml';

describe('a file that is no sheet is named as what it is', () => {
  const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
  test.each<[string, Buffer, string, string]>([
    ['an empty file', Buffer.alloc(0), 'a.xlsx', 'the file is empty'],
    ['an empty CSV file', Buffer.alloc(0), 'a.csv', 'the file is empty'],
    [
      'a PNG named .xlsx',
      Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'),
      'a.xlsx',
      'a PNG picture',
    ],
    ['a PNG named .csv', Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'), 'a.csv', 'a PNG picture'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'a.xlsx', 'a PDF'],
    ['an old .xls', ole, 'a.xlsx', 'this is an old .xls file: save it as .xlsx'],
    ['an old .xls by its name', GOOD, 'a.xls', 'save it as .xlsx'],
    [
      'a file with a password',
      Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]),
      'a.xlsx',
      'protected by a password',
    ],
    ['a web page named .xlsx', Buffer.from('<html><table>'), 'a.xlsx', 'no XLSX file'],
    ['an archive of something else', writeZip({ 'a.txt': 'a' }), 'a.xlsx', 'no spreadsheet'],
    ['an OpenDocument file', writeZip({ 'content.xml': '<a/>' }), 'a.xlsx', 'OpenDocument'],
    [
      'a file with macros',
      writeZip({ ...xlsxParts(quarterSheets()), 'xl/vbaProject.bin': 'x' }),
      'a.xlsx',
      'macros',
    ],
    ['a file without an ending', GOOD, 'policy', '.xlsx or .csv is needed'],
    ['half a file', GOOD.subarray(0, GOOD.length / 2), 'a.xlsx', 'damaged'],
    ['a large file', Buffer.alloc(LIMITS.fileBytes + 1), 'a.csv', 'larger than 10 MB'],
  ])('%s', (_, bytes, name, reason) => {
    expect(reasonFor(bytes, name)).toContain(reason);
  });

  test('a sheet without the headings says which are needed', () => {
    expect(() =>
      draftOf([
        {
          name: '通讯录',
          rows: [
            ['姓名', '电话'],
            ['王', '1'],
          ],
        },
      ]),
    ).toThrow('the headings 优惠 and the outlets');
    expect(() => draftOfCsv('a,b\n1,2')).toThrow('the headings 优惠 and the outlets');
    expect(() => draftOf([{ name: '空', rows: [] }])).toThrow('the headings 优惠 and the outlets');
  });

  test('GBK read as GBK, not as something else', () => {
    const headings = Buffer.from([0xd3, 0xc5, 0xbb, 0xdd]);
    const known = draftOfCsv(
      csv(MATRIX.map((row) => row.map((cell) => (cell === null ? '' : String(cell))))),
    );
    expect(known.cells).toBe(24);
    expect(readWorkbook({ name: 'a.csv', bytes: headings })[0]?.at(1, 1)?.text).toBe('优惠');
  });
});

describe('a file that wants more than a sheet of policy needs is refused', () => {
  const cells = (from: number, count: number) =>
    Array.from(
      { length: count },
      (_, index) => `<row r="${from + index}"><c r="A${from + index}"><v>1</v></c></row>`,
    ).join('');
  const body = (inside: string, after = '') =>
    `<worksheet><sheetData>${inside}</sheetData>${after}</worksheet>`;

  test('a zip bomb, before it is unpacked', () => {
    const bomb = writeZip({ ...xlsxParts(quarterSheets()), [SHEET]: ' '.repeat(40_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    const start = performance.now();
    expect(reasonFor(bomb)).toContain('unpacks to far more');
    expect(performance.now() - start).toBeLessThan(500);
  });

  test('a zip bomb that lies about its size', () => {
    const bomb = writeZip({ ...xlsxParts(quarterSheets()), [SHEET]: ' '.repeat(40_000_000) });
    const size = Buffer.alloc(4);
    size.writeUInt32LE(40_000_000);
    for (let at = bomb.indexOf(size); at >= 0; at = bomb.indexOf(size, at))
      bomb.writeUInt32LE(1000, at);
    expect(reasonFor(bomb)).toContain('unpacks to far more');
  });

  test('a million rows, at the first that is too many', () => {
    const start = performance.now();
    expect(reasonFor(spoilt(SHEET, () => body(cells(1, 200_000))))).toMatch(
      /more than 10000 rows|far more/,
    );
    expect(reasonFor(spoilt(SHEET, () => body(cells(1_000_000, 1))))).toContain(
      'more than 10000 rows',
    );
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test('a row at the end of the sheet that holds nothing is no row', () => {
    expect(
      reasonFor(
        spoilt(SHEET, (text) =>
          text.replace(
            '</sheetData>',
            '<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>',
          ),
        ),
      ),
    ).toBe('read');
  });

  test('too many columns', () => {
    expect(
      reasonFor(spoilt(SHEET, () => body('<row r="1"><c r="XFD1"><v>1</v></c></row>'))),
    ).toContain('more than 256 columns');
  });

  test('cells merged over the whole sheet show what they show, and many such merges are refused', () => {
    const merge = (count: number) =>
      `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(count)}</mergeCells>`;
    expect(reasonFor(spoilt(SHEET, () => body(cells(1, 9), merge(1))))).toBe('read');
    expect(reasonFor(spoilt(SHEET, () => body(cells(1, 9_000), merge(100))))).toContain(
      'more than 50000 cells',
    );
  });

  test('more cells than a policy has, in one sheet or in all', () => {
    const rows = (count: number) =>
      Array.from({ length: count }, () => Array.from({ length: 250 }, () => 1));
    expect(reasonFor(xlsx([{ name: 's', rows: rows(201) }]))).toContain('more than 50000 cells');
    const halves = ['a', 'b'].map((name) => ({ name, rows: rows(120) }));
    expect(reasonFor(xlsx(halves))).toContain('sheet "b" has more than 50000 cells');
  });

  test('texts that make every row look like headings are read in time', () => {
    const line = Array.from({ length: 200 }, (_, index) => `预存${index % 9}赠送每月`).join(',');
    const start = performance.now();
    expect(() => draftOfCsv(`${line}\n`.repeat(249))).toThrow('the headings');
    expect(performance.now() - start).toBeLessThan(3000);
  });

  test('entities, which are how XML explodes', () => {
    const laughs = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>';
    expect(reasonFor(spoilt(SHEET, (text) => text.replace('?>', `?>${laughs}`)))).toContain(
      'document type',
    );
  });

  test('a novel in one cell', () => {
    expect(reasonFor(xlsx([{ name: 's', rows: [['字'.repeat(5000)]] }]))).toContain(
      'more than 4000 characters',
    );
  });

  test('links to other files are not followed', () => {
    const relation =
      '<Relationship Id="rId9" Type="x/externalLink" Target="http://127.0.0.1:1/" TargetMode="External"/>';
    expect(
      reasonFor(
        spoilt('xl/_rels/workbook.xml.rels', (text) => text.replace('</Rel', `${relation}</Rel`)),
      ),
    ).toBe('read');
  });
});

describe('a damaged file is refused in words, however it is damaged', () => {
  test.each([
    ['no XML', () => '<worksheet><sheetData>'],
    ['no UTF-8', (text: string) => text.replace('<sheetData>', '<sheetData>\ud800')],
  ])('%s in a sheet', (_, change) => {
    expect(reasonFor(spoilt(SHEET, change))).toMatch(/damaged|read/);
  });

  test('a part that is not what its checksum says', () => {
    const bytes = Buffer.from(GOOD);
    const packed = deflateRawSync(Buffer.from(xlsxParts(quarterSheets())[SHEET] ?? ''));
    const at = bytes.indexOf(packed);
    expect(at).toBeGreaterThan(0);
    bytes[at + 40] = (bytes[at + 40] ?? 0) ^ 0xff;
    expect(reasonFor(bytes)).toContain('damaged');
  });

  test('any byte of it changed, and any part of it missing: read or refused, never anything else', () => {
    holds(
      fc.property(fc.nat(GOOD.length - 1), fc.nat(255), fc.boolean(), (at, byte, isCut) => {
        const bytes = Buffer.from(isCut ? GOOD.subarray(0, at) : GOOD);
        if (!isCut) bytes[at] = byte;
        expect(typeof reasonFor(bytes)).toBe('string');
      }),
      500,
    );
  });

  test('names that are special to JavaScript are only names', () => {
    const names = ['constructor', '__proto__', 'toString'];
    const matrix = [
      [...(MATRIX[0] ?? []), ...names],
      ...MATRIX.slice(1).map((row) => [...row, '', '', '']),
      ['__proto__', 'constructor', '√', '√', '√', '√', '√', 'O'],
    ];
    const draft = draftOf(quarterSheets({ matrix }));
    expect(draft.offers).toBe(5);
    expect(draft.cells).toBe(30);
    expect(({} as Record<string, unknown>)['own-hall']).toBeUndefined();
  });
});
