import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asTyped, contractIn } from '../../../src/language/contract-word.ts';
import { normalise } from '../../../src/language/normalise.ts';
import { holds } from '../../holds.ts';
import { anyQuestion, anyText, STRANGE } from './texts.ts';

function typedIn(text: string): string | null {
  return contractIn(normalise(text).typed)?.typed ?? null;
}

describe('a contract is named by its id or its phone, as typed', () => {
  test.each([
    ['合约HT2014001什么时候到期', 'HT2014001'],
    ['when does contract C-1001 end', 'C-1001'],
    ['ht2014001到期了吗', 'ht2014001'],
    ['HY20140815-03', 'HY20140815-03'],
    ['ＨＴ２０１４００１', 'HT2014001'],
    ['13800001234的合约', '13800001234'],
    ['138 0000 1234', '138 0000 1234'],
    ['138-0000-1234', '138-0000-1234'],
    ['138.0000.1234 how much time left', '138.0000.1234'],
    ['end date HT2015A07', 'HT2015A07'],
    ['tell me where contract B-77 stands', 'B-77'],
    ['+86 13800001234', '+86 13800001234'],
    ['１３８００００１２３４', '13800001234'],
    ['合约编号20140815', '20140815'],
    ['contract no. 4471', '4471'],
    ['contract number 20140815-02', '20140815-02'],
    ['HT 2015 0112 expiry', 'HT 2015 0112'],
    ['ht.2015.0120 end date', 'ht.2015.0120'],
    ['HT - 2015 - 0143 , finish date', 'HT - 2015 - 0143'],
    ['ht 2015-0009 days left', 'ht 2015-0009'],
    ['HT-2015-0044, scratch that HT-2015-0045', 'HT-2015-0045'],
  ])('%s', (text, typed) => {
    expect(typedIn(text)).toBe(typed);
  });
});

describe('what is no contract is not taken for one', () => {
  test.each([
    ['money', '存200送100怎么返'],
    ['money with its currency', 'how does rmb200 come back'],
    ['money close to its verb', 'get100'],
    ['money in pinyin', 'cun200 zenme fan'],
    ['a day', '2015-02-10到期的合约'],
    ['a quarter', 'Q1 2015'],
    ['a month and an amount', 'in feb 2015 200 yuan'],
    ['a year and an amount', 'of 2015 100 back'],
    ['what was paid in a year', 'paid 2015 200 yuan'],
    ['a quarter close to its year', 'q12015'],
    ['a month close to its year', 'Feb2015'],
    ['a year after the word', '合约2015年到期'],
    ['a phone masked with stars', '138****1234'],
    ['twelve digits', '138000012345'],
    ['a phone that begins with 12', '12800001234'],
    ['a network', '5G 4G'],
    ['words', 'which contracts end next month'],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(typedIn(text)).toBeNull();
  });
});

describe('whatever the text', () => {
  test('the contract is a piece of it', () => {
    holds(
      fc.property(fc.oneof(anyText, anyQuestion), (text) => {
        const { typed } = normalise(text);
        const match = contractIn(typed);
        if (match !== null) expect(typed.slice(match.from, match.to)).toBe(match.typed);
      }),
      500,
    );
  });

  test('every mobile number is found between words', () => {
    holds(
      fc.property(
        fc.integer({ min: 3, max: 9 }),
        fc.integer({ min: 0, max: 999_999_999 }),
        (second, rest) => {
          const phone = `1${second}${String(rest).padStart(9, '0')}`;
          expect(typedIn(`客户${phone}什么时候到期`)).toBe(phone);
          expect(typedIn(`when does ${phone} end`)).toBe(phone);
        },
      ),
    );
  });

  test.each(STRANGE)('%s is read without a fault', (_, text) => {
    expect(() => typedIn(text)).not.toThrow();
  });
});

describe('digits of full width stay as they were typed', () => {
  test.each([
    ['手机１５８１２３４５６７８合约到期没', '15812345678', '１５８１２３４５６７８'],
    ['HT2014001', 'HT2014001', 'HT2014001'],
    ['(ＨＴ２０１４００１)', 'HT2014001', 'ＨＴ２０１４００１'],
    // Where folding changes how many characters there are, no place can be told.
    ['㍿１３８００００１２３４', '13800001234', '13800001234'],
  ])('%s', (question, folded, typed) => {
    expect(asTyped(question, folded)).toBe(typed);
  });
});
