import { type Intent, NO_ENTITIES, type Reading } from '../language/reading.ts';
import type { Answer } from './answer.ts';
import { clarify } from './clarify.ts';
import { complaintChecklist } from './complaint-checklist.ts';
import { complaintDeadline } from './complaint-deadline.ts';
import { help } from './help.ts';
import { outOfScope } from './out-of-scope.ts';
import { payoutCommission } from './payout-commission.ts';
import { payoutSchedule } from './payout-schedule.ts';
import { guardedForPorting } from './porting.ts';
import { promoDetails } from './promo-details.ts';
import { promoEligibility } from './promo-eligibility.ts';
import { renewalCoaching } from './renewal-coaching.ts';
import { renewalList, renewalStatus } from './renewal-contracts.ts';
import type { Answerer, World } from './world.ts';

const ANSWERERS: Readonly<Record<Intent, Answerer>> = {
  'promo.eligibility': promoEligibility,
  'promo.details': promoDetails,
  'payout.schedule': payoutSchedule,
  'payout.commission': payoutCommission,
  'complaint.checklist': complaintChecklist,
  'complaint.deadline': complaintDeadline,
  'renewal.list': renewalList,
  'renewal.status': renewalStatus,
  'renewal.coaching': renewalCoaching,
  help,
  clarify,
  out_of_scope: outOfScope,
};

const NOT_ANSWERED: ReadonlySet<Intent> = new Set(['clarify', 'help', 'out_of_scope']);

/** The answer to what was read. */
export function findAnswer(reading: Reading, world: World): Answer {
  const answerer = guardedForPorting(ANSWERERS[reading.intent]);
  const { intent = reading.intent, facts, words, opensCase } = answerer(reading, world);
  return {
    intent,
    confidence: Math.round(reading.confidence * 100) / 100,
    entities: intent === 'out_of_scope' ? NO_ENTITIES : reading.entities,
    facts,
    words,
    language: reading.language,
    // Asked back, nothing is answered yet: the wish goes on with the conversation.
    wantsPicture: reading.wantsPicture && !NOT_ANSWERED.has(intent),
    ...(opensCase === undefined ? {} : { opensCase }),
  };
}
