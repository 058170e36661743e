import type { Bilingual } from '../bilingual.ts';
import { yuanText } from '../policy/money.ts';
import { closingFaults } from '../policy/payouts.ts';
import type { MonthlyReturn, PayoutPlan } from '../policy/policy.ts';
import type { Source } from '../source.ts';
import type { Doubts } from './doubts.ts';
import { amountsInName } from './figures.ts';
import { folded } from './folding.ts';
import type { Bilinguist, NamedOffer } from './identity.ts';
import type { PayoutRow } from './payout-sheet.ts';
import type { PlanFigures, ReturnFigures } from './plan-figures.ts';

/** Gives each payout row its offer. A row without a clear one is left out with a doubt. */
export function plansOf(
  rows: readonly PayoutRow[],
  offers: readonly NamedOffer[],
  {
    sourceOf,
    translate,
    doubts,
  }: {
    readonly sourceOf: (row: PayoutRow) => Source;
    readonly translate: Bilinguist;
    readonly doubts: Doubts;
  },
): readonly PayoutPlan[] {
  const plans: PayoutPlan[] = [];
  for (const row of rows) {
    const tell = (message: Bilingual): void => doubts.add(row.sheet, row.place, message);
    const offer = offerOf(row, offers, tell);
    const { figures } = row;
    if (offer === null || figures === null) continue;
    const plan: PayoutPlan = {
      offer: offer.id,
      source: sourceOf(row),
      depositYuan: figures.depositYuan,
      firstCreditFen: figures.firstCreditFen,
      depositReturn: returnOf(figures.depositReturn, row, translate),
      gift: giftOf(figures.gift, row, translate),
      commissionFen: figures.commissionFen,
    };
    for (const { zh, en } of closingFaults(plan))
      tell({ zh: `金额对不上：${zh}，请核对`, en: `the sums do not close: ${en}` });
    tellOtherAmounts(plan, offer, tell);
    if (plans.some(({ depositYuan }) => depositYuan === plan.depositYuan))
      tell({
        zh: `预存 ${plan.depositYuan} 元已经有一档：同一预存请只留一档`,
        en: `a second plan for a deposit of ${plan.depositYuan}`,
      });
    plans.push(plan);
  }
  for (const { id, name, row } of offers)
    if (row !== null && amountsInName(name.zh) !== null && plans.every(({ offer }) => offer !== id))
      doubts.add(row.sheet, row.place, {
        zh: '没有读到这个优惠怎么返还：请在返还方案里补一行',
        en: 'no payout plan was read for this deposit gift',
      });
  return plans;
}

function offerOf(
  row: PayoutRow,
  offers: readonly NamedOffer[],
  tell: (message: Bilingual) => void,
): NamedOffer | null {
  const named = row.offer === null ? null : folded(row.offer);
  const candidates = offers.filter((offer) =>
    row.offerId === null
      ? named === null
        ? hasAmounts(offer, row.figures)
        : folded(offer.name.zh) === named || folded(offer.name.en) === named
      : offer.id === folded(row.offerId),
  );
  // A tier may be called 存300档: then its amounts tell which offer it is.
  const found =
    candidates.length > 0 ? candidates : offers.filter((offer) => hasAmounts(offer, row.figures));
  const [first, ...others] = found;
  if (first === undefined)
    tell({
      zh: '优惠矩阵里没有这一档对应的优惠，不采用：请核对优惠名称，或在矩阵里补一行',
      en: 'a plan for an offer that the matrix does not have: it is left out',
    });
  if (others.length > 0)
    tell({
      zh: `可能是${found.map(({ name, id }) => `${name.zh}（${id}）`).join('或')}，这一档不采用：请在优惠编号里填它的编号`,
      en: `may be for ${found.map(({ id }) => id).join(' or ')}: the plan is left out; write its id under 优惠编号`,
    });
  return first === undefined || others.length > 0 ? null : first;
}

function hasAmounts({ name }: NamedOffer, figures: PlanFigures | null): boolean {
  const amounts = amountsInName(name.zh);
  if (amounts === null || figures === null) return false;
  const gift = figures.gift.kind === 'money' ? figures.gift.totalFen : figures.gift.worthFen;
  return amounts.depositYuan === figures.depositYuan && amounts.giftFen === gift;
}

/** The name of a deposit gift says what is paid and what is given: its plan must say the same. */
function tellOtherAmounts(
  { depositYuan, gift }: PayoutPlan,
  { name }: NamedOffer,
  tell: (message: Bilingual) => void,
): void {
  const amounts = amountsInName(name.zh);
  if (amounts === null) return;
  const given = gift.kind === 'money' ? gift.totalFen : gift.worthFen;
  if (amounts.depositYuan !== depositYuan || amounts.giftFen !== given)
    tell({
      zh: `优惠名称是“${name.zh}”，这里却是预存 ${depositYuan} 元、赠送 ${yuanText(given)} 元：请核对`,
      en: `"${name.zh}" is not a deposit of ${depositYuan} and a gift of ${yuanText(given)}`,
    });
}

function returnOf(
  { assumed, ...figures }: ReturnFigures,
  row: PayoutRow,
  translate: Bilinguist,
): MonthlyReturn {
  if (assumed === null) return { ...figures, assumed: null };
  const zh = assumed.zh ?? assumed.en;
  const reason =
    zh === null
      ? UNSAID
      : translate(zh.text, assumed.en, { sheet: row.sheet, place: zh, kind: 'text' });
  return { ...figures, assumed: { reason } };
}

/** Why a start is assumed of which the sheet says nothing. */
const UNSAID: Bilingual = {
  zh: '政策没有写明从哪个月开始返还，这里按次月起算。',
  en: 'The policy does not say in which month the return starts; the following month is assumed.',
};

function giftOf(
  gift: PlanFigures['gift'],
  row: PayoutRow,
  translate: Bilinguist,
): PayoutPlan['gift'] {
  if (gift.kind === 'money') return { ...gift, monthly: returnOf(gift.monthly, row, translate) };
  const { kind, worthFen } = gift;
  const name =
    gift.name === null
      ? { zh: `${yuanText(worthFen)}元流量包`, en: `${yuanText(worthFen)}-yuan data pack` }
      : translate(gift.name.text, gift.english, {
          sheet: row.sheet,
          place: gift.name,
          kind: 'text',
        });
  return { kind, worthFen, name };
}
