import type { DaysMatch } from './days.ts';
import type { Findings } from './find.ts';
import type { Understood } from './follow-up.ts';
import { asksByItself } from './leaning.ts';
import { isDepositDay } from './missed-words.ts';
import { type Leaving, subjectOf } from './reading.ts';

/** The customer goes before everything has come back, or somebody asks how far it has come. */
const UNTIL =
  /(?<![a-z])(?:leaves?(?! (?:the|a|his|her|their|my)? ?(?:deposit|money|cash|[0-9]))|leaving|left(?! [a-z0-9 ]{0,20}(?:deposit|yuan|money|cash)| (?:an? |the )?(?:\d|(?:[a-z]+ )?hundred|[a-z]+ty(?![a-z])))|quits?|cancels?|cancell?ed|terminates?|ports? out|porting out|disconnects?|disconnected|so far|(?:got|received|paid|had|have|gets?|back) (?:back )?by)(?![a-z])|销户|拆机|离网|退网|转网|携转|不用了|退订|解约|注销|截至|截止到|为止/;

/** That he goes is said in so many words: then it is so without a day as well. */
const LEAVES =
  /(?<![a-z])(?:(?:he|she|customer|client|they|who) (?:leaves?|quits?|cancels?|terminates?|disconnects?)|ports? out|porting out|leaves? early)(?![a-z])|销户|拆机|离网|退网|转网|携转|解约|注销/;

/**
 * That a customer leaves, from a question about a payout, or null: the last day named is that of leaving, and another one
 * that of the deposit; a day of which it is said (1月10号存的) is that of the deposit wherever it stands.
 */
export function leavingIn(plain: string, days: readonly DaysMatch[]): Leaving | null {
  if (!UNTIL.test(plain)) return null;
  const told = days.find((match) => isDepositDay(plain, match));
  const until = days.findLast((match) => match !== told);
  // "So far" without a day speaks of nobody who leaves.
  if (until === undefined && !LEAVES.test(plain)) return null;
  const deposited = told ?? days.find((match) => match !== until);
  return { depositedOn: deposited?.span.from ?? null, until: until?.span.from ?? null };
}

/** "and the 100?" after a question about a customer who leaves is about him as well. */
export function leavingBefore(
  { intent, carries }: Understood,
  { plain, days }: Findings,
): Leaving | null {
  if (carries === null || subjectOf(carries) !== intent) return null;
  return days.length > 0 || asksByItself(plain) ? null : carries.leaving;
}
