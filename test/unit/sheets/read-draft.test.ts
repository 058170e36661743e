import { describe, expect, test } from 'vitest';
import { readDraft } from '../../../src/sheets/read-draft.ts';
import {
  draftOf,
  draftOfCsv,
  draftOfQuarter,
  FACTS,
  MATRIX,
  OUTLET_HEADINGS,
  PAYOUTS,
  placesIn,
  quarterSheets,
  realKnown,
  withCell,
} from '../../sheets/quarter.ts';
import { csv, type Given, xlsx } from '../../sheets/workbook.ts';

/** Rows of plain texts and numbers, for a CSV file. */
function plain(rows: readonly (readonly Given[])[]): (string | number | null)[][] {
  return rows.map((row) => row.map((cell) => (typeof cell === 'object' ? null : cell)));
}

describe('a sheet as the trade draws it becomes a draft without a doubt', () => {
  const draft = draftOfQuarter({});

  test('with the days, the id of the quarter and every level', () => {
    expect(draft.doubts).toEqual([]);
    expect(draft).toMatchObject({ offers: 4, plans: 2, cells: 24 });
    expect(draft.campaign).toMatchObject({
      id: '2015-q2',
      version: 1,
      days: { from: '2015-04-01', to: '2015-06-30' },
    });
    expect(draft.campaign?.levels[2]?.at).toMatchObject({
      'own-hall': 'optional',
      'convenience-point': 'secondary',
    });
  });

  test('an offer of an earlier campaign keeps its id and its English, and so does its business', () => {
    expect(draft.campaign?.offers.map(({ id }) => id)).toEqual([
      'deposit-200-get-100',
      'deposit-100-get-50',
      'renewal-discount-phone',
      'data-pack-bogo',
    ]);
    expect(draft.campaign?.offers[2]).toMatchObject({
      business: 'contract-renewal',
      name: { zh: '合约惠机', en: 'discount phone with a contract' },
    });
  });

  test('every row names the sheet as its clause where it names no other', () => {
    expect(draft.campaign?.plans[0]?.source).toEqual({
      document: { zh: '2015年二季度政策', en: 'policy of the second quarter of 2015' },
      clause: { zh: '返还方案', en: 'sheet 返还方案' },
    });
  });

  test('one name under two businesses is two offers', () => {
    const matrix = [...MATRIX, ['合约续约', '存费送费', '√', '√', '√', '√', '√', 'O']];
    expect(draftOfQuarter({ matrix }).campaign?.offers.at(-1)).toMatchObject({
      id: 'renewal-bonus-credit',
      name: { en: 'renewal with bonus credit' },
    });
  });
});

