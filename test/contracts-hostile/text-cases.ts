import type { Case } from './case.ts';
import { cellsOf, csv, gbk, HEAD, row, utf16, ZH_HEAD } from './files.ts';

const quoted = (rows: readonly string[]): string => csv(rows);
const swapped = (text: string, sign: string): string => text.replaceAll(',', sign);
const three = ['HT1', 'HT2', 'HT3'].map((id) => row({ contract_id: id }));
const spoiltUtf8 = (text: string): Buffer => {
  const bytes = Buffer.from(text);
  bytes[bytes.lastIndexOf(Buffer.from('张')) + 2] = 0x41;
  return bytes;
};

export const ENCODINGS: readonly Case[] = [
  { title: 'UTF-8', file: csv([row()]), imported: 1, kept: { customer_name: '张三' } },
  { title: 'UTF-8 with a byte-order mark', file: `\ufeff${csv([row()])}`, imported: 1 },
  {
    title: 'GBK',
    file: gbk(csv([row()])),
    imported: 1,
    kept: { customer_name: '张三', plan: '存200元送100元' },
  },
  {
    title: 'GBK with Chinese headings',
    file: gbk(`${ZH_HEAD}\n${row()}\n`),
    imported: 1,
    kept: { outlet_name: '中山路厅' },
  },
  {
    title: 'GB18030 with a letter of four bytes',
    file: Buffer.concat([
      gbk(`${HEAD}\nHT1,`),
      Buffer.from([0x95, 0x32, 0x82, 0x36]),
      gbk(row().slice('HT1,张三'.length)),
      gbk('\n'),
    ]),
    imported: 1,
    kept: { customer_name: '𠀀' },
  },
  {
    title: 'UTF-16 little endian with its mark, tabs between',
    file: utf16(swapped(csv([row()]), '\t'), 'le'),
    imported: 1,
    kept: { customer_name: '张三' },
  },
  { title: 'UTF-16 big endian with its mark', file: utf16(csv([row()]), 'be'), imported: 1 },
  { title: 'UTF-16 without a mark', file: utf16(csv([row()]), 'le', false), imported: 1 },
  {
    title: 'UTF-32',
    file: Buffer.concat([
      Buffer.from([0xff, 0xfe, 0, 0]),
      Buffer.from([...HEAD].flatMap((sign) => [sign.charCodeAt(0), 0, 0, 0])),
    ]),
    error: /UTF-32/,
  },
  {
    title: 'UTF-8 with one broken byte is not read as GBK',
    file: spoiltUtf8(csv(three)),
    error: /line 4.*not UTF-8/,
  },
  {
    title: 'half UTF-8, half GBK',
    file: Buffer.concat([Buffer.from(csv(three)), gbk(row({ contract_id: 'HT9' }))]),
    error: /line 5.*not UTF-8/,
  },
  {
    title: 'bytes of no encoding',
    file: Buffer.concat([
      Buffer.from(csv([])),
      Buffer.from([0x48, 0x54, 0x31, 0x2c, 0xff, 0xff, 0x80, 0x2c, 0x0a]),
    ]),
    error: /not GBK/,
  },
  {
    title: 'a broken byte in the very last row changes nothing',
    file: Buffer.concat([
      Buffer.from(csv(three)),
      Buffer.from('HT4,李'),
      Buffer.from([0xe6, 0x9d]),
    ]),
    error: /not UTF-8/,
  },
  {
    title: 'UTF-8 that was read as GBK and saved again',
    file: csv([row({ customer_name: '寮犱紵寮犱紵' })]),
    rejected: [[2, 'customer_name']],
    says: /garbled.*张伟/,
  },
  {
    title: 'names of question marks, as a wrong encoding leaves them',
    file: csv([row({ customer_name: '???' })]),
    rejected: [[2, 'customer_name']],
    says: /lost/,
  },
  {
    title: 'U+FFFD',
    file: csv([row({ customer_name: '张\ufffd' })]),
    rejected: [[2, 'customer_name']],
    says: /broken character/,
  },
  {
    title: 'Latin-1 letters in GBK bytes are no UTF-8',
    file: gbk(`${HEAD}\n${row({ customer_name: '联通' })}\n`),
    imported: 1,
    kept: { customer_name: '联通' },
  },
  {
    title: 'NUL in a cell',
    file: csv([row({ customer_name: '张\0三' }), row({ contract_id: 'HT2' })]),
    imported: 1,
    rejected: [[2, 'customer_name']],
  },
  {
    title: 'a control character in an id',
    file: csv([row({ contract_id: 'HT\u0007' })]),
    rejected: [[2, 'contract_id']],
  },
];

