import type { Reading } from '../language/reading.ts';
import { listed, offerNameAnywhere } from './wording.ts';
import type { World } from './world.ts';

// The plans are those of the deposits alone: of other offers the policy says neither what comes back nor what is earned.

/** "how is the free phone paid back" */
export function noPayoutNote(reading: Reading, world: World): string {
  const names = namesOf(reading, world);
  return reading.language === 'zh'
    ? `政策里没有${names}的返还办法，我不知道。`
    : `The policy names no payout for ${names}: I don't know.`;
}

/** "what's our commission on the free phone" */
export function noCommissionNote(reading: Reading, world: World): string {
  const names = namesOf(reading, world);
  return reading.language === 'zh'
    ? `政策里没有${names}的佣金，我不知道。`
    : `The policy names no commission for ${names}: I don't know.`;
}

function namesOf({ unsaid, language }: Reading, { policy }: World): string {
  return listed(
    unsaid.unpaidOffers.map((id) => offerNameAnywhere(policy, id, language)),
    language,
  );
}
