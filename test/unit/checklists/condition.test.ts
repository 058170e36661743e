import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Condition,
  type Fact,
  namedIn,
  verdictOf,
} from '../../../src/checklists/condition.ts';

const FACTS = ['a', 'b', 'c'] as const;
const CHOICES = ['yes', 'no'] as const;

const leaf: fc.Arbitrary<Condition> = fc.record({
  fact: fc.constantFrom(...FACTS),
  is: fc.constantFrom(...CHOICES),
});
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
  ),
}));
const known: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({ choice: fc.constantFrom(...CHOICES) }),
  fc.constant('none' as const),
);
const fact: fc.Arbitrary<Fact> = fc.oneof(known, fc.constant('open' as const));
const facts = (of: fc.Arbitrary<Fact>) => fc.record({ a: of, b: of, c: of });

function plainly(one: Condition, of: (id: string) => Fact): boolean {
  if ('all' in one) return one.all.every((part) => plainly(part, of));
  if ('any' in one) return one.any.some((part) => plainly(part, of));
  const value = of(one.fact);
  return typeof value === 'object' && value.choice === one.is;
}

describe('when a step applies', () => {
  const lookup = (given: Record<string, Fact>) => (id: string) => given[id] ?? 'none';

  test('with every question answered it holds or fails, by plain logic', () => {
    fc.assert(
      fc.property(condition, facts(known), (one, given) => {
        expect(verdictOf(one, lookup(given))).toBe(plainly(one, lookup(given)) ? 'holds' : 'fails');
      }),
    );
  });

  test('a verdict that is given while questions are open stands whatever they are answered', () => {
    fc.assert(
      fc.property(condition, facts(fact), facts(known), (one, partly, later) => {
        const verdict = verdictOf(one, lookup(partly));
        if (verdict === 'open') return;
        const whole = Object.fromEntries(
          FACTS.map((id) => [id, partly[id] === 'open' ? later[id] : partly[id]]),
        );
        expect(verdictOf(one, lookup(whole))).toBe(verdict);
      }),
    );
  });

  test('the facts that it names are found', () => {
    const nested: Condition = {
      any: [{ all: [{ fact: 'a', is: 'yes' }] }, { fact: 'b', is: 'no' }],
    };
    expect(namedIn(nested)).toEqual([
      { fact: 'a', is: 'yes' },
      { fact: 'b', is: 'no' },
    ]);
  });
});
