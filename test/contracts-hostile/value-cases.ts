import type { Case } from './case.ts';
import { csv, row } from './files.ts';

const day = (text: string): string => csv([row({ ends_on: text })]);
const phone = (text: string): string => csv([row({ phone: text })]);
const outlet = (text: string): string => csv([row({ outlet: text })]);
const name = (text: string): string => csv([row({ customer_name: text })]);

export const DAYS: readonly Case[] = [
  { title: '2015-02-03', file: day('2015-02-03'), imported: 1, kept: { ends_on: '2015-02-03' } },
  { title: '2015/2/3', file: day('2015/2/3'), imported: 1, kept: { ends_on: '2015-02-03' } },
  { title: '2015/02/03', file: day('2015/02/03'), imported: 1, kept: { ends_on: '2015-02-03' } },
  { title: '2015-2-3', file: day('2015-2-3'), imported: 1, kept: { ends_on: '2015-02-03' } },
  {
    title: 'full-width digits in a day',
    file: day('２０１５－０２－０３'),
    imported: 1,
    kept: { ends_on: '2015-02-03' },
  },
  {
    title: 'midnight behind a day',
    file: day('2015-02-03 00:00:00'),
    imported: 1,
    kept: { ends_on: '2015-02-03' },
  },
  { title: 'another time behind a day', file: day('2015-02-03 10:30'), rejected: [[2, 'ends_on']] },
  { title: '29 February of a leap year', file: day('2016-02-29'), imported: 1 },
  ...[
    '2015-02-30',
    '2015-02-29',
    '2015-13-01',
    '2015-00-10',
    '2015-04-31',
    '15-02-03',
    '03/02/2015',
    '2015.02.03',
    '20150203',
    '42038',
    '2015-02/03',
    '明天',
    '2015-02-03x',
    '-2015-02-03',
    '2015-02-',
    '',
  ].map(
    (text): Case => ({ title: `"${text}" is no day`, file: day(text), rejected: [[2, 'ends_on']] }),
  ),
  {
    title: 'an end before the start',
    file: csv([row({ starts_on: '2015-02-11' })]),
    rejected: [[2, 'ends_on']],
    says: /before the start, 2015-02-11/,
  },
  {
    title: 'an end on the day of the start',
    file: csv([row({ starts_on: '2015-02-10' })]),
    imported: 1,
  },
  {
    title: 'no start',
    file: csv([row({ starts_on: '' })]),
    rejected: [[2, 'starts_on']],
    says: /is empty/,
  },
];

export const PHONES: readonly Case[] = [
  ...[
    '+86 138 0000 1234',
    '+8613800001234',
    '86-138-0000-1234',
    '0086 13800001234',
    '138 0000 1234',
    '138-0000-1234',
    '１３８００００１２３４',
    '138\u00a00000\u00a01234',
    '(+86)13800001234',
    "'13800001234",
    '\u200b13800001234\u200b',
    '138–0000–1234',
  ].map(
    (text): Case => ({
      title: `the phone ${JSON.stringify(text)}`,
      file: phone(text),
      imported: 1,
      kept: { phone: '13800001234' },
    }),
  ),
  ...[
    '1.38E+10',
    '1380000123',
    '138000012345',
    '010-12345678',
    '12800001234',
    '1380000123a',
    '',
    '00000000000',
    '138****1234',
    '13800001234/13900001234',
    '+1 13800001234',
  ].map(
    (text): Case => ({
      title: `the phone "${text}" is refused`,
      file: phone(text),
      rejected: [[2, 'phone']],
    }),
  ),
];

export const OUTLETS: readonly Case[] = [
  ...(
    [
      ['own-hall', 'own-hall'],
      [' Own-Hall ', 'own-hall'],
      ['自有厅', 'own-hall'],
      ['连锁卖场核心卖场', 'chain-core-store'],
      ['城区专营店合作厅', 'urban-partner-hall'],
      ['核心乡镇合作厅', 'core-township-hall'],
      ['乡镇合作厅', 'core-township-hall'],
      ['一般乡镇专营店', 'township-store'],
      ['便利渠道缴费站', 'convenience-point'],
      ['自有 厅', 'own-hall'],
    ] as const
  ).map(
    ([text, id]): Case => ({
      title: `the outlet "${text}"`,
      file: outlet(text),
      imported: 1,
      kept: { outlet: id },
    }),
  ),
  {
    title: 'the outlet 合作厅 means two',
    file: outlet('合作厅'),
    rejected: [[2, 'outlet']],
    says: /urban-partner-hall or core-township-hall/,
  },
  {
    title: 'the outlet 乡镇 means two',
    file: outlet('乡镇'),
    rejected: [[2, 'outlet']],
    says: /core-township-hall or township-store/,
  },
  {
    title: 'the outlet 专营店 means two',
    file: outlet('专营店'),
    rejected: [[2, 'outlet']],
    says: /urban-partner-hall or township-store/,
  },
  ...['火星厅', '厅', 'x', '', '=own-hall'].map(
    (text): Case => ({
      title: `the outlet "${text}" is refused`,
      file: outlet(text),
      rejected: [[2, 'outlet']],
    }),
  ),
];

