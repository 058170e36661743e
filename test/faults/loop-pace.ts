import { PACE, type Pace } from '../../src/deliveries/pace.ts';

/** The times of a delivery some twenty times as fast, in about the same proportions. */
export const LOOP_PACE: Pace = {
  ...PACE,
  timeoutMs: 500,
  leaseMs: 1_000,
  leaveWithinMs: 300,
  graceMs: 4_000,
  firstLookMs: 100,
  gapMs: 60,
  backoffMs: 60,
  longestWaitMs: 1_000,
};

/** Slack takes and shows a message at most so late; with a request's own time well within the grace. */
export const SLOWEST = { takenAfterMs: 700, shownAfterMs: 500 } as const;
