import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figureFaults, figuresSaid } from '../../../src/files/said-figures.ts';
import { holds } from '../../holds.ts';

const PLAN = { yuan: [4, 8, 10, 50, 100, 200, 300], months: [12, 15] };

describe('the figures that a text names', () => {
  test.each([
    ['存200元送100元', [200, 100], []],
    ['预存二百元，首次到账５０元', [200, 50], []],
    ['存200送100，每月返10块，共15个月', [200, 100, 10], [15]],
    ['￥300，RMB 50', [300, 50], []],
    ['deposit 200, get 100 back over 15 months', [200, 100], [15]],
    ['two hundred yuan, then 10 yuan a month for twelve months', [200, 10], [12]],
    ['送2次，返15个月，活动到2015年3月31日', [], [15]],
    ['送5G流量，返10%', [], []],
    ['1,200元和8.5元', [1200, 8.5], []],
    ['第3个月起', [], [3]],
  ] as const)('%s', (text, yuan, months) => {
    expect(figuresSaid(text)).toEqual({ yuan, months });
  });

  test('that its plan does not have are told, each once', () => {
    expect(figureFaults('每月返10元，共15个月', PLAN)).toEqual([]);
    expect(figureFaults('送120元，再送120元，共13个月', PLAN)).toEqual([
      'says 120 yuan, but the amounts of its plan are 4, 8, 10, 50, 100, 200, 300',
      'says 13 months, but those of its plan are 12, 15',
    ]);
  });

  test('whatever is written around an amount, a wrong one does not get through', () => {
    const around = fc.constantFrom('您好！', '，', '首次到账', '每月返', ' you get ', '送您');
    const wrong = fc.integer({ min: 0, max: 9_999 }).filter((yuan) => !PLAN.yuan.includes(yuan));
    holds(
      fc.property(
        around,
        wrong,
        fc.constantFrom('元', '块钱', ' yuan', '元。'),
        (text, yuan, unit) => {
          expect(figureFaults(`${text}${yuan}${unit}`, PLAN)).toHaveLength(1);
        },
      ),
    );
  });
});
