import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PACE, type Pace } from '../../src/deliveries/pace.ts';
import type { Claim, Finished } from '../../src/deliveries/ports.ts';
import { deliveryLedger } from '../../src/store/deliveries.ts';
import { deliveryLanes } from '../../src/store/delivery-lanes.ts';
import { openStore } from '../../src/store/open.ts';
import { newDelivery } from './planned.ts';
import { type Fate, simulatedSlack } from './simulated-slack.ts';

const CHANNELS = ['C1', 'C2'] as const;
const PROCESSES = 3;
/** Slack takes late and shows late, together well within the grace. */
const LATEST_MS = 30_000;

/** What happens to three processes that share one ledger. */
type Happening =
  | { readonly kind: 'plan'; readonly channel: string; readonly dueInMs: number }
  | { readonly kind: 'pass'; readonly ms: number }
  | { readonly kind: 'take' | 'finish' | 'die'; readonly process: number }
  | { readonly kind: 'send'; readonly process: number; readonly fate: Fate };

const process = fc.nat(PROCESSES - 1);
const fate: fc.Arbitrary<Fate> = fc.record({
  takenAfterMs: fc.option(fc.nat(LATEST_MS), { freq: 5 }),
  shownAfterMs: fc.nat(20_000),
  answer: fc.constantFrom('ts', 'ts', '500', '429', 'refused', 'lost'),
});
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('plan' as const),
      channel: fc.constantFrom(...CHANNELS),
      dueInMs: fc.nat(5_000),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      ms: fc.oneof(fc.nat(2_000), fc.nat(90_000)),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constantFrom('take', 'take', 'finish', 'die'), process }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('send' as const), process, fate }) },
);
const story = fc.record({
  happenings: fc.array(happening, { minLength: 10, maxLength: 80 }),
  skewMs: fc.integer({ min: -7_200_000, max: 7_200_000 }),
});
type Story = typeof story extends fc.Arbitrary<infer Told> ? Told : never;

type Held = { readonly claim: Claim; readonly takenAt: number; finished: Finished | null };

/** Lives through a story, then lets one honest process finish what is left. */
async function live({ happenings, skewMs }: Story, pace: Pace) {
  const store = await openStore('sqlite::memory:');
  let at = 1_700_000_000_000;
  const lanes = deliveryLanes(store, () => at);
  const ledger = deliveryLedger(store);
  const slack = simulatedSlack(skewMs);
  const held = new Map<number, Held>();
  let planned = 0;
  let lastDue = at;

  const finish = async (one: Held): Promise<void> => {
    const finished =
      one.finished ??
      (one.claim.step === 'look'
        ? ({
            step: 'look',
            outcome: { kind: 'unreadable', reason: 'x', retryAfterMs: null },
          } as const)
        : ({ step: 'post', outcome: { kind: 'not-sent', reason: 'too_slow' } } as const));
    await lanes.settle(one.claim, finished, { chance: 0.5, pace });
  };
  const send = (one: Held, its: Fate): Finished => {
    const { claim, takenAt } = one;
    const { channel, key } = claim.delivery;
    if (claim.step === 'look') {
      return { step: 'look', outcome: slack.look({ channel, key, since: claim.since, at }) };
    }
    // The dispatcher's own rule: who slept does not send.
    if (at - takenAt > pace.leaveWithinMs) {
      return { step: 'post', outcome: { kind: 'not-sent', reason: 'too_slow' } };
    }
    const outcome = slack.post({ channel, key, at, fate: its });
    const isTooLate = outcome.kind === 'posted' && (its.takenAfterMs ?? 0) > pace.timeoutMs;
    return { step: 'post', outcome: isTooLate ? { kind: 'unknown', reason: 'timeout' } : outcome };
  };

  for (const one of happenings) {
    if (one.kind === 'plan') {
      planned += 1;
      // In the order in which they are due: what comes later and is due earlier may find the earlier one gone.
      lastDue = Math.max(lastDue, at + one.dueInMs);
      const delivery = newDelivery(`k${planned}`, { channel: one.channel, dueAt: lastDue });
      await ledger.plan([delivery], at);
    } else if (one.kind === 'pass') {
      at += one.ms;
    } else if (one.kind === 'take') {
      if (held.has(one.process)) continue;
      const claim = await lanes.claim(pace);
      if (claim !== null) held.set(one.process, { claim, takenAt: at, finished: null });
    } else {
      const work = held.get(one.process);
      if (work === undefined) continue;
      if (one.kind === 'send') work.finished ??= send(work, one.fate);
      else {
        held.delete(one.process);
        if (one.kind === 'finish') await finish(work);
      }
    }
  }

  const honest: Fate = { takenAfterMs: 0, shownAfterMs: 0, answer: 'ts' };
  for (let quiet = 0; quiet < 3; ) {
    at += 1_000;
    const claim = await lanes.claim(pace);
    if (claim === null) {
      // Longer than any lease, grace or wait.
      at += pace.longestWaitMs;
      quiet += 1;
      continue;
    }
    quiet = 0;
    const work: Held = { claim, takenAt: at, finished: null };
    await lanes.settle(claim, send(work, honest), { chance: 0.5, pace });
  }
  const rows = await ledger.list({ state: null, channel: null });
  await store.close();
  return CHANNELS.map((channel) => ({
    taken: slack.taken(channel),
    rows: rows.filter((row) => row.channel === channel),
  }));
}

async function holds(told: Story, pace: Pace): Promise<void> {
  for (const { taken, rows } of await live(told, pace)) {
    expect(rows.filter(({ state }) => state !== 'sent' && state !== 'blocked')).toEqual([]);
    // Once each, and in order.
    const sent = rows.filter(({ state }) => state === 'sent').map(({ key }) => key);
    expect(taken).toEqual(sent);
  }
}

test('whoever dies, sleeps or is not answered, and when: each is said once, in order, and none is lost', async () => {
  await fc.assert(
    fc.asyncProperty(story, (told) => holds(told, PACE)),
    { numRuns: 150 },
  );
}, 60_000);

test('without the grace the same stories show a message said twice: the test can fail', async () => {
  const { failed } = await fc.check(
    fc.asyncProperty(story, (told) => holds(told, { ...PACE, graceMs: 0, leaseMs: 1_000 })),
    { numRuns: 500, endOnFailure: true },
  );
  expect(failed).toBe(true);
}, 60_000);
