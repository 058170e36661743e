import { isWithin } from '../calendar/span.ts';
import type { Policy } from '../policy/policy.ts';
import type { DaysMatch } from './days.ts';
import { daysMeant } from './days-meant.ts';
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

/** How much has come by a day or in a month is asked: "how much by", "what does he get in"; 存200到六月能返多少. */
const ASKS_BY =
  /(?<![a-z])(?:what|how much)(?: [a-z0-9']+){0,10} (?:by|until|till|up to|in|during)(?: the (?:end|start|beginning) of)?(?: the)? $|(?<![收拿存])[到至]$/;
const BY_FIRST = /(?:^|[,.;:-] ?)(?:by|until|till)(?: the (?:end|start) of)?(?: the)? $/;
const ASKS_HOW_MUCH = /(?<![a-z])(?:what|how much)(?![a-z])|多少|几[块元]/;
/** Somebody pays in, or comes to: that day is the day of the deposit. */
const PAYS_THEN =
  /(?<![a-z])(?:he|she|they|customers?|clients?|who|somebody|someone|man|lady|guy|woman)(?: [a-z]+)? (?:pays?|puts?|deposits?|comes?|brings?|tops?|joins?|signs?|does)(?! (?:he|she|back|it (?:come|get)))(?![a-z])/;

function asksByThen(plain: string, until: DaysMatch): boolean {
  const before = beforeDays(plain, until);
  const clause = before.slice(
    Math.max(0, ...[...before.matchAll(/[.;?!] /g)].map((end) => end.index)),
  );
  if (PAYS_THEN.test(clause)) return false;
  return (
    ASKS_BY.test(before) || (BY_FIRST.test(before) && ASKS_HOW_MUCH.test(plain.slice(until.to)))
  );
}

/** That he goes is said in so many words: then it is so without a day as well. */
const LEAVES =
  /(?<![a-z])(?:(?:he|she|customer|client|they|who) (?:leaves?|quits?|cancels?|terminates?|disconnects?)|ports? out|porting out|leaves? early)(?![a-z])|销户|拆机|离网|退网|转网|携转|解约|注销/;

/**
 * That a customer leaves or how far his money has come is asked, from a question about a payout, or null: the last day
 * named is that of leaving, and another one that of the deposit; a day of which it is said (1月10号存的) is that of the
 * deposit wherever it stands.
 */
export function leavingIn(findings: Findings, policy: Policy): Leaving | null {
  const { plain, today } = findings;
  const days = daysMeant('payout.schedule', findings, policy);
  const told = days.find((match) => isDepositDay(plain, match));
  const until = days.findLast((match) => match !== told);
  const isForGood = GOES.test(plain);
  // What a customer has "by August" is asked of a deposit that is made before: no campaign takes one then.
  const isToCome =
    until !== undefined &&
    until.span.from > today &&
    asksByThen(plain, until) &&
    !policy.campaigns.some(({ inForce }) => isWithin(until.span.from, inForce));
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
