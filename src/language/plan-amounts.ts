import { type NumberMatch, numbersIn } from './numbers.ts';

/** What the deposit gifts of the policy are called by: the deposit, what it brings, and how it comes back. */
export type PlanAmounts = {
  readonly depositYuan: number;
  readonly giftYuan: number;
  /** What comes in a month, in yuan: of the deposit, of the gift, and of both together. */
  readonly monthlyYuan: readonly number[];
  /** For how many months the deposit comes back, and for how many the gift. */
  readonly months: readonly number[];
};

/** Whether a plan has this deposit, in yuan. */
export function isDepositOf(plans: readonly PlanAmounts[], value: number): boolean {
  return plans.some((plan) => plan.depositYuan === value);
}

/** 100M and 50 Mbps measure a line ("100m" alone is written out as months), 20% a share: none is money or households. */
const MEASURED =
  /^ ?(?:m|mb|mbps|mbit|gb|gbps|gig|months|minutes?|mins?|hours?|hrs?|分钟|小时|兆|%)(?![a-z])/;

/** The numbers of a text that may be money or households. */
export function countable(text: string, plans: readonly PlanAmounts[]): readonly NumberMatch[] {
  return numbersIn(text)
    .filter(({ to }) => !MEASURED.test(text.slice(to)))
    .map((match) => withoutOne(text, match, plans));
}

const ONE = / one$/;

/** "the fifty one" is the one of fifty, where fifty is a deposit and fifty-one is none. */
function withoutOne(text: string, match: NumberMatch, plans: readonly PlanAmounts[]): NumberMatch {
  const isPlan = (yuan: number): boolean => plans.some((plan) => plan.depositYuan === yuan);
  const word = text.slice(match.from, match.to);
  if (!ONE.test(word) || isPlan(match.value) || !isPlan(match.value - 1)) return match;
  return { ...match, value: match.value - 1, to: match.to - ' one'.length };
}
