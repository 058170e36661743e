import { ASKED_WHERE } from './relative-where.ts';

/** "everywhere", 所有网点: all outlets are meant, and none is named. Also "where" and 哪些网点, which ask about all. */
const EVERYWHERE = new RegExp(
  `(?<![a-z])(?:everywhere|anywhere|(?:all|every|each|which|what) (?:the |kind of |type of |types of |kinds of )?(?:outlets?|stores?|halls?|shops?|channels?|places?|points?)|${ASKED_WHERE})(?![a-z])|(?:所有|全部|各个?|每个|每种|哪些|哪个|哪种|哪类|什么|任何|全|各类|几类)的?(?:网点|渠道|厅店?|门店|店|地方|营业厅|类型)|哪里|哪儿|到处|都有哪[里儿]|哪能|在哪(?!些)`,
);
/** "everything", 所有优惠: all offers are meant. */
const EVERYTHING =
  /(?<![a-z])(?:everything|(?:all|every|each) (?:the |of the )?(?:offers?|promos?|promotions?|deals?))(?![a-z])|(?:所有|全部|各个?|每个)的?(?:优惠|活动|业务|产品|政策)/;
const ALL = new RegExp(`${EVERYWHERE.source}|${EVERYTHING.source}`, 'g');

export function meansEverywhere(text: string): boolean {
  return EVERYWHERE.test(text);
}

export function meansEverything(text: string): boolean {
  return EVERYTHING.test(text);
}

/** The text without the words that mean all outlets or all offers. */
export function withoutAll(text: string): string {
  return text.replace(ALL, ' ');
}