export const SEPARATORS: readonly Case[] = [
  { title: 'semicolons', file: swapped(csv([row()]), ';'), imported: 1 },
  { title: 'tabs', file: swapped(csv([row()]), '\t'), imported: 1 },
  { title: 'upright strokes', file: swapped(csv([row()]), '|'), imported: 1 },
  {
    title: 'a first line that names the separator',
    file: `sep=;\n${swapped(csv([row({ ends_on: 'x' })]), ';')}`,
    rejected: [[3, 'ends_on']],
  },
  {
    title: 'semicolons with commas inside of fields',
    file: swapped(csv([row()]), ';').replace('张三', '张三, 李四'),
    imported: 1,
    kept: { customer_name: '张三, 李四' },
  },
  {
    title: 'CRLF',
    file: csv([row(), row({ contract_id: 'HT2', ends_on: 'x' })], '\r\n'),
    imported: 1,
    rejected: [[3, 'ends_on']],
  },
  {
    title: 'lone CR',
    file: csv([row(), row({ contract_id: 'HT2', ends_on: 'x' })], '\r'),
    imported: 1,
    rejected: [[3, 'ends_on']],
  },
  {
    title: 'line ends of all kinds',
    file: `${HEAD}\r\n${row()}\r${row({ contract_id: 'HT2', ends_on: 'x' })}\n${row({ contract_id: 'HT3', ends_on: 'x' })}`,
    imported: 1,
    rejected: [
      [3, 'ends_on'],
      [4, 'ends_on'],
    ],
  },
  { title: 'no line end after the last row', file: `${HEAD}\n${row()}`, imported: 1 },
  {
    title: 'blank lines count as lines',
    file: `${HEAD}\n\n\n${row({ ends_on: 'x' })}\n\n`,
    rejected: [[4, 'ends_on']],
  },
  {
    title: 'rows of commas alone are blank',
    file: `${HEAD}\n,,,,,,,,,\n${row()}\n , ,,,,,,,,\n`,
    imported: 1,
  },
  { title: 'commas at the end', file: `${HEAD},,\n${row()},,\n`, imported: 1 },
  { title: 'commas at the end of the rows alone', file: `${HEAD}\n${row()},,\n`, imported: 1 },
];

export const QUOTING: readonly Case[] = [
  {
    title: 'a comma and quotation marks in a field',
    file: quoted([row({ outlet_name: '"中山路, ""东"" 厅"' })]),
    imported: 1,
    kept: { outlet_name: '中山路, "东" 厅' },
  },
  {
    title: 'a line end in a field: the line is where the row starts',
    file: csv([
      row({ outlet_name: '"中山\n路\n厅"' }),
      row({ contract_id: 'HT2', outlet_name: '"a\nb"', ends_on: 'x' }),
      row({ contract_id: 'HT3', ends_on: 'y' }),
    ]),
    imported: 1,
    rejected: [
      [5, 'ends_on'],
      [7, 'ends_on'],
    ],
  },
  {
    title: 'CRLF in a field',
    file: csv(
      [row({ outlet_name: '"中山\r\n路"' }), row({ contract_id: 'HT2', ends_on: 'x' })],
      '\r\n',
    ),
    imported: 1,
    rejected: [[4, 'ends_on']],
    kept: { outlet_name: '中山\r\n路' },
  },
  {
    title: 'every field in quotation marks',
    file: csv([
      cellsOf()
        .map((cell) => `"${cell}"`)
        .join(','),
    ]),
    imported: 1,
  },
  {
    title: 'headings in quotation marks',
    file: `${HEAD.split(',')
      .map((name) => `"${name}"`)
      .join(',')}\n${row()}\n`,
    imported: 1,
  },
  {
    title: 'a quotation mark in the middle of a field is a letter',
    file: csv([row({ outlet_name: '5" 厅' })]),
    imported: 1,
    kept: { outlet_name: '5" 厅' },
  },
  {
    title: 'a quotation mark that is never closed',
    file: csv([
      row(),
      row({ contract_id: 'HT2', outlet_name: '"厅' }),
      row({ contract_id: 'HT3' }),
    ]),
    error: /line 3.*not closed/,
  },
  {
    title: 'a quotation mark that is closed rows later',
    file: csv([
      row({ outlet_name: '"厅' }),
      row({ contract_id: 'HT2' }),
      row({ contract_id: 'HT3', outlet_name: '"厅' }),
      row({ contract_id: 'HT4' }),
    ]),
    imported: 1,
    rejected: [[2, 'contract_id']],
    says: /lines 2 to 4/,
  },
  {
    title: 'letters behind a closing quotation mark',
    file: csv([row({ outlet_name: '"厅"x' }), row({ contract_id: 'HT2' })]),
    imported: 1,
    rejected: [[2, 'contract_id']],
    says: /behind a closing/,
  },
  {
    title: 'an empty field in quotation marks',
    file: csv([row({ owner: '""', customer_name: '""' })]),
    rejected: [[2, 'customer_name']],
  },
  {
    title: 'too few fields',
    file: csv(['HT1,张三,13800001234', row({ contract_id: 'HT2' })]),
    imported: 1,
    rejected: [[2, 'plan']],
  },
  {
    title: 'owner and channel left out at the end of a row',
    file: csv([cellsOf().slice(0, 8).join(',')]),
    imported: 1,
    kept: { owner: '', channel: '' },
  },
  {
    title: 'too many fields',
    file: csv([`${row()},more`, row({ contract_id: 'HT2' })]),
    imported: 1,
    rejected: [[2, 'channel']],
    says: /more fields/,
  },
  {
    title: 'a comma too many in the middle',
    file: csv([row({ customer_name: '张,三' })]),
    rejected: [[2, 'phone']],
  },
];

