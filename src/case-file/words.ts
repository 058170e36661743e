import type { Language } from '../bilingual.ts';
import { dayAt, timeAt } from '../calendar/clock.ts';

/** `2015-01-12 09:30` on the branch's clock. */
export function momentIn(at: number, timeZone: string): string {
  return `${dayAt(at, timeZone)} ${timeAt(at, timeZone)}`;
}

/** A label and what it labels. */
export function labelled(label: string, words: string, language: Language): string {
  return language === 'zh' ? `${label}：${words}` : `${label}: ${words}`;
}

export function inBrackets(words: string, language: Language): string {
  if (words === '') return '';
  return language === 'zh' ? `（${words}）` : ` (${words})`;
}

export function quoted(words: string): string {
  return `“${words}”`;
}

/** Where there is nothing to say. */
export const NONE = '—';
