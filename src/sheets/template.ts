import type { Bilingual } from '../bilingual.ts';
import type { Outlet, PolicySet } from '../policy/policy.ts';
import { type FactKey, labelOf } from './facts.ts';
import type { Merge } from './grid.ts';
import { payoutSheet } from './plan-sheet.ts';
import { EXPLANATIONS } from './read-draft.ts';
import { SIGN_OF } from './signs.ts';
import { cell, headings } from './written-cells.ts';
import { type WrittenCell, type WrittenSheet, writeXlsx } from './xlsx-write.ts';

/** Empty lines of a template that is filled with nothing. */
const EMPTY_OFFERS = 15;

/** A sheet to fill in, for these outlets: empty, or holding a campaign as `readDraft` reads it back. */
export function templateOf(outlets: readonly Outlet[], campaign: PolicySet | null): Buffer {
  return writeXlsx([
    explanations(outlets),
    factSheet(campaign),
    matrixSheet(outlets, campaign),
    payoutSheet(campaign),
    namesSheet(campaign),
  ]);
}

function explanations(outlets: readonly Outlet[]): WrittenSheet {
  const lines = [
    '这份表格用来填写一期活动的政策。填好后交给维护人员导入；导入时每个存疑的单元格都会按“工作表!单元格”列出来。',
    '活动：编号用小写字母、数字和连字符，例如 2015-q2；活动时间写成 2015年4月1日至6月30日。同一编号的更正，版本加一，更正原因写明为什么改，更正生效日写从哪天起按新的执行（例如 2015-05-10，须在活动时间内）；第一版这两项不填。与别的活动同时进行的，并行活动填那一期的编号，同一优惠以本表为准。复核周期为天数，不填为90。',
    `优惠矩阵：每行一个优惠，每类网点一列，填 √（主推）、★（可选）、O（非主推）。网点共${outlets.length}类：${outlets.map(({ name }) => name.zh).join('、')}。不要留空，不要改网点名称。`,
    '返还方案：存费送费类优惠每档一行，预存填整数元，其余金额最多两位小数，例如 8.33。首次到账 + 每月返还 × 返还月数 = 预存；赠送当时到账 + 每月赠送 × 赠送月数 = 赠送。除不尽时，最后一个月的金额填在末月一栏，例如 8.37；不填时末月与其他月相同。赠送流量包的，只填流量包一栏，例如 5。',
    '起始月：从存款当月往后数第几个月开始，次月填 1。政策没有写明的，填 1，并在假设说明里写明理由。',
    '名称：先列业务，再列优惠，写明英文名和编号。往期已有的业务和优惠，名称照旧，编号和英文名可以不填；新的优惠，编号例如 deposit-300-get-150。',
    '出处：政策文件里的条款。不填时，以工作表的名称为出处。',
    '多出来的列（例如备注）、批注、图片和隐藏的工作表不会被读取；隐藏的行列、画了删除线的内容会列出来请您确认；公式按已保存的结果读取。合计行和“注：”开头的说明不影响导入。',
    'In English: one sheet for the campaign, one for the levels (√ lead with it, ★ optional, O not the lead), one for how deposits and gifts come back, one for names and ids. Every doubtful cell is named at import.',
  ];
  return { name: EXPLANATIONS, widths: [110], rows: lines.map((line) => [cell(line, 'wrapped')]) };
}

function factSheet(campaign: PolicySet | null): WrittenSheet {
  const rows: [FactKey, string | number | null][] = [
    ['id', campaign?.id ?? null],
    ['version', campaign?.version ?? 1],
    // Of the next correction: what is known of this one is no reason for that.
    ['reason', null],
    ['holdsFrom', null],
    ...both('name', campaign?.name),
    ...both('purpose', campaign?.purpose),
    ['period', campaign === null ? null : `${campaign.days.from} 至 ${campaign.days.to}`],
    [
      'beside',
      campaign === null || campaign.beside.length === 0 ? null : campaign.beside.join('、'),
    ],
    ['reviewEveryDays', campaign?.reviewEveryDays ?? null],
    ...both('document', campaign?.source.document),
    ...both('clause', campaign?.source.clause),
    ...otherDocument('levelsDocument', campaign, campaign?.levels[0]),
    ...otherDocument('payoutsDocument', campaign, campaign?.plans[0]),
  ];
  return {
    name: '活动',
    widths: [20, 70],
    rows: rows.map(([key, value]) => [cell(labelOf(key), 'heading'), cell(value)]),
  };
}

