import { LEVELS, type Level } from '../policy/policy.ts';

/** What the trade calls the levels; longer phrases first, as 主推 stands inside 非主推. */
const WORDS: readonly { readonly levels: readonly Level[]; readonly word: RegExp }[] = [
  {
    levels: ['optional', 'secondary'],
    // Who does not lead with an offer has it as either; what is "not to be led with" is secondary.
    word: /不是主推|不算主推|(?:can't|cannot|couldn't|mustn't|may not|must not|won't|shouldn't|should not)(?: it| we| i| they| one)? (?:lead|push|open)(?![a-z])|(?<![a-z])(?:do|does|did)(?: not|n't) (?:lead|push)(?![a-z])|(?<![a-z])(?:not|n't|isn't|aren't) (?:an? |the |really )?(?:main|lead)(?![a-z]| with)|(?<![a-z])(?:not|n't|never) (?:to )?put(?: [a-z]+){0,2} (?:up )?front(?![a-z])/g,
  },
  {
    levels: ['main', 'secondary'],
    word: /不是可选|非可选|(?<![a-z])(?:not|isn't|aren't) (?:an? |the )?optional(?![a-z])/g,
  },
  {
    levels: ['secondary'],
    word: /非主推|[打标画](?:了|的|上)?(?:个|成)?(?:o|圈|圆圈)(?![a-z])|不主推|别主推|不能主推|不要主推|(?<=[a-z] )o(?= ?[,.;?!]|$| or )|(?<=[是为标画打算])o(?![a-z0-9])|(?<![a-z])(?:o[ -](?:items?|offers?|levels?|marked|marks?|ones|rated)|marked (?:with )?(?:an? )?o|secondary|(?:not|n't|never) (?:to )?(?:be )?(?:(?:lead|led)|(?:open|start|begin) with))(?![a-z])/g,
  },
  {
    levels: ['optional'],
    word: /可选|[打标画](?:了|的|上)?(?:五角)?星|星号|★|(?<![a-z])(?:optional(?:ly)?|starred|stars?(?! off?er))(?![a-z])/g,
  },
  {
    levels: ['main'],
    word: /主推|主打|重点推|首推|优先推|先(?:给|跟|向|对)?(?:客户|用户|顾客|人家|他们?|她)?(?:推|介绍)|(?:放|排)在?(?:第一|头一?|首)(?:位|个)?|[打标画](?:了|的|上)?[对√]?勾|√|(?<![a-z])(?:main|lead|leads|leading|led|(?:open|start|begin)(?:s|ing)? with|featured|put(?: [a-z]+){0,2} (?:up )?(?:at the )?front|(?<!be )pushed|(?:push|pitch|offer|sell|promote)(?: [a-z0-9]+){0,8} (?<!the )first(?! (?:month|quarter|week|half|day|ten|credit|payment|of)))(?![a-z])/g,
  },
];
const ANY_WORD = new RegExp(WORDS.map(({ word }) => word.source).join('|'));
const ASKS_WHICH =
  /哪|什么|啥|几[个项样种款]|谁|只在|列(?:出|一下)|(?:every|any|some)where|(?<![a-z])(?:wherever|list|name (?:them|all|every))(?![a-z])|(?<![a-z])(?:what|what's|which|who|where|where's|wat|anything)(?![a-z])/;

export type Named = { readonly hasOffer: boolean; readonly hasOutlet: boolean };

/**
 * The levels that a question wants the offers or outlets of; empty where all are meant: "where is the free phone main",
 * 自有厅可选的有哪些. One offer at one outlet has one level, whatever is asked about it.
 */
export function levelsAsked(plain: string, { hasOffer, hasOutlet }: Named): readonly Level[] {
  if (hasOffer && (hasOutlet || !ASKS_WHICH.test(plain))) return [];
  const named = levelsNamed(plain);
  return named.length === 0 && hasOffer && WHERE_PUSHED.test(plain) ? ['main'] : named;
}

/** "which outlets push the free phone" means those that lead with it; where it "can be pushed" is asked of all. */
const WHERE_PUSHED =
  /(?<![a-z])(?:which|what|who)(?: (?!can|may|could|might)[a-z]+){0,2} (?:push(?:es)?|pushing)(?![a-z])|(?<![a-z])where (?:do|does|should|must) (?:we|i|they|you|one) push(?![a-z])/;

/**
 * The levels that all words for levels in a text leave: of "O, not lead" the secondary. Empty where there is no such word,
 * or where they leave none ("main or optional?").
 */
export function levelsNamed(plain: string): readonly Level[] {
  const named = wordsIn(plain);
  return named.length === 0
    ? []
    : LEVELS.filter((level) => named.every((levels) => levels.includes(level)));
}

/** Whether a text has any word for a level. */
export function hasLevelWord(plain: string): boolean {
  return ANY_WORD.test(plain);
}

/** Where the words for levels stand, in the order of the text. */
export function levelPlaces(
  text: string,
): readonly { readonly from: number; readonly to: number }[] {
  let rest = text;
  return WORDS.flatMap(({ word }) => {
    const places = Array.from(rest.matchAll(word), ({ 0: found, index }) => ({
      from: index,
      to: index + found.length,
    }));
    rest = rest.replace(word, (found) => ' '.repeat(found.length));
    return places;
  }).sort((one, other) => one.from - other.from);
}

/** The text without words for levels. */
export function withoutLevels(text: string): string {
  return WORDS.reduce((rest, { word }) => rest.replace(word, ' '), text);
}

function wordsIn(plain: string): readonly (readonly Level[])[] {
  let rest = plain;
  return WORDS.flatMap(({ levels, word }) => {
    const without = rest.replace(word, ' ');
    const isNamed = without !== rest;
    rest = without;
    return isNamed ? [levels] : [];
  });
}
