import { isWithin } from '../calendar/span.ts';
import type { Policy } from '../policy/policy.ts';
import type { Findings } from './find.ts';
import type { Understood } from './follow-up.ts';
import { asksByItself } from './leaning.ts';
import { isDepositDay } from './missed-words.ts';
import { beforeDays } from './open-spans.ts';
import { type Leaving, subjectOf } from './reading.ts';

/** The customer goes before everything has come back. */
const GOES =
  /(?<![a-z])(?:leaves?(?! (?:the|a|his|her|their|my)? ?(?:deposit|money|cash|[0-9]))|leaving|left(?! [a-z0-9 ]{0,20}(?:deposit|yuan|money|cash)| (?:an? |the )?(?:\d|(?:[a-z]+ )?hundred|[a-z]+ty(?![a-z])))|quits?|cancels?|cancell?ed|terminates?|ports? out|porting out|disconnects?|disconnected)(?![a-z])|销户|拆机|离网|退网|转网|携转|不用了|退订|解约|注销/;

/** Somebody asks how far it has come. */
const SO_FAR =
  /(?<![a-z])(?:so far|(?:got|received|paid|had|have|gets?|back) (?:back )?by)(?![a-z])|截至|截止到|为止/;

/** What he has by a day or gets in a month is asked: of a deposit that is made before. */
const HAS_BY =
  /(?<![a-z])(?:(?:by|until|till|up to)(?: the (?:end|start|beginning) of)?(?: the)?|(?:gets?|sees?|receives?|comes?|back|credited|lands?|paid|does (?:he|she|the customer|it) (?:get|see|receive)) (?:[a-z]+ )?(?:in|during)) $|(?<!收|拿)[到至]$/;

/** That he goes is said in so many words: then it is so without a day as well. */
const LEAVES =
  /(?<![a-z])(?:(?:he|she|customer|client|they|who) (?:leaves?|quits?|cancels?|terminates?|disconnects?)|ports? out|porting out|leaves? early)(?![a-z])|销户|拆机|离网|退网|转网|携转|解约|注销/;

/**
 * That a customer leaves or how far his money has come is asked, from a question about a payout, or null: the last day named is that of leaving, and another one
 * that of the deposit; a day of which it is said (1月10号存的) is that of the deposit wherever it stands.
 */
export function leavingIn({ plain, days, today }: Findings, { campaigns }: Policy): Leaving | null {
  const told = days.find((match) => isDepositDay(plain, match));
  const until = days.findLast((match) => match !== told);
  const isForGood = GOES.test(plain);
  // What a customer has "by August" is asked of a deposit that is made before: no campaign takes one then.
  const isToCome =
    until !== undefined &&
    until.span.from > today &&
    HAS_BY.test(beforeDays(plain, until)) &&
    !campaigns.some(({ inForce }) => isWithin(until.span.from, inForce));
  if (!isForGood && !isToCome && !SO_FAR.test(plain)) return null;
  // "What has he had so far" is asked of today where it is said when he paid in; without a day nobody leaves.
  const isSoFar = !isForGood && until === undefined && told !== undefined;
  if (isSoFar) return { depositedOn: told.span.from, until: today, isForGood };
  if (until === undefined && !LEAVES.test(plain)) return null;
  const deposited = told ?? days.find((match) => match !== until);
  return {
    depositedOn: deposited?.span.from ?? null,
    until: until?.span.from ?? null,
    isForGood,
  };
}

/** "and the 100?" after a question about a customer who leaves is about him as well. */
export function leavingBefore(
  { intent, carries }: Understood,
  { plain, days }: Findings,
): Leaving | null {
  if (carries === null || subjectOf(carries) !== intent) return null;
  return days.length > 0 || asksByItself(plain) ? null : carries.leaving;
}
