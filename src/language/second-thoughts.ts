import type { Findings } from './find.ts';
import type { Understood } from './follow-up.ts';
import { insteadOf } from './instead.ts';
import { familyOf, isAnswer, type Reading, subjectOf } from './reading.ts';

/** How sure what is read instead can be, at the most. */
const IN_DOUBT = 0.8;

/** What an outlet earns, by its name. */
const EARNED_BY_NAME = /佣金|酬金|提成|(?<![a-z])commission/;

/**
 * What the sentence itself speaks against: a list of contracts where one contract is spoken of, earnings where nothing is
 * earned, and what an offer is where its place or rank is asked. Asked back rather than answered where no other is meant.
 */
export function withSecondThoughts(
  understood: Understood,
  findings: Findings,
  { last, isFamiliar }: { readonly last: Reading | null; readonly isFamiliar: boolean },
): Understood {
  const { intent, carries } = understood;
  // 提成呢 in a talk about what comes back asks what is earned.
  if (carries !== null)
    return intent === 'payout.schedule' && EARNED_BY_NAME.test(findings.plain)
      ? { ...understood, intent: 'payout.commission' }
      : understood;
  // "IPTV box flashing red, what's it mean" has the shape of a question of ours, and nothing else of it. What was taught is
  // answered all the same.
  const isOfTalk = last !== null && familyOf(subjectOf(last)) === familyOf(intent);
  const isForeign = isAnswer(intent) && !findings.isOfTrade && !isOfTalk && !isFamiliar;
  const instead = isForeign ? 'out_of_scope' : insteadOf(intent, findings);
  return instead === null
    ? understood
    : { intent: instead, confidence: Math.min(understood.confidence, IN_DOUBT), carries: null };
}
