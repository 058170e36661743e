import type { NumberMatch } from './numbers.ts';
import type { Place } from './places.ts';
import { isDepositOf, type PlanAmounts } from './plan-amounts.ts';

const HOUSEHOLDS_AFTER =
  /^ ?(?:(?:deposit |gift |deposit gift |existing |signed |old )(?=households|customers)|deposit gift (?=sales|deals|sign)|of (?=households|homes|families|customers)|)(?:多|来)?(?:户|家(?!里)|个?(?:客户|用户|顾客|老用户|人(?!民))|单(?!位)|笔|hu(?![a-z])|of (?:them|these|those|the (?!gift(?! deposit)|deposit(?! gift|s| \d)|money|bonus|total|credit|amount)|deposit )|deposits? of |(?:new |more |of them )?(?:households?|homes?|fami?l(?:y|ies|ys|es)|customers?|clients?|users?|subscribers?|people|folks?|sign[- ]?ups?|accounts?|deals?|sales)(?![a-z]))/;
/** "22 deposits" were sold to as many households; of "200 deposits" nobody knows which is meant. */
const GIFTS_AFTER = /^ (?:deposits|deposit gifts|gift deposits)(?! of(?![a-z]))(?![a-z])/;
/** "nineteen 200s", "five of the 50s". */
const PLANS_AFTER = /^ (?:of (?:the )?)?\d{2,3}s(?![a-z\d])/;
/** "the three deposit gifts" are those that there are. */
const THE_BEFORE = /(?<![a-z])(?:the|all|these|those|what|which|any) $/;
/** "one of those deposits" counts nothing. */
const AFTER_ONE = /^ of (?![a-z]* ?(?:household|famil|home))/;
const HOUSEHOLDS_BEFORE = /(?:户数|(?<!(?:per|a|each|every|one) )households?[ :=]+)$/;
const UNIT = /^ ?(?:户|家|个?(?:客户|用户)|households?|customers?)/;
/** 存100客户拿多少 speaks of money and then of the customer; 存了3个客户 counts customers. */
const PAID_BEFORE = /[存送充交]$/;
const CUSTOMER_AFTER = /^(?:老?客户|老?用户|顾客)/;
/** 最后一笔 and 第一户 count nothing. */
const ORDINAL_BEFORE = /(?:最后|第|每|这|那|哪|首|头|某|另|上|(?<![拿签做办接推卖发])下)$/;
/** "forty households, every one of them" counts once. */
const EACH_BEFORE = /(?<![a-z])(?:every|each|any|another) ?$/;
/** 佣金一户多少 asks what each brings; 办了一户 counts one. */
const RATE =
  /(?:佣金|酬金|提成|多少钱?|几[块元多]钱?|[赚拿得挣]) ?一户|(?<!(?:做|卖|推|签|发展)[成了出]?)一户 ?(?:的|网点|店里?|厅里?)?(?:佣金|酬金|提成|多少|几[块元多]|[赚拿得挣提给])/;
const COUNTED_BEFORE = /[了过只就共] ?$/;
/** Nobody counts money by the dozen. */
const DOZENS = /doz|打$/;
/** "办了3", "we sold fifty": a bare number after what was done counts households, unless money follows. */
const DONE_BEFORE =
  /(?:[办做推卖签开拉发成](?:理|成|单)?了|(?<![a-z])(?:sold|sells?|did|done|sign(?:s|ed)?(?: up)?|closed|made|enrolled)) ?$/;
