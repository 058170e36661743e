import type { Day } from '../calendar/day.ts';
import { isWithin } from '../calendar/span.ts';
import type { Policy } from '../policy/policy.ts';
import type { DaysMatch } from './days.ts';
import type { Findings } from './find.ts';
import { isDepositDay } from './missed-words.ts';
import { beforeDays } from './open-spans.ts';
import type { Intent } from './reading.ts';

/**
 * "in a week" and 三天内 are time limits where complaints are asked about, and "two days later" tells what became of one:
 * none is a day.
 */
const LIMIT = /^(?:in|within) |later$|[后後]$|[天日周月期拜](?:之?内|以内)$/;

const LATER = /^(?:an?|one|two|three|\d{1,2}) (?:days?|weeks?) (?:later|after|earlier|before)/;

const FOR_EXAMPLE =
  /(?:比如|例如|(?<![a-z])(?:say|e\.?g\.?|for example|for instance)),? ?(?:on )?(?:the )?$/;

/** The days that a question tells of what it asks about: no time limits, and not the days of an example. */
export function daysToldOf(
  intent: Intent,
  days: readonly DaysMatch[],
  { plain }: Findings,
): readonly DaysMatch[] {
  // "what does he get in July if he paid in February": the schedule is that of the deposit.
  const paid =
    intent === 'payout.schedule' ? days.find((one) => isDepositDay(plain, one)) : undefined;
  if (paid !== undefined) return [paid];
  // "after 31 March, say 10 April"
  const example = days.find(({ from }) => FOR_EXAMPLE.test(plain.slice(0, from)));
  if (example !== undefined) return [example];
  // "and one day later, on 1 April": the day that is named is meant.
  const named = days.filter(({ from, to }) => !LATER.test(plain.slice(from, to)));
  if (!intent.startsWith('complaint.')) return named.length > 0 ? named : days;
  return days.filter(({ from, to }) => !LIMIT.test(plain.slice(from, to)));
}

/** The one day, where no span is told. */
export function singleDay(days: readonly DaysMatch[]): Day | null {
  if (spanIn(days) !== undefined) return null;
  return days[0]?.span.from ?? null;
}

/** The first span that is told. */
export function spanIn(days: readonly DaysMatch[]): DaysMatch | undefined {
  return days.find((match) => match.unit !== 'day');
}

/**
 * What may be offered next year nobody knows, and this year's policy is no answer; so it is with what was offered last year. What
 * comes back next year is told by the plan of now, unless it is paid in then: 明年再办.
 */
function isOtherYear(intent: Intent, match: DaysMatch, { plain, today }: Findings): boolean {
  if (match.unit !== 'year' || isWithin(today, match.span)) return false;
  if (intent.startsWith('complaint.') || COMPARED.test(beforeDays(plain, match))) return false;
  return intent !== 'payout.schedule' || PAID_IN.test(plain.slice(match.to));
}
const COMPARED =
  /[比跟和与同]$|(?<![a-z])(?:as|than|with|from|to|vs|versus)(?: (?:in|it was|that of))? $/;
const PAID_IN = /^(?:再|才|初|底|年初|年底)?[来去]?(?:办|存|交|充)/;

/** A day as it is; of a month or quarter its first day inside the campaign, else its first day. */
export function dayMeant(
  intent: Intent,
  days: readonly DaysMatch[],
  { policy, findings }: { readonly policy: Policy; readonly findings: Findings },
): Day | null {
  // "within 15 days" in a question about time limits is a limit; nor is "this week" a day of what was sold in it.
  const units = intent.startsWith('complaint.')
    ? ['day']
    : intent === 'payout.commission'
      ? ['day', 'month', 'quarter']
      : ['day', 'week', 'month', 'quarter', 'days'];
  const told = days.filter((one) => units.includes(one.unit) || isOtherYear(intent, one, findings));
  const match = told.find((one) => one.unit === 'day') ?? told[0];
  if (match === undefined) return null;
  const { span } = match;
  const inside = policy.campaigns
    .map((campaign) => campaign.days.from)
    .find((from) => isWithin(from, span));
  const covers = policy.campaigns.some((campaign) => isWithin(span.from, campaign.days));
  return covers ? span.from : (inside ?? span.from);
}