type TextKey = 'name' | 'purpose' | 'document' | 'clause' | 'levelsDocument' | 'payoutsDocument';

function both(key: TextKey, text: Bilingual | undefined): [FactKey, string | null][] {
  return [
    [key, text?.zh ?? null],
    [`${key}English`, text?.en ?? null],
  ];
}

/** Only where levels or payouts stand in another document than the campaign itself. */
function otherDocument(
  key: TextKey,
  campaign: PolicySet | null,
  row: { readonly source: { readonly document: Bilingual } } | undefined,
): [FactKey, string | null][] {
  const [own, other] = [campaign?.source.document, row?.source.document];
  return other === undefined || (other.zh === own?.zh && other.en === own?.en)
    ? []
    : both(key, other);
}

function matrixSheet(outlets: readonly Outlet[], campaign: PolicySet | null): WrittenSheet {
  const rows =
    campaign === null
      ? Array.from({ length: EMPTY_OFFERS }, () => matrixRow(outlets, null))
      : campaign.levels.map((row) => {
          const offer = campaign.offers.find(({ id }) => id === row.offer);
          const business = campaign.businesses.find(({ id }) => id === offer?.business);
          return matrixRow(outlets, {
            business: business?.name.zh ?? '',
            offer: offer?.name.zh ?? '',
            signs: outlets.map(({ id }) => {
              const level = row.at[id];
              return level === undefined ? null : SIGN_OF[level];
            }),
            clause: row.source.clause,
          });
        });
  return {
    name: '优惠矩阵',
    widths: [16, 26, ...outlets.map(() => 12), 20, 24],
    rows: [
      headings(['业务', '优惠', ...outlets.map(({ name }) => name.zh), '出处', '出处英文']),
      ...rows,
    ],
    merges: sameBelow(rows),
    frozen: { rows: 1, columns: 2 },
  };
}

function matrixRow(
  outlets: readonly Outlet[],
  row: {
    readonly business: string;
    readonly offer: string;
    readonly signs: readonly (string | null)[];
    readonly clause: Bilingual;
  } | null,
): readonly WrittenCell[] {
  return [
    cell(row?.business ?? null),
    cell(row?.offer ?? null),
    ...outlets.map((_, index) => cell(row?.signs[index] ?? null, 'level')),
    cell(row?.clause.zh ?? null),
    cell(row?.clause.en ?? null),
  ];
}

/** A business is drawn as the trade draws it: once, down the side of its offers. */
function sameBelow(rows: readonly (readonly WrittenCell[])[]): readonly Merge[] {
  const merges: Merge[] = [];
  let first = 0;
  for (let next = 1; next <= rows.length; next += 1) {
    const business = rows[first]?.[0]?.text ?? null;
    if (business !== null && rows[next]?.[0]?.text === business) continue;
    // The headings are row 1.
    if (next - first > 1 && business !== null)
      merges.push({ from: { row: first + 2, column: 1 }, to: { row: next + 1, column: 1 } });
    first = next;
  }
  return merges;
}

function namesSheet(campaign: PolicySet | null): WrittenSheet {
  const nameOf = new Map(campaign?.businesses.map(({ id, name }) => [id, name.zh]));
  const rows = [
    ...(campaign?.businesses ?? []).map(({ id, name }) => [
      '业务',
      name.zh,
      name.en,
      id,
      null,
      null,
      null,
    ]),
    ...(campaign?.offers ?? []).map(({ id, name, business, source }) => [
      '优惠',
      name.zh,
      name.en,
      id,
      nameOf.get(business) ?? null,
      source.clause.zh,
      source.clause.en,
    ]),
  ];
  return {
    name: '名称',
    widths: [10, 28, 36, 28, 18, 20, 24],
    rows: [
      headings(['类别', '名称', '英文名', '编号', '所属业务', '出处', '出处英文']),
      ...rows.map((row) => row.map((value) => cell(value))),
    ],
    frozen: { rows: 1, columns: 0 },
  };
}
