import { depositsIn } from './deposits.ts';
import { householdsIn } from './household-counts.ts';
import { isHouseholds } from './households.ts';
import type { NumberMatch } from './numbers.ts';
import type { Place } from './places.ts';
import { countable, type PlanAmounts } from './plan-amounts.ts';
import { plansByReturn } from './plan-returns.ts';

export type Amounts = {
  readonly deposit: number | null;
  /** Several deposits are asked about alike: "the 50, the 100 and the 200". */
  readonly isOfSeveral: boolean;
  /** Every deposit of a plan that is named, and no gift; one where deposit and gift are named as a pair. */
  readonly deposits: readonly number[];
  /** The deposit is named by what its plan pays a month, or by how long: so a customer's tariff may be called as well. */
  readonly isByReturn: boolean;
  /** An amount that was named as a deposit and that no plan has. */
  readonly unknownDeposit: number | null;
  /** The gift that it was named with, where a plan has the deposit and gives another one. */
  readonly wrongGift: number | null;
  readonly households: number | null;
  /** Where amounts stand in the text. */
  readonly places: readonly { readonly from: number; readonly to: number }[];
};

const NO_AMOUNTS: Amounts = {
  deposit: null,
  isOfSeveral: false,
  deposits: [],
  isByReturn: false,
  unknownDeposit: null,
  wrongGift: null,
  households: null,
  places: [],
};

/** The deposit and the households that a normalised text names; `others` is where it names offers without a deposit. */
export function amountsIn(
  text: string,
  plans: readonly PlanAmounts[],
  others: readonly Place[] = [],
): Amounts {
  const numbers = countable(text, plans);
  const counted = householdsIn(text, numbers, { plans, others });
  const money = withoutCommission(
    text,
    numbers.filter((match) => !counted.numbers.includes(match)),
    counted.numbers.length > 0,
  );
  const counts = counted.numbers.length;
  const { found, all, isOfSeveral, places } = depositsIn(text, money, { plans, counts });
  // "the one that returns 10 a month" names no amount that is paid in.
  const isWrongPair = found?.wrongGiftYuan !== undefined;
  const byReturn = all.length === 0 && !isWrongPair ? plansByReturn(text, plans) : null;
  if (byReturn !== null) {
    const [only = null, ...others] = byReturn.deposits;
    return {
      ...NO_AMOUNTS,
      deposit: others.length === 0 ? only : null,
      isOfSeveral: others.length > 0,
      deposits: byReturn.deposits,
      isByReturn: true,
      households: householdsOf(counted.numbers),
      places: [...counted.places, byReturn.place],
    };
  }
  return {
    deposit: found?.isKnown === true ? found.yuan : null,
    unknownDeposit: found?.isKnown === false ? found.yuan : null,
    wrongGift: found?.wrongGiftYuan ?? null,
    isOfSeveral,
    deposits: all,
    isByReturn: false,
    households: householdsOf(counted.numbers),
    places: [...counted.places, ...places],
  };
}

/** "40 households with the 50 deposit: 200 yuan commission, right?": what they are said to bring is no deposit. */
function withoutCommission(
  text: string,
  money: readonly NumberMatch[],
  hasHouseholds: boolean,
): readonly NumberMatch[] {
  if (!hasHouseholds) return money;
  const hasOther = money.length > 1;
  return money.filter(({ from, to }) => {
    const [before, after] = [text.slice(0, from), text.slice(to)];
    const isSaid =
      (COMMISSION_BEFORE.test(before) && YUAN_AFTER.test(after)) || COMMISSION_AFTER.test(after);
    return !isSaid && !(hasOther && COMMISSION_BEFORE.test(before));
  });
}
const COMMISSION_BEFORE =
  /(?:佣金|酬金|提成)(?:就|一?共|合计|总共)?(?:是|有|得|=|：|:)? ?$|(?<![a-z])commission(?: (?:is|of|=|was|comes to|makes|should be|total))*:? ?$/;
const YUAN_AFTER = /^ ?(?:块钱?|元|yuan|rmb)(?! ?(?:的|档|那|deposit|plan|tier|one))/;
const COMMISSION_AFTER = /^ ?(?:yuan|rmb) (?:in )?commission(?! (?:for|on|of|at))(?![a-z])/;

/** Whether one deposit is named, or several alike. */
export function namesDeposit({ deposit, isOfSeveral }: Amounts): boolean {
  return deposit !== null || isOfSeveral;
}

function householdsOf(counted: readonly NumberMatch[]): number | null {
  return counted.length === 0 ? null : counted.reduce((sum, { value }) => sum + value, 0);
}

/** The numbers of a text that are amounts of a plan, and count no households. */
export function moneyIn(text: string, plans: readonly PlanAmounts[]): readonly NumberMatch[] {
  return countable(text, plans).filter(
    (match) =>
      plans.some((plan) => [plan.depositYuan, plan.giftYuan].includes(match.value)) &&
      !isHouseholds(text, match, plans),
  );
}
