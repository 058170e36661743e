import type { Findings } from './find.ts';
import { ASKED_WHERE } from './relative-where.ts';

/** "that hall", 那边: the outlet spoken of. "is there" points at nothing. */
const THAT_OUTLET =
  /(?<![a-z])(?:that|the same) (?:kind of )?(?:outlet|hall|store|shop|point|place)|(?<!(?:is|are|was|be|will|isn't|aren't) )(?<![a-z])(?:over |up |down )?there(?![a-z'])|(?<![a-z])(?:do|does|can|could|may|would|will) they (?:do|offer|sell|push|have|get|take|earn|make)(?![a-z])|那(?:里|儿|边|家(?!里|人)|间|个?(?:厅|店|网点|站|点))|该(?:厅|店|网点)|同一(?:家|个)?(?:厅|店|网点)/;

/** Whether the question means the outlet spoken of before. */
export function pointsAtOutlet({ plain, words }: Findings): boolean {
  return words.outlets.length === 0 && THAT_OUTLET.test(plain);
}

const PRONOUN =
  /(?<![a-z])(?:it(?! (?:rain|snow|get (?:hot|cold|dark)|be (?:hot|cold|sunny|windy))(?![a-z]))|this one|that one|(?:just|only) the ones(?! (?:in|at|from|of) )|this (?:plan|tier|deal)|that (?:plan|tier|deal)|that (?:[a-z]+ )?thing|that (?:offer|deal|promo|pack)|(?:with|about|on|for) that(?= ?(?:[?.!,]|$|then|there|too))|be then(?= ?[?.!]*$)|(?:is|are|was|were) (?:that|it|those) (?:for|at|in)|these|those|the same)(?![a-z])|它|这个(?!月|季|周|星期)|[这那]一?档/;

/** Whether the question means the thing spoken of before: "it", 这个. */
export function hasPronoun(plain: string): boolean {
  return PRONOUN.test(plain);
}

/** "what can I offer at an own hall" asks about all offers, whichever was spoken of. */
const ASKS_WHICH_OFFERS =
  /(?:什么|啥|哪些|哪几[个项样])(?!时候|时间|级别|网点|渠道|厅|店|地方|情况|意思|样)|(?<![a-z])(?:what(?! about| level| day| date| if| time)|which (?:ones|offers?|of them|are))(?![a-z])/;

const IT_LEADS =
  /(?<![a-z])(?:what|which ones?)(?: else)? (?:can|could|should|shouldn't|may|does|do|must) (?:it|they|that (?:one|place)|we) (?:not )?(?:lead|push|offer|sell|open)(?![a-z])/;

export function asksWhichOffers(plain: string): boolean {
  // "what can it lead with": an outlet is meant.
  if (IT_LEADS.test(plain)) return true;
  return (
    !hasPronoun(plain) &&
    ASKS_WHICH_OFFERS.test(plain.replace(/(?<![a-z])what about(?![a-z])/g, ' '))
  );
}

/** "the week after that", 再下个月. */
export const NEXT_SPAN =
  /(?<![a-z])(?:the )?(?<unit>day|week|month) after(?! tomorrow)(?: that| this| it)?(?![a-z])|再(?:往?后|往?下|过)(?:去|推)?一?个?(?<then>周|星期|礼拜|月)/;

/** "make it 30 days", 20天: another number of days from today. */
export const BARE_DAYS =
  /(?<![\d第a-z])(?<n>\d{1,3}|[一二两三四五六七八九十]{1,3}) ?(?:days?(?![a-z])|天(?!后|前))/;

const WHERE = new RegExp(
  `(?<![a-z])(?<!not )(?:${ASKED_WHERE}(?! (?:do|does|did|is) (?:it|this|that|the money) (?:come|go))|(?:which|what)(?: of)?(?: our| the)?(?: sales)? (?:outlets?|halls?|stores?|shops?|places?|points?|types? of outlets?|outlet types?|sites?)|(?:the )?places? (?:in which|where|that)|who (?:has|have|leads?|pushes|offers|may|can|must|should)|in which (?:places?|outlets?|halls?|stores?|shops?))(?![a-z])|(?<!(?:区别|差别|不同|不一样)在?|[差别]在)(?:哪里|哪儿)|(?<!区别|差别|不同|不一样|差)在哪(?![个天些一])|哪个?些?(?:厅|店|网点|渠道|地方)|什么(?:厅|店|网点|渠道|地方)`,
);
const READ_OF =
  /(?<![a-z])(?:read|find|see|look|details?|leaflets?|poster|documents?|description|conditions?|rules|terms|written|learn)(?![a-z])|说明|细则|看到|查|条件|规则|写/;

/** Where an offer is pushed is asked, and not where one may read of it. */
export function asksWhere(plain: string): boolean {
  return WHERE.test(plain) && !READ_OF.test(plain);
}
