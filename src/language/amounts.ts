import { depositsIn } from './deposits.ts';
import { householdsIn, isHouseholds } from './households.ts';
import type { NumberMatch } from './numbers.ts';
import { countable, type PlanAmounts } from './plan-amounts.ts';

export type Amounts = {
  readonly deposit: number | null;
  /** Several deposits are asked about alike: "the 50, the 100 and the 200". */
  readonly isOfSeveral: boolean;
  /** Every deposit of a plan that is named, and no gift; one where deposit and gift are named as a pair. */
  readonly deposits: readonly number[];
  /** An amount that was named as a deposit and that no plan has. */
  readonly unknownDeposit: number | null;
  readonly households: number | null;
  /** Where amounts stand in the text. */
  readonly places: readonly { readonly from: number; readonly to: number }[];
};

const NO_AMOUNTS: Amounts = {
  deposit: null,
  isOfSeveral: false,
  deposits: [],
  unknownDeposit: null,
  households: null,
  places: [],
};

/** The deposit and the households that a normalised text names. */
export function amountsIn(text: string, plans: readonly PlanAmounts[]): Amounts {
  const numbers = countable(text, plans);
  if (numbers.length === 0) return NO_AMOUNTS;
  const counted = householdsIn(text, numbers, plans);
  const money = numbers.filter((match) => !counted.numbers.includes(match));
  const counts = counted.numbers.length;
  const { found, all, isOfSeveral } = depositsIn(text, money, { plans, counts });
  return {
    deposit: found?.isKnown === true ? found.yuan : null,
    unknownDeposit: found?.isKnown === false ? found.yuan : null,
    isOfSeveral,
    deposits: all,
    households: counts === 0 ? null : counted.numbers.reduce((sum, { value }) => sum + value, 0),
    places: [...counted.places, ...(found?.places ?? [])],
  };
}

/** The numbers of a text that are amounts of a plan, and count no households. */
export function moneyIn(text: string, plans: readonly PlanAmounts[]): readonly NumberMatch[] {
  return countable(text, plans).filter(
    (match) =>
      plans.some((plan) => [plan.depositYuan, plan.giftYuan].includes(match.value)) &&
      !isHouseholds(text, match, plans),
  );
}
