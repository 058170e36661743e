import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../../src/sheets/csv.ts';
import { rowOf, type Sheet } from '../../../src/sheets/grid.ts';
import { LIMITS } from '../../../src/sheets/limits.ts';
import { plainText } from '../../../src/sheets/plain-text.ts';
import { readWorkbook } from '../../../src/sheets/workbook.ts';
import { holds } from '../../holds.ts';
import { csv } from '../../sheets/workbook.ts';

const CELL = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', '√', '优', '，', ' ', '=') }),
);
const ROWS = fc.array(fc.array(CELL, { minLength: 1, maxLength: 6 }), {
  minLength: 1,
  maxLength: 8,
});

function shown(sheet: Sheet): readonly string[] {
  return Array.from({ length: sheet.height }, (_, index) =>
    rowOf(sheet, index + 1).map(({ column, text }) => `${column}:${text}`),
  ).flat();
}

function expected(rows: readonly (readonly string[])[]): readonly string[] {
  return rows.flatMap((row) =>
    row.flatMap((cell, index) => (cell.trim() === '' ? [] : [`${index + 1}:${cell.trim()}`])),
  );
}

describe('a CSV file is read as RFC 4180 has it', () => {
  test('what was written is read back, whatever stands in the cells and however lines end', () => {
    holds(
      fc.property(ROWS, fc.constantFrom('\r\n', '\n', '\r'), (rows, end) => {
        expect(shown(readCsv(csv(rows, end), 's'))).toEqual(expected(rows));
      }),
    );
  });

  test('any text at all is read or refused, and never anything else', () => {
    holds(
      fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\n', 'a', '\r', '\t') }), (text) => {
        try {
          readCsv(text, 's');
        } catch (error) {
          expect(error).toMatchObject({ name: 'Problem', code: 'file' });
        }
      }),
    );
  });

  test('a row is counted as a spreadsheet counts it: line breaks in a cell make no row', () => {
    const sheet = readCsv('"优\n惠",√\r\n\r\nb', 's');
    expect(sheet.at(1, 1)?.text).toBe('优\n惠');
    expect(sheet.at(3, 1)).toMatchObject({ row: 3, column: 1, text: 'b' });
  });

  test('tabs part the cells where there is no comma', () => {
    expect(shown(readCsv('a\tb\nc', 's'))).toEqual(['1:a', '2:b', '1:c']);
  });

  test('a formula is a text', () => {
    expect(readCsv('=1+1', 's').at(1, 1)).toMatchObject({ text: '=1+1', number: null });
  });

  test.each([
    ['a,"b', 'row 1 has a quotation mark that is not closed'],
    ['a\n"b"c', 'row 2 has something behind a closing quotation mark'],
    [
      `a\n${'x'.repeat(LIMITS.cellCharacters + 1)}`,
      'row 2 has more than 4000 characters in a cell',
    ],
    [','.repeat(LIMITS.columns).concat('x'), 'more than 256 columns'],
  ])('%j is refused with its row', (text, reason) => {
    expect(() => readCsv(text, 's')).toThrow(reason);
  });

  test('a million rows are refused at the first that is too many', () => {
    const text = 'a,b\n'.repeat(1_000_000);
    const start = performance.now();
    expect(() => readCsv(text, 's')).toThrow('more than 10000 rows');
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('the encoding of a CSV file is found', () => {
  const GBK = Buffer.from([0xd3, 0xc5, 0xbb, 0xdd]); // 优惠
  test.each([
    ['UTF-8', Buffer.from('优惠')],
    ['UTF-8 with a mark', Buffer.from('\ufeff优惠')],
    ['GBK', GBK],
    [
      'GB18030, four bytes for a rare character',
      Buffer.concat([GBK, Buffer.from([0x95, 0x32, 0x82, 0x36])]),
    ],
    ['UTF-16, as Excel writes Unicode text', Buffer.from('\ufeff优惠', 'utf16le')],
  ])('%s', (_, bytes) => {
    expect(plainText(bytes)).toMatch(/^优惠/);
  });

  test.each([
    ['bytes of no encoding', Buffer.from([0x61, 0xff, 0xff, 0x0a])],
    ['zero bytes', Buffer.from('a,b\0c')],
  ])('%s are refused', (_, bytes) => {
    expect(() => readWorkbook({ name: 'a.csv', bytes })).toThrow(/UTF-8 nor GBK|no text/);
  });
});
