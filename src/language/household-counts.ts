import { HOUSEHOLDS_AFTER, isHouseholds, MONEY_AFTER } from './households.ts';
import type { NumberMatch } from './numbers.ts';
import type { Place } from './places.ts';
import { isDepositOf, type PlanAmounts } from './plan-amounts.ts';

const UNIT = /^ ?(?:户|家|个?(?:客户|用户)|households?|customers?)/;
/** What one says who has said a wrong number. */
const CORRECTED_BEFORE =
  /(?:不对|(?<!是)不是|说错了?|错了|应该是|哦不|(?<![a-z])(?:sorry|oops|no wait|wait no|i mean|i meant|correction|typo|mistyped|(?<!(?:i|we) )make (?:it|that)|rather|actually|no))[ ,，。.:-]{0,3}(?:(?:no|是|应该是)[ ,，]{0,2})?$/;

/** The numbers that count households, and where they stand with their units; a corrected one among the places alone. */
export type Counted = {
  readonly numbers: readonly NumberMatch[];
  readonly places: readonly NumberMatch[];
};

/** What is sold: deposits by these plans, and `others` where an offer without a deposit is named. */
export type Counting = {
  readonly plans: readonly PlanAmounts[];
  readonly others: readonly Place[];
};

/** What of these numbers counts households. */
export function householdsIn(
  text: string,
  numbers: readonly NumberMatch[],
  { plans, others }: Counting,
): Counted {
  const first = numbers.find(
    (match) => isHouseholds(text, match, plans) || countsSales(text, match, others),
  );
  if (first === undefined) return { numbers: [], places: [] };
  const reckoned = numbers.find((match) => isReckoned(text, match));
  if (reckoned !== undefined) return { numbers: [reckoned], places: [withUnit(text, reckoned)] };
  const each = ofEach(text, numbers, first);
  if (each !== null) return { numbers: [each], places: [each] };
  // "eleven households, sorry no, fourteen": the last word counts.
  const corrected = numbers.findLast(
    (match) =>
      match.from > first.to &&
      !MONEY_AFTER.test(text.slice(match.to)) &&
      !EARNED.test(text.slice(first.to, match.from)) &&
      CORRECTED_BEFORE.test(text.slice(first.to, match.from)),
  );
  const counted =
    corrected === undefined ? countsIn(text, { numbers, first, plans, others }) : [corrected];
  const named = corrected === undefined ? counted : [first, corrected];
  return { numbers: counted, places: named.map((match) => withUnit(text, match)) };
}

/** "20 data pack bogo sales": what is sold stands between the number and its unit. */
function countsSales(text: string, { to }: NumberMatch, others: readonly Place[]): boolean {
  const sold = others.find((other) => /^ $/.test(text.slice(to, other.from)));
  return sold !== undefined && SALES_AFTER.test(text.slice(sold.to));
}
const SALES_AFTER = /^ (?:sales|deals|sign[- ]?ups|households|customers)(?![a-z])/;

/** 33户，佣金应该是330: what they earn corrects no count of them. */
const EARNED = /佣|酬|提成|(?<![a-z])(?:commission|earn)/;

/** 十五户退了三户，按十二户算: those count that the sum is to be of. */
function isReckoned(text: string, { from, to }: NumberMatch): boolean {
  return /[按照]$/.test(text.slice(0, from)) && /^户(?:来)?[算计]/.test(text.slice(to));
}

/** "three salesgirls sold five households each" are fifteen. */
function ofEach(
  text: string,
  numbers: readonly NumberMatch[],
  first: NumberMatch,
): NumberMatch | null {
  const people = numbers.find(({ to }) => SELLERS.test(text.slice(to)));
  const sold = numbers.find(
    (match) =>
      match !== people &&
      (EACH_AFTER.test(text.slice(match.to)) || EACH_OF_THEM.test(text.slice(0, match.from))),
  );
  if (people === undefined || sold === undefined) return null;
  const from = Math.min(people.from, first.from);
  return { value: people.value * sold.value, from, to: Math.max(people.to, sold.to) };
}
const SELLERS =
  /^ ?(?:个|名|位)?(?:营业员|店员|同事|员工|业务员|人(?=每|各))|^ (?:of us|(?:sales ?)?(?:girls?|clerks?|people|agents?|colleagues?|staff|shops?|stores?|halls?|outlets?|men|women|persons?)|salesgirls)(?![a-z])/;
