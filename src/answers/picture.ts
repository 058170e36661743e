import type { Language } from '../bilingual.ts';
import { type Day, parseDay } from '../calendar/day.ts';
import type { Answer } from './answer.ts';

/** What can be drawn: how a deposit pays out, or what may be offered where, on a day. */
export type Picture =
  | {
      readonly kind: 'payout';
      readonly deposit: number;
      readonly day: Day;
      readonly language: Language;
    }
  | { readonly kind: 'matrix'; readonly day: Day; readonly language: Language };

/** The picture that shows what an answer says, or null: not all can be drawn. */
export function pictureOf({ intent, facts, words, language }: Answer): Picture | null {
  const day = typeof facts.date === 'string' ? parseDay(facts.date) : undefined;
  if (day === undefined) return null;
  if (intent === 'payout.schedule') {
    const { deposit, months } = facts;
    // Only a missing credit has choices: the day of its deposit may be unknown, and a picture would show another one.
    const isPaid = words.choices === null && Array.isArray(months) && months.length > 0;
    return isPaid && typeof deposit === 'number'
      ? { kind: 'payout', deposit, day, language }
      : null;
  }
  const isShown = intent === 'promo.eligibility' && facts.active === true;
  return isShown ? { kind: 'matrix', day, language } : null;
}
