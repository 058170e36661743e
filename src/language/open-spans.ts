import { addDays, addMonths, type Day } from '../calendar/day.ts';
import type { Span } from '../calendar/span.ts';
import type { DaysMatch } from './days.ts';

/** Up to that day, and with it. */
const UNTIL_BEFORE =
  /(?<![a-z])(?:up (?:to|until|till?)|until|till?|by|(?:no|not) later than|(?:on )?or before)(?: the end of)? (?:the )?$|截[止至](?:到|于)?$/;
/** A rule for days may have taken the word before them as well; of a range it says nothing. */
const LED_BY = /^(?:by|until|till|since|from|in|during) (?:the )?(?!.* (?:to|until|till|and) )/;
const UNTIL_AFTER = /^(?:以前|之前|前|为止)(?!天|台|厅|面)/;
/** Up to that day, and without it. */
const BEFORE =
  /(?<!or )(?<![a-z])(?:before|prior to|earlier than|ahead of) (?:the )?(?:start of )?$/;
/** "from today until": a range that has both ends says itself from when. */
const FROM = /(?<![a-z])(?:from|since|between|after)(?![a-z])|自?从|由/;

/** "from now until Friday" begins where any such span does. */
const FROM_NOW = /(?<![a-z])(?:from|between) (?:now|here)(?: on| onwards)?|从?现在/;

/** From the day behind on. */
const AFTER_BEFORE = /(?<![a-z])(?:after|later than|past|beyond) (?:the )?$/;
const AFTER_WITHIN = /^ ?(?:以后|之后|过后)/;
/** From a day that is over until today. */
const SINCE_BEFORE = /(?<![a-z])since (?:the )?(?:last )?$/;
/** From that day on. */
const ON_FROM = /(?<![a-z])(?:from|since|as of|starting)(?: on)? (?:the )?$/;
const ON_WITHIN = /^ ?(?:on(?:wards?)?(?![a-z])|and (?:later|after)|or later)/;
const ON_WITHIN_HAN = /^(?:起(?!来)|往后)/;
/** Who names no end is shown a year. */
const MONTHS_SHOWN = 12;

/**
 * The span from a day on that the text opens with it ("after 15 March", "from 20 February onwards", 三月以后; "since
 * Monday" until today), or null where the days are meant as they are.
 */
export function spanFrom(plain: string, match: DaysMatch, today: Day): Span | null {
  const before = beforeDays(plain, match);
  if (SINCE_BEFORE.test(before)) {
    // "since Monday" is the last one, and "since May" in February is that of last year.
    const { from } = match.span;
    const past =
      match.unit === 'day' && !match.isYearless ? addDays(from, -7) : addMonths(from, -12);
    return { from: from > today ? past : from, to: today };
  }
  const after = plain.slice(match.to);
  const isAfter = AFTER_BEFORE.test(before) || AFTER_WITHIN.test(after);
  const isOn = (ON_FROM.test(before) && ON_WITHIN.test(after)) || ON_WITHIN_HAN.test(after);
  if (!isAfter && !isOn) return null;
  const from = isAfter ? addDays(match.span.to, 1) : match.span.from;
  return { from, to: addMonths(from, MONTHS_SHOWN) };
}

/**
 * The span from today until a day that the text ends it with ("before March", "by the 28th", 月底前), or null where the
 * days are meant as they are. A span that is over already is none.
 */
export function spanUntil(plain: string, match: DaysMatch, today: Day): Span | null {
  const before = beforeDays(plain, match);
  const after = plain.slice(match.to);
  if (FROM.test(before.replace(FROM_NOW, ''))) return null;
  // 三月前 is before March; 三月底前 and 3月5日前 are with that day.
  const isBefore = BEFORE.test(before) || (UNTIL_AFTER.test(after) && match.unit !== 'day');
  const isUntil = UNTIL_BEFORE.test(before) || UNTIL_AFTER.test(after);
  if (!isBefore && !isUntil) return null;
  const to = isBefore ? addDays(match.span.from, -1) : match.span.to;
  return to < today ? null : { from: today, to };
}

/** The text up to the days themselves, with the word that leads to them. */
export function beforeDays(plain: string, { from, to }: DaysMatch): string {
  return plain.slice(0, from) + (LED_BY.exec(plain.slice(from, to))?.[0] ?? '');
}
