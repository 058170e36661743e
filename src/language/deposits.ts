import type { NumberMatch } from './numbers.ts';
import { isDepositOf, type PlanAmounts } from './plan-amounts.ts';

const GIFT_BEFORE =
  /(?:送的?|赠的?|赠送的?|返|返还|giv(?:es?|ing)(?: you| him| her| them| back| (?:the |a )?(?:customer|client))?|gets?(?: you| him| her| them| one)?|gifts|(?:gift|bonus)(?: (?:of|is|was|being|comes to|=))?|returns?|\+)[ -]?(?:rmb |¥)?$/;
/** "his 100 back" is what the customer paid himself; "gives 100 back" is a gift. */
const OWN_BEFORE =
  /(?<![a-z])(?:his|her|him|their|my|our|your|him|hers|own|(?:customer|client|user|guy|man|lady|person)'?s) ?(?:full |whole |rmb |¥)?$/;
const GIFT_AFTER =
  /^[ -]?(?:元|块|块钱|yuan|rmb)?[ -]?(?:back|gift(?! deposits?)|free(?! (?:phone|handset|mobile|device)s?(?![a-z]))|bonus|on top|extra|as (?:an? |the )?(?:gift|bonus|extra)|(?:is|was) (?:the |a |only |just )*(?:gift|bonus)(?! (?:of|for|on)(?![a-z]))|是?赠|是送)(?![a-z])/;
const DEPOSIT_BEFORE =
  /(?:存|存的是|预存|存入|存了|预存款|充|交|缴|deposit(?:s|ed|ing)?(?: of)?|pays?|paid|puts?(?: in)?|plan(?: of)?|tier(?: of)?|the) ?(?:rmb |¥)?$/;
const DEPOSIT_AFTER =
  /^[ -]?(?:元|块|块钱|yuan|rmb)?[ -]?(?:的?(?:那)?个?(?:一)?(?:档|种|款)|的?预存|deposit|plan|tier|one(?![a-z]))/;
/** "the gift of the 100-yuan deposit" */
const NAMED_DEPOSIT = /^[ -]?(?:yuan|rmb)?[ -]?deposit(?! gifts?(?![a-z]))/;
/** "200送100", "200 get 100", "200/100", "deposit 200 yuan and get 100" */
const BETWEEN_PAIR =
  /^ ?(?:元|块|块钱|yuan|rmb)? ?(?:(?:就|可以|能)?(?:送|赠送?|返还?|得)|(?:(?: in)?,? ?(?:and |to |you |i |he |she |they )*(?:gets?|gives?|gifts|for|returns?|with|plus)) ?(?:you |back )?|\/|\+|-|-?>|→|=>) ?(?:rmb |¥)?$/;

/** The deposit that a text names, where it stands, and whether a plan has it. */
export type FoundDeposit = {
  readonly yuan: number;
  readonly isKnown: boolean;
  /** The gift that it was named with, where no plan gives that for it: "deposit 100 get 100". */
  readonly wrongGiftYuan?: number;
  readonly places: readonly NumberMatch[];
};

/** What amounts of money name: one deposit or none; all deposits; and whether several are asked about alike. */
export type Deposits = {
  readonly found: FoundDeposit | null;
  readonly all: readonly number[];
  readonly isOfSeveral: boolean;
  /** Where the amounts stand that name the deposit, or the deposits. */
  readonly places: readonly NumberMatch[];
};

const NO_DEPOSITS: Deposits = { found: null, all: [], isOfSeveral: false, places: [] };

/** The deposits that amounts of money name; `counts` is how many numbers count households beside them. */
export function depositsIn(
  text: string,
  money: readonly NumberMatch[],
  { plans, counts }: { readonly plans: readonly PlanAmounts[]; readonly counts: number },
): Deposits {
  if (money.length === 0) return NO_DEPOSITS;
  const ofPlans = money.filter(({ value }) => isDepositOf(plans, value));
  const different = new Set(ofPlans.map(({ value }) => value)).size;
  // "3 of the 50s and 2 of the 200s" is of no one deposit.
  const isOfSeveral = (counts > 1 && different > 1) || areJoined(text, ofPlans, plans);
  const wrong = wrongPair(text, money, plans);
  if (wrong !== null) return { found: wrong, all: [], isOfSeveral: false, places: wrong.places };
  const pair = pairDeposit(text, money, plans);
  const named = ofPlans.filter((match) => !isGift(text, match)).map(({ value }) => value);
  const found = isOfSeveral ? null : (pair ?? singleDeposit(text, money, plans));
  return {
    found,
    all: pair === null || isOfSeveral ? [...new Set(named)] : [pair.yuan],
    isOfSeveral,
    places: isOfSeveral ? ofPlans : (found?.places ?? []),
  };
}

/**
 * "deposit 100 get 100", 存50送50: a pair of amounts that no plan has, though each of them is one's; "300 get 100": a gift for
 * a deposit that no plan has, whatever else it is the gift of. Else null.
 */
function wrongPair(
  text: string,
  money: readonly NumberMatch[],
  plans: readonly PlanAmounts[],
): FoundDeposit | null {
  for (const [at, first] of money.entries()) {
    const second = money[at + 1];
    if (second === undefined || !GIVES_BETWEEN.test(text.slice(first.to, second.from))) continue;
    const after = text.slice(second.to);
    const plan = plans.find((one) => one.depositYuan === first.value);
    const strange = { yuan: first.value, isKnown: false, places: [first, second] };
    if (plan === undefined) {
      if (first.value >= SMALLEST_DEPOSIT && !IS_DEPOSIT.test(after)) return strange;
      continue;
    }
    const isAmount = plans.some(
      ({ depositYuan, giftYuan }) => depositYuan === second.value || giftYuan === second.value,
    );
    const isOfPlan = second.value === plan.giftYuan || plan.monthlyYuan.includes(second.value);
    if (isAmount && !isOfPlan && !NOT_THE_GIFT.test(after))
      return { ...strange, wrongGiftYuan: second.value };
  }
  return null;
}
/** Nobody is asked to pay in less, in yuan. */
const SMALLEST_DEPOSIT = 10;
const IS_DEPOSIT = /^ ?(?:yuan |rmb )?(?:plan|deposit|one)(?![a-z])/;
const NOT_THE_GIFT = /^ ?(?:yuan |rmb )?(?:back|plan|deposit|one)(?![a-z])/;
const GIVES_BETWEEN =
  /^ ?(?:元|块|块钱|yuan|rmb)? ?(?:(?:就|可以|能)?(?:送|赠送?)|,? ?(?:and |to )?(?:gets?|gives?|gifts))(?: you)? ?$/;

/** Different deposits that follow one another with nothing but "and", "or" or a comma between them. */
function areJoined(
  text: string,
  deposits: readonly NumberMatch[],
  plans: readonly PlanAmounts[],
): boolean {
  return deposits.some((match, at) => {
    const next = deposits[at + 1];
    // "50/100/200" lists deposits, and "100/50" is one with its gift.
    const isPair = plans.some(
      (plan) => plan.depositYuan === match.value && plan.giftYuan === next?.value,
    );
    return (
      next !== undefined &&
      next.value !== match.value &&
      !GIFT_AFTER.test(text.slice(next.to)) &&
      (BETWEEN_DEPOSITS.test(text.slice(match.to, next.from)) ||
        (!isPair && /^ ?\/ ?$/.test(text.slice(match.to, next.from))))
    );
  });
}
const BETWEEN_DEPOSITS =
  /^(?:s|'s)?(?: ?(?:yuan|元|块|档|的))?(?: (?:deposit|plan|one|tier))?(?:, ?|, and |、| ?(?:and|or|vs\.?|versus|against|compared (?:to|with)|(?:with|to|and|against|than) (?:that|the one|those|the (?:return|payback|payout)) (?:of|for|on|from)|&) | ?[和跟与或] ?|还是)(?:some |those )?(?:took |on |of )?(?:the one (?:of|with) )?(?:the |an? |存)?(?:deposits? (?:of )?)?$/;

function pairDeposit(
  text: string,
  money: readonly NumberMatch[],
  plans: readonly PlanAmounts[],
): FoundDeposit | null {
  for (const [index, first] of money.entries()) {
    const second = money[index + 1];
    if (second === undefined || !BETWEEN_PAIR.test(text.slice(first.to, second.from))) continue;
    const plan = plans.find((one) => one.depositYuan === first.value);
    if (plan !== undefined) return { yuan: first.value, isKnown: true, places: [first, second] };
  }
  return null;
}

/** Whether an amount is what a customer is given: "gives 100 back", 送100; not "his 100 back". */
function isGift(text: string, { from, to }: NumberMatch): boolean {
  const [before, after] = [text.slice(0, from), text.slice(to)];
  return (
    (GIFT_BEFORE.test(before) && !CUSTOMER_GIVES.test(before) && !NAMED_DEPOSIT.test(after)) ||
    (GIFT_AFTER.test(after) && !OWN_BEFORE.test(before) && !PUT_IN_BEFORE.test(before))
  );
}
/** 存100 赠款分几个月到账: what is put in is no gift, whatever stands behind it. */
const PUT_IN_BEFORE = /(?:存|预存|充|交)(?:入|了|的)? ?$/;
/** "customer give 200": what he gives is his deposit. */
const CUSTOMER_GIVES =
  /(?<![a-z])(?:customers?|clients?|users?|he|she|they|man|lady|guy) (?:[a-z]+ )?(?:gives?|gave) $/;
/** "this fifty" is the one that was spoken of. */
const THAT_BEFORE = /(?<![a-z])(?:this|that|the|those) $/;
const PAID_IN_AFTER =
  /^ ?(?:yuan |rmb )?in(?=\W|$)(?! (?:total|all|the|a|one|ten|parts|cash|how|several|equal|monthly|instal[a-z]*|months|pieces|bits|\d))/;
/** "the 10 o'clock meeting", "the 12 shops": no plan is asked for there. */
const COUNTS_OTHER_AFTER =
  /^ ?(?:月|号|日|天|点|家|位|%|(?:o'? ?clock|am|pm|days?|weeks?|months?|years?|hours?|minutes?|mins?|percent|people|customers?|clients?|staff|agents?|shops?|stores?|halls?|outlets?|offers?|promos?|questions?|complaints?|contracts?)(?![a-z]))/;

function singleDeposit(
  text: string,
  money: readonly NumberMatch[],
  plans: readonly PlanAmounts[],
): FoundDeposit | null {
  const before = (match: NumberMatch): string => text.slice(0, match.from);
  const after = (match: NumberMatch): string => text.slice(match.to);
  const isDeposit = (match: NumberMatch): boolean =>
    plans.some((plan) => plan.depositYuan === match.value);
  const isGiftOf = (match: NumberMatch): boolean => isGift(text, match);
  // "50 in, 50 back in ten goes": what is paid in is named, whatever comes back.
  const paidIn = money.find((match) => PAID_IN_AFTER.test(after(match)) && isDeposit(match));
  if (paidIn !== undefined) return { yuan: paidIn.value, isKnown: true, places: [paidIn] };

  for (const match of money) {
    const isGift = isGiftOf(match);
    const plan = plans.find((one) => one.giftYuan === match.value);
    // A plan may be named by its gift: 送50的那档 is the deposit of 100.
    if (
      isGift &&
      plan !== undefined &&
      // "he gives 50, when does he get the 50 back": an amount that is paid in elsewhere is no gift here.
      !money.some(
        (other) =>
          isDeposit(other) &&
          (other.value !== match.value || (!isGiftOf(other) && !THAT_BEFORE.test(before(other)))),
      )
    ) {
      return { yuan: plan.depositYuan, isKnown: true, places: [match] };
    }
  }
  const named = money.filter(
    (match) => DEPOSIT_BEFORE.test(before(match)) || DEPOSIT_AFTER.test(after(match)),
  );
  // "the 100 gift on the 200": an amount that is the gift is the deposit of nothing, where another one is named.
  const deposits = money.filter(isDeposit);
  const given = deposits.length > 1 ? deposits.filter(isGiftOf) : [];
  const paid = deposits.filter(
    (match) => given.length === deposits.length || !given.includes(match),
  );
  const known = named.find((match) => paid.includes(match)) ?? paid[0];
  if (known !== undefined) return { yuan: known.value, isKnown: true, places: [known] };
  const strange = named.find(
    (match) => match.value >= SMALLEST_DEPOSIT && !COUNTS_OTHER_AFTER.test(after(match)),
  );
  return strange === undefined ? null : { yuan: strange.value, isKnown: false, places: [strange] };
}
