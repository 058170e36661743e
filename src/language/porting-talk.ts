import type { Findings } from './find.ts';
import type { Understood } from './follow-up.ts';
import { leaningOf } from './leaning.ts';
import { familyOf, type Reading, subjectOf } from './reading.ts';

/** The customer spoken of: "and when he says no?", 他嫌贵怎么办. */
const THAT_CUSTOMER = /(?<![a-z])(?:he|she|him|her|his)(?![a-z])|(?<!其)他|她|这个?客户|该客户/;

/**
 * Whether a question that says nothing of porting is still about the customer who ports: where an offer for him or a call to
 * him was spoken of, and the question goes on from it, opens like one that does (那自有厅能推什么), or says "he".
 */
export function staysWithPorting(
  last: Reading,
  findings: Findings,
  { carries }: Understood,
): boolean {
  const subject = subjectOf(last);
  if (!last.mentionsPorting) return false;
  if (familyOf(subject) !== 'promo' && subject !== 'renewal.coaching') return false;
  return (
    carries !== null ||
    THAT_CUSTOMER.test(findings.plain) ||
    leaningOf(findings, subject) !== 'none'
  );
}