const EACH_AFTER = /^ (?:(?:households|customers|families|homes) )?(?:each|apiece)(?![a-z])/;
const EACH_OF_THEM = /(?:每人|每个人|各自?)(?:办|做|卖|推|签)?(?:了|成)?$/;

/** Counts of households that are named one after the other ("3 of the 50s and 2 of the 200s") make one sum. */
function countsIn(
  text: string,
  {
    numbers,
    first,
    plans,
    others,
  }: Counting & { readonly numbers: readonly NumberMatch[]; readonly first: NumberMatch },
): readonly NumberMatch[] {
  const more = numbers.filter(
    (match, at) =>
      match.from > first.from &&
      (isHouseholds(text, match, plans) ||
        countsPlan(text, match, { next: numbers[at + 1], plans }) ||
        (!isDepositOf(plans, match.value) &&
          (AT_PLACE.test(text.slice(match.to)) || OTHER_BEFORE.test(text.slice(0, match.from))))),
  );
  let end = first.to;
  const isInAll = IN_ALL.test(text);
  const joined = more.filter((match) => {
    const isJoined =
      (isInAll && HOUSEHOLDS_AFTER.test(text.slice(match.to))) ||
      OTHER_BEFORE.test(text.slice(0, match.from)) ||
      JOINED.test(text.slice(end, match.from));
    if (isJoined) end = match.to;
    return isJoined;
  });
  const counted = [first, ...joined];
  // "3 discount phones and 2 of the 200": the phones are no households of a deposit.
  const ofDeposits = counted.filter(({ to }) => !isOfOther(text, to, others));
  return ofDeposits.length > 0 ? ofDeposits : counted;
}

/** Whether what is counted there is an offer without a deposit. */
function isOfOther(text: string, to: number, others: readonly Place[]): boolean {
  const behind = to + (COUNTS_OF.exec(text.slice(to))?.[0].length ?? 0);
  return others.some(({ from }) => from === behind) || OTHER_SALE.test(text.slice(behind));
}
const COUNTS_OF =
  /^[户个台部家单笔]的?|^ ?(?:(?:households?|customers?) )?(?:(?:of|on|took|take|got) )?(?:the |an? )?/;
const OTHER_SALE =
  /^(?:(?:contract|new) )?(?:phones?|handsets?|renewals?|data packs?)(?![a-z])|^(?:手机|续约|流量包)/;

/** "3 households took the 50 and 5 took the 200": the 5 counts those of the 200. */
function countsPlan(
  text: string,
  match: NumberMatch,
  {
    next,
    plans,
  }: { readonly next: NumberMatch | undefined; readonly plans: readonly PlanAmounts[] },
): boolean {
  return (
    next !== undefined &&
    isDepositOf(plans, next.value) &&
    !isDepositOf(plans, match.value) &&
    OF_PLAN.test(text.slice(match.to, next.from))
  );
}
const OF_PLAN =
  /^(?: (?:more|others?))?(?: (?:on|of|took|take|for|at|with|did|chose|bought|got|under|x))?(?: the)? ?$|^[户家个单笔]?(?:存|办了?|是|做了?|的)?$/;
/** "8 households at own hall and 5 at the kiosk": the 5 are households too. */
const AT_PLACE =
  /^ (?:more |others? )?(?:(?:at|from) (?:the |our |an? )?[^ \d]|in (?:the |our |an? )?[a-z])/;
/** "the first clerk signed up 12 households, the second 9" */
const OTHER_BEFORE =
  /(?<![a-z])the (?:second|third|other)(?: (?:one|clerk|girl|guy|agent|shop|store|hall))?(?: (?:did|sold|had|made|signed(?: up)?))? $/;
/** Who asks for the sum asks it of all that he counts. */
const IN_ALL =
  /总共|一共|合计|加起来|共(?:是|多少|几)|(?<![a-z])(?:in total|total|altogether|in all|all together|combined)(?![a-z])/;
const JOINED = /(?<![a-z])(?:and|plus|n)(?![a-z])|[&+、]|[和加跟]|还有/;

/** The number with the unit behind it (12户), which says no more than the number does. */
function withUnit(text: string, match: NumberMatch): NumberMatch {
  const unit = UNIT.exec(text.slice(match.to))?.[0] ?? '';
  return { ...match, to: match.to + unit.length };
}
