import { loadLexicon } from '../../src/files/intent-files.ts';
import { loadPolicy } from '../../src/files/policy-files.ts';
import type { Draft, Known } from '../../src/sheets/draft.ts';
import { readDraft } from '../../src/sheets/read-draft.ts';
import { FOLDERS } from '../world.ts';
import { type Given, type GivenSheet, xlsx } from './workbook.ts';

// A sheet as the trade sends it, for a quarter that the data does not have.

export const OUTLET_HEADINGS = [
  '自有厅',
  '连锁卖场核心卖场',
  '城区专营店合作厅',
  '核心乡镇合作厅',
  '一般乡镇专营店',
  '便利渠道缴费站',
];

/** Offers of the earlier campaign, so that nothing about them is new. */
export const MATRIX: readonly (readonly Given[])[] = [
  ['业务', '优惠', ...OUTLET_HEADINGS],
  ['存费送费', '存200元送100元', '√', '√', '√', '√', '√', 'O'],
  [null, '存100元送50元', '√', '√', '√', '√', '√', 'O'],
  ['合约续约', '合约惠机', '★', '√', '√', '√', '√', 'O'],
  ['流量及增值业务', '流量包买一赠一', '√', '√', '√', '√', '√', 'O'],
];

export const PAYOUTS: readonly (readonly Given[])[] = [
  [
    '优惠',
    '预存',
    '赠送',
    '首次到账',
    '每月返还',
    '月数',
    '起始月',
    '赠送当时到账',
    '每月赠送',
    '月数',
    '起始月',
    '佣金',
  ],
  ['存200元送100元', 200, 100, 50, 10, 15, 1, 4, 8, 12, 1, 10],
  ['存100元送50元', 100, 50, 20, 8, 10, 1, 2, 8, 6, 1, 10],
];

export const FACTS: readonly (readonly Given[])[] = [
  ['活动名称', '2015年二季度存量维系活动'],
  ['活动英文名', 'retention campaign of the second quarter of 2015'],
  ['活动目的', '稳定存量客户。'],
  ['活动目的英文', 'Keep customers.'],
  ['活动时间', '2015年4月1日至6月30日'],
  ['政策文件', '2015年二季度政策'],
  ['政策文件英文', 'policy of the second quarter of 2015'],
];

export type Parts = {
  readonly matrix?: readonly (readonly Given[])[];
  readonly payouts?: readonly (readonly Given[])[];
  readonly facts?: readonly (readonly Given[])[];
};

export function quarterSheets({
  matrix = MATRIX,
  payouts = PAYOUTS,
  facts = FACTS,
}: Parts = {}): readonly GivenSheet[] {
  return [
    { name: '活动', rows: facts },
    { name: '优惠矩阵', rows: matrix },
    { name: '返还方案', rows: payouts },
  ];
}

/** The rows with one cell changed; rows and columns count from 1. */
export function withCell(
  rows: readonly (readonly Given[])[],
  [row, column]: readonly [row: number, column: number],
  cell: Given,
): readonly (readonly Given[])[] {
  return rows.map((cells, index) =>
    index + 1 === row ? cells.map((old, at) => (at + 1 === column ? cell : old)) : cells,
  );
}

let known: Known | null = null;

/** What the real data and words say of outlets and earlier campaigns. */
export function realKnown(): Known {
  if (known !== null) return known;
  const policy = loadPolicy(FOLDERS.data);
  if (!policy.ok) throw new Error(JSON.stringify(policy.problems));
  const lexicon = loadLexicon(FOLDERS.intents, policy.value);
  if (!lexicon.ok) throw new Error(JSON.stringify(lexicon.problems));
  const {
    policy: { outlets },
    sets: campaigns,
  } = policy.value;
  known = { outlets, campaigns, outletWords: lexicon.value.words.outlets };
  return known;
}

const NOTHING_WANTED = { id: null, version: null };

export function draftOf(sheets: readonly GivenSheet[], name = '政策.xlsx'): Draft {
  return readDraft({ name, bytes: xlsx(sheets) }, realKnown(), NOTHING_WANTED);
}

export function draftOfQuarter(parts: Parts): Draft {
  return draftOf(quarterSheets(parts));
}

export function draftOfCsv(text: string | Buffer, name = '政策.csv'): Draft {
  return readDraft({ name, bytes: Buffer.from(text) }, realKnown(), NOTHING_WANTED);
}

/** The doubts as a person would list them: `优惠矩阵!D7 "?"`. */
export function placesIn({ doubts }: Draft): readonly string[] {
  return doubts.map(({ sheet, cell, value }) => `${sheet}!${cell} ${JSON.stringify(value)}`);
}
