import { EN_MONTH } from './day-patterns.ts';
import type { Place } from './places.ts';

/** Finds things of one kind in a text: of two that stand on the two sides of a correction, the first is taken back. */
export type PlaceFinder = (text: string) => readonly Place[];

/** What stands between a thing and what was meant instead. */
const CORRECTS =
  /(?<![a-z])(?:(?<!(?:to|must|will|should|long|they|he|she|we|you|can) )wait(?! (?:for|until|till|to))|sorry(?! (?:for|to|about|also))|oops|correction|scratch that|scrap (?:that|it)|strike that|forget that|i mean|i meant|make (?:it|that)|my mistake|my bad|typo|or rather|no no|nope|actually,? no|too (?:much|high|steep|dear|expensive)(?! (?:to ask|hassle|trouble|work|time|of)))(?![a-z])|太(?:多|高|贵)|[,.;?!:–—-] ?no,|不对|(?:说|打|写|搞|讲)错|错了|不不|[哦噢啊]不|更正|不好意思|应该是|我是说|我的意思/g;

/** 是不是 asks, and denies nothing. "not under the 200", 不是存100: a word of place or of paying may stand between. */
const DENIES =
  /(?:(?<!是)不是(?:问|说)?|(?<!要)不要|不问|不算(?!是|上)|(?<!看)不看|别(?:给我|看|查)|(?<![a-z])(?:bu ?shi|(?:not|isn't|never mind|forget|leave aside|ignore|instead of|rather than|don't mean|do not mean)(?: (?:under|for|at|in|on|with|of|about|from|by))?(?: (?:the|a|an|our|my|your|his|her|about|that))?(?: (?:deposit(?:ing)?|gift|paying(?: in)?|putting in|giving)(?: of)?)?))(?: ?(?:存|预存|交|充|送|办|问)(?:了|的)?)?/;
const DENIED = new RegExp(`${DENIES.source} ?$`);
/** "I said the 50 but meant the 200", 说的是50，其实是200: what was said is not meant. */
const SAYS =
  /(?:说(?:成|的是|的)|(?<![a-z])(?:(?<!(?:should have|meant to) )said|typed|wrote)(?: (?:the|a|an))?)/;
const SAID = new RegExp(`${SAYS.source} ?$`);
const MAY_TAKE_BACK = new RegExp([CORRECTS, DENIES, SAYS].map(({ source }) => source).join('|'));
const ADDS = /^[ ,]*(?:also|and|as well|plus|还有|另外)/;
const MEANT = /其实|应该|想说|才对|(?<![a-z])(?:meant?|should)(?![a-z])/;
/**
 * The text without what it takes back itself: of "not the discount phone, the free phone" and of "the discount phone,
 * sorry, the free phone" only the second is meant. What is denied and not replaced by anything stays.
 */
export function withoutTakenBack(
  text: string,
  kinds: readonly PlaceFinder[],
  numbers: PlaceFinder,
): string {
  if (!MAY_TAKE_BACK.test(text) || !takesBack(text)) return text;
  const recounted = text
    .replace(NOT_SO_MANY, '$<count>$<unit>')
    .replace(SPLIT_COUNT, '$<before>$<count>$<unit>')
    .replace(NO_THAT_ONE, '$<count>')
    .replace(RECOUNTED, '$<before>$<count>$<unit>')
    .replace(OTHER_DAY, '$<day>$<month>');
  const rest = kinds.reduce(
    (kept, find) =>
      withoutThese(
        kept,
        find,
        (place, all) => isDenied(kept, place) || isCorrected(kept, place, all),
      ),
    recounted,
  );
  // Of two numbers one may count households and the other be money: a correction takes back neither.
  return withoutThese(rest, numbers, (place) => isDenied(rest, place));
}

/** "dep 50 no 200 sorry": the second amount is meant. */
const NO_THAT_ONE =
  /(?<![\d.])\d{2,3} (?:no|nope),? (?<count>\d{2,3})(?= ?,? (?:sorry|sry|i mean|i meant|rather)(?![a-z]))/;
/** "in the next 60, sorry, 15 days": the second number is that of the days. */
const SPLIT_COUNT =
  /(?<before>(?<![a-z])(?:next|coming|within) )\d{1,3}, ?(?:no|sorry|sry|wait|actually|i mean|i meant),? (?:make (?:it|that) )?(?<count>\d{1,3})(?<unit> (?:days?|weeks?|months?))/;
/** "not 15 households but 50": the second number counts. */
const NOT_SO_MANY =
  /(?<![a-z])not \d{1,4}(?<unit> (?:households?|customers?|families|homes)),? but (?<count>\d{1,4})(?!\d| ?(?:yuan|households?))/;

/** "next 7 days, no make it 14": another number of the same days. */
const RECOUNTED =
  /(?<before>(?<![a-z])(?:next|coming|within) )\d{1,3}(?<unit> (?:days?|weeks?|months?))[,.]? ?(?:no|sorry|actually|wait|oops)?,? ?(?:make (?:it|that)|i mean|i meant|rather) (?<count>\d{1,3})(?! ?(?:days?|weeks?|months?|households?|yuan|\d))/;

/** "on 25 feb, sorry 26": another day of the same month. */
const OTHER_DAY = new RegExp(
  `(?<!\\d)\\d{1,2}(?:st|nd|rd|th)?(?<month> (?:of )?${EN_MONTH})(?![a-z])[,.]? ?(?:no wait|no|sorry|sry|actually|i mean|i meant|make it),? (?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\d/.]| (?:of )?${EN_MONTH}| (?:days|households|yuan))`,
);

/** Most texts take back nothing, and looking for all kinds of things in them would take longer than reading them. */
function takesBack(text: string): boolean {
  return text.search(CORRECTS) >= 0 || DENIES.test(text) || (SAYS.test(text) && MEANT.test(text));
}

function withoutThese(
  text: string,
  find: PlaceFinder,
  isTakenBack: (place: Place, all: readonly Place[]) => boolean,
): string {
  const places = find(text);
  const back = places.filter((place) => isTakenBack(place, places));
  return back.length === places.length ? text : back.reduceRight(without, text);
}

function isDenied(text: string, { from }: Place): boolean {
  const before = text.slice(0, from);
  return DENIED.test(before) || (SAID.test(before) && MEANT.test(text));
}

/** Whether a correction follows, and behind it another thing of this kind. */
function isCorrected(text: string, { to }: Place, places: readonly Place[]): boolean {
  return Array.from(text.slice(to).matchAll(CORRECTS)).some(({ 0: words, index }) => {
    const end = to + index + words.length;
    // "sorry, also a chain store" adds to what was said.
    if (ADDS.test(text.slice(end))) return false;
    return places.some((other) => other.from >= end - 1);
  });
}

function without(text: string, { from, to }: Place): string {
  return text.slice(0, from).replace(DENIED, '') + text.slice(to);
}
