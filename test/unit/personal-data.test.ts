import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contractIn } from '../../src/language/contract-word.ts';
import { normalise } from '../../src/language/normalise.ts';
import { withoutPersonalData } from '../../src/personal-data.ts';

describe('what tells who a customer is goes, and the shape of the question stays', () => {
  it.each([
    ['13812345678的合约什么时候到期', '13800000000的合约什么时候到期'],
    ['１３８１２３４５６７８ 到期没', '１３８00000000 到期没'],
    ['when does 138 1234 5678 end', 'when does 138 0000 0000 end'],
    ['call +86 138-1234-5678', 'call +86 138-0000-0000'],
    ['138.1234.5678 ends when', '138.0000.0000 ends when'],
    ['１３８．１２３４．５６７８什么时候到期', '１３８．0000．0000什么时候到期'],
    ['１３８　１２３４　５６７８', '１３８　0000　0000'],
    ['１３８－１２３４－５６７８', '１３８－0000－0000'],
    ['𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖 ends?', '𝟏𝟑𝟖00000000 ends?'],
    ['1381234.5678', '1380000.0000'],
    ['HT2015A07B12345 ends', 'HT0000A00B00000 ends'],
    ['12345a1234567890', '12345a0000000000'],
    ['HT 2015 0112 expiry', 'HT 0000 0000 expiry'],
    ['end date HT2015A07', 'end date HT0000A00'],
    ['合约HT20150107还剩几天', '合约HT00000000还剩几天'],
    ['HT2015001_02 ends when?', 'HT0000000_02 ends when?'],
    ['C-2015-0012 ends?', 'C-0000-0000 ends?'],
    ['身份证33010219900101123X能查吗', '身份证000000000000000000能查吗'],
    ['卡号6222 0212 3456 7890 123', '卡号0000 0000 0000 0000 123'],
    ['服务密码123456', '服务密码000000'],
    ['写信到 wang.wei@example.com', '写信到 x@x.x'],
    ['张先生的合约', '某先生的合约'],
    ['客户叫李小明要拆机', '客户叫某某要拆机'],
    ['户主是欧阳先生', '户主是欧阳先生'],
    ['Mr. Wang Wei complains', 'Mr. X complains'],
  ])('%s', (typed, kept) => {
    expect(withoutPersonalData(typed)).toBe(kept);
  });

  it.each([
    '100to200 or 200vs100',
    '存200送100和100 200 50怎么返',
    '20150310存的200',
    '2015-03-10 存的',
    '2015-01-12号改的套餐',
    '309 yuan on 2014-11-07',
    'rmb200 get100 in Q1 2015',
    '叫他来办合约',
    '核心乡镇合作厅能推什么',
  ])('%s tells of nobody and stays as it is', (typed) => {
    expect(withoutPersonalData(typed)).toBe(typed);
  });

  const phone = fc
    .tuple(fc.constantFrom('13', '15', '18', '19'), fc.stringMatching(/^[1-9]{9}$/))
    .map((parts) => parts.join(''));

  it('no phone is left, wherever it stands', () => {
    fc.assert(
      fc.property(
        phone,
        fc.constantFrom('', ' ', '，', '号', 'a'),
        fc.string(),
        (number, mark, text) => {
          const kept = withoutPersonalData(
            `${text.replace(/[\w@.-]/g, '')}${mark}${number}${mark}到期`,
          );
          expect(kept).not.toContain(number.slice(3));
        },
      ),
    );
  });

  it('doing it twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), phone, (text, number) => {
        const once = withoutPersonalData(`${text}${number}`);
        expect(withoutPersonalData(once)).toBe(once);
      }),
    );
  });
});

it('of whatever is found as a contract id or phone of six digits and more the first three digits stay at the most', () => {
  const digits = ['0123456789', '０１２３４５６７８９'];
  const separators = ['', ' ', '-', '.', '　', '－', '．'];
  fc.assert(
    fc.property(
      fc.constantFrom(...digits),
      fc.constantFrom(...separators),
      fc.constantFrom('的合约', ' ends when?', ''),
      fc.array(fc.nat(9), { minLength: 8, maxLength: 8 }),
      (of, by, after, rest) => {
        const typed = (numbers: readonly number[]): string =>
          numbers.map((number) => of[number]).join('');
        const phone = [[1, 3, 8], rest.slice(0, 4), rest.slice(4)].map(typed).join(by);
        const text = `${phone}${after}`;
        fc.pre(contractIn(normalise(text).typed) !== null);
        const kept = normalise(withoutPersonalData(text)).typed.replace(/\D/g, '');
        expect(kept).toBe('13800000000');
      },
    ),
  );
});
