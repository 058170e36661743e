import { type Fen, yuanOf } from '../policy/money.ts';
import type { MonthlyReturn, PayoutPlan, PolicySet } from '../policy/policy.ts';
import { cell, headings } from './written-cells.ts';
import type { WrittenSheet } from './xlsx-write.ts';

/** Empty lines of a template that is filled with nothing. */
const EMPTY_PLANS = 6;

const PLAN_HEADINGS = [
  '优惠',
  '优惠编号',
  '预存',
  '赠送',
  '流量包',
  '流量包名称',
  '流量包英文名',
  '首次到账',
  '每月返还',
  '返还月数',
  '返还末月',
  '返还起始月',
  '返还假设说明',
  '返还假设说明英文',
  '赠送当时到账',
  '每月赠送',
  '赠送月数',
  '赠送末月',
  '赠送起始月',
  '赠送假设说明',
  '赠送假设说明英文',
  '佣金',
  '出处',
  '出处英文',
] as const;

/** The sheet of the payout plans, as `readDraft` reads it back: amounts in yuan. */
export function payoutSheet(campaign: PolicySet | null): WrittenSheet {
  const rows =
    campaign === null
      ? Array.from({ length: EMPTY_PLANS }, () => PLAN_HEADINGS.map(() => null))
      : campaign.plans.map((plan) => planRow(plan, campaign));
  return {
    name: '返还方案',
    widths: PLAN_HEADINGS.map((heading) => (/说明|英文|名称|^优惠|出处/.test(heading) ? 24 : 11)),
    rows: [headings(PLAN_HEADINGS), ...rows.map((row) => row.map((value) => cell(value)))],
    frozen: { rows: 1, columns: 1 },
  };
}

function planRow(plan: PayoutPlan, campaign: PolicySet): readonly (string | number | null)[] {
  const { gift } = plan;
  const money = gift.kind === 'money' ? gift : null;
  const pack = gift.kind === 'pack' ? gift : null;
  return [
    campaign.offers.find(({ id }) => id === plan.offer)?.name.zh ?? null,
    plan.offer,
    plan.depositYuan,
    yuanOrNull(money?.totalFen),
    yuanOrNull(pack?.worthFen),
    pack?.name.zh ?? null,
    pack?.name.en ?? null,
    yuanOf(plan.firstCreditFen),
    ...returnCells(plan.depositReturn),
    yuanOrNull(money?.atOnceFen),
    ...returnCells(money?.monthly ?? null),
    yuanOf(plan.commissionFen),
    plan.source.clause.zh,
    plan.source.clause.en,
  ];
}

function returnCells(part: MonthlyReturn | null): readonly (string | number | null)[] {
  const reason = part?.assumed?.reason ?? null;
  return [
    yuanOrNull(part?.monthlyFen),
    part?.months ?? null,
    part?.lastFen === part?.monthlyFen ? null : yuanOrNull(part?.lastFen),
    part?.startsAfterMonths ?? null,
    reason?.zh ?? null,
    reason?.en ?? null,
  ];
}

function yuanOrNull(fen: Fen | undefined): number | null {
  return fen === undefined ? null : yuanOf(fen);
}
