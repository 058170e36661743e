import { numbersIn } from './numbers.ts';
import type { Place } from './places.ts';
import type { PlanAmounts } from './plan-amounts.ts';

const NUMBER = '(?:\\d{1,3}|[a-z]+(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)';
const NUMBER_ZH = '(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})';
const MONTH = /month|月/;
const PLAN =
  '(?:(?:deposit|gift|payout|prepaid)[ -])*(?:plan|one(?!-)|deal|deposit|tier|offer|gift)(?![a-z])';
const MONEY = '(?:[ -]?(?:yuan|rmb|kuai))?';
/** "the 10-a-month plan", "the one that returns 10 a month", 每月返10块的那档. */
const BY_MONTH = [
  `(?<![a-z0-9.])(?<en>${NUMBER})${MONEY}[ -](?:a|per|each|every)[ -]month ${PLAN}`,
  `(?<![a-z])${PLAN} (?:that |which |who |where it |where they )?(?:returns?|returning|pays?|paying|gives?|giving|brings?)(?: back)? (?<that>${NUMBER})${MONEY}(?: back)? (?:a|per|each|every) month(?![a-z])`,
  `(?<![每个])(?:每个?月|月月)(?:返还?|送|给|到账|退)?(?<zh>${NUMBER_ZH})(?:元|块钱?)?的(?:那|这)?(?:一|个)?(?:档|款)`,
].map((source) => new RegExp(source));
/** "the fifteen-month plan", "the plan that ends after fifteen months", 返15个月的那档. */
const BY_MONTHS = [
  `(?<![a-z0-9.])(?<en>${NUMBER})[ -]months? ${PLAN}`,
  `(?<![a-z])${PLAN} (?:that |which )?(?:runs?|running|ends?|ending|lasts?|lasting|goes on|going on|is over|returned|comes back|paid|pays?|paying)(?: back)?(?: (?:after|for|over|in|within))* (?<that>${NUMBER}) months(?![a-z])`,
  `(?:返还?|送|分|到账)?(?<zh>${NUMBER_ZH})个月(?:返完|到账|返还?)?的(?:那|这)?(?:一|个)?(?:档|款)`,
].map((source) => new RegExp(source));

/**
 * The deposits, in yuan, of the plans that a text names by what comes back a month or by how many months it takes, and
 * where: several where plans pay alike, none where no plan does. Null where nothing is named so.
 */
export function plansByReturn(
  text: string,
  plans: readonly PlanAmounts[],
): { readonly deposits: readonly number[]; readonly place: Place } | null {
  if (!MONTH.test(text)) return null;
  return (
    named(text, BY_MONTH, (month) => plans.filter((plan) => plan.monthlyYuan.includes(month))) ??
    named(text, BY_MONTHS, (count) => plans.filter((plan) => plan.months.includes(count)))
  );
}

function named(
  text: string,
  patterns: readonly RegExp[],
  plansOf: (number: number) => readonly PlanAmounts[],
): ReturnType<typeof plansByReturn> {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    const { en, that, zh } = match?.groups ?? {};
    const number = numbersIn(en ?? that ?? zh ?? '')[0]?.value;
    if (match === null || number === undefined) continue;
    return {
      deposits: plansOf(number).map(({ depositYuan }) => depositYuan),
      place: { from: match.index, to: match.index + match[0].length },
    };
  }
  return null;
}
