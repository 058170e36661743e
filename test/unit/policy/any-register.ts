import fc from 'fast-check';
import { addDays, type Day } from '../../../src/calendar/day.ts';
import type { Decision, PolicySet, Register } from '../../../src/policy/policy.ts';
import { day } from '../../world.ts';
import { anyPolicySet } from './any-policy.ts';

const START = day('2020-01-01');
/** Days around which everything happens, from the first one on. */
export const anyOffset = fc.integer({ min: 0, max: 60 });
export const dayAt = (offset: number): Day => addDays(START, offset);

export type Given = { readonly sets: readonly PolicySet[]; readonly register: Register };

/** Up to three campaigns with up to three versions each; the later ones may run beside all before them. */
const sets: fc.Arbitrary<readonly PolicySet[]> = fc
  .array(fc.array(fc.tuple(anyPolicySet, anyOffset, anyOffset), { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((campaigns) =>
    campaigns.flatMap((versions, campaign) =>
      versions.map(([set, from, length], index) => ({
        ...set,
        id: `c${campaign}`,
        version: index + 1,
        // A campaign names those that began before it or with it, as the checks of the data demand.
        days: { from: dayAt(campaign + from), to: dayAt(campaign + from + length) },
        beside: Array.from({ length: campaign }, (_, other) => `c${other}`),
      })),
    ),
  );

const decision = (all: readonly PolicySet[]): fc.Arbitrary<Decision> =>
  fc
    .record({
      set: fc.constantFrom(...all),
      isWithdrawn: fc.boolean(),
      from: anyOffset,
      on: fc.option(anyOffset, { nil: null }),
    })
    .map(({ set, isWithdrawn, from, on }) => ({
      set: set.id,
      version: isWithdrawn ? null : set.version,
      from: dayAt(from),
      decided: on === null ? null : { by: 'somebody', on: dayAt(on) },
      reason: null,
      fingerprint: null,
    }));

/** Any sets, and whatever was decided about them, in whatever order. */
export const given: fc.Arbitrary<Given> = sets.chain((all) =>
  fc.record({
    sets: fc.constant(all),
    register: fc.record({
      decisions: fc.array(decision(all), { maxLength: 6 }),
      reviews: fc.constant([]),
    }),
  }),
);
