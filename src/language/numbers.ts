/** A number in a text, whatever its notation. */
export type NumberMatch = { readonly value: number; readonly from: number; readonly to: number };

const DIGITS = new Map(Array.from('零一二三四五六七八九', (digit, value) => [digit, value]));
DIGITS.set('〇', 0).set('两', 2);
for (const [index, digit] of Array.from('壹贰叁肆伍陆柒捌玖').entries())
  DIGITS.set(digit, index + 1);
const UNITS = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
  ['万', 10_000],
]);

/** Characters that are a number by themselves; 廿 and 卅 go on, as 廿三 is 23. */
const FEW: Readonly<Record<string, number>> = { 俩: 2, 仨: 3, 廿: 20, 卅: 30 };

/** The English words of 0 to 19, each at its place. */
export const ENGLISH_ONES = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
/** The English words of the tens, from twenty on. */
export const ENGLISH_TENS = [
  'twenty',
  'thirty',
  'forty',
  'fifty',
  'sixty',
  'seventy',
  'eighty',
  'ninety',
];
const ENGLISH: ReadonlyMap<string, number> = new Map([
  ...ENGLISH_ONES.map((word, value): [string, number] => [word, value]),
  ...ENGLISH_TENS.map((word, index): [string, number] => [word, (index + 2) * 10]),
]);

const ENGLISH_WORD = `(?:${[...ENGLISH.keys()].sort((a, b) => b.length - a.length).join('|')})`;
const NUMBER = new RegExp(
  [
    // 2 dozen
    '(?<![\\d.,])(?<dozen>\\d{1,3}) ?(?:dozens?|doz)(?![a-z])',
    // 1,200 or 200 or 1.2万
    '(?<![\\d.])(?<digits>\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?)(?<scale>[万千百]?)',
    // 一打, 半打: dozens, but not 打电话
    '(?<dozens>[半一两二三四五六七八九十])打(?!电话|算|不|折|开|印|工)',
    '(?<few>[俩仨廿卅])(?<more>(?<=[廿卅])[一二三四五六七八九])?',
    // 二百, 一百二十, 两百五, 五十; of 一百两档 the plans are two, and 比一比 compares
    '(?<han>(?:(?!(?<=[十百千])两[档种款类]|(?<=(?<verb>[比看算查问对聊想试猜找]))一\\k<verb>)[零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖十拾百佰千仟万])+)',
    // two hundred and fifty, fifty-five, a hundred, half a dozen, two dozen, a couple; "the hundred one" is 100
    `(?<![a-z])(?<english>(?:half a dozen|a couple|(?:a |one )?dozen and a half|(?:(?:an?|${ENGLISH_WORD}(?:[ -]${ENGLISH_WORD})?)[ -])?(?:hundreds?(?: (?:and ${ENGLISH_WORD}|(?!one(?![a-z]))${ENGLISH_WORD})(?:[ -]${ENGLISH_WORD})?)?|dozens?)|${ENGLISH_WORD}(?:[ -]${ENGLISH_WORD})?))(?![a-z])`,
  ].join('|'),
  'g',
);

/** The numbers of a normalised text: digits, Chinese numerals and English words. Never negative. */
export function numbersIn(text: string): readonly NumberMatch[] {
  const numbers: NumberMatch[] = [];
  NUMBER.lastIndex = 0;
  for (let match = NUMBER.exec(text); match !== null; match = NUMBER.exec(text)) {
    const value = numberIn(match.groups ?? {});
    if (value !== undefined && Number.isFinite(value))
      numbers.push({ value, from: match.index, to: match.index + match[0].length });
  }
  return numbers;
}

function numberIn(groups: { readonly [name: string]: string | undefined }): number | undefined {
  const { dozen, digits, scale, dozens, few, more, han, english } = groups;
  if (dozen !== undefined) return Number(dozen) * 12;
  if (digits !== undefined) return Number(digits.replaceAll(',', '')) * scaleOf(scale ?? '');
  if (dozens !== undefined) return (dozens === '半' ? 0.5 : (hanNumber(dozens) ?? 0)) * 12;
  if (few !== undefined) return (FEW[few] ?? 0) + (DIGITS.get(more ?? '零') ?? 0);
  return han === undefined ? englishNumber(english ?? '') : hanNumber(han);
}

function scaleOf(scale: string): number {
  return { 万: 10_000, 千: 1000, 百: 100 }[scale] ?? 1;
}

/** The value of a Chinese numeral, or undefined where it is none ("百" as in 百货). */
export function hanNumber(text: string): number | undefined {
  // 廿八 is 二十八.
  const characters = Array.from(text.replace(/廿/g, '二十').replace(/卅/g, '三十'));
  if (characters.every((character) => DIGITS.has(character))) {
    return Number(characters.map((character) => DIGITS.get(character)).join(''));
  }
  let total = 0;
  let digit: number | undefined;
  let lastUnit = 100_000;
  for (const character of characters) {
    const unit = UNITS.get(character);
    if (unit === undefined) {
      digit = DIGITS.get(character);
      continue;
    }
    if (unit >= lastUnit) return undefined;
    if (digit === undefined && unit !== 10) return undefined;
    total += (digit ?? 1) * unit;
    digit = undefined;
    lastUnit = unit;
  }
  if (digit === undefined) return total;
  // 二百五 is 250, but 二百零五 is 205.
  const isShort = lastUnit >= 100 && !/[零〇]/.test(text);
  return total + digit * (isShort ? lastUnit / 10 : 1);
}

function englishNumber(text: string): number | undefined {
  if (text === 'half a dozen') return 6;
  if (text.endsWith('dozen and a half')) return 18;
  if (text === 'a couple') return 2;
  let total = 0;
  for (const word of text.split(/[ -]/)) {
    if (word === 'and' || word === 'a' || word === 'an') continue;
    if (/^hundreds?$/.test(word)) total = Math.max(total, 1) * 100;
    else if (/^dozens?$/.test(word)) total = Math.max(total, 1) * 12;
    else total += ENGLISH.get(word) ?? 0;
  }
  return total;
}
