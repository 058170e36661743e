import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise } from '../../../src/language/normalise.ts';
import { hanNumber, numbersIn } from '../../../src/language/numbers.ts';
import { holds } from '../../holds.ts';
import { anyQuestion, anyText, STRANGE } from './texts.ts';

function valuesIn(text: string): readonly number[] {
  return numbersIn(normalise(text).plain).map((match) => match.value);
}

/** 1 to 9999 as one writes it in Chinese. */
function written(value: number): string {
  const digits = Array.from('零一二三四五六七八九');
  const units = ['千', '百', '十', ''];
  const text = Array.from(String(value).padStart(4, '0'), (digit, at) =>
    digit === '0' ? '零' : `${digits[Number(digit)]}${units[at]}`,
  ).join('');
  const trimmed = text.replace(/零+/g, '零').replace(/^零|零$/g, '');
  return value >= 10 && value < 20 ? trimmed.replace(/^一十/, '十') : trimmed;
}

describe('a Chinese numeral has a value', () => {
  test.each([
    ['十', 10],
    ['十五', 15],
    ['二十', 20],
    ['五十五', 55],
    ['一百', 100],
    ['一百一', 110],
    ['一百零一', 101],
    ['一百一十', 110],
    ['两百五', 250],
    ['二百零五', 205],
    ['一千二', 1200],
    ['一千零二', 1002],
    ['一千零二十', 1020],
    ['九千九百九十九', 9999],
    ['贰佰', 200],
    ['壹仟贰佰叁拾', 1230],
    ['二〇一五', 2015],
    ['零', 0],
  ])('%s is %i', (text, value) => {
    expect(hanNumber(text)).toBe(value);
  });

  test.each(['百', '百二', '千', '十十', '十百', '一百千', '百百'])('%s has none', (text) => {
    expect(hanNumber(text)).toBeUndefined();
  });

  test('every number from 1 to 9999 is read as it is written', () => {
    for (let value = 1; value <= 9999; value += 1) {
      expect(hanNumber(written(value)), written(value)).toBe(value);
    }
  });

  test('also with 两 for 二, and with the digits alone', () => {
    holds(
      fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
        expect(hanNumber(written(value).replace(/二(?=[百千])/g, '两'))).toBe(value);
        const digits = Array.from(String(value), (digit) => '〇一二三四五六七八九'[Number(digit)]);
        expect(hanNumber(digits.join(''))).toBe(value);
      }),
    );
  });
});

describe('numbers are found in every notation', () => {
  test.each<[string, readonly number[]]>([
    ['存200送100', [200, 100]],
    ['存２００送１００', [200, 100]],
    ['存二百送一百', [200, 100]],
    ['存两百块', [200]],
    ['1,200 households', [1200]],
    ['1.2万', [12_000]],
    ['3千', [3000]],
    ['2百', [200]],
    ['3.5', [3.5]],
    ['a dozen households', [12]],
    ['half a dozen', [6]],
    ['half a dozen took the hundred one', [6, 100, 1]],
    ['a hundred and one', [101]],
    ['a dozen and a half', [18]],
    ['two dozen', [24]],
    ['a couple of customers', [2]],
    ['twenty-five', [25]],
    ['twenty five', [25]],
    ['a hundred', [100]],
    ['two hundred and fifty', [250]],
    ['three hundred fifty-five', [355]],
    ['nineteen', [19]],
    ['Fifty yuan', [50]],
  ])('%s', (text, values) => {
    expect(valuesIn(text)).toEqual(values);
  });

  test.each(['比一比', '算一算', '百货', 'someone', 'tent', 'weight', '自有厅', 'often', ''])(
    '%j holds none',
    (text) => {
      expect(valuesIn(text)).toEqual([]);
    },
  );

  test('a number that is too long to be one is none', () => {
    expect(valuesIn('9'.repeat(400))).toEqual([]);
    expect(valuesIn('九'.repeat(400))).toEqual([]);
  });

  test('digits mean the same in every width', () => {
    holds(
      fc.property(fc.nat({ max: 999_999 }), (value) => {
        const wide = String(value).replace(/\d/g, (digit) =>
          String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
        );
        expect(valuesIn(`存${wide}元`)).toEqual([value]);
        expect(valuesIn(`存${value}元`)).toEqual([value]);
      }),
    );
  });
});

describe('whatever the text', () => {
  test('numbers stand in order, do not overlap, and are never negative or endless', () => {
    holds(
      fc.property(fc.oneof(anyText, anyQuestion), (text) => {
        const { plain } = normalise(text);
        let place = 0;
        for (const { value, from, to } of numbersIn(plain)) {
          expect(from).toBeGreaterThanOrEqual(place);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(plain.length);
          expect(value >= 0 && Number.isFinite(value)).toBe(true);
          place = to;
        }
      }),
      500,
    );
  });

  test.each(STRANGE)('%s is read without a fault', (_, text) => {
    expect(() => numbersIn(text)).not.toThrow();
  });
});