describe('the same matrix drawn in other ways is the same draft', () => {
  const same = draftOfQuarter({}).campaign;
  const merged = { name: '优惠矩阵', rows: MATRIX, merges: ['A2:A3'] };
  const [facts, , payouts] = quarterSheets();

  test.each<[string, Parameters<typeof draftOf>[0]]>([
    ['merged cells down the side', [facts, merged, payouts].flatMap((one) => one ?? [])],
    [
      'a title and a merged heading above the outlets',
      quarterSheets({
        matrix: [
          ['2015年分网点推荐表'],
          ['业务', '优惠', '网点类型'],
          [null, null, ...OUTLET_HEADINGS],
          ...MATRIX.slice(1),
        ],
      }).map((one) =>
        one.name === '优惠矩阵'
          ? { ...one, merges: ['A1:H1', 'A2:A3', 'B2:B3', 'C2:H2', 'A4:A5'] }
          : one,
      ),
    ],
    [
      'headings in another order, with a number and remarks beside them',
      quarterSheets({
        matrix: MATRIX.map((row, index) => [
          index === 0 ? '序号' : index,
          ...row.slice(2).toReversed(),
          row[1] ?? null,
          index === 0 ? '备注' : '以系统为准',
          row[0] ?? null,
        ]),
      }),
    ],
    [
      'full-width letters, spaces and line breaks in headings and cells',
      quarterSheets({
        matrix: MATRIX.map((row, index) =>
          row.map((cell) =>
            cell === '存200元送100元'
              ? ' 存２００元\n送１００元 '
              : index === 0 && typeof cell === 'string'
                ? [...cell].join('\n ')
                : cell === 'O'
                  ? 'Ｏ'
                  : cell,
          ),
        ),
      }),
    ],
    [
      'look-alikes of the signs',
      quarterSheets({
        matrix: MATRIX.map((row) =>
          row.map((cell) => (cell === '√' ? '✔' : cell === '★' ? '☆' : cell === 'O' ? 0 : cell)),
        ),
      }),
    ],
    [
      'a legend and a note below it',
      quarterSheets({
        matrix: [...MATRIX, ['注：√主推 ★可选 O非主推'], ['说明：解释权归市场部所有。']],
      }),
    ],
    [
      'a merged note below it',
      quarterSheets({ matrix: [...MATRIX, ['注：√主推 ★可选 O非主推']] }).map((one) =>
        one.name === '优惠矩阵' ? { ...one, merges: ['A6:H6'] } : one,
      ),
    ],
    [
      'the business in a row of its own, as wide as the table',
      quarterSheets({
        matrix: [
          MATRIX[0]?.slice(1) ?? [],
          ['一、存费送费'],
          ...MATRIX.slice(1, 3).map((row) => row.slice(1)),
          ['二、合约续约'],
          ...MATRIX.slice(3, 4).map((row) => row.slice(1)),
          ['三、流量及增值业务'],
          ...MATRIX.slice(4).map((row) => row.slice(1)),
        ],
      }).map((one) =>
        one.name === '优惠矩阵' ? { ...one, merges: ['A2:G2', 'A5:G5', 'A7:G7'] } : one,
      ),
    ],
    [
      'levels computed by formulas, with their values',
      quarterSheets({
        matrix: withCell(MATRIX, [2, 3], { formula: 'IF(1,"√","O")', value: '√' }),
        payouts: withCell(PAYOUTS, [2, 3], { formula: 'B2/2', value: 100 }),
      }),
    ],
    [
      'text in several fonts, with its pronunciation',
      quarterSheets({
        matrix: withCell(MATRIX, [4, 2], { rich: ['合约', '惠机'], spoken: 'héyuē' }),
      }),
    ],
    [
      'the first and the last day as dates',
      quarterSheets({
        facts: [
          ...FACTS.filter(([label]) => label !== '活动时间'),
          ['开始日期', { serial: 42_095, format: 'day' }],
          ['结束日期', { serial: 42_185, format: 'chinese day' }],
        ],
      }),
    ],
    [
      'the days under the matrix, with their label in the same cell',
      quarterSheets({
        facts: FACTS.filter(([label]) => label !== '活动时间'),
        matrix: [...MATRIX, ['活动时间：2015年4月1日-2015年6月30日']],
      }),
    ],
    [
      'everything in one sheet',
      [{ name: '优惠矩阵', rows: [...FACTS, ...MATRIX, [], ...PAYOUTS] }],
    ],
    [
      'headings over the two returns',
      quarterSheets({
        payouts: [
          [
            '优惠',
            '预存',
            '赠送',
            '预存返还',
            null,
            null,
            null,
            '赠送返还',
            null,
            null,
            null,
            '佣金',
          ],
          [
            null,
            null,
            null,
            '首次到账',
            '每月',
            '月数',
            '起始月',
            '当时到账',
            '每月',
            '月数',
            '起始月',
            null,
          ],
          ...PAYOUTS.slice(1),
        ],
      }).map((one) =>
        one.name === '返还方案'
          ? { ...one, merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:G1', 'H1:K1', 'L1:L2'] }
          : one,
      ),
    ],
    [
      'amounts and months in one cell, with their units',
      quarterSheets({
        payouts: [
          [
            '优惠',
            '预存',
            '赠送',
            '首次到账',
            '每月返还',
            '起始月',
            '赠送当时到账',
            '每月赠送',
            '起始月',
            '佣金（元/户）',
          ],
          [
            '存200元送100元',
            '200元',
            '100元',
            '50元',
            '10元×15个月',
            '次月',
            '4元',
            '8元×12个月',
            '次月',
            '10元',
          ],
          [
            '存100元送50元',
            '100元',
            '50元',
            '20元',
            '8元×10个月',
            '次月',
            '2元',
            '8元×6个月',
            '次月',
            '10元',
          ],
        ],
      }),
    ],
    [
      'plans named by their amounts alone',
      quarterSheets({ payouts: PAYOUTS.map((row) => row.slice(1)) }),
    ],
    [
      'a hidden sheet with other levels, which nobody sees',
      [...quarterSheets(), { name: '旧', rows: withCell(MATRIX, [2, 3], 'O'), isHidden: true }],
    ],
  ])('%s', (_, sheets) => {
    const draft = draftOf(sheets);
    expect(draft.doubts).toEqual([]);
    expect(withoutSources(draft.campaign)).toEqual(withoutSources(same));
  });

  test('English headings and words', () => {
    const headings = ['business', 'offer', ...realKnown().outlets.map(({ name }) => name.en)];
    const word: Record<string, string> = { '√': 'main', '★': 'optional', O: 'secondary' };
    const matrix = [
      headings,
      ...MATRIX.slice(1).map((row) => row.map((cell) => word[String(cell)] ?? cell)),
    ];
    const { doubts, campaign } = draftOfQuarter({ matrix });
    expect(doubts).toEqual([]);
    expect(withoutSources(campaign)).toEqual(withoutSources(same));
  });

  test('CSV, in UTF-8 with a mark, one table below the other', () => {
    const draft = draftOfCsv(`\ufeff${csv(plain([...FACTS, [], ...MATRIX, [], ...PAYOUTS]))}`);
    expect(draft.doubts).toEqual([]);
    expect(withoutSources(draft.campaign)).toEqual(withoutSources(same));
  });
});

/** A draft without the sheet names that its clauses come from. */
function withoutSources(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner) => (key === 'clause' ? undefined : inner)));
}