const MONEY_AFTER = /^[ -]?(?:元|块|块钱|yuan|rmb|送|的?那?档|deposit(?!s? of)|plan|tier|for|get)/;
/** What one says who has said a wrong number. */
const CORRECTED_BEFORE =
  /(?:不对|(?<!是)不是|说错了?|错了|应该是|哦不|(?<![a-z])(?:sorry|oops|no wait|wait no|i mean|i meant|correction|(?<!(?:i|we) )make (?:it|that)|rather|actually|no))[ ,，。.:-]{0,3}(?:(?:no|是|应该是)[ ,，]{0,2})?$/;

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
  // "eleven households, sorry no, fourteen": the last word counts.
  const corrected = numbers.findLast(
    (match) =>
      match.from > first.to &&
      !MONEY_AFTER.test(text.slice(match.to)) &&
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
        (!isDepositOf(plans, match.value) && AT_PLACE.test(text.slice(match.to)))),
  );
  let end = first.to;
  const isInAll = IN_ALL.test(text);
  const joined = more.filter((match) => {
    const isJoined =
      (isInAll && HOUSEHOLDS_AFTER.test(text.slice(match.to))) ||
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
const AT_PLACE = /^ (?:more |others? )?(?:at|in|from) (?:the |our |an? )?[a-z]/;
/** Who asks for the sum asks it of all that he counts. */
const IN_ALL =
  /总共|一共|合计|加起来|共(?:是|多少|几)|(?<![a-z])(?:in total|total|altogether|in all|all together|combined)(?![a-z])/;
const JOINED = /(?<![a-z])(?:and|plus|n)(?![a-z])|[&+、]|[和加跟]|还有/;

/** The number with the unit behind it (12户), which says no more than the number does. */
function withUnit(text: string, match: NumberMatch): NumberMatch {
  const unit = UNIT.exec(text.slice(match.to))?.[0] ?? '';
  return { ...match, to: match.to + unit.length };
}

function isRate(text: string, { value, from, to }: NumberMatch): boolean {
  if (value !== 1 || COUNTED_BEFORE.test(text.slice(0, from))) return false;
  return RATE.test(text.slice(Math.max(0, from - 3), to + 6));
}

/** "the 200 customer", "a 100 deal": one who paid that deposit, and no two hundred. */
function isCustomerOf(text: string, match: NumberMatch, plans: readonly PlanAmounts[]): boolean {
  if (!isDepositOf(plans, match.value)) return false;
  return (
    ONE_CUSTOMER.test(text.slice(match.to)) ||
    (CUSTOMER_DID.test(text.slice(0, match.from)) && !HOUSEHOLDS_AFTER.test(text.slice(match.to)))
  );
}
/** What a customer did is his deposit; what we did counts households. */
const CUSTOMER_DID =
  /(?<![a-z])(?:he|she|they|(?:the|a|my|this|our) (?:customer|client|guy|lady|man|woman)) (?:has |had |have |only |just |actually )*(?:did|done|made|took) (?:a |the |only |just )?$/;
const ONE_CUSTOMER =
  /^ (?:yuan )?(?:customer|client|user|subscriber|account|deal|sign-?up)(?![a-z])/;

/** Whether a number counts households, and is no money. */
export function isHouseholds(
  text: string,
  match: NumberMatch,
  plans: readonly PlanAmounts[],
): boolean {
  if (!Number.isInteger(match.value) || match.value < 1) return false;
  const before = text.slice(0, match.from);
  const after = text.slice(match.to);
  if (ORDINAL_BEFORE.test(before) || EACH_BEFORE.test(before)) return false;
  if (isRate(text, match) || isCustomerOf(text, match, plans)) return false;
  if (CUSTOMER_AFTER.test(after) && PAID_BEFORE.test(before)) return false;
  if (match.value === 1 && AFTER_ONE.test(after)) return false;
  if (
    match.value > 1 &&
    !THE_BEFORE.test(before) &&
    GIFTS_AFTER.test(after) &&
    !isDepositOf(plans, match.value)
  )
    return true;
  return (
    DOZENS.test(text.slice(match.from, match.to)) ||
    HOUSEHOLDS_AFTER.test(after) ||
    PLANS_AFTER.test(after) ||
    HOUSEHOLDS_BEFORE.test(before) ||
    (DONE_BEFORE.test(before) && !MONEY_AFTER.test(after))
  );
}
