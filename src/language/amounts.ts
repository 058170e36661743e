import { type NumberMatch, numbersIn } from './numbers.ts';

/** What the deposit gifts of the policy are called by: the deposit and what it brings, in yuan. */
export type PlanAmounts = { readonly depositYuan: number; readonly giftYuan: number };

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

const HOUSEHOLDS_AFTER =
  /^ ?(?:(?:deposit |gift |deposit gift |existing |signed |old )(?=households|customers)|of (?=households|homes|families|customers)|)(?:多|来)?(?:户|家(?!里)|个?(?:客户|用户|顾客|老用户|人(?!民))|单(?!位)|笔|hu(?![a-z])|of (?:them|these|those|the |deposit )|deposits? of |(?:new |more |of them )?(?:households?|homes?|fami?l(?:y|ies|ys|es)|customers?|clients?|users?|subscribers?|people|folks?|sign[- ]?ups?|accounts?|deals?|sales)(?![a-z]))/;
/** "22 deposits" were sold to as many households; of "200 deposits" nobody knows which is meant. */
const GIFTS_AFTER = /^ (?:deposits|deposit gifts|gift deposits)(?! of(?![a-z]))(?![a-z])/;
/** "nineteen 200s", "five of the 50s". */
const PLANS_AFTER = /^ (?:of (?:the )?)?\d{2,3}s(?![a-z\d])/;
/** "the three deposit gifts" are those that there are. */
const THE_BEFORE = /(?<![a-z])(?:the|all|these|those|what|which|any) $/;
/** "one of those deposits" counts nothing. */
const AFTER_ONE = /^ of (?![a-z]* ?(?:household|famil|home))/;
const HOUSEHOLDS_BEFORE = /(?:户数|households?[ :=]+)$/;
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
  /(?:佣金|酬金|提成|多少|几[块元多]|[赚拿得挣]) ?一户|一户 ?(?:的|网点|店里?|厅里?)?(?:佣金|酬金|提成|多少|几[块元多]|[赚拿得挣提给])/;
const COUNTED_BEFORE = /[了过只就共] ?$/;
/** Nobody counts money by the dozen. */
const DOZENS = /doz|打$/;
/** "办了3", "we sold fifty": a bare number after what was done counts households, unless money follows. */
const DONE_BEFORE =
  /(?:[办做推卖签开拉发成](?:理|成|单)?了|(?<![a-z])(?:sold|did|done|signed(?: up)?|closed|made|enrolled)) ?$/;
const MONEY_AFTER = /^ ?(?:元|块|块钱|yuan|rmb|送|的?那?档|deposit(?!s? of)|plan|tier|for|get)/;
/** What one says who has said a wrong number. */
const CORRECTED_BEFORE =
  /(?:不对|不是|说错了?|错了|应该是|哦不|(?<![a-z])(?:sorry|oops|no wait|wait no|i mean|i meant|correction|make (?:it|that)|rather|actually|no))[ ,，。.:-]{0,3}(?:(?:no|是|应该是)[ ,，]{0,2})?$/;
const GIFT_BEFORE =
  /(?:送|赠|赠送|返|返还|gives?(?: you| him| her| them| back)?|gets?(?: you| him| her| them| one)?|gifts|(?:gift|bonus)(?: (?:of|is|was|being|comes to|=))?|returns?|\+)[ -]?(?:rmb |¥)?$/;