export const TEXTS: readonly Case[] = [
  ...['=HYPERLINK("http://x")', "=cmd|' /C calc'!A0", '+1+1', '-2+3', '@SUM(A1)', '＝1+1'].map(
    (text): Case => ({
      title: `${text} is a text`,
      file: name(`"${text.replaceAll('"', '""')}"`),
      imported: 1,
      kept: { customer_name: text },
    }),
  ),
  {
    title: 'a formula behind a tab',
    file: name('"\t=1+1"'),
    imported: 1,
    kept: { customer_name: '=1+1' },
  },
  {
    title: 'a formula behind an apostrophe',
    file: name("'=1+1"),
    imported: 1,
    kept: { customer_name: '=1+1' },
  },
  {
    title: 'an apostrophe before a name stays',
    file: name("'s-Gravenhage"),
    imported: 1,
    kept: { customer_name: "'s-Gravenhage" },
  },
  ...[
    '<!channel>',
    '<@U123>',
    '<http://x|click>',
    '*_~`',
    '<script>alert(1)</script>',
    '张三👨‍👩‍👧',
    'א\u202eabc',
    '张\u200b三',
    '%s%n',
    '${7*7}',
    '{{x}}',
    "'; drop table contract; --",
    '../../etc/passwd',
  ].map(
    (text): Case => ({
      title: `${JSON.stringify(text)} is a text`,
      file: name(text),
      imported: 1,
      kept: { customer_name: text },
    }),
  ),
  {
    title: 'spaces around a text go',
    file: name('  张三　'),
    imported: 1,
    kept: { customer_name: '张三' },
  },
  {
    title: 'a text of marks that nobody sees is empty',
    file: name('\u200b\u2060'),
    rejected: [[2, 'customer_name']],
    says: /empty/,
  },
  {
    title: 'marks that nobody sees in an id',
    file: csv([row({ contract_id: 'HT\u200b1' }), row({ contract_id: '\u202eHT1' })]),
    imported: 1,
    unchanged: 1,
    kept: { contract_id: 'HT1' },
  },
  {
    title: 'a cell of 10 kB',
    file: name('x'.repeat(10_000)),
    rejected: [[2, 'customer_name']],
    says: /longer than 200/,
  },
  {
    title: 'an error of a spreadsheet',
    file: name('#N/A'),
    rejected: [[2, 'customer_name']],
    says: /error of the spreadsheet/,
  },
  {
    title: 'an id that a spreadsheet has cut',
    file: csv([row({ contract_id: '2.01502E+16' })]),
    rejected: [[2, 'contract_id']],
    says: /cut/,
  },
  { title: 'no id', file: csv([row({ contract_id: '' })]), rejected: [[2, 'contract_id']] },
  { title: 'a name that is missing', file: name(''), rejected: [[2, 'customer_name']] },
  {
    title: 'a channel by its name is kept as it is',
    file: csv([row({ channel: '#retention', owner: '@wang' })]),
    imported: 1,
    kept: { channel: '#retention', owner: '@wang' },
  },
  {
    title: 'several faults of a row are told as one row',
    file: csv([row({ phone: 'x', ends_on: 'y', outlet: 'z' })]),
    rejected: [[2, 'phone']],
  },
];

export const COPIES: readonly Case[] = [
  { title: 'a row twice', file: csv([row(), row()]), imported: 1, unchanged: 1 },
  {
    title: 'a row twice, written in another way',
    file: csv([row(), row({ ends_on: '2015/2/10', phone: '+86 13800001234', outlet: '自有厅' })]),
    imported: 1,
    unchanged: 1,
  },
  {
    title: 'two rows that contradict each other: the first lands',
    file: csv([row(), row({ contract_id: 'HT2' }), row({ ends_on: '2016-02-10' })]),
    imported: 2,
    rejected: [[4, 'contract_id']],
    says: /line 2 has this contract/,
    kept: { ends_on: '2015-02-10' },
  },
  {
    title: 'ids are told apart by small and capital letters',
    file: csv([row(), row({ contract_id: 'ht1' })]),
    imported: 2,
  },
  {
    title: 'a faulty row and a good one of the same contract',
    file: csv([row({ ends_on: 'x' }), row()]),
    rejected: [
      [2, 'ends_on'],
      [3, 'contract_id'],
    ],
  },
];
