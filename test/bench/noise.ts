import type { Desk } from '../../src/desk.ts';
import type { Question } from '../questions/questions.ts';
import { day } from '../world.ts';
import type { Figure } from './public-sets.ts';

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
