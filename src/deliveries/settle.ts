import type { SentHow } from './delivery.ts';
import type { LookOutcome, PostOutcome } from './outcome.ts';
import { asAsked, backoff, type Chance, type Pace, within } from './pace.ts';

/** A delivery that is being sent: what the next step depends on. */
export type Sending = {
  readonly attempts: number;
  readonly lastTriedAt: number;
  readonly expiresAt: number;
};

/** What becomes of it. `laneWaitMs` is how long its whole channel stays silent. */
export type Settled = { readonly laneWaitMs: number } & (
  | { readonly state: 'sent'; readonly ts: string; readonly how: SentHow }
  | {
      readonly state: 'pending';
      readonly attempts: number;
      readonly notBefore: number;
      readonly reason: string;
    }
  | {
      readonly state: 'sending';
      readonly lastTriedAt: number;
      readonly notBefore: number;
      readonly reason: string;
    }
  | { readonly state: 'blocked' | 'uncertain' | 'expired'; readonly reason: string }
);

export type Moment = { readonly at: number; readonly chance: Chance; readonly pace: Pace };

/** After a post. Only a definite "no" may lead to another post without a look first. */
export function afterPost(
  { attempts, lastTriedAt }: Sending,
  outcome: PostOutcome,
  { at, chance, pace }: Moment,
): Settled {
  const laneWaitMs = pace.gapMs;
  switch (outcome.kind) {
    case 'posted':
      return { state: 'sent', ts: outcome.ts, how: 'posted', laneWaitMs };
    case 'rate-limited': {
      const laneWait = asAsked(outcome.retryAfterMs, pace);
      const reason = 'ratelimited';
      return {
        state: 'pending',
        attempts: attempts - 1,
        notBefore: at,
        reason,
        laneWaitMs: laneWait,
      };
    }
    case 'not-sent': {
      const notBefore = at + backoff(attempts, chance, pace);
      return { state: 'pending', attempts, notBefore, reason: outcome.reason, laneWaitMs };
    }
    case 'no-access': {
      const { reason } = outcome;
      return { state: 'pending', attempts: attempts - 1, notBefore: at, reason, laneWaitMs };
    }
    case 'refused':
      return { state: 'blocked', reason: outcome.reason, laneWaitMs };
    case 'unknown': {
      // Counted from now: the request may have left at any time until now.
      const triedAt = Math.max(at, lastTriedAt);
      const notBefore = nextLook(triedAt, triedAt, pace);
      const { reason } = outcome;
      return { state: 'sending', lastTriedAt: triedAt, notBefore, reason, laneWaitMs };
    }
  }
}

/** After a look into the history that began at `lookedAt`. */
export function afterLook(
  { attempts, lastTriedAt, expiresAt }: Sending,
  { outcome, lookedAt }: { readonly outcome: LookOutcome; readonly lookedAt: number },
  { at, chance, pace }: Moment,
): Settled {
  const laneWaitMs = pace.gapMs;
  switch (outcome.kind) {
    case 'found':
      return { state: 'sent', ts: outcome.ts, how: 'found', laneWaitMs };
    case 'not-found': {
      const reason = 'not_found';
      if (lookedAt < lastTriedAt + pace.graceMs) {
        const notBefore = nextLook(lastTriedAt, at, pace);
        return { state: 'sending', lastTriedAt, notBefore, reason, laneWaitMs: 0 };
      }
      if (at >= expiresAt) return { state: 'expired', reason: 'too_late', laneWaitMs: 0 };
      return { state: 'pending', attempts, notBefore: at, reason, laneWaitMs: 0 };
    }
    case 'unreadable':
    case 'no-access': {
      const { reason } = outcome;
      const unreadFor = Math.max(0, at - lastTriedAt);
      if (unreadFor >= pace.unreadableForMs) {
        return { state: 'uncertain', reason, laneWaitMs: 0 };
      }
      const asked = outcome.kind === 'unreadable' ? outcome.retryAfterMs : null;
      // As long again as it has been unreadable, within limits: no counter is needed.
      const wait =
        asked === null
          ? within(Math.min(Math.max(unreadFor, pace.firstLookMs), pace.longestWaitMs), chance)
          : asAsked(asked, pace);
      return { state: 'sending', lastTriedAt, notBefore: at + wait, reason, laneWaitMs: 0 };
    }
  }
}

/** Soon, because a message that is there frees the lane; and when the grace is over, because then "not there" counts. */
function nextLook(lastTriedAt: number, at: number, pace: Pace): number {
  const graceEnds = lastTriedAt + pace.graceMs;
  return Math.min(graceEnds, at + Math.max(pace.firstLookMs, at - lastTriedAt));
}
