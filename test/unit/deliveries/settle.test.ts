import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messageKey } from '../../../src/deliveries/message-key.ts';
import { laterTs, lookSince, nextStep } from '../../../src/deliveries/next-step.ts';
import type { LookOutcome, PostOutcome } from '../../../src/deliveries/outcome.ts';
import { backoff, PACE } from '../../../src/deliveries/pace.ts';
import { afterLook, afterPost } from '../../../src/deliveries/settle.ts';

const DAY = 86_400_000;
const instant = fc.integer({ min: 0, max: 4_102_444_800_000 });
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const reason = fc.constantFrom('ETIMEDOUT', 'is_archived', 'invalid_auth', 'fatal_error');
const wait = fc.oneof(fc.integer({ min: -5, max: 5_000_000 }), fc.double({ min: 0, max: 1e9 }));

const postOutcome: fc.Arbitrary<PostOutcome> = fc.oneof(
  fc.constant({ kind: 'posted', ts: '1.000001' } as const),
  wait.map((retryAfterMs) => ({ kind: 'rate-limited', retryAfterMs }) as const),
  fc.record({ kind: fc.constantFrom('not-sent', 'no-access', 'refused', 'unknown'), reason }),
);
const lookOutcome: fc.Arbitrary<LookOutcome> = fc.oneof(
  fc.constant({ kind: 'found', ts: '1.000001' } as const),
  fc.constant({ kind: 'not-found' } as const),
  reason.map((why) => ({ kind: 'no-access', reason: why }) as const),
  fc.record({
    kind: fc.constant('unreadable' as const),
    reason,
    retryAfterMs: fc.option(wait),
  }),
);
/** A delivery that was posted some time ago, and the moment in which the outcome comes. */
const situation = fc
  .record({
    at: instant,
    ago: fc.integer({ min: 0, max: 3 * DAY }),
    attempts: fc.integer({ min: 1, max: 60 }),
    expiresIn: fc.integer({ min: -DAY, max: 3 * DAY }),
    chance,
  })
  .map(({ at, ago, attempts, expiresIn, chance: luck }) => ({
    sending: { attempts, lastTriedAt: at - ago, expiresAt: at + expiresIn },
    moment: { at, chance: luck, pace: PACE },
    ago,
  }));

describe('what becomes of a post', () => {
  test('only a definite "no" makes it free to be posted again without a look', () => {
    fc.assert(
      fc.property(situation, postOutcome, ({ sending, moment }, outcome) => {
        const { state } = afterPost(sending, outcome, moment);
        expect(state === 'sending').toBe(outcome.kind === 'unknown');
        expect(state === 'sent').toBe(outcome.kind === 'posted');
        expect(state === 'blocked').toBe(outcome.kind === 'refused');
      }),
    );
  });

  test('every instant is whole and none lies in the past; no wait is longer than a quarter of an hour', () => {
    fc.assert(
      fc.property(situation, postOutcome, ({ sending, moment }, outcome) => {
        const settled = afterPost(sending, outcome, moment);
        expect(Number.isSafeInteger(settled.laneWaitMs)).toBe(true);
        expect(settled.laneWaitMs).toBeGreaterThanOrEqual(PACE.gapMs);
        expect(settled.laneWaitMs).toBeLessThanOrEqual(PACE.longestWaitMs);
        if ('notBefore' in settled) {
          expect(Number.isSafeInteger(settled.notBefore)).toBe(true);
          expect(settled.notBefore).toBeGreaterThanOrEqual(moment.at);
          expect(settled.notBefore - moment.at).toBeLessThanOrEqual(PACE.longestWaitMs);
        }
      }),
    );
  });

  test('being asked to wait, or shut out, is no attempt', () => {
    const sending = { attempts: 3, lastTriedAt: 0, expiresAt: DAY };
    const moment = { at: 0, chance: 0, pace: PACE };
    for (const outcome of [
      { kind: 'rate-limited', retryAfterMs: 1 },
      { kind: 'no-access', reason: 'invalid_auth' },
    ] as const) {
      expect(afterPost(sending, outcome, moment)).toMatchObject({ state: 'pending', attempts: 2 });
    }
  });
});

