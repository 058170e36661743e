import type { Delivery } from './delivery.ts';
import { PACE, type Pace } from './pace.ts';

/** What is to be done with the first open delivery of a lane. */
export type Step = 'post' | 'look' | 'expire' | 'wait';

type Head = Pick<Delivery, 'state' | 'dueAt' | 'notBefore' | 'expiresAt'>;

/** The lane is nobody's now, so a `sending` delivery is one whose outcome nobody knows. */
export function nextStep(head: Head, at: number): Step {
  if (head.state === 'pending' && at >= head.expiresAt) return 'expire';
  if (at < head.notBefore || at < head.dueAt) return 'wait';
  return head.state === 'sending' ? 'look' : 'post';
}

export function expiryOf(
  { dueAt, expiresAt }: { readonly dueAt: number; readonly expiresAt?: number | undefined },
  pace: Pace = PACE,
): number {
  return Math.trunc(expiresAt ?? dueAt + pace.lateByMs);
}

/** No clock is off by more. */
const SKEW_MS = 24 * 60 * 60_000;

/**
 * From which message on to look for a delivery: the last one known to stand in the lane, by Slack's own clock; ours may
 * be wrong, and is believed only roughly.
 */
export function lookSince(lastTs: string | null, firstTriedAt: number): string {
  const seconds = Math.max(0, Math.floor((firstTriedAt - SKEW_MS) / 1_000));
  const roughly = `${seconds}.000000`;
  return lastTs === null ? roughly : laterTs(lastTs, roughly);
}

/** Slack's time stamps are seconds and a number: text does not compare where the digits differ in number. */
export function laterTs(one: string, other: string): string {
  return isLaterTs(one, other) ? one : other;
}

function isLaterTs(one: string, other: string): boolean {
  const [seconds = '', number = ''] = one.split('.');
  const [otherSeconds = '', otherNumber = ''] = other.split('.');
  const difference = Number(seconds) - Number(otherSeconds);
  return difference > 0 || (difference === 0 && Number(number) > Number(otherNumber));
}
