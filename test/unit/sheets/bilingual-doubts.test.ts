import { describe, expect, test } from 'vitest';
import { draftOf, draftOfQuarter, FACTS, MATRIX, PAYOUTS, withCell } from '../../sheets/quarter.ts';
import type { Given } from '../../sheets/workbook.ts';

/** What the sheets of a quarter with one thing wrong in them are asked about, in Chinese. */
function askedIn(parts: Parameters<typeof draftOfQuarter>[0]): readonly string[] {
  return draftOfQuarter(parts).doubts.map(({ message }) => message.zh);
}

function withFact(label: string, value: Given): readonly (readonly Given[])[] {
  return [...FACTS, [label, value]];
}

describe('a doubt says in Chinese what is wrong and what to write instead', () => {
  test.each<[string, Parameters<typeof draftOfQuarter>[0], string]>([
    [
      'a sign that is none',
      { matrix: withCell(MATRIX, [2, 3], '×') },
      '“×”不是级别，先空着：请填 √',
    ],
    [
      'an empty cell',
      { matrix: withCell(MATRIX, [2, 3], null) },
      '自有厅没有填级别：请填 √、★ 或 O',
    ],
    [
      'a word for two outlets',
      { matrix: withCell(MATRIX, [1, 5], '合作厅') },
      '“合作厅”可能是城区专营店合作厅或核心乡镇合作厅，这一列不采用：请写网点全称',
    ],
    ['an unknown outlet', { matrix: withCell(MATRIX, [1, 3], '旗舰厅') }, '网点请写 自有厅、'],
    [
      'a new offer',
      { matrix: [...MATRIX, ['存费送费', '存300元送150元', '√', '√', '√', '√', '√', 'O']] },
      '新的优惠，建议编号为 deposit-300-get-150：同意的话，请把它填在编号一栏',
    ],
    ['words for a figure', { payouts: withCell(PAYOUTS, [3, 4], '二十') }, '首次到账“二十”不是'],
    ['a figure that is missing', { payouts: withCell(PAYOUTS, [3, 12], null) }, '缺少佣金'],
    [
      'a sum that fails',
      { payouts: withCell(PAYOUTS, [2, 8], 5) },
      '金额对不上：赠送当时到账 5 + 每月赠送 8 × 12 = 101，赠送却是 100，请核对',
    ],
    ['a day that is none', { facts: withFact('更正生效日', '五月') }, '请写成 2015-01-31'],
    [
      'a fact twice',
      { facts: withFact('活动目的', '拉新。') },
      '活动目的前面已经读到“稳定存量客户。”',
    ],
    [
      'a campaign beside that is none',
      { facts: withFact('并行活动', '2099-q1') },
      '请填已有活动的编号',
    ],
    [
      'two periods',
      { facts: withFact('活动时间', '2015年5月1日至5月31日') },
      '两期活动请分成两份表',
    ],
  ])('%s', (_, parts, words) => {
    expect(askedIn(parts).join('\n')).toContain(words);
  });

  test('whatever is wrong, both languages say it, and no hole shows in either', () => {
    const broken: readonly (readonly Given[])[] = [
      ['活动编号', 'Q 2'],
      ['版本', '第三稿'],
      ['复核周期', '每周'],
      ['开始日期', '2015-06-30'],
      ['结束日期', '2015-04-01'],
      ['更正原因', '错'.repeat(301)],
      ['更正生效日', '五月'],
    ];
    const matrix = [
      ...MATRIX,
      [null, null, '√'],
      ['宽带', '提速', { formula: 'A1' }, { error: '#REF!' }, 'x', null, '√', 'O'],
      ['宽带', '提速', '√', '√', '√', '√', '√', 'O'],
      ['只有业务'],
    ];
    const names = {
      name: '名称',
      rows: [
        ['类别', '名称', '英文名', '编号', '所属业务'],
        ['优惠', '合约惠机', 'phone', 'a b', '合约续约'],
        ['优惠', '合约惠机', 'phone', 'phone', '合约续约'],
        ['优惠', '查无此项', 'nothing', 'phone', '合约续约'],
        ['别的', '不明'],
      ],
    };
    const payouts = [
      ...withCell(withCell(PAYOUTS, [2, 6], 0), [3, 7], '很快'),
      ['存999元送1元', 999, '一包', 1, 1, 1, 1, 1, 1, 1, 1, 1],
    ];
    const { doubts } = draftOf([
      { name: '活动', rows: broken },
      { name: '优惠矩阵', rows: matrix },
      { name: '返还方案', rows: payouts },
      names,
    ]);
    expect(doubts.length).toBeGreaterThan(20);
    for (const { message } of doubts) {
      expect(message.zh).toMatch(/\p{Script=Han}{3}/u);
      expect(message.en).toMatch(/[a-z]{2}/);
      expect(`${message.zh}${message.en}`).not.toMatch(/undefined|null|NaN|\[object/);
    }
  });
});