describe('what becomes of a look', () => {
  test('"not there" counts only when the grace was over before the look began', () => {
    fc.assert(
      fc.property(situation, fc.nat(20_000), ({ sending, moment }, duration) => {
        const lookedAt = moment.at - duration;
        const settled = afterLook(sending, { outcome: { kind: 'not-found' }, lookedAt }, moment);
        const isSure = lookedAt >= sending.lastTriedAt + PACE.graceMs;
        const isLate = moment.at >= sending.expiresAt;
        expect(settled.state).toBe(isSure ? (isLate ? 'expired' : 'pending') : 'sending');
      }),
    );
  });

  test('the next look is never after the end of the grace, and never at once', () => {
    fc.assert(
      fc.property(situation, ({ sending, moment }) => {
        const look = { outcome: { kind: 'not-found' }, lookedAt: moment.at } as const;
        const settled = afterLook(sending, look, moment);
        if (settled.state !== 'sending') return;
        expect(settled.notBefore).toBeGreaterThan(moment.at);
        expect(settled.notBefore).toBeLessThanOrEqual(sending.lastTriedAt + PACE.graceMs);
      }),
    );
  });

  test('history that cannot be read leads to no post, and to a person after a day', () => {
    fc.assert(
      fc.property(situation, lookOutcome, ({ sending, moment, ago }, outcome) => {
        fc.pre(outcome.kind === 'unreadable' || outcome.kind === 'no-access');
        const { state } = afterLook(sending, { outcome, lookedAt: moment.at }, moment);
        expect(state).toBe(ago >= PACE.unreadableForMs ? 'uncertain' : 'sending');
      }),
    );
  });

  test('every instant is whole', () => {
    fc.assert(
      fc.property(situation, lookOutcome, ({ sending, moment }, outcome) => {
        const settled = afterLook(sending, { outcome, lookedAt: moment.at }, moment);
        expect(Number.isSafeInteger(settled.laneWaitMs)).toBe(true);
        if ('notBefore' in settled) expect(Number.isSafeInteger(settled.notBefore)).toBe(true);
      }),
    );
  });
});

describe('the times', () => {
  test('a wait grows with the attempts and stays within its limits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000 }), chance, (attempts, luck) => {
        const ms = backoff(attempts, luck, PACE);
        expect(Number.isSafeInteger(ms)).toBe(true);
        expect(ms).toBeGreaterThanOrEqual(1);
        expect(ms).toBeLessThanOrEqual(
          Math.min(PACE.longestWaitMs, PACE.backoffMs * 2 ** Math.max(0, attempts - 1)),
        );
      }),
    );
  });

  test('a request ends before its lease does, and the lease before the grace', () => {
    expect(PACE.leaveWithinMs + PACE.timeoutMs).toBeLessThan(PACE.leaseMs);
    expect(PACE.leaseMs).toBeLessThan(PACE.graceMs);
  });

  test('nothing is posted before it is due, or after it expired, or when it may stand there already', () => {
    const head = fc.record({
      state: fc.constantFrom('pending', 'sending'),
      dueAt: fc.integer({ min: 0, max: 100 }),
      notBefore: fc.integer({ min: 0, max: 100 }),
      expiresAt: fc.integer({ min: 0, max: 100 }),
    });
    fc.assert(
      fc.property(head, fc.integer({ min: 0, max: 100 }), (one, at) => {
        if (nextStep(one, at) !== 'post') return;
        expect(one.state).toBe('pending');
        expect(at).toBeGreaterThanOrEqual(Math.max(one.dueAt, one.notBefore));
        expect(at).toBeLessThan(one.expiresAt);
      }),
    );
  });

  test('a look begins at the last message known, or a day before the first try', () => {
    expect(lookSince(null, 10 * DAY)).toBe(`${9 * 86_400}.000000`);
    expect(lookSince('1700000000.000100', 10 * DAY)).toBe('1700000000.000100');
    expect(lookSince('5.000100', 10 * DAY)).toBe(`${9 * 86_400}.000000`);
    expect(lookSince(null, 5)).toBe('0.000000');
  });

  test('time stamps are compared as numbers', () => {
    expect(laterTs('9.000002', '10.000001')).toBe('10.000001');
    expect(laterTs('10.000002', '10.000001')).toBe('10.000002');
  });

  test('a message carries a key that says nothing and is always the same', () => {
    expect(messageKey('policy:2015-q2:C1')).toMatch(/^[0-9a-f]{32}$/);
    expect(messageKey('policy:2015-q2:C1')).toBe(messageKey('policy:2015-q2:C1'));
    expect(messageKey('a')).not.toBe(messageKey('b'));
  });
});
