import { lacksAnchor } from './anchors.ts';
import type { Classification } from './classify.ts';
import type { Findings } from './find.ts';
import type { Understood } from './follow-up.ts';
import { insteadOf } from './instead.ts';
import { isOrder } from './orders.ts';
import { familyOf, type Intent, isAnswer, type Reading, subjectOf } from './reading.ts';

/** Above this margin a question is taken for what it is like, whatever it speaks of. */
const SURE_WITHOUT_ANCHOR = 1;

/** How sure what is read instead can be, at the most. */
const IN_DOUBT = 0.8;

/** What an outlet earns, by its name. */
const EARNED_BY_NAME = /佣金|酬金|提成|(?<![a-z])commission/;

/** "how does that one pay the customer back?" in a talk about what is earned asks what comes back. */
const COMES_BACK_BY_NAME =
  /怎么返|返还|(?<![a-z])(?:pays?|paid|comes?|gives?|gets?|got)(?: [a-z]+){0,3} back(?![a-z])/;

/** In a talk about payouts the side that is named: what comes back, or what is earned. */
function sideAsked(intent: Intent, plain: string): Intent {
  const [earned, back] = [EARNED_BY_NAME.test(plain), COMES_BACK_BY_NAME.test(plain)];
  if (intent === 'payout.schedule' && earned) return 'payout.commission';
  return intent === 'payout.commission' && back && !earned ? 'payout.schedule' : intent;
}

/**
 * What the sentence itself speaks against: a list of contracts where one contract is spoken of, earnings where nothing is
 * earned, and what an offer is where its place or rank is asked. Asked back rather than answered where no other is meant.
 */
export function withSecondThoughts(
  understood: Understood,
  findings: Findings,
  {
    last,
    isFamiliar,
    margin,
  }: Pick<Classification, 'isFamiliar' | 'margin'> & { readonly last: Reading | null },
): Understood {
  const { intent, carries } = understood;
  if (isOrder(findings.plain)) return understood;
  // 提成呢 in a talk about what comes back asks what is earned.
  if (carries !== null) return { ...understood, intent: sideAsked(intent, findings.plain) };
  // "IPTV box flashing red, what's it mean" has the shape of a question of ours, and nothing else of it. What was taught is
  // answered all the same.
  const isOfTalk = last !== null && familyOf(subjectOf(last)) === familyOf(intent);
  const isUnlike = isAnswer(intent) && !findings.isOfTrade && !isFamiliar;
  const isUnsure = margin < SURE_WITHOUT_ANCHOR && lacksAnchor(intent, findings);
  const isForeign = (isUnlike || isUnsure) && !isOfTalk;
  const instead = isForeign
    ? (insteadOf('out_of_scope', findings) ?? 'out_of_scope')
    : insteadOf(intent, findings);
  return instead === null
    ? understood
    : { intent: instead, confidence: Math.min(understood.confidence, IN_DOUBT), carries: null };
}
