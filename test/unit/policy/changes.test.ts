import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesInWords } from '../../../src/answers/changes-in-words.ts';
import { changesBetween } from '../../../src/policy/changes.ts';
import type { Level, PolicySet } from '../../../src/policy/policy.ts';
import { holds } from '../../holds.ts';
import { day } from '../../world.ts';
import { anyPolicySet, closingPlan, SHOPS } from './any-policy.ts';

const twoSets = fc.tuple(anyPolicySet, anyPolicySet);
const levelOf = (set: PolicySet, offer: string, outlet: string): Level | null =>
  set.levels.find((row) => row.offer === offer)?.at[outlet] ?? null;
const names = {
  outlets: SHOPS.map((id) => ({ id, name: { zh: `${id}店`, en: id } })),
  offerName: (offer: string) => offer,
};

describe('what changes from one campaign to another', () => {
  test('is nothing between a campaign and itself', () => {
    holds(
      fc.property(anyPolicySet, (set) => {
        expect(changesBetween(set, set)).toEqual([]);
      }),
    );
  });

  test('is every cell that differs, once, with what it was and what it is', () => {
    holds(
      fc.property(twoSets, ([before, after]) => {
        const told = changesBetween(before, after).filter((one) => one.kind === 'level');
        const offers = new Set([...before.levels, ...after.levels].map(({ offer }) => offer));
        const expected = [...offers].flatMap((offer) =>
          SHOPS.flatMap((outlet) => {
            const [old, now] = [levelOf(before, offer, outlet), levelOf(after, offer, outlet)];
            return old === now ? [] : [`${offer} ${outlet} ${old} ${now}`];
          }),
        );
        expect(
          told.map((one) => `${one.offer} ${one.outlet} ${one.before} ${one.after}`).toSorted(),
        ).toEqual(expected.toSorted());
      }),
    );
  });

  test('backwards it is the same, turned round', () => {
    holds(
      fc.property(twoSets, ([one, other]) => {
        const turned = changesBetween(other, one).map((change) =>
          change.kind === 'offer'
            ? { ...change, isNew: !change.isNew }
            : { ...change, before: change.after, after: change.before },
        );
        const key = (change: object): string => JSON.stringify(Object.entries(change).sort());
        expect(changesBetween(one, other).map(key).toSorted()).toEqual(turned.map(key).toSorted());
      }),
    );
  });

  test('is all that it says where nothing came before it', () => {
    holds(
      fc.property(anyPolicySet, (set) => {
        const changes = changesBetween(null, set);
        expect(changes[0]).toEqual({ kind: 'days', before: null, after: set.days });
        expect(changes.filter(({ kind }) => kind === 'offer')).toHaveLength(set.offers.length);
      }),
    );
  });

  test('a plan has changed when one of its figures has, and not when its paper has', () => {
    holds(
      fc.property(anyPolicySet, closingPlan, (set, plan) => {
        const before = { ...set, plans: [plan] };
        const paper = { document: { zh: '新', en: 'new' }, clause: { zh: '新', en: 'new' } };
        expect(changesBetween(before, { ...set, plans: [{ ...plan, source: paper }] })).toEqual([]);
        const dearer = { ...plan, commissionFen: plan.commissionFen + 1 };
        expect(changesBetween(before, { ...set, plans: [dearer] })).toEqual([
          { kind: 'plan', depositYuan: plan.depositYuan, before: plan, after: dearer },
        ]);
        expect(changesBetween(before, set)).toEqual([
          { kind: 'plan', depositYuan: plan.depositYuan, before: plan, after: null },
        ]);
      }),
    );
  });
});

describe('changes in words', () => {
  test('every change is told, in both languages, and no figure that is the same', () => {
    holds(
      fc.property(twoSets, closingPlan, ([before, after], plan) => {
        const dearer = { ...plan, commissionFen: plan.commissionFen + 100 };
        const changes = changesBetween(
          { ...before, plans: [plan] },
          { ...after, plans: [dearer], days: { ...after.days, from: day('2019-12-31') } },
        );
        for (const language of ['zh', 'en'] as const) {
          const lines = changesInWords(changes, names, language).join('\n');
          for (const change of changes) {
            if (change.kind === 'offer') expect(lines).toContain(change.offer);
            if (change.kind === 'level' && change.after !== null)
              expect(lines).toContain(change.offer);
          }
          expect(lines).toContain(language === 'zh' ? '佣金' : 'commission');
          expect(lines).not.toContain(language === 'zh' ? '首次到账' : 'first credit');
        }
      }),
    );
  });
});