/** "his 100 back" is what the customer paid himself; "gives 100 back" is a gift. */
const OWN_BEFORE =
  /(?<![a-z])(?:his|her|him|their|my|our|your|him|hers|own|(?:customer|client|user|guy|man|lady|person)'?s) ?(?:full |whole |rmb |¥)?$/;
const GIFT_AFTER =
  /^ ?(?:元|块|块钱|yuan|rmb)? ?(?:back|gift|free|bonus|on top|extra|as (?:an? |the )?(?:gift|bonus|extra)|赠)(?![a-z])/;
const DEPOSIT_BEFORE =
  /(?:存|预存|存入|存了|预存款|充|交|缴|deposit(?:s|ed|ing)?(?: of)?|pays?|paid|puts?(?: in)?|plan(?: of)?|tier(?: of)?|the) ?(?:rmb |¥)?$/;
const DEPOSIT_AFTER =
  /^[ -]?(?:元|块|块钱|yuan|rmb)?[ -]?(?:的?(?:那)?个?(?:一)?档|的?预存|deposit|plan|tier|one(?![a-z]))/;
/** "the gift of the 100-yuan deposit" */
const NAMED_DEPOSIT = /^[ -]?(?:yuan|rmb)?[ -]?deposit(?! gifts?(?![a-z]))/;
/** "200送100", "200 get 100", "200/100", "deposit 200 yuan and get 100" */
const BETWEEN_PAIR =
  /^ ?(?:元|块|块钱|yuan|rmb)? ?(?:(?:就|可以|能)?(?:送|赠送?|返还?|得)|(?:,? ?(?:and |to |you |i |he |she |they )*(?:gets?|gives?|gifts|for|returns?|with|plus)) ?(?:you |back )?|\/|\+|-|-?>|→|=>) ?(?:rmb |¥)?$/;

/** 100M and 50 Mbps measure a line ("100m" alone is written out as months), 20% a share: none is money or households. */
const MEASURED =
  /^ ?(?:m|mb|mbps|mbit|gb|gbps|gig|months|minutes?|mins?|hours?|hrs?|分钟|小时|兆|%)(?![a-z])/;

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
  const places: NumberMatch[] = [];
  const take = (match: NumberMatch): NumberMatch => {
    places.push(match);
    return match;
  };

  const first = numbers.find((match) => isHouseholds(text, match, plans));
  // "eleven households, sorry no, fourteen": the last word counts.
  const corrected = numbers.findLast(
    (match) =>
      first !== undefined &&
      match.from > first.to &&
      !MONEY_AFTER.test(text.slice(match.to)) &&
      CORRECTED_BEFORE.test(text.slice(first.to, match.from)),
  );
  if (first !== undefined && corrected !== undefined) take(withUnit(text, first));
  const counted = corrected !== undefined ? [corrected] : countsIn(text, { numbers, first, plans });
  const households =
    counted.length === 0
      ? null
      : counted.reduce((sum, match) => sum + take(withUnit(text, match)).value, 0);
  const money = numbers.filter((match) => !counted.includes(match));
  // "3 of the 50s and 2 of the 200s" is of no one deposit.
  const deposits = new Set(
    money.map(({ value }) => value).filter((value) => isDepositOf(plans, value)),
  );
  const isOfSeveral =
    (counted.length > 1 && deposits.size > 1) ||
    areJoined(
      text,
      money.filter(({ value }) => isDepositOf(plans, value)),
    );
  const pair = pairDeposit(text, money, plans);
  const deposit = isOfSeveral ? null : (pair ?? singleDeposit(text, money, plans));
  deposit?.places.forEach(take);
  return {
    deposit: deposit?.isKnown === true ? deposit.yuan : null,
    unknownDeposit: deposit?.isKnown === false ? deposit.yuan : null,
    isOfSeveral,
    deposits: pair === null ? depositsIn(text, money, plans) : [pair.yuan],
    households,
    places,
  };
}

/** The deposits that are named and are no gift, each once. */
function depositsIn(
  text: string,
  money: readonly NumberMatch[],
  plans: readonly PlanAmounts[],
): readonly number[] {
  const named = money.filter((match) => isDepositOf(plans, match.value) && !isGift(text, match));
  return [...new Set(named.map(({ value }) => value))];
}

