import { namesDeposit } from './amounts.ts';
import {
  asksPayout,
  COMPLAINS,
  LEVEL_ASKED,
  namesOfferAndOutlet,
  OFFERS_WHAT,
} from './asked-with.ts';
import type { Findings } from './find.ts';
import { hasLevelWord } from './level-words.ts';
import { ASKED_WHERE } from './relative-where.ts';
import { isBare } from './renewal-talk.ts';

/** "she asks when she will get her deposit back": the money, and not what may be offered. */
export function asksDepositBack({ plain, words: { offers } }: Findings): boolean {
  const namesNone = offers.every(({ ids }) => ids.length > 1);
  return namesNone && DEPOSIT_BACK.test(plain) && !OFFERS_WHAT.test(plain);
}

const DEPOSIT_BACK =
  /(?<![a-z])(?:gets?|have|receives?|sees?|give|gives|paid|pay)(?: [a-z]+)? (?:deposit|money|cash) back|back (?:his|her|the|their) (?:deposit|money|cash)|(?<![a-z])(?:when|how) (?:(?:do|does|will|are|is) )?(?:his|her|their|the) (?:deposit gift|deposit|gift|money)(?: [a-z]+){0,5} (?:paid|returned|comes?|back|credited)(?![a-z])|预存款?.{0,4}(?:返|退)/;

/** "angry customer wants to know when his 200 is back": the money is asked for, whatever the mood. */
export function wantsMoneyTold(findings: Findings): boolean {
  const { plain, meanings, amounts } = findings;
  if (meanings.includes('steps')) return false;
  const isOfDeposit = namesDeposit(amounts) || OF_DEPOSIT.test(plain);
  if (isOfDeposit && WANTS_MONEY_TOLD.test(plain)) return true;
  return namesDeposit(amounts) && asksPayout(findings) && !COMPLAINS.test(plain);
}
/** What was overcharged comes back as well, and is no deposit. */
const OF_DEPOSIT = /预存|存款|存的|存了|赠|(?<![a-z])(?:deposit|gift)(?![a-z])/;
const WANTS_MONEY_TOLD =
  /(?<![a-z])(?:asks?|asked|asking|wants? to know|wanted to know)(?: (?:me|us))? (?:when|in (?:which|what) months?|how (?:long|soon|many months))(?: [a-z0-9']+){0,6} (?:deposit|gift|money|last of|back)(?![a-z])|(?:问|想知道)(?:我|我们)?.{0,8}(?:什么时候|啥时候|几时|哪个月|多久|几个月).{0,4}(?:返|到账)/;

/** The level of what is offered at an outlet is asked, or whether an offer may be made there. */
export function asksRankOrPlace(findings: Findings): boolean {
  const { plain, words } = findings;
  const asksRank = words.outlets.length > 0 && LEVEL_ASKED.test(plain);
  return asksRank || (namesOfferAndOutlet(findings) && !asksPayout(findings));
}

const IS_IT_LED_WITH =
  /^(?:so |and |but )?(?:is|was) (?:it|this|that)(?: one)?(?: an?| the)? (?:main|optional|secondary)(?![a-z])/;

/** "campaign at own halls runs from when to when": its days are the same everywhere. */
export function asksCampaignDays({ plain, words: { offers }, amounts }: Findings): boolean {
  const isOfOffer = offers.length > 0 || namesDeposit(amounts) || hasLevelWord(plain);
  return CAMPAIGN_DAYS.test(plain) && WHEN.test(plain) && !isOfOffer && !OFFERS_WHAT.test(plain);
}

const CAMPAIGN_DAYS =
  /活动.{0,12}(?:结束|开始|截止|到期|为止|到几号|到什么时候)|(?<![a-z])(?:campaign|promotions?|promo)(?: [a-z]+){0,5} (?:ends?|starts?|runs?|stops?|begins?|finish(?:es)?|lasts?|closes?|over)(?![a-z])/;

const WHEN =
  /几号|什么时候|哪天|何时|多久|(?<![a-z])(?:when|what (?:day|date)s?|which (?:day|date)s?|how long|same (?:day|date)|until|till)(?![a-z])/;

/** "which are the places for pushing the 100 deposit" */
export function asksWhereToPush({ plain, meanings, amounts, words }: Findings): boolean {
  const isOffer = namesDeposit(amounts) || words.offers.length > 0;
  return (
    isOffer && PLACES.test(plain) && ['lead', 'offering'].some((one) => meanings.includes(one))
  );
}

const PLACES = new RegExp(
  `哪些?(?:个)?(?:厅|店|网点|渠道|地方)|(?<![a-z])(?:${ASKED_WHERE}|which (?:are the |of the )?(?:places|outlets|halls|stores|shops|points))(?![a-z])`,
);

/** Who asks what an outlet earns says so somehow. */
const EARNS =
  /佣|酬|赚|挣|提成|钱|奖|收入|返点|利润|好处|拿|得|给|结算|元|块|(?<![a-z])(?:com+is+ion[a-z]*|earn[a-z]*|make[a-z]*|made|paid|pays?|payout|get[a-z]*|got|cut|reward[a-z]*|money|income|cash|profit[a-z]*|bonus|fees?|worth|per|each|much|yuan|rmb|share|margin|incentives?|kickback)(?![a-z])/;

/** Nothing is named, and nothing is earned. */
export function earnsNothing(findings: Findings): boolean {
  return isBare(findings) && findings.amounts.places.length === 0 && !EARNS.test(findings.plain);
}

/** "is it a main one or not" */
export function asksIfLedWith({ plain }: Findings): boolean {
  return IS_IT_LED_WITH.test(plain);
}

/** "three households each put in 200, how does it return to each": what comes back, however many they are. */
export function asksReturn(findings: Findings): boolean {
  const { plain, amounts } = findings;
  return namesDeposit(amounts) && RETURNS.test(plain) && !TO_US.test(plain);
}
const RETURNS =
  /怎么返|返还|(?<![a-z])(?:returns?|returned|(?:comes?|paid|gets?) back)(?: to)? (?:each|every|them|him|her|the customers?)(?![a-z])/;
const TO_US =
  /佣|酬|提成|(?<![a-z])(?:commission|earn[a-z]*|our|we|us|outlet (?:gets?|makes?))(?![a-z])/;

/** "he will come back on 31 March for the 200 at the own hall, is it still on": who comes back is the customer. */
export function asksIfStillOffered({ plain, words }: Findings): boolean {
  return words.offers.length > 0 && words.outlets.length > 0 && STILL_OFFERED.test(plain);
}
const STILL_OFFERED =
  /还(?:能|可以)(?:办|参加|享受)|还有效|(?<![a-z])still (?:on|valid|available|offered|possible|running|going)(?![a-z])/;