describe('whatever is unsure is named by sheet and cell, and left out', () => {
  test.each<[string, Given, string]>([
    ['an unknown sign', '×', '"×" is no level'],
    ['an empty cell', null, 'no level for own-hall: left open'],
    ['a formula that was never computed', { formula: 'A1' }, 'a formula without a value'],
    ['a formula that failed', { error: '#REF!' }, 'the formula failed'],
    ['a formula in a text', '=cmd|calc!A0', 'is no level'],
  ])('%s', (_, cell, message) => {
    const { doubts, cells, campaign } = draftOfQuarter({ matrix: withCell(MATRIX, [2, 3], cell) });
    expect(doubts).toHaveLength(1);
    expect(doubts[0]).toMatchObject({ sheet: '优惠矩阵', cell: 'C2' });
    expect(doubts[0]?.message.en).toContain(message);
    expect(cells).toBe(23);
    expect(campaign?.levels[0]?.at).not.toHaveProperty('own-hall');
  });

  test('a formula without a value beside the tables and in the list of names', () => {
    const names = {
      name: '名称',
      rows: [
        ['类别', '名称', '英文名', '编号'],
        ['业务', { formula: 'A1' }, 'x', 'x'],
      ],
    };
    const facts = withCell(FACTS, [1, 2], { formula: 'A1' });
    const draft = draftOf([...quarterSheets({ facts }), names]);
    expect(placesIn(draft).slice(0, 3)).toEqual(['活动!B1 ""', '优惠矩阵!A1 ""', '名称!A2 "业务"']);
    expect(draft.campaign?.name.zh).toBe('活动2015-q2');
  });

  test('a hidden row is read, and told', () => {
    const sheets = quarterSheets().map((one) =>
      one.name === '优惠矩阵' ? { ...one, hiddenRows: [5] } : one,
    );
    const draft = draftOf(sheets);
    expect(draft.cells).toBe(24);
    expect(draft.doubts).toHaveLength(1);
    expect(draft.doubts[0]).toMatchObject({
      cell: 'A5',
      message: { zh: expect.any(String), en: expect.stringContaining('hidden row') },
    });
  });

  test('an outlet that nobody knows, and the one whose column is missing for it', () => {
    const draft = draftOfQuarter({ matrix: withCell(MATRIX, [1, 3], '旗舰厅') });
    expect(placesIn(draft)).toEqual(['优惠矩阵!A1 ""', '优惠矩阵!C1 "旗舰厅"']);
    expect(draft.doubts[0]?.message.en).toContain('no column for 自有厅');
    expect(draft.cells).toBe(20);
  });

  test('an outlet by another word that people use is known; a word for two outlets is not enough', () => {
    expect(draftOfQuarter({ matrix: withCell(MATRIX, [1, 3], '自营厅') }).doubts).toEqual([]);
    const draft = draftOfQuarter({ matrix: withCell(MATRIX, [1, 5], '合作厅') });
    expect(draft.doubts[1]).toMatchObject({ cell: 'E1', value: '合作厅' });
    expect(draft.doubts[1]?.message.en).toContain('urban-partner-hall or core-township-hall');
  });

  test('an outlet twice: the second column is left out', () => {
    const matrix = MATRIX.map((row, index) => [...row, index === 0 ? '自有厅' : 'O']);
    expect(draftOfQuarter({ matrix }).doubts).toEqual([
      {
        sheet: '优惠矩阵',
        cell: 'I1',
        value: '自有厅',
        message: { zh: expect.any(String), en: expect.stringContaining('second column') },
      },
    ]);
  });

  test('two periods: neither is taken', () => {
    const draft = draftOfQuarter({ matrix: [...MATRIX, ['活动时间：2015年4月1日至5月31日']] });
    expect(draft.doubts.at(-1)).toMatchObject({ sheet: '优惠矩阵', cell: 'A6' });
    expect(draft.doubts.at(-1)?.message.en).toContain('2015-04-01 to 2015-06-30 stands elsewhere');
    expect(draft.campaign).toBeNull();
  });

  test('a period in a title is taken with a doubt', () => {
    const facts = FACTS.filter(([label]) => label !== '活动时间');
    const draft = draftOfQuarter({ facts, matrix: [['2015年2季度推荐表'], ...MATRIX] });
    expect(draft.campaign?.id).toBe('2015-q2');
    expect(draft.doubts).toMatchObject([
      { sheet: '活动', cell: 'B1', value: '2015年二季度存量维系活动' },
    ]);
  });

  test('days that an earlier campaign has', () => {
    const facts = withCell(FACTS, [5, 2], '2015年3月31日至6月30日');
    const { doubts } = draftOfQuarter({ facts: [['活动编号', '2015-spring'], ...facts] });
    expect(doubts).toMatchObject([
      {
        cell: 'B6',
        message: {
          zh: expect.any(String),
          en: expect.stringContaining('overlaps with campaign 2015-q1'),
        },
      },
    ]);
  });

  test('a correction of a campaign has the next version', () => {
    const facts = withCell(FACTS, [5, 2], '2015年1月1日至3月31日');
    const draft = draftOfQuarter({ facts: [...facts, ['更正原因', '佣金写错了。']] });
    expect(draft.doubts).toEqual([]);
    expect(draft.campaign).toMatchObject({ id: '2015-q1', version: 2 });
    expect(draft).toMatchObject({ reason: '佣金写错了。', from: null });
  });

  test('a correction that does not say why, or says it at length', () => {
    const facts = withCell(FACTS, [5, 2], '2015年1月1日至3月31日');
    expect(draftOfQuarter({ facts }).doubts).toMatchObject([{ sheet: '优惠矩阵', cell: 'A1' }]);
    expect(draftOfQuarter({ facts: [['版本', 'v3'], ...facts] }).doubts).toMatchObject([
      { cell: 'B1', value: 'v3' },
    ]);
    const long = draftOfQuarter({ facts: [...facts, ['更正原因', '错'.repeat(301)]] });
    expect(long.doubts).toMatchObject([{ sheet: '活动', cell: 'B8' }]);
    expect(long.reason).toBeNull();
  });

  test.each<[string, string | null, readonly string[]]>([
    ['2015年5月10日', '2015-05-10', []],
    ['2015-04-01', '2015-04-01', []],
    ['2015-06-30', '2015-06-30', []],
    ['2015-07-01', null, ['活动!B8 "2015-07-01"']],
    ['2015-03-31', null, ['活动!B8 "2015-03-31"']],
    ['五月起', null, ['活动!B8 "五月起"']],
  ])('a correction from %s on holds from %s on', (given, from, places) => {
    const draft = draftOfQuarter({ facts: [...FACTS, ['更正生效日', given]] });
    expect(draft.from).toBe(from);
    expect(placesIn(draft)).toEqual(places);
  });

  test('sums that do not close, with the sum', () => {
    const draft = draftOfQuarter({ payouts: withCell(PAYOUTS, [3, 5], 9) });
    expect(draft.doubts).toEqual([
      {
        sheet: '返还方案',
        cell: 'A3',
        value: '存100元送50元',
        message: {
          zh: '金额对不上：首次到账 20 + 每月返还 9 × 10 = 110，预存却是 100，请核对',
          en: 'the sums do not close: firstCredit 20 + depositReturn 9 × 10 = 110, but the deposit is 100',
        },
      },
    ]);
    expect(draft.plans).toBe(2);
  });

  test('a plan that says other amounts than the name of its offer', () => {
    const payouts = withCell(withCell(PAYOUTS, [3, 3], 60), [3, 8], 12);
    expect(draftOfQuarter({ payouts }).doubts.map(({ message }) => message.en)).toEqual([
      '"存100元送50元" is not a deposit of 100 and a gift of 60',
    ]);
  });

  test.each<[string, number, Given]>([
    ['no figure', 4, null],
    ['words for a figure', 4, '二十'],
    ['part of a fen', 5, 8.555],
    ['no months', 6, 0],
  ])('%s: the plan is left out', (_, column, cell) => {
    const draft = draftOfQuarter({ payouts: withCell(PAYOUTS, [3, column], cell) });
    expect(draft.plans).toBe(1);
    expect(draft.doubts.map(({ cell: place }) => place)).toContain(`${'ABCDEF'[column - 1]}3`);
  });

  test('amounts of fen are read, with the last month under 末月, as numbers, texts and in a CSV', () => {
    const [headings = [], second = []] = PAYOUTS;
    const withLast = (row: readonly Given[], deposit: Given, gift: Given): readonly Given[] => [
      ...row.slice(0, 6),
      deposit,
      ...row.slice(6, 10),
      gift,
      ...row.slice(10),
    ];
    const row: readonly Given[] = [
      second[0] ?? null,
      200,
      100,
      0,
      '8.33元',
      24,
      1,
      8.3,
      7.64,
      12,
      1,
      8.5,
    ];
    const payouts = [
      withLast(headings, '末月', '末月'),
      withLast(row, 8.41, '7.66'),
      withLast(PAYOUTS[2] ?? [], null, null),
    ];
    const inCsv = draftOfCsv(csv(plain([...FACTS, [], ...MATRIX, [], ...payouts])));
    for (const draft of [draftOfQuarter({ payouts }), inCsv]) {
      expect(draft.doubts).toEqual([]);
      expect(draft.campaign?.plans).toMatchObject([
        {
          depositYuan: 200,
          firstCreditFen: 0,
          depositReturn: { monthlyFen: 833, months: 24, lastFen: 841 },
          gift: {
            totalFen: 10_000,
            atOnceFen: 830,
            monthly: { monthlyFen: 764, months: 12, lastFen: 766 },
          },
          commissionFen: 850,
        },
        { depositReturn: { monthlyFen: 800, lastFen: 800 } },
      ]);
    }
  });

  test('a last month that is no amount, or no sum: the plan is left out, or the sum is told', () => {
    const withLast = (last: Given) =>
      draftOfQuarter({
        payouts: PAYOUTS.map((row, index) => [...row, ['返还末月', last, null][index] ?? null]),
      });
    expect(withLast('随意')).toMatchObject({ plans: 1 });
    expect(placesIn(withLast('随意'))).toContain('返还方案!M2 "随意"');
    expect(withLast(10.01).doubts.map(({ message }) => message.en)).toEqual([
      'the sums do not close: firstCredit 50 + depositReturn 10 × 14 + 10.01 = 200.01, but the deposit is 200',
    ]);
  });

  test('a return whose start the sheet does not say: the following month is assumed and said', () => {
    const payouts = PAYOUTS.map((row) => row.filter((_, index) => index !== 6));
    const draft = draftOfQuarter({ payouts });
    expect(draft.doubts).toHaveLength(2);
    expect(draft.doubts[0]?.message.en).toContain('the following month is assumed');
    expect(draft.campaign?.plans[0]?.depositReturn).toMatchObject({
      startsAfterMonths: 1,
      assumed: { reason: { zh: expect.stringContaining('没有写明') } },
    });
  });

  test('an assumption that gives its reason is no doubt', () => {
    const reason = '政策没有写明预存款从哪个月开始返还，这里按次月起算。';
    const payouts = PAYOUTS.map((row, index) =>
      row.map((cell, at) => (at === 6 ? (index === 0 ? '返还假设说明' : reason) : cell)),
    );
    const draft = draftOfQuarter({ payouts });
    expect(draft.doubts).toEqual([]);
    expect(draft.campaign?.plans[0]?.depositReturn.assumed?.reason.en).toContain(
      'the following month is assumed',
    );
  });

  test('a pack in place of money, under its heading or in words', () => {
    const matrix = [...MATRIX, ['存费送费', '存50元送5元流量包', '√', '√', '√', '√', '√', 'O']];
    const row = [50, '5元流量包', 0, 5, 10, 1, null, null, null, null, 10];
    for (const payouts of [
      [...PAYOUTS, ['存50元送5元流量包', ...row]],
      PAYOUTS.map((cells, index) => [...cells, index === 0 ? '流量包' : null]).concat([
        ['存50元送5元流量包', ...row.with(1, null), 5],
      ]),
    ]) {
      const draft = draftOfQuarter({ matrix, payouts });
      expect(draft.doubts).toEqual([]);
      expect(draft.campaign?.plans[2]?.gift).toEqual({
        kind: 'pack',
        worthFen: 500,
        name: { zh: '5元流量包', en: '5-yuan data pack' },
      });
    }
  });

  test('a pack and money at once: no plan holds both, so it is left out', () => {
    const payouts = PAYOUTS.map((row, index) => [
      ...row,
      index === 0 ? '流量包' : index === 1 ? 5 : null,
    ]);
    const draft = draftOfQuarter({ payouts });
    expect(draft.plans).toBe(1);
    expect(draft.doubts.at(-1)).toMatchObject({ sheet: '返还方案', cell: 'C2', value: '100' });
  });

  test('a new offer: an id is proposed after its name, and the Chinese stands for the English', () => {
    const matrix = [
      ...MATRIX,
      ['存费送费', '存300元送150元', '√', '√', '√', '√', '√', 'O'],
      ['宽带', 'WiFi 6 组网', '√', '√', '√', '√', '√', 'O'],
      [null, '提速', '√', '√', '√', '√', '√', 'O'],
    ];
    const draft = draftOfQuarter({ matrix });
    expect(draft.campaign?.offers.slice(4).map(({ id, name }) => [id, name.en])).toEqual([
      ['deposit-300-get-150', '存300元送150元'],
      ['wifi-6', 'WiFi 6 组网'],
      ['offer-7', '提速'],
    ]);
    expect(placesIn(draft)).toContain('优惠矩阵!B6 "存300元送150元"');
    expect(draft.doubts.map(({ message }) => message.en)).toContain(
      'a new offer: the id "deposit-300-get-150" is proposed; write it under 编号 to accept it',
    );
    expect(draft.doubts.map(({ message }) => message.en)).toContain(
      'no payout plan was read for this deposit gift',
    );
  });

  test('a name that stood under another business may be the same offer: its id is proposed, no more', () => {
    const matrix = [...MATRIX, ['流量及增值业务', '存费送机', '√', '√', '√', '√', '√', 'O']];
    const draft = draftOfQuarter({ matrix });
    expect(draft.campaign?.offers.at(-1)?.id).toBe('renewal-free-phone');
    expect(draft.doubts.map(({ message }) => message.en)).toEqual([
      'no English for "存费送机": the Chinese is assumed',
      'a new offer: the id "renewal-free-phone" is proposed; write it under 编号 to accept it',
    ]);
  });

  test('an offer may be called as its business is, and have its id', () => {
    const matrix = [
      ['业务', '优惠', '优惠编号', ...OUTLET_HEADINGS],
      ['宽带', '宽带', 'broadband', '√', '√', '√', '√', '√', 'O'],
    ];
    const draft = draftOfQuarter({ matrix, payouts: [] });
    expect(draft.campaign?.offers).toMatchObject([{ id: 'broadband', business: 'business-1' }]);
    expect(draft.doubts.map(({ message }) => message.en)).not.toContain('"broadband" stands twice');
  });

  test('what is missing is told at the matrix, with what is assumed in its place', () => {
    const { doubts } = draftOfQuarter({ facts: [['活动时间', '2015年4月1日至6月30日']] });
    expect(
      doubts.map(({ sheet, cell, message }) => [sheet, cell, message.en.split(' ')[0]]),
    ).toEqual([
      ['优惠矩阵', 'A1', '政策文件'],
      ['优惠矩阵', 'A1', '活动名称'],
      ['优惠矩阵', 'A1', '活动目的'],
    ]);
  });

  test('an offer twice, and levels without an offer', () => {
    const matrix = [...MATRIX, MATRIX[4] ?? [], [null, null, '√', '√', '√', '√', '√', 'O']];
    expect(placesIn(draftOfQuarter({ matrix }))).toEqual([
      '优惠矩阵!B6 "流量包买一赠一"',
      '优惠矩阵!B7 ""',
    ]);
  });
});

describe('what whoever imports says goes first', () => {
  test('the id and the version', () => {
    const file = {
      name: 'a.xlsx',
      bytes: xlsx(quarterSheets({ facts: [['活动编号', '2015-x'], ['版本', 3], ...FACTS] })),
    };
    expect(readDraft(file, realKnown(), { id: null, version: null }).campaign).toMatchObject({
      id: '2015-x',
      version: 3,
    });
    expect(readDraft(file, realKnown(), { id: '2015-y', version: 4 }).campaign).toMatchObject({
      id: '2015-y',
      version: 4,
    });
  });
});
