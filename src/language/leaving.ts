import type { DaysMatch } from './days.ts';
import type { Leaving } from './reading.ts';

/** The customer goes before everything has come back, or somebody asks how far it has come. */
const UNTIL =
  /(?<![a-z])(?:leaves?|leaving|left|quits?|cancels?|cancell?ed|terminates?|ports? out|porting out|disconnects?|disconnected|so far|(?:got|received|paid|had) (?:back )?by)(?![a-z])|销户|拆机|离网|退网|转网|携转|不用了|退订|解约|注销|截至|截止到|为止/;

/**
 * That a customer leaves, from a question about a payout, or null: the last day named is that of leaving, and one before
 * it that of the deposit.
 */
export function leavingIn(plain: string, days: readonly DaysMatch[]): Leaving | null {
  const until = days.at(-1)?.span.from;
  if (until === undefined || !UNTIL.test(plain)) return null;
  return { depositedOn: days.length > 1 ? (days[0]?.span.from ?? null) : null, until };
}
