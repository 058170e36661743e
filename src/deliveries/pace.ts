/** The times of a delivery, in milliseconds. */
export type Pace = {
  /** One call to Slack takes no longer: shorter than the lease, or two processes could post at once. */
  readonly timeoutMs: number;
  /** How long a lane belongs to the process that took it. */
  readonly leaseMs: number;
  /** A request that has not left so long after its lane was taken does not leave at all: the process was asleep. */
  readonly leaveWithinMs: number;
  /** Slack may show a message so much later than it took it: "not there" counts only after this. */
  readonly graceMs: number;
  /** From an unknown outcome to the first look into the channel's history; each wait for the next is as long again. */
  readonly firstLookMs: number;
  /** Where history cannot be read for so long, a person must look. */
  readonly unreadableForMs: number;
  /** Slack asks for one message a second in a channel. */
  readonly gapMs: number;
  readonly backoffMs: number;
  readonly longestWaitMs: number;
  /** How late something may still be said where nobody says otherwise. */
  readonly lateByMs: number;
};

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

export const PACE: Pace = {
  timeoutMs: 10 * SECOND,
  leaseMs: 30 * SECOND,
  leaveWithinMs: 5 * SECOND,
  graceMs: MINUTE,
  firstLookMs: 2 * SECOND,
  unreadableForMs: 24 * HOUR,
  gapMs: SECOND,
  backoffMs: SECOND,
  longestWaitMs: 15 * MINUTE,
  lateByMs: 72 * HOUR,
};

/** A number from 0 up to, but not, 1. */
export type Chance = number;

/** How long to wait after so many attempts: doubled each time, and anywhere below that, so that lanes spread out. */
export function backoff(attempts: number, chance: Chance, pace: Pace): number {
  const doublings = Math.max(0, Math.min(attempts - 1, 30));
  return within(Math.min(pace.backoffMs * 2 ** doublings, pace.longestWaitMs), chance);
}

/** A whole number of milliseconds from 1 to the most: PostgreSQL takes no fraction for an instant. */
export function within(mostMs: number, chance: Chance): number {
  return 1 + Math.floor(chance * Math.max(1, Math.trunc(mostMs)));
}

/** Where Slack asks for a wait and does not say how long. */
const UNSAID_WAIT_MS = 30 * SECOND;

/** As long as Slack asks for; not nothing, and not for ever. */
export function asAsked(retryAfterMs: number, pace: Pace): number {
  const asked = Number.isNaN(retryAfterMs) ? UNSAID_WAIT_MS : retryAfterMs;
  return Math.trunc(Math.max(pace.gapMs, Math.min(asked, pace.longestWaitMs)));
}
