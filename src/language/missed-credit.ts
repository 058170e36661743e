import { addMonths, type Day, monthOf } from '../calendar/day.ts';
import type { Span } from '../calendar/span.ts';
import type { Policy } from '../policy/policy.ts';
import type { DaysMatch } from './days.ts';
import type { Findings } from './find.ts';
import type { Understood } from './follow-up.ts';
import { asksByItself } from './leaning.ts';
import { isDepositDay, monthOfCredit, speaksOfCredit } from './missed-words.ts';
import { type Entities, familyOf, type Missed, type Reading, subjectOf } from './reading.ts';

/** What the reader knows beside the question. */
type Around = { readonly last: Reading | null; readonly policy: Policy; readonly today: Day };

/**
 * A missing credit is a payout question also where the classifier does not take it for one, and it is about the deposit
 * of the conversation. A complaint is never taken: what to do about it is asked there.
 */
export function asMissedCredit(
  understood: Understood,
  findings: Findings,
  { last, policy }: Around,
): Understood {
  const kind = speaksOfCredit(findings, policy);
  const { intent, carries, between = [] } = understood;
  if (kind === null || carries !== null) return understood;
  const isTaken =
    kind === 'plainly' &&
    (['out_of_scope', 'renewal.coaching'].includes(intent) || between.includes('payout.schedule'));
  if (!isTaken && intent !== 'payout.schedule') return understood;
  const isAbout = last !== null && ['payout', 'promo'].includes(familyOf(subjectOf(last)));
  return {
    intent: 'payout.schedule',
    // What it was sure of was another intent.
    confidence: isTaken ? TAKEN_CONFIDENCE : understood.confidence,
    carries: isAbout ? last : null,
  };
}

const TAKEN_CONFIDENCE = 0.8;

/** The month whose credit is missing, and when the deposit was made as far as it is known; null where none is missing. */
export function missedIn(
  { intent, carries }: Understood,
  findings: Findings,
  { policy, today }: Around,
): Missed | null {
  if (intent !== 'payout.schedule') return null;
  const before = carries !== null && subjectOf(carries) === intent ? carries : null;
  const { plain, days } = findings;
  const deposited = days.find((match) => isDepositDay(plain, match));
  const named = days.filter((match) => match !== deposited).at(-1);
  if (speaksOfCredit(findings, policy) !== null) {
    const depositedIn = deposited?.span ?? before?.missed?.depositedIn ?? dayBefore(before);
    // Where no month is named it is the present one; nothing comes before the deposit.
    const since = depositedIn !== null && depositedIn.from > today ? depositedIn.from : today;
    const month = named ?? monthOfCredit(plain, today);
    const day = month === undefined ? since : pastOf(month, findings, { policy, today });
    return { month: monthOf(day), depositedIn };
  }
  const open = before?.missed ?? null;
  // "and how does it come back?" is another question about the deposit.
  if (open === null || asksByItself(plain)) return null;
  // "10 January" after "it depends on when he paid in" is the day of the deposit.
  const isAnswer = open.depositedIn === null && named !== undefined && isEarlier(named, open);
  const month =
    named === undefined || isAnswer
      ? open.month
      : monthOf(pastOf(named, findings, { policy, today }));
  const answered = isAnswer ? named?.span : undefined;
  return { month, depositedIn: deposited?.span ?? answered ?? open.depositedIn };
}

/** The day on which an earlier question of the conversation said the deposit was made. */
function dayBefore(before: Reading | null): Span | null {
  const day = before?.missed === null ? before.entities.date : null;
  return day === null || day === undefined ? null : { from: day, to: day };
}

function isEarlier({ span }: DaysMatch, { month }: Missed): boolean {
  return monthOf(span.from) <= month;
}

/**
 * The month of a missing credit, and the day on which a customer leaves, is no day of a deposit: a question after it is
 * about the day of the deposit where it is known, else about today.
 */
export function dateAfterMissed(
  entities: Entities,
  named: Entities,
  { carries, missed }: { readonly carries: Reading | null; readonly missed: Missed | null },
): Entities {
  if (carries === null || missed !== null || named.date !== null) return entities;
  if (carries.missed !== null)
    return { ...entities, date: carries.missed.depositedIn?.from ?? null };
  return carries.leaving === null ? entities : { ...entities, date: carries.leaving.depositedOn };
}

const HAS_YEAR = /\d{4}|年|year/;

/** Nobody misses what is still to come: without a year, a month to come is that of last year, if there was a policy. */
function pastOf(
  { span, from, to }: DaysMatch,
  { plain }: Findings,
  { policy, today }: Pick<Around, 'policy' | 'today'>,
): Day {
  const yearBefore = addMonths(span.from, -12);
  const first = policy.campaigns[0]?.inForce.from;
  const isToCome = monthOf(span.from) > monthOf(today) && !HAS_YEAR.test(plain.slice(from, to));
  return isToCome && first !== undefined && monthOf(first) <= monthOf(yearBefore)
    ? yearBefore
    : span.from;
}
