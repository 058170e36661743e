import type { Day } from '../calendar/day.ts';
import { type Found, ORDINALS } from './day-words.ts';
import { ENGLISH_ONES, ENGLISH_TENS } from './numbers.ts';

type Groups = { readonly [name: string]: string | undefined };
/** A way to write a day or a span, and what it means on a day that is believed to be today. */
export type DayRule = {
  readonly pattern: string;
  /** Without a year this one is meant: what asks may know better (`yearMeant`). */
  readonly mayLackYear?: true;
  readonly read: (groups: Groups, today: Day) => Found;
};

const HAN_NUMBER = '[零〇一二两三四五六七八九十百廿卅]{1,5}';
export const N = `(?:\\d{1,3}|${HAN_NUMBER})`;
export const EN_MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)';
export const EN_DAY = `(?:\\d{1,2}(?:st|nd|rd|th)?|${ORDINALS.join('|')})`;
export const EN_WEEKDAY =
  '(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thurs?|thu|fri|sat|sun)';
/** A weekday before a date says no more than the date does. */
export const NO_DATE_AFTER = `(?!,? (?:the )?(?:\\d{1,2}(?:st|nd|rd|th)|\\d{1,2} (?:of )?${EN_MONTH}|${EN_MONTH} \\d))`;
const ONES = `(?:${ENGLISH_ONES.slice(1).toReversed().join('|')})`;
const BELOW_HUNDRED = `(?:(?:${ENGLISH_TENS.join('|')})(?:[ -]${ONES})?|${ONES})`;
export const EN_N = `(?:\\d{1,3}|(?:an?|one|two|three) hundred(?: (?:and )?${BELOW_HUNDRED})?|${BELOW_HUNDRED}|a)`;
