import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { screened } from '../../src/screened.ts';

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((list) => list.join(''));

/** A number of the second generation, with the check digit that the standard (GB 11643) asks for. */
const identity = fc
  .record({
    place: fc.constantFrom('110105', '350203', '440304', '510104', '650103'),
    year: fc.integer({ min: 1930, max: 2012 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    order: digits(3),
  })
  .map(({ place, year, month, day, order }) => {
    const two = (value: number) => String(value).padStart(2, '0');
    const body = `${place}${year}${two(month)}${two(day)}${order}`;
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const sum = weights.reduce((so, weight, index) => so + weight * Number(body[index]), 0);
    return body + '10X98765432'[sum % 11];
  });

const around = fc.constantFrom(
  ['', ''],
  ['客户的是', '，请查'],
  ['he said ', ' yesterday'],
  ['(', ')'],
  ['号码：', '。'],
);

const mobile = fc
  .tuple(fc.constantFrom('13', '14', '15', '16', '17', '18', '19'), digits(9))
  .map(([start, rest]) => start + rest);

describe('what must not be kept is found', () => {
  test('every identity number, also in wide digits and with a small x', () => {
    fc.assert(
      fc.property(identity, around, fc.boolean(), (number, [before, after], isWide) => {
        const written = isWide
          ? number.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
          : number.toLowerCase();
        const found = screened(`${before}${written}${after}`);
        expect(found.isRefused).toBe(true);
        expect(found.found).toContain('identity-number');
        expect(found.masked).toBe(`${before}***${after}`);
      }),
    );
  });

  test('every service password behind its name, and none of its digits stays', () => {
    const name = fc.constantFrom('服务密码', '密码', '查询密码', '验证码', 'password', 'the PIN');
    const link = fc.constantFrom('', '是', '：', ' ', ' is ', '就是', ': ', '改成');
    fc.assert(
      fc.property(name, link, digits(6), (word, between, secret) => {
        const found = screened(`他说${word}${between}${secret}，能登`);
        expect(found.found).toEqual(['password']);
        expect(found.masked).not.toContain(secret);
      }),
    );
  });

  test.each([
    '123456是他的服务密码',
    '密码一二三四五六',
    '口令改成abc123',
    'password=hunter2',
    'his password is 654321',
    'password was 199012',
    'mima123456',
    'the verification code is 334455',
  ])('%s', (text) => {
    expect(screened(text)).toMatchObject({ found: ['password'], isRefused: true });
  });

  test.each([
    ['护照E12345678', 'identity-number'],
    ['passport no. G87654321', 'identity-number'],
    ['ID11010519491231002X', 'identity-number'],
    ['sfz 110105194912310021', 'identity-number'],
    ['老身份证350203601214123', 'identity-number'],
    ['身份证号码 350203201411070012', 'identity-number'],
    ['卡号6222021234567890123', 'bank-card'],
    ['退到6222020200112233446吧', 'bank-card'],
    ['4111 1111 1111 1111', 'bank-card'],
  ])('%s', (text, kind) => {
    expect(screened(text)).toMatchObject({ found: [kind], isRefused: true });
  });
});

describe('phones are masked, and do not refuse a text', () => {
  test('the first three and the last four digits stay', () => {
    fc.assert(
      fc.property(mobile, around, (number, [before, after]) => {
        expect(screened(`${before}${number}${after}`)).toEqual({
          found: ['phone'],
          masked: `${before}${number.slice(0, 3)}****${number.slice(-4)}${after}`,
          isRefused: false,
        });
      }),
    );
  });

  test.each([
    ['+86 138 1234 5678', '+86 138****5678'],
    ['0592-2345678', '059****5678'],
    ['先打13812345678再打13987654321', '先打138****5678再打139****4321'],
    ['１３８１２３４５６７８', '138****5678'],
    ['tel13812345678', 'tel138****5678'],
    ['<tel:+8613812345678|13812345678>', '<tel:+86138****5678|138****5678>'],
  ])('%s', (text, masked) => {
    expect(screened(text).masked).toBe(masked);
  });
});

describe('what a case needs passes as it is', () => {
  test.each([
    '流水号320100201411070012',
    '流水号 20141107123456789012',
    'LS320100201411070012',
    '工单号 20150210000123',
    '单号E12345678',
    'GD13812345678',
    'hotel13812345678',
    'serial number 13812345678',
    '录音编号 18600123456',
    '金额309元，2014-11-07转出，2014-11-09转回',
    '密码在2015-01-12改的',
    'the password was changed on 2015-01-12',
    '密码重设记录：流水号 123456789',
    '密码错了3次',
    '没有问密码，客户自己改的',
    '合约C-2015-000123到2014-11-30',
    '档案盒3，第12号',
    'ticket 6222020200112233446',
    '1,234,567.89元',
    '138****5678',
  ])('%s', (text) => {
    expect(screened(text)).toEqual({ found: [], masked: text, isRefused: false });
  });

  test('a number in a field for numbers passes unless it is an identity number or a phone', () => {
    fc.assert(
      fc.property(digits(12), fc.constantFrom('GD', 'LS-', 'NO.', ''), (number, prefix) => {
        expect(screened(`${prefix}${number}`, { isNumberField: true }).found).toEqual([]);
      }),
    );
    const field = { isNumberField: true };
    expect(screened('110105194912310021', field).isRefused).toBe(false);
    expect(screened('11010519491231002X', field).isRefused).toBe(true);
    expect(screened('4111111111111111', field).isRefused).toBe(false);
  });

  test('what was masked stays as it is when it is looked at again', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(identity, mobile, digits(6), fc.constantFrom('密码', '，', ' ', '流水号')),
        ),
        (parts) => {
          const { masked } = screened(parts.join(''));
          expect(screened(masked).masked).toBe(masked);
        },
      ),
    );
  });
});

test('a text of 40,000 characters is looked through at once', () => {
  for (const unit of ['1', '12 ', '密码', 'password is ', '1381234567', '62220202 '])
    expect(screened(unit.repeat(40_000 / unit.length)).masked.length).toBeGreaterThan(0);
});
