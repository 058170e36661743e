import { describe, expect, test } from 'vitest';
import { amountIn, amountsInName, returnIn, wholeNumber } from '../../../src/sheets/figures.ts';
import { tidy } from '../../../src/sheets/folding.ts';
import { cellName, placeOf } from '../../../src/sheets/grid.ts';
import { dayIn, periodIn, quarterName } from '../../../src/sheets/periods.ts';
import { levelOf } from '../../../src/sheets/signs.ts';

describe('a level is read from its sign, from what looks like it, and from its word', () => {
  test.each([
    ['main', '√ ✓ ✔ ✔️ 主推 main MAIN √主推 √（主推） ｍａｉｎ'],
    ['optional', '★ ☆ 可选 optional ★可选'],
    ['secondary', 'O o ０ 0 ○ 〇 Ｏ 非主推 secondary O非主推'],
  ])('%s: %s', (level, signs) => {
    expect(signs.split(' ').map(levelOf)).toEqual(signs.split(' ').map(() => level));
  });

  test.each([
    '●',
    '⭕',
    '×',
    'x',
    '?',
    '是',
    '√★',
    '主推O',
    '√/O',
    '1',
    'v',
    '主推（城区）',
    'constructor',
  ])('%s is none', (text) => {
    expect(levelOf(text)).toBeNull();
  });
});

describe('the days of a campaign', () => {
  test.each([
    ['2015年1月1日至3月31日', '2015-01-01', '2015-03-31'],
    ['活动时间：２０１５年 1月1日 — 2015年3月31日。', '2015-01-01', '2015-03-31'],
    ['2015/4/1-2015/6/30', '2015-04-01', '2015-06-30'],
    ['2015.4.1～6.30', '2015-04-01', '2015-06-30'],
    ['2015-04-01 至 2015-06-30', '2015-04-01', '2015-06-30'],
    ['2015-12-20 to 2016-01-10', '2015-12-20', '2016-01-10'],
    ['2015年1月1日起至2015年3月31日止', '2015-01-01', '2015-03-31'],
    ['2015年4月至6月', '2015-04-01', '2015-06-30'],
    ['2016年1-2月', '2016-01-01', '2016-02-29'],
    ['2015年二季度', '2015-04-01', '2015-06-30'],
    ['2015年第4季度', '2015-10-01', '2015-12-31'],
    ['2015Q3', '2015-07-01', '2015-09-30'],
  ])('%s', (text, from, to) => {
    expect(periodIn(text)).toEqual({ from, to });
  });

  test.each([
    '二季度',
    '2015年2月30日至3月31日',
    '2015年3月31日至1月1日',
    '2015年13-14月',
    '4月1日至6月30日',
    '长期',
    '',
  ])('%j names none', (text) => {
    expect(periodIn(text)).toBeNull();
  });

  test('one day alone is a day and no period', () => {
    expect(dayIn('2015年4月1日')).toBe('2015-04-01');
    expect(dayIn('2015/4/1至2015/6/30')).toBeNull();
    expect(periodIn('2015年4月1日')).toBeNull();
  });

  test('a whole quarter names its campaign, any other span does not', () => {
    const named = (text: string) => {
      const span = periodIn(text);
      return span === null ? null : quarterName(span);
    };
    expect(named('2015年4月1日至6月30日')).toBe('2015-q2');
    expect(named('2015年4月1日至6月29日')).toBeNull();
    expect(named('2015年1月至6月')).toBeNull();
  });
});

describe('figures', () => {
  const cell = (text: string, number: number | null = null) => ({
    row: 1,
    column: 1,
    text,
    number,
    flaw: null,
  });
  test.each([
    ['300元', 300],
    ['３００', 300],
    ['1,200.00', 1200],
    ['10个月', 10],
    ['无', 0],
    ['300.5', null],
    ['-5', null],
    ['三百', null],
    ['300或500', null],
    ['1,2', null],
  ])('%s is %s', (text, number) => {
    expect(wholeNumber(cell(text))).toBe(number);
  });

  test('a number of a sheet is whole or none', () => {
    expect([
      wholeNumber(cell('8', 8)),
      wholeNumber(cell('8.5', 8.5)),
      wholeNumber(cell('-8', -8)),
    ]).toEqual([8, null, null]);
  });

  test.each([
    ['300元', 30_000],
    ['8.33', 833],
    ['８.５元', 850],
    ['¥1,200.500', 120_050],
    ['8.00', 800],
    ['无', 0],
    ['8.333', null],
    ['80000000000', null],
    ['-5', null],
    ['8个月', null],
    ['8.', null],
    ['三块', null],
    ['8或9', null],
  ])('as money, %s is %s fen', (text, fen) => {
    expect(amountIn(cell(text))).toBe(fen);
  });

  test('an amount that a sheet computed is what it shows, and what is more precise than a fen is none', () => {
    expect(
      [0.1 + 0.2, 8.33, 8.330000000000002, 100 / 12, -8, 1.005].map((one) =>
        amountIn(cell(String(one), one)),
      ),
    ).toEqual([30, 833, 833, null, null, null]);
  });

  test('a return written in one cell is an amount, a number of months, and the last month where it is another', () => {
    expect(returnIn(cell('每月8元×10个月'))).toEqual({ monthlyFen: 800, months: 10, lastFen: 800 });
    expect(returnIn(cell('8元/月，返12个月'))).toEqual({
      monthlyFen: 800,
      months: 12,
      lastFen: 800,
    });
    for (const text of ['每月8.33元×12个月，末月8.37元', '8.33元/月，返12个月（最后一个月8.37）'])
      expect(returnIn(cell(text))).toEqual({ monthlyFen: 833, months: 12, lastFen: 837 });
    for (const text of ['8元', '8.333元×12个月', '8元×1.5个月', '8元×12个月，末月8.375'])
      expect(returnIn(cell(text))).toBeNull();
  });

  test('the name of a deposit gift carries its amounts', () => {
    expect(amountsInName('存３００元送150元')).toEqual({
      depositYuan: 300,
      giftFen: 15_000,
      isPack: false,
    });
    expect(amountsInName('预存88得15元流量包')).toEqual({
      depositYuan: 88,
      giftFen: 1500,
      isPack: true,
    });
    expect(amountsInName('存费送机')).toBeNull();
  });
});

describe('places and names', () => {
  test('a place is named as spreadsheets name it, and found again', () => {
    for (const [row, column, name] of [
      [7, 4, 'D7'],
      [1, 26, 'Z1'],
      [1, 27, 'AA1'],
      [10, 703, 'AAA10'],
    ] as const) {
      expect(cellName({ row, column })).toBe(name);
      expect(placeOf(name)).toEqual({ row, column });
    }
    expect([placeOf('7D'), placeOf('D0'), placeOf('')]).toEqual([null, null, null]);
  });

  test('a name broken over lines is one name, with a space only between Latin words', () => {
    expect(tidy(' 存２００元\n送100元 ')).toBe('存200元送100元');
    expect(tidy('free\r\nphone')).toBe('free phone');
    expect(tidy('5G 套餐')).toBe('5G 套餐');
  });
});
