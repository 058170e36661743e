import { type Day, yearNumber } from '../calendar/day.ts';
import { monthSpan } from '../calendar/span.ts';
import { yuanOf } from '../policy/money.ts';
import type { MonthlyReturn, Policy } from '../policy/policy.ts';
import type { DaysMatch } from './days.ts';
import type { Findings } from './find.ts';
import { numbersIn } from './numbers.ts';

/** What should have come has not. 到期 is an end, and 没返完 says how much is left. */
const MISSING =
  /(?:没有?|未|还没)(?:到(?!期|手里)|收到|到账|返(?![完清])|给(?!我)|见到?|入账|发|打)|不到账|(?:漏|(?<!多)少)[返到给](?!期)|(?<![a-z])(?:missing|not credited|never (?:came|come|arrived|got|received|showed|credited)|(?:did|does|do|has|have|had|was|were|is)(?:n't| not)(?: yet| been| the customer)? (?:come|came|arrived?|got(?:ten)?|get|received?|show|shown|credited|paid|given|there|in)(?! back over| paid back over)|(?:isn't|not) (?:there|in) yet|late this month|nothing (?:has |had )?(?:come|came|arrived|been (?:paid|credited))|no (?:credit|gift|money) (?:has |had )?(?:come|came|arrived|been (?:paid|credited))|where(?:'s| is| are) (?:the|his|her|my|that|their)[^,.]{0,20} (?:credits?|gifts?|money))(?![a-z])/;
/** How much is left is asked of a whole plan; how it comes back as well. */
const HOW_MUCH =
  /(?:多少|几个?月?|几期|几笔|哪些|什么).{0,4}(?:没|未)|还[剩差欠]|怎么个?返|咋返|如何返|返法|(?<![a-z])(?:how (?:much|many)|what)(?![a-z]).{0,40}(?:not|n't|still|left|missing)(?![a-z])|(?<![a-z])how (?:does|do|will|is|are)(?![a-z])/;
const CREDIT =
  /返还|返费|返款|返的|返钱|赠送|赠费|赠款|送的|(?<![a-z])(?:credits?(?! cards?)|gifts?|deposits?|cash-?back|refund of the deposit)(?![a-z])/;
/** Money of other places. */
const ELSEWHERE =
  /工资|奖金|补贴|快递|短信|银行|信用卡|社保|公积金|报销|(?<![a-z])(?:salary|wages?|payroll|bonus pay|parcel|package|sms|bank|flat|rent|landlord|hotel|invoice)(?![a-z])/;

/**
 * Whether a question says that a credit has not come: `plainly` where it names a credit, deposit or gift, or a month and
 * an amount that a plan pays in one.
 */
export function speaksOfCredit(
  { plain, days }: Findings,
  policy: Policy,
): 'plainly' | 'perhaps' | null {
  if (!MISSING.test(plain) || HOW_MUCH.test(plain)) return null;
  if (ELSEWHERE.test(plain)) return 'perhaps';
  const isCredit = CREDIT.test(plain) || (days.length > 0 && namesCredit(plain, days, policy));
  return isCredit ? 'plainly' : 'perhaps';
}

/** "April's 18": a number beside the days that is what a month brings. */
function namesCredit(plain: string, days: readonly DaysMatch[], policy: Policy): boolean {
  const credits = new Set(policy.campaigns.flatMap(({ plans }) => plans.flatMap(creditsOf)));
  return numbersIn(plain)
    .filter((one) => days.every((match) => one.to <= match.from || match.to <= one.from))
    .some(({ value }) => credits.has(value));
}

function creditsOf({
  depositReturn: back,
  gift,
}: Policy['campaigns'][number]['plans'][number]): readonly number[] {
  const amounts = (part: MonthlyReturn): readonly number[] => [part.monthlyFen, part.lastFen];
  const gifts = gift.kind === 'money' ? amounts(gift.monthly) : [];
  const together = amounts(back).flatMap((deposit) => gifts.map((given) => deposit + given));
  return [...amounts(back), ...gifts, ...together].map(yuanOf);
}

/** 1月10号存的, 上个月在厅里存了100: what was done that day. 4月的预存返还 is money of a month. */
const PAID_IN_AFTER =
  /^(?:[初底中]|份)?[^,，。;；?？!！\d月]{0,8}?(?:预存|存|充|交|缴|办)(?:入|进)?(?:[了的过就\d]|一|二|两|五|时)(?![返还]|钱没|款没)/;
const PAID_IN_AFTER_EN = /^(?:'s)? deposits?(?! credit| return|'s)(?![a-z])/;
const PAID_IN_BEFORE =
  /(?<![a-z])(?:deposited|paid(?: in)?|made|signed(?: up)?|topped up)(?: the)? ?$|(?<![a-z])(?:deposit(?:ed|s)?|paid|puts?|made|signed|taken|(?:did|took)(?: out)? (?:the|an?|his|her)(?= (?:\d|fifty|hundred|two hundred)))(?![a-z])[^,.;]{0,20}(?<![a-z])(?:in|on|since|at|of|from)(?: the)? ?$|(?<![a-z])(?:deposited|paid|put|did|made|took)(?: in)?(?: (?:his|her|the|an?|one|two|fifty|hundred|\d+|yuan|rmb|deposit|plan|tier)){1,5} $/;

/** Whether a day is that on which the deposit was made. */
export function isDepositDay(plain: string, { from, to }: DaysMatch): boolean {
  const [before, after] = [plain.slice(0, from), plain.slice(to)];
  return PAID_IN_AFTER.test(after) || PAID_IN_AFTER_EN.test(after) || PAID_IN_BEFORE.test(before);
}

/** 三月返还 may be three months to the grammar of days; of a missing credit it is March. */
const MONTH_OF_CREDIT =
  /(?<![个第一二三四五六七八九十])(?<n>(?<!\d)(?:1[0-2]|[1-9])|十[一二]?|[一二三四五六七八九])月份?(?=的?(?:返|赠|没|未|还没))/;

/** The month of a missing credit that names none otherwise; undefined where there is none. */
export function monthOfCredit(plain: string, today: Day): DaysMatch | undefined {
  const found = MONTH_OF_CREDIT.exec(plain);
  const month = numbersIn(found?.groups?.n ?? '')[0]?.value;
  if (found === null || month === undefined) return undefined;
  const span = monthSpan(yearNumber(today), month);
  const to = found.index + found[0].length;
  return { unit: 'month', span, isYearless: true, from: found.index, to };
}
