import { writeZip } from '../../src/sheets/zip.ts';
import { type Given, xlsx } from '../sheets/workbook.ts';
import type { Case } from './case.ts';
import { book, COLUMNS, cellsOf, type Fields, inlineRow, rawSheet, spoilt } from './files.ts';

type Cells = readonly Given[];
const HEAD: Cells = [...COLUMNS];
const place = (column: (typeof COLUMNS)[number]): number => COLUMNS.indexOf(column);
/** A usual row in which one cell is something special. */
const withCell = (column: (typeof COLUMNS)[number], cell: Given, fields: Fields = {}): Cells =>
  cellsOf(fields)
    .with(place(column), 'replaced')
    .map((text, at) => (at === place(column) ? cell : text));
const usual: Cells = cellsOf();
const notes = { name: '说明', rows: [['这是说明']] };
const head = inlineRow(1, [...COLUMNS]);
const padding = 'A'.repeat(1_000);

export const CELLS: readonly Case[] = [
  {
    title: 'shared texts',
    file: book([HEAD, usual]),
    imported: 1,
    kept: { customer_name: '张三' },
  },
  {
    title: 'rich texts, with how they are spoken',
    file: book([HEAD, withCell('customer_name', { rich: ['张', '三'], spoken: 'zhang' })]),
    imported: 1,
    kept: { customer_name: '张三' },
  },
  { title: 'inline texts', file: rawSheet(head + inlineRow(2, cellsOf())), imported: 1 },
  {
    title: 'a day by its style',
    file: book([HEAD, withCell('ends_on', { serial: 42_045, format: 'day' })]),
    imported: 1,
    kept: { ends_on: '2015-02-10' },
  },
  {
    title: 'a day by a Chinese style',
    file: book([HEAD, withCell('ends_on', { serial: 42_045, format: 'chinese day' })]),
    imported: 1,
    kept: { ends_on: '2015-02-10' },
  },
  {
    title: 'a day with a time',
    file: book([HEAD, withCell('ends_on', { serial: 42_045.75, format: 'day' })]),
    imported: 1,
    kept: { ends_on: '2015-02-10' },
  },
  {
    title: 'the number of a day without a style',
    file: book([HEAD, withCell('ends_on', 42_045)]),
    imported: 1,
    kept: { ends_on: '2015-02-10' },
  },
  {
    title: 'days that count from 1904',
    file: spoilt([HEAD, withCell('ends_on', { serial: 40_583, format: 'day' })], (parts) => ({
      ...parts,
      'xl/workbook.xml': (parts['xl/workbook.xml'] ?? '').replace(
        '<sheets>',
        '<workbookPr date1904="1"/><sheets>',
      ),
    })),
    imported: 1,
    kept: { ends_on: '2015-02-10' },
  },
  {
    title: '29 February 1900, which Excel believes in',
    file: book([HEAD, withCell('ends_on', { serial: 60, format: 'day' })]),
    rejected: [[2, 'ends_on']],
  },
  {
    title: 'a number that is no day',
    file: book([HEAD, withCell('ends_on', { serial: -3, format: 'day' })]),
    rejected: [[2, 'ends_on']],
  },
  {
    title: '20150210 as a number is no day',
    file: book([HEAD, withCell('ends_on', 20_150_210)]),
    rejected: [[2, 'ends_on']],
  },
  {
    title: 'a phone as a number',
    file: book([HEAD, withCell('phone', 13_800_001_234)]),
    imported: 1,
    kept: { phone: '13800001234' },
  },
  {
    title: 'a phone as a number with an exponent',
    file: rawSheet(
      head +
        inlineRow(2, cellsOf()).replace(
          '<c r="C2" t="inlineStr"><is><t>13800001234</t></is></c>',
          '<c r="C2"><v>1.3800001234E10</v></c>',
        ),
    ),
    imported: 1,
    kept: { phone: '13800001234' },
  },
  {
    title: 'an id as a number',
    file: book([HEAD, withCell('contract_id', 2_014_001)]),
    imported: 1,
    kept: { contract_id: '2014001' },
  },
  {
    title: 'an id as a number of more than fifteen digits',
    file: rawSheet(
      head +
        inlineRow(2, cellsOf()).replace(
          '<c r="A2" t="inlineStr"><is><t>HT1</t></is></c>',
          '<c r="A2"><v>20150203000000123</v></c>',
        ),
    ),
    rejected: [[2, 'contract_id']],
    says: /cut/,
  },
  {
    title: 'a truth value is a text',
    file: rawSheet(
      head +
        inlineRow(2, cellsOf()).replace(
          '<c r="B2" t="inlineStr"><is><t>张三</t></is></c>',
          '<c r="B2" t="b"><v>1</v></c>',
        ),
    ),
    imported: 1,
    kept: { customer_name: 'TRUE' },
  },
  {
    title: 'an error in a cell',
    file: book([HEAD, withCell('customer_name', { error: '#N/A' })]),
    rejected: [[2, 'customer_name']],
  },
  {
    title: 'an error in a day',
    file: book([HEAD, withCell('ends_on', { error: '#VALUE!' })]),
    rejected: [[2, 'ends_on']],
  },
  {
    title: 'a formula with its value',
    file: book([HEAD, withCell('customer_name', { formula: 'A1&"x"', value: '李四' })]),
    imported: 1,
    kept: { customer_name: '李四' },
  },
  {
    title: 'a formula without a value is not computed',
    file: book([HEAD, withCell('customer_name', { formula: 'A1' })]),
    rejected: [[2, 'customer_name']],
    says: /empty/,
  },
  {
    title: 'a text that looks like a formula',
    file: book([HEAD, withCell('customer_name', '=HYPERLINK("http://x")')]),
    imported: 1,
    kept: { customer_name: '=HYPERLINK("http://x")' },
  },
  {
    title: 'a sign that XML cannot hold',
    file: book([HEAD, withCell('customer_name', '张_x0007_三')]),
    rejected: [[2, 'customer_name']],
  },
  {
    title: 'half a letter',
    file: book([HEAD, withCell('customer_name', '张_xD83D_')]),
    rejected: [[2, 'customer_name']],
  },
  {
    title: 'a line end in a cell',
    file: book([HEAD, withCell('outlet_name', '中山_x000D_\n路')]),
    imported: 1,
    kept: { outlet_name: '中山\r\n路' },
  },
  {
    title: 'merged cells: the row below has nothing',
    file: xlsx([
      {
        name: 'a',
        rows: [HEAD, usual, withCell('outlet', null, { contract_id: 'HT2' })],
        merges: ['E2:E3'],
      },
    ]),
    imported: 1,
    rejected: [[3, 'outlet']],
  },
  {
    title: 'empty rows between: the number of the row is told',
    file: book([HEAD, [], [], withCell('ends_on', 'x')]),
    rejected: [[4, 'ends_on']],
  },
  {
    title: 'rows and cells without their names',
    file: rawSheet((head + inlineRow(2, cellsOf({ ends_on: 'x' }))).replace(/ r="[A-Z]*\d"/g, '')),
    rejected: [[2, 'ends_on']],
  },
  {
    title: 'columns far to the right',
    file: rawSheet(
      head + inlineRow(2, cellsOf()).replace('</row>', '<c r="XFD2"><v>1</v></c></row>'),
    ),
    imported: 1,
  },
  {
    title: 'a column that no spreadsheet has',
    file: rawSheet(
      head + inlineRow(2, cellsOf()).replace('</row>', '<c r="ZZZZ2"><v>1</v></c></row>'),
    ),
    error: /more than 16384 columns/,
  },
  {
    title: 'hidden rows are rows',
    file: xlsx([{ name: 'a', rows: [HEAD, usual], hiddenRows: [2] }]),
    imported: 1,
  },
  {
    title: 'a million empty rows',
    file: rawSheet(
      head +
        inlineRow(2, cellsOf()) +
        Array.from({ length: 100_000 }, (_, at) => `<row r="${at + 900_000}"/>`).join('') +
        inlineRow(1_048_576, cellsOf({ contract_id: 'HT9', ends_on: 'x' })),
    ),
    imported: 1,
    rejected: [[1_048_576, 'ends_on']],
  },
];

