import type { Desk } from '../../src/desk.ts';
import type { Question } from '../questions/questions.ts';
import { day } from '../world.ts';
import type { Figure } from './public-sets.ts';
import { SYNONYMS_EN, SYNONYMS_ZH } from './synonyms.ts';

/** Characters that are often chosen for one another by an input method, or look alike. */
const SOUND_ALIKE: Readonly<Record<string, string>> = {
  约: '月',
  金: '今',
  推: '退',
  存: '村',
  送: '宋',
  费: '肺',
  机: '鸡',
  返: '反',
  诉: '素',
  期: '其',
  厅: '听',
  镇: '阵',
  续: '序',
  佣: '拥',
  客: '课',
  户: '护',
  投: '头',
  合: '和',
  店: '电',
  乡: '香',
};

/** How many questions in scope are still read as the right intent when each has one slip more. */
export function noiseFigures(desk: Desk, questions: readonly Question[]): readonly Figure[] {
  const inScope = questions.filter(
    (one) => !['out_of_scope', 'help', 'clarify'].includes(one.intent),
  );
  const shareOf = (slip: (text: string, seed: number) => string | null): number => {
    const slipped = inScope.flatMap((question, index) => {
      const text = slip(question.text, index);
      return text === null || text === question.text ? [] : [{ ...question, text }];
    });
    const right = slipped.filter(
      ({ text, today, intent }) =>
        desk.ask({ text, today: day(today), context: null }).reading.intent === intent,
    );
    return (100 * right.length) / Math.max(1, slipped.length);
  };
  return [
    { name: 'noise_two_letters_swapped', value: shareOf(swapped), unit: '%' },
    { name: 'noise_letter_missing', value: shareOf(shortened), unit: '%' },
    { name: 'noise_homophone', value: shareOf(misheard), unit: '%' },
    { name: 'noise_capitals', value: shareOf((text) => text.toUpperCase()), unit: '%' },
    {
      name: 'noise_no_spaces_or_marks',
      value: shareOf((text) => (/[a-z]/i.test(text) ? null : text.replace(/[\s\p{P}]/gu, ''))),
      unit: '%',
    },
    { name: 'noise_synonyms_zh', value: shareOf(inOtherChinese), unit: '%' },
    { name: 'noise_synonyms_en', value: shareOf(inOtherEnglish), unit: '%' },
    { name: 'noise_two_edits', value: shareOf(editedTwice), unit: '%' },
    { name: 'noise_digits_full_width', value: shareOf(widened), unit: '%' },
    { name: 'noise_digits_chinese', value: shareOf(spelledOut), unit: '%' },
  ];
}

function longWord(text: string, seed: number): RegExpExecArray | null {
  const words = [...text.matchAll(/[A-Za-z]{5,}/g)];
  return words[seed % Math.max(1, words.length)] ?? null;
}

function swapped(text: string, seed: number): string | null {
  const word = longWord(text, seed);
  if (word === null) return null;
  const at = word.index + 1 + (seed % (word[0].length - 2));
  return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
}

function shortened(text: string, seed: number): string | null {
  const word = longWord(text, seed);
  if (word === null) return null;
  const at = word.index + 1 + (seed % (word[0].length - 2));
  return text.slice(0, at) + text.slice(at + 1);
}

function misheard(text: string, seed: number): string | null {
  const places = [...text].flatMap((character, at) => (character in SOUND_ALIKE ? [at] : []));
  const at = places[seed % Math.max(1, places.length)];
  if (at === undefined) return null;
  const characters = [...text];
  characters[at] = SOUND_ALIKE[characters[at] ?? ''] ?? '';
  return characters.join('');
}

/** Every everyday word in other words; the longest word first, so that 什么时候 is not taken for 什么. */
function inOtherWords(
  synonyms: Readonly<Record<string, string>>,
  around: string,
): (text: string) => string {
  const words = Object.keys(synonyms).sort((one, other) => other.length - one.length);
  const pattern = new RegExp(`${around}(?:${words.join('|')})${around}`, 'gi');
  return (text) => text.replace(pattern, (word) => synonyms[word.toLowerCase()] ?? word);
}

const inOtherChinese = inOtherWords(SYNONYMS_ZH, '');
const inOtherEnglish = inOtherWords(SYNONYMS_EN, '\\b');

const LETTER = /[a-z\p{Script=Han}]/iu;

/** Two slips anywhere in the words: two neighbours swapped, a letter missing, or one typed twice. */
function editedTwice(text: string, seed: number): string {
  const next = numbersFrom(seed);
  return edited(edited(text, next), next);
}

function edited(text: string, next: (below: number) => number): string {
  const characters = [...text];
  const places = characters.flatMap((character, at) => (LETTER.test(character) ? [at] : []));
  const at = places[next(places.length)];
  if (at === undefined) return text;
  const [here = '', after = ''] = characters.slice(at, at + 2);
  const slips = [[after, here], [after], [here, here, after]];
  characters.splice(at, 2, ...(slips[next(slips.length)] ?? []));
  return characters.join('');
}

/** Whole numbers that look random and are the same at each run. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed + 20_150_210;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function widened(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

/** Numbers in words, in Chinese questions; no ids, no days like 2015-02-10. */
function spelledOut(text: string): string | null {
  if (!/\p{Script=Han}/u.test(text)) return null;
  return text.replace(/(?<![\w.-])[1-9]\d{0,3}(?![\w.-])/g, (digits) => numeral(Number(digits)));
}

const PLACES = ['千', '百', '十', ''];

/** 1 to 9999 as it is said: 两百, 一百零五, 十二. */
function numeral(number: number): string {
  return [...String(number).padStart(4, '0')]
    .map(
      (digit, at) =>
        '零一二三四五六七八九'.charAt(Number(digit)) + (digit === '0' ? '' : PLACES[at]),
    )
    .join('')
    .replace(/零+/g, '零')
    .replace(/^零|零$/g, '')
    .replace(/^一十/, '十')
    .replace(/二(?=[千百])/g, '两');
}