export const HEADINGS: readonly Case[] = [
  {
    title: 'Chinese headings',
    file: `${ZH_HEAD}\n${row()}\n`,
    imported: 1,
    kept: { owner: 'U1', channel: 'C1' },
  },
  {
    title: 'another order',
    file: `${HEAD.split(',').toReversed().join(',')}\n${cellsOf().toReversed().join(',')}\n`,
    imported: 1,
    kept: { contract_id: 'HT1', channel: 'C1' },
  },
  {
    title: 'English and Chinese mixed',
    file: `${HEAD.replace('phone', '手机号码')}\n${row()}\n`,
    imported: 1,
  },
  {
    title: 'spaces around, capitals and full-width letters',
    file: `${HEAD.replace('contract_id', ' Contract_ID ').replace('phone', 'ＰＨＯＮＥ')}\n${row()}\n`,
    imported: 1,
  },
  {
    title: 'unknown columns are passed over',
    file: `memo,${HEAD},身份证\n=1+1,${row()},110101\n`,
    imported: 1,
  },
  {
    title: 'a heading twice',
    file: `${HEAD},phone\n${row()},13900001111\n`,
    error: /two headings name phone/,
  },
  {
    title: 'a heading in both languages',
    file: `${HEAD},手机号码\n${row()},13900001111\n`,
    error: /two headings name phone/,
  },
  {
    title: 'a required heading is missing',
    file: `${HEAD.replace('ends_on', 'end')}\n${row()}\n`,
    error: /missing: ends_on/,
  },
  {
    title: 'owner and channel may be missing',
    file: `${HEAD.replace(',owner,channel', '')}\n${cellsOf().slice(0, 8).join(',')}\n`,
    imported: 1,
  },
  {
    title: 'titles above the headings',
    file: `2015年合约清单\n\n${csv([row({ ends_on: 'x' })])}`,
    rejected: [[4, 'ends_on']],
  },
  { title: 'headings alone', file: `${HEAD}\n`, imported: 0 },
  { title: 'no headings', file: `${row()}\n`, error: /no row of headings/ },
  { title: 'an empty file', file: '', error: /empty/ },
  { title: 'blank lines alone', file: '\n\n  \n', error: /no row of headings/ },
  {
    title: '16,384 columns',
    file: `${HEAD},${Array.from({ length: 16_374 }, (_, at) => `x${at}`).join(',')}\n${row()}\n`,
    imported: 1,
  },
  {
    title: 'a row of millions of letters',
    file: `${HEAD}\n${'x'.repeat(3_000_000)}`,
    error: /too long/,
  },
];
