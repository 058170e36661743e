import type { NumberMatch } from './numbers.ts';
import { isDepositOf, type PlanAmounts } from './plan-amounts.ts';

/** What stands behind a number that counts households. */
export const HOUSEHOLDS_AFTER =
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
/** 存100客户拿多少 speaks of money and then of the customer; 存了3个客户 counts customers. */
const PAID_BEFORE = /[存送充交]$/;
const CUSTOMER_AFTER = /^ ?(?:老?客户|老?用户|顾客)/;
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
export const MONEY_AFTER =
  /^[ -]?(?:元|块|块钱|yuan|rmb|送|的?那?档|deposit(?!s? of)|plan|tier|for|get)/;

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