export const BOOKS: readonly Case[] = [
  {
    title: 'the second sheet has the headings',
    file: xlsx([notes, { name: '合约', rows: [HEAD, usual] }]),
    imported: 1,
  },
  {
    title: 'two sheets have them: the first is read',
    file: xlsx([
      { name: 'a', rows: [HEAD, usual] },
      { name: 'b', rows: [HEAD, cellsOf({ contract_id: 'HT2' })] },
    ]),
    imported: 1,
    kept: { contract_id: 'HT1' },
  },
  {
    title: 'a hidden sheet comes after those that a person sees',
    file: xlsx([
      { name: 'a', rows: [HEAD, cellsOf({ contract_id: 'HT2' })], isHidden: true },
      { name: 'b', rows: [HEAD, usual] },
    ]),
    imported: 1,
    kept: { contract_id: 'HT1' },
  },
  {
    title: 'titles above the headings',
    file: book([['2015年合约'], [], HEAD, withCell('ends_on', 'x')]),
    rejected: [[4, 'ends_on']],
  },
  {
    title: 'Chinese headings',
    file: book([
      [
        '合约编号',
        '客户姓名',
        '手机号码',
        '套餐',
        '网点类型',
        '网点名称',
        '开始日期',
        '结束日期',
        '负责人',
        '频道',
      ],
      usual,
    ]),
    imported: 1,
  },
  { title: 'no sheet has the headings', file: xlsx([notes]), error: /no row of headings/ },
  {
    title: 'one heading is missing',
    file: book([HEAD.map((name) => (name === 'ends_on' ? 'end' : name)), usual]),
    error: /missing: ends_on/,
  },
  { title: 'headings alone', file: book([HEAD]), imported: 0 },
  {
    title: 'macros',
    file: spoilt([HEAD, usual], (parts) => ({ ...parts, 'xl/vbaProject.bin': 'x' })),
    error: /macros/,
  },
  {
    title: 'a password',
    file: Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]),
    error: /password/,
  },
  {
    title: 'an old .xls',
    file: Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
    error: /old \.xls/,
  },
  {
    title: 'a zip bomb',
    file: spoilt([HEAD, usual], (parts) => ({
      ...parts,
      'xl/sharedStrings.xml': `<sst>${'<si><t>'.padEnd(60_000_000, ' ')}</t></si></sst>`,
    })),
    error: /unpacks to far more/,
  },
  {
    title: 'entities',
    file: spoilt([HEAD, usual], (parts) => ({
      ...parts,
      'xl/worksheets/sheet1.xml':
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>',
    })),
    error: /document type/,
  },
  {
    title: 'a file from outside as an entity',
    file: spoilt([HEAD, usual], (parts) => ({
      ...parts,
      'xl/sharedStrings.xml':
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst><si><t>&a;</t></si></sst>',
    })),
    error: /document type/,
  },
  {
    title: 'an entity that nobody knows',
    file: rawSheet(head + inlineRow(2, cellsOf()).replace('张三', '&what;')),
    error: /no XML/,
  },
  {
    title: 'names of parts that climb out',
    file: spoilt([HEAD, usual], (parts) => ({ ...parts, '../../../tmp/evil.txt': 'x' })),
    imported: 1,
  },
  {
    title: 'a sheet that points out of the file',
    file: spoilt([HEAD, usual], (parts) => ({
      ...parts,
      'xl/_rels/workbook.xml.rels': (parts['xl/_rels/workbook.xml.rels'] ?? '').replace(
        'worksheets/sheet1.xml',
        '../../../../etc/passwd',
      ),
    })),
    error: /no row of headings/,
  },
  {
    title: 'a file that is cut off',
    file: book([HEAD, usual]).subarray(0, -200),
    error: /list of parts/,
  },
  { title: 'a byte that was changed', file: changed(book([HEAD, usual])), error: /damaged/ },
  {
    title: 'XML that ends in the middle',
    file: rawSheet(`${head}<row r="2"><c r="A2"><v>`),
    error: /no XML/,
  },
  {
    title: 'XML whose tags cross',
    file: rawSheet(`${head}<row r="2"><c></row></c>`),
    error: /no XML/,
  },
  {
    title: 'a text that is missing',
    file: spoilt([HEAD, usual], (parts) => ({ ...parts, 'xl/sharedStrings.xml': '<sst/>' })),
    error: /missing/,
  },
  { title: 'an archive that is no workbook', file: writeZip({ 'a.txt': 'x' }), error: /no \.xlsx/ },
  {
    title: 'an OpenDocument file',
    file: writeZip({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'content.xml': '<x/>',
    }),
    error: /OpenDocument/,
  },
  { title: 'a PDF', file: '%PDF-1.7\n', error: /a PDF/ },
  { title: 'a picture', file: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), error: /PNG/ },
  { title: 'a gzip archive', file: Buffer.from([0x1f, 0x8b, 8, 0, 0, 0]), error: /gzip/ },
  {
    title: 'a page of the web',
    file: `<html><table><tr><td>contract_id</td></tr></table></html>${padding}`,
    error: /no row of headings/,
  },
  { title: 'JSON', file: '[{"contract_id":"HT1"}]', error: /no row of headings/ },
  {
    title: 'random bytes',
    file: Buffer.from(Array.from({ length: 4_000 }, (_, at) => (at * 7_919 + 13) % 251)),
    error: /not GBK|no row of headings|not UTF-8/,
  },
];

function changed(bytes: Buffer): Buffer {
  const spoiltBytes = Buffer.from(bytes);
  const sheet = spoiltBytes.indexOf('xl/worksheets/sheet1.xml') + 60;
  spoiltBytes[sheet] = (spoiltBytes[sheet] ?? 0) ^ 0xff;
  return spoiltBytes;
}
