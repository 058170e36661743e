import { describe, expect, test } from 'vitest';
import {
  draftOf,
  draftOfQuarter,
  FACTS,
  MATRIX,
  OUTLET_HEADINGS,
  PAYOUTS,
  placesIn,
  quarterSheets,
  withCell,
} from '../../sheets/quarter.ts';
import type { Given, GivenSheet } from '../../sheets/workbook.ts';

const SAME = draftOfQuarter({}).campaign;

/** Puts sheets into the hands of the matrix's drawer. */
function withMatrix(matrix: Partial<GivenSheet>): readonly GivenSheet[] {
  return quarterSheets().map((one) => (one.name === '优惠矩阵' ? { ...one, ...matrix } : one));
}

describe('what the trade puts around its tables is no part of them', () => {
  test.each<[string, Parameters<typeof draftOfQuarter>[0]]>([
    [
      'sums below, also in a column of their own',
      {
        matrix: MATRIX.map((row, index): readonly Given[] => [
          ...row,
          index === 0 ? '合计' : 0,
        ]).concat([['合计', null, 4, 5, 5, 5, 5, 0, 24]]),
        payouts: [...PAYOUTS, ['小计', 300, 150, 70, 18, 25, null, 6, 16, 18, null, 20]],
      },
    ],
    [
      'who made it and when, remarks, and what the signs mean',
      {
        matrix: [
          ...MATRIX,
          ['注：标√的为主推，标★的为可选，标O的为非主推'],
          [null, '备注：以上优惠不可叠加'],
          ['制表：张三', '2015年3月20日'],
          ['√主推', '★可选', 'O非主推'],
        ],
      },
    ],
    ['the headings once more in the middle', { matrix: MATRIX.toSpliced(3, 0, MATRIX[0] ?? []) }],
    [
      'units that the heading says already',
      { payouts: withCell(withCell(PAYOUTS, [2, 12], '每户10元'), [2, 5], '10元/月') },
    ],
  ])('%s', (_, parts) => {
    const draft = draftOfQuarter(parts);
    expect(draft.doubts).toEqual([]);
    expect(draft.campaign).toEqual(SAME);
  });

  test('a title, a unit, two rows of headings and line breaks in them', () => {
    const broken = OUTLET_HEADINGS.map((one) => `${one.slice(0, 2)}\n${one.slice(2)}`);
    const draft = draftOf(
      withMatrix({
        rows: [
          ['分渠道推荐表'],
          ['单位：元'],
          ['业务类型', '优惠政策', '渠道类型'],
          [null, null, ...broken],
          ...MATRIX.slice(1),
        ],
        merges: ['A1:H1', 'A3:A4', 'B3:B4', 'C3:H3'],
      }),
    );
    expect(draft.doubts).toEqual([]);
    expect(draft.cells).toBe(24);
  });

  test('a row without any level is asked about once, not for each outlet', () => {
    const [doubt, ...others] = draftOfQuarter({ matrix: [...MATRIX, ['以上不可同享']] }).doubts;
    expect(doubt?.message.zh).toContain('是优惠的请填上级别');
    expect(others).toEqual([]);
    const offer = draftOfQuarter({ matrix: [...MATRIX, ['合约续约', '存费送机']] });
    expect(placesIn(offer)).toEqual(['优惠矩阵!B6 "存费送机"']);
    expect(offer.doubts[0]?.message.zh).toContain('一个级别都没有填');
  });

  test('a row that is called a sum and yet has levels is not passed over', () => {
    const matrix = [...MATRIX, ['合约续约', '话费小计', '√', '√', '√', '√', '√', 'O']];
    expect(placesIn(draftOfQuarter({ matrix }))).toContain('优惠矩阵!B6 "话费小计"');
  });
});

describe('a sheet is read as it is seen', () => {
  test.each<[string, Given]>([
    ['Wingdings', { text: 'ü', style: 'wingdings' }],
    ['Wingdings, at its private place', { text: '\uf0fc', style: 'wingdings' }],
    ['Wingdings 2', { text: 'P', style: 'wingdings 2' }],
    ['a run of the font Symbol', { run: 'Ö', font: 'Symbol' }],
  ])('a tick in %s', (_, tick) => {
    const draft = draftOfQuarter({ matrix: withCell(MATRIX, [2, 3], tick) });
    expect(draft.doubts).toEqual([]);
    expect(draft.campaign).toEqual(SAME);
  });

  test.each<[string, Given, string]>([
    ['the O of Wingdings 2 is a cross', { text: 'O', style: 'wingdings 2' }, '✗'],
    ['a nought in Wingdings is a picture', { text: 0, style: 'wingdings' }, '□'],
  ])('%s, and no level', (_, cell, value) => {
    const draft = draftOfQuarter({ matrix: withCell(MATRIX, [2, 3], cell) });
    expect(draft.doubts).toMatchObject([{ cell: 'C2', value }]);
    expect(draft.cells).toBe(23);
  });

  test('what is struck through is told, wherever it stands', () => {
    const matrix = withCell(MATRIX, [2, 3], { text: '√', style: 'struck' });
    const payouts = withCell(PAYOUTS, [2, 12], { text: '10', style: 'struck' });
    const facts = withCell(FACTS, [3, 2], { text: '旧的目的', style: 'struck' });
    const draft = draftOfQuarter({ matrix, payouts, facts });
    const struck = draft.doubts.filter(({ message }) => message.zh.includes('删除线'));
    expect(struck.map(({ sheet, cell }) => `${sheet}!${cell}`)).toEqual([
      '活动!B3',
      '优惠矩阵!C2',
      '返还方案!L2',
    ]);
  });

  test('a hidden column is told once', () => {
    const draft = draftOf(withMatrix({ hiddenColumns: [4] }));
    expect(placesIn(draft)).toEqual(['优惠矩阵!D2 "√"']);
    expect(draft.doubts[0]?.message.zh).toContain('这一列被隐藏');
    expect(draft.cells).toBe(24);
  });

  test('a share in per cent is no amount, and a column of shares is not in yuan', () => {
    const share = withCell(PAYOUTS, [2, 12], { text: 0.1, style: 'percent' });
    expect(draftOfQuarter({ payouts: share }).doubts).toContainEqual(
      expect.objectContaining({ sheet: '返还方案', cell: 'L2', value: '10%' }),
    );
    for (const heading of ['佣金比例', '佣金（%）', '佣金（万元）']) {
      const { doubts } = draftOfQuarter({ payouts: withCell(PAYOUTS, [1, 12], heading) });
      expect(doubts).toMatchObject([{ sheet: '返还方案', cell: 'L1', value: heading }]);
    }
  });
});

