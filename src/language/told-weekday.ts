import { addDays, type Day } from '../calendar/day.ts';
import { EN_WEEKDAY } from './day-patterns.ts';
import type { DaysMatch } from './days.ts';
import { isDepositDay } from './missed-words.ts';
import type { Intent } from './reading.ts';

const BARE_WEEKDAY = new RegExp(`^(?:on )?${EN_WEEKDAY}$|^(?:周|星期|礼拜)[一二三四五六日天]$`);
/** What is told has happened. */
const HAPPENED =
  /[了过]|已经|(?<![a-z])(?:was|were|did|had|has|came|got|said|told|took|gave|went|found|made|cut|lost|left|put|paid|sold|rang|kept|forgot|[a-z]{3,}ed)(?![a-z])/;
/** A day to come, or up to which there is time. */
const TO_COME =
  /要来|会来|再来|将|之前|以前|(?<![a-z])(?:will|shall|going to|coming|comes|wants to come|due|by|until|till|before|if)(?![a-z])/;

/**
 * A weekday of what has happened is the last one, and not the next: "he waited two hours on Saturday", of a complaint, and
 * of a deposit that was made.
 */
export function asTold(
  match: DaysMatch,
  {
    plain,
    intent,
    today,
  }: { readonly plain: string; readonly intent: Intent; readonly today: Day },
): DaysMatch {
  const { span, from, to } = match;
  if (span.from <= today || !BARE_WEEKDAY.test(plain.slice(from, to))) return match;
  const isTold =
    (intent.startsWith('complaint.') && HAPPENED.test(plain) && !TO_COME.test(plain)) ||
    (intent.startsWith('payout.') && HAPPENED.test(plain) && isDepositDay(plain, match));
  return isTold
    ? { ...match, span: { from: addDays(span.from, -7), to: addDays(span.to, -7) } }
    : match;
}
