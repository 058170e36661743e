import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OUTCOMES } from '../../../src/reminders/term.ts';
import {
  type Figures,
  NOTHING_SAID,
  openTally,
  renewalRate,
  type SaidTerm,
  STANDINGS,
  weekOf,
} from '../../../src/reminders/week.ts';

const OPEN: SaidTerm = {
  ...{ outlet: 'core-township-hall', hall: '河口镇合作厅', owner: 'U1' },
  ...{ claimedBy: null, unreachable: 0, outcome: null, reason: null, isChanged: false },
};

function week(...terms: readonly SaidTerm[]) {
  const tally = openTally();
  for (const term of terms) tally.add(term);
  return weekOf(tally.cells());
}

const sum = (numbers: readonly number[]): number => numbers.reduce((one, two) => one + two, 0);
const standing = ({ standings }: Figures): number => sum(Object.values(standings));

const saidTerms: fc.Arbitrary<SaidTerm> = fc.record({
  outlet: fc.constantFrom('own-hall', 'convenience-point', ''),
  hall: fc.constantFrom('A', 'B', ''),
  owner: fc.constantFrom('U1', 'U2', '张三', '', ' '),
  claimedBy: fc.constantFrom('U1', 'U3', null),
  unreachable: fc.nat(4),
  outcome: fc.constantFrom(...OUTCOMES, null),
  reason: fc.constantFrom('price', '__proto__', 'constructor', null),
  isChanged: fc.boolean(),
});

describe('the figures of a week', () => {
  test('each term stands where its outcome puts it; without one it is open, or the file changed it', () => {
    const { all } = week(
      ...OUTCOMES.map((outcome) => ({ ...OPEN, outcome })),
      { ...OPEN, isChanged: true },
      { ...OPEN, isChanged: true, outcome: 'renewed' },
      OPEN,
    );
    expect(all.due).toBe(9);
    expect(all.standings).toEqual({
      ...{ renewed: 2, refused: 1, unreachable: 1, 'ported-out': 1, disconnected: 1 },
      ...{ 'not-ours': 1, changed: 1, open: 1 },
    });
  });

  test('taken up is what was claimed, called or has an outcome, and not what the file changed', () => {
    const { all } = week(
      { ...OPEN, claimedBy: 'U2' },
      { ...OPEN, unreachable: 1 },
      { ...OPEN, outcome: 'disconnected' },
      { ...OPEN, isChanged: true },
      OPEN,
    );
    expect(all.reached).toBe(3);
  });

  test('a refusal counts by its reason, and one whose reason was not kept is counted too', () => {
    const refused = { ...OPEN, outcome: 'refused' as const };
    const { all } = week({ ...refused, reason: 'price' }, { ...refused, reason: 'price' }, refused);
    expect(Object.fromEntries(all.refusals)).toEqual({ price: 2, '': 1 });
  });

  test('who claimed it has it before its owner, the most terms first', () => {
    const { people, halls } = week(
      { ...OPEN, hall: 'A' },
      { ...OPEN, hall: 'B', claimedBy: 'U2' },
      { ...OPEN, hall: 'B', owner: '', claimedBy: 'U2' },
      { ...OPEN, hall: 'B', owner: '  ' },
    );
    expect(people.map(({ who, figures }) => [who, figures.due])).toEqual([
      ['U2', 2],
      ['U1', 1],
      ['', 1],
    ]);
    expect(halls.map(({ hall, figures }) => [hall, figures.due])).toEqual([
      ['B', 3],
      ['A', 1],
    ]);
  });

  test('the rate is of those that were ours, in whole per cent; of none there is no rate', () => {
    const { all } = week(
      { ...OPEN, outcome: 'renewed' },
      OPEN,
      { ...OPEN, outcome: 'refused' },
      { ...OPEN, outcome: 'not-ours' },
    );
    expect(renewalRate(all)).toBe(33);
    expect(renewalRate(NOTHING_SAID)).toBeNull();
    expect(renewalRate(week({ ...OPEN, outcome: 'not-ours' }).all)).toBeNull();
  });

  test('whatever the terms, each is counted once everywhere, and every sum closes', () => {
    fc.assert(
      fc.property(fc.array(saidTerms, { maxLength: 60 }), (terms) => {
        const { all, halls, people } = week(...terms);
        expect(all.due).toBe(terms.length);
        expect(standing(all)).toBe(all.due);
        for (const part of [halls, people]) {
          const figures = part.map((one) => one.figures);
          expect(sum(figures.map(({ due }) => due))).toBe(all.due);
          expect(sum(figures.map(({ reached }) => reached))).toBe(all.reached);
          for (const one of STANDINGS)
            expect(sum(figures.map(({ standings }) => standings[one]))).toBe(all.standings[one]);
          for (const one of figures) {
            expect(standing(one)).toBe(one.due);
            expect(one.reached).toBeLessThanOrEqual(one.due);
            expect(sum([...one.refusals.values()])).toBe(one.standings.refused);
          }
        }
        const rate = renewalRate(all);
        if (rate !== null) expect(rate >= 0 && rate <= 100).toBe(true);
      }),
    );
  });
});