/** Different deposits that follow one another with nothing but "and", "or" or a comma between them. */
function areJoined(text: string, deposits: readonly NumberMatch[]): boolean {
  return deposits.some((match, at) => {
    const next = deposits[at + 1];
    return (
      next !== undefined &&
      next.value !== match.value &&
      !GIFT_AFTER.test(text.slice(next.to)) &&
      BETWEEN_DEPOSITS.test(text.slice(match.to, next.from))
    );
  });
}
const BETWEEN_DEPOSITS =
  /^(?:s|'s)?(?: ?(?:yuan|元|块|档|的))?(?: (?:deposit|plan|one|tier))?(?:, ?|, and |、| ?(?:and|or|vs\.?|versus|compared (?:to|with)|&) | ?[和跟与或] ?|还是)(?:some |those )?(?:took |on |of )?(?:the |an? |存)?$/;

/** The numbers of a text that are amounts of a plan, and count no households. */
export function moneyIn(text: string, plans: readonly PlanAmounts[]): readonly NumberMatch[] {
  return countable(text, plans).filter(
    (match) =>
      plans.some((plan) => [plan.depositYuan, plan.giftYuan].includes(match.value)) &&
      !isHouseholds(text, match, plans),
  );
}

/** The numbers of a text that may be money or households. */
function countable(text: string, plans: readonly PlanAmounts[]): readonly NumberMatch[] {
  return numbersIn(text)
    .filter(({ to }) => !MEASURED.test(text.slice(to)))
    .map((match) => withoutOne(text, match, plans));
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

/** Counts of households that are named one after the other ("3 of the 50s and 2 of the 200s") make one sum. */
function countsIn(
  text: string,
  {
    numbers,
    first,
    plans,
  }: {
    readonly numbers: readonly NumberMatch[];
    readonly first: NumberMatch | undefined;
    readonly plans: readonly PlanAmounts[];
  },
): readonly NumberMatch[] {
  if (first === undefined) return [];
  const more = numbers.filter(
    (match, at) =>
      match.from > first.from &&
      (isHouseholds(text, match, plans) ||
        countsPlan(text, match, { next: numbers[at + 1], plans })),
  );
  let end = first.to;
  const joined = more.filter((match) => {
    const isJoined = JOINED.test(text.slice(end, match.from));
    if (isJoined) end = match.to;
    return isJoined;
  });
  return [first, ...joined];
}
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
const JOINED = /(?<![a-z])(?:and|plus|n)(?![a-z])|[&+、]|[和加跟]|还有/;

function isDepositOf(plans: readonly PlanAmounts[], value: number): boolean {
  return plans.some((plan) => plan.depositYuan === value);
}

const ONE = / one$/;

/** "the fifty one" is the one of fifty, where fifty is a deposit and fifty-one is none. */
function withoutOne(text: string, match: NumberMatch, plans: readonly PlanAmounts[]): NumberMatch {
  const isPlan = (yuan: number): boolean => plans.some((plan) => plan.depositYuan === yuan);
  const word = text.slice(match.from, match.to);
  if (!ONE.test(word) || isPlan(match.value) || !isPlan(match.value - 1)) return match;
  return { ...match, value: match.value - 1, to: match.to - ' one'.length };
}

type FoundDeposit = {
  readonly yuan: number;
  readonly isKnown: boolean;
  readonly places: readonly NumberMatch[];
};

/** The number with the unit behind it (12户), which says no more than the number does. */
function withUnit(text: string, match: NumberMatch): NumberMatch {
  const unit = UNIT.exec(text.slice(match.to))?.[0] ?? '';
  return { ...match, to: match.to + unit.length };
}

function isRate(text: string, { value, from, to }: NumberMatch): boolean {
  if (value !== 1 || COUNTED_BEFORE.test(text.slice(0, from))) return false;
  return RATE.test(text.slice(Math.max(0, from - 3), to + 6));
}

function isHouseholds(text: string, match: NumberMatch, plans: readonly PlanAmounts[]): boolean {
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
    (GIFT_BEFORE.test(before) && !NAMED_DEPOSIT.test(after)) ||
    (GIFT_AFTER.test(after) && !OWN_BEFORE.test(before))
  );
}
const PAID_IN_AFTER = /^ ?(?:yuan |rmb )?in(?=\W|$)(?! (?:total|all|the|a|one|ten|parts|cash))/;

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
      !money.some((other) => other.value !== match.value && isDeposit(other))
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
    (match) => match.value >= 10 && !/^ ?(?:月|号|日|天)/.test(after(match)),
  );
  return strange === undefined ? null : { yuan: strange.value, isKnown: false, places: [strange] };
}
