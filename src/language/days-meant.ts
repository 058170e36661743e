import { addMonths } from '../calendar/day.ts';
import { isWithin, monthSpanFrom } from '../calendar/span.ts';
import type { Policy } from '../policy/policy.ts';
import type { DaysMatch } from './days.ts';
import type { Findings } from './find.ts';
import { beforeDays } from './open-spans.ts';
import type { Intent } from './reading.ts';
import { asTold } from './told-weekday.ts';

/** So many months off, a day without a year is rather that of the next year or of the last one. */
const FAR_OFF = 6;

/** The days that a question of an intent means: in which year, in which week, and not those that a customer only says. */
export function daysMeant(
  intent: Intent,
  findings: Findings,
  policy: Policy,
): readonly DaysMatch[] {
  const { plain, today } = findings;
  return findings.days
    .filter((match) => intent !== 'renewal.coaching' || !isQuoted(plain, match))
    .map((match) =>
      asTold(inYearMeant(match, { intent, findings, policy }), { plain, intent, today }),
    );
}

/** What a customer says on the telephone ("call me next year") is no span that is asked about. */
const QUOTED = /(?<![a-z])['"][^'"]{3,}['"](?![a-z])/g;

function isQuoted(plain: string, { from }: DaysMatch): boolean {
  return Array.from(plain.matchAll(QUOTED)).some(
    ({ 0: said, index }) => index < from && from < index + said.length,
  );
}

/** "which contracts ended in december", "what did it lead with in december": what is over is asked about. */
const ENDED =
  /(?<![a-z])(?:which|who|whose|what|contracts?|ones|agreements|any|anybody|anyone)(?: [a-z]+){0,3} (?:ended|expired|lapsed|ran out|finished|terminated)(?![a-z])|已经到期|到了期/;
const DID = /(?<![a-z])(?:did|was|were|had)(?![a-z])|当时|那时候?/;
const TO_COME = /会|将|(?<![a-z])(?:will|may|can|shall|going to|by|then)(?![a-z])/;
/** What he has by then: nobody asks so about a day that is over. */
const BY = /(?<![a-z])(?:by|until|till)(?: the end of)? $|到$/;

/**
 * A day without a year is this year's. But whoever asks in December which contracts end in January looks ahead, and a
 * deposit that was made "on 20 December" and is asked about in January was made last year.
 */
function inYearMeant(
  match: DaysMatch,
  {
    intent,
    findings: { plain, today },
    policy,
  }: { readonly intent: Intent; readonly findings: Findings; readonly policy: Policy },
): DaysMatch {
  if (!match.isYearless) return match;
  const { from, to } = match.span;
  const isOfCampaign = policy.campaigns.some(({ days }) => isWithin(from, days));
  const isPast =
    from > today &&
    !TO_COME.test(plain) &&
    ((intent.startsWith('promo.') && DID.test(plain) && !isOfCampaign) ||
      (intent === 'renewal.list' && ENDED.test(plain)));
  const isLongAgo = to < addMonths(today, -FAR_OFF);
  const isFarAhead = from > addMonths(today, FAR_OFF);
  const years = isPast
    ? -1
    : intent.startsWith('renewal.') && isLongAgo
      ? 1
      : intent.startsWith('payout.') && isFarAhead && !BY.test(beforeDays(plain, match))
        ? -1
        : 0;
  if (years === 0) return match;
  // The February of a leap year ends a day later than that of another year.
  const span =
    match.unit === 'month'
      ? monthSpanFrom(from, 12 * years)
      : { from: addMonths(from, 12 * years), to: addMonths(to, 12 * years) };
  return { ...match, span };
}