describe('signs of the sheet itself', () => {
  test.each(['●主推 ○可选 △非主推', '图例：主推●、可选○、非主推△'])(
    '%s: each sign that means something else here is told at the legend',
    (legend) => {
      const { doubts } = draftOfQuarter({ matrix: [...MATRIX, [legend]] });
      expect(placesIn({ ...draftOfQuarter({}), doubts })).toEqual(
        Array(3).fill(`优惠矩阵!A6 ${JSON.stringify(legend)}`),
      );
      expect(doubts.map(({ message }) => message.zh)).toEqual([
        expect.stringContaining('请把表里和图例里的“●”都换成 √'),
        expect.stringContaining('“○”是可选，导入时却会按非主推读'),
        expect.stringContaining('请把表里和图例里的“△”都换成 O'),
      ]);
    },
  );

  test('a legend that is written one line a sign', () => {
    const matrix = [...MATRIX, ['○：可选'], ['√ 表示主推']];
    expect(placesIn(draftOfQuarter({ matrix }))).toEqual(['优惠矩阵!A6 "○：可选"']);
  });

  test('a sentence with a star in it is no legend', () => {
    const matrix = [...MATRIX, ['注：★本季重点：各厅主推存费送费'], ['注：主推的和可选的见√★']];
    expect(draftOfQuarter({ matrix }).doubts).toEqual([]);
  });
});

describe('several campaigns in one file', () => {
  test('one below the other: the days are left open, and each second row says where the first is', () => {
    const matrix = [
      ['2015年二季度推荐表（2015年4月1日至6月30日）'],
      ...MATRIX,
      [],
      ['2015年三季度推荐表（2015年7月1日至9月30日）'],
      ...MATRIX,
    ];
    const facts = FACTS.filter(([label]) => label !== '活动时间');
    const draft = draftOfQuarter({ facts, matrix });
    expect(draft.campaign).toBeNull();
    const words = draft.doubts.map(({ message }) => message.zh).join('\n');
    expect(words).toContain('两期活动请分成两份表');
    expect(words).toContain('这个优惠在 优惠矩阵!B3 已经有一行');
  });

  test('a sheet for each: the second one is told row by row', () => {
    const draft = draftOf([...quarterSheets(), { name: '三季度', rows: MATRIX }]);
    expect(placesIn(draft)).toHaveLength(4);
    expect(draft.doubts[0]).toMatchObject({ sheet: '三季度', cell: 'B2' });
    expect(draft.campaign).toEqual(SAME);
  });
});

describe('a time as people write it', () => {
  test.each([
    '2015年4月1日（含）至6月30日（含）',
    '2015年4月1日00:00至2015年6月30日24:00',
    '2015年4月1日零时起至6月30日止',
    '20150401-20150630',
    '2015.04-2015.06',
    '２０１５．４．１～６．３０',
    '2015年二季度（4月1日至6月30日）',
  ])('%s', (period) => {
    const draft = draftOfQuarter({ facts: withCell(FACTS, [5, 2], period) });
    expect(draft.doubts).toEqual([]);
    expect(draft.campaign?.days).toEqual({ from: '2015-04-01', to: '2015-06-30' });
  });

  test.each(['4.1-6.30', '4月1日—6月30日', '4/1至6/30'])(
    '%s has no year: that of the campaign is assumed, and said',
    (period) => {
      const draft = draftOfQuarter({ facts: withCell(FACTS, [5, 2], period) });
      expect(draft.campaign?.days).toEqual({ from: '2015-04-01', to: '2015-06-30' });
      expect(placesIn(draft)).toEqual([`活动!B5 ${JSON.stringify(period)}`]);
      expect(draft.doubts[0]?.message.zh).toContain('没有写年份，暂按 2015-04-01 至 2015-06-30');
    },
  );

  test('where two years are spoken of, none is assumed', () => {
    const facts = [...withCell(FACTS, [5, 2], '4.1-6.30'), ['依据', '2014年度政策']];
    const words = draftOfQuarter({ facts }).doubts.map(({ message }) => message.zh);
    expect(words).toContainEqual(expect.stringContaining('看不出从哪天到哪天'));
  });
});
