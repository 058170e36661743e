import { isDeepStrictEqual } from 'node:util';
import type { Span } from '../calendar/span.ts';
import {
  type Campaign,
  LEVELS,
  type Level,
  type OfferId,
  type OutletId,
  type PayoutPlan,
  type Policy,
  type PolicySet,
} from './policy.ts';

/** What of a campaign can be compared with another one. */
export type Compared = Pick<PolicySet, 'days' | 'offers' | 'levels' | 'plans'>;

/** One thing that is different between two campaigns. Null is what was not there, or is not there any more. */
export type Change =
  | { readonly kind: 'days'; readonly before: Span | null; readonly after: Span | null }
  | { readonly kind: 'offer'; readonly offer: OfferId; readonly isNew: boolean }
  | {
      readonly kind: 'level';
      readonly offer: OfferId;
      readonly outlet: OutletId;
      readonly before: Level | null;
      readonly after: Level | null;
    }
  | {
      readonly kind: 'plan';
      readonly depositYuan: number;
      readonly before: PayoutPlan | null;
      readonly after: PayoutPlan | null;
    };

/**
 * What changes from one campaign to another, cell by cell and plan by plan, in the order of the later one. The levels of
 * an offer that is new or gone are changes too.
 */
export function changesBetween(before: Compared | null, after: Compared): readonly Change[] {
  const old: Compared = before ?? { ...after, offers: [], levels: [], plans: [] };
  const days: readonly Change[] =
    before !== null && isDeepStrictEqual(before.days, after.days)
      ? []
      : [{ kind: 'days', before: before?.days ?? null, after: after.days }];
  return [
    ...days,
    ...offerChanges(old, after),
    ...levelChanges(old, after),
    ...planChanges(old, after),
  ];
}

function offerChanges(before: Compared, after: Compared): readonly Change[] {
  const [old, now] = [offersOf(before), offersOf(after)];
  return [
    ...now.filter((offer) => !old.includes(offer)).map((offer) => offerChange(offer, true)),
    ...old.filter((offer) => !now.includes(offer)).map((offer) => offerChange(offer, false)),
  ];
}

function offersOf({ offers }: Compared): readonly OfferId[] {
  return offers.map(({ id }) => id);
}

function offerChange(offer: OfferId, isNew: boolean): Change {
  return { kind: 'offer', offer, isNew };
}

function levelChanges(before: Compared, after: Compared): readonly Change[] {
  const offers = new Set([...after.levels, ...before.levels].map((row) => row.offer));
  const outlets = new Set([...after.levels, ...before.levels].flatMap(({ at }) => Object.keys(at)));
  return [...offers].flatMap((offer) =>
    [...outlets].flatMap((outlet): readonly Change[] => {
      const [old, now] = [levelIn(before, offer, outlet), levelIn(after, offer, outlet)];
      return old === now ? [] : [{ kind: 'level', offer, outlet, before: old, after: now }];
    }),
  );
}

function levelIn({ levels }: Compared, offer: OfferId, outlet: OutletId): Level | null {
  const at = levels.find((row) => row.offer === offer)?.at ?? {};
  return LEVELS.find((level) => Object.hasOwn(at, outlet) && at[outlet] === level) ?? null;
}

function planChanges(before: Compared, after: Compared): readonly Change[] {
  const deposits = new Set([...after.plans, ...before.plans].map((plan) => plan.depositYuan));
  return [...deposits].flatMap((depositYuan): readonly Change[] => {
    const [old, now] = [planIn(before, depositYuan), planIn(after, depositYuan)];
    if (isDeepStrictEqual(unsourced(old), unsourced(now))) return [];
    return [{ kind: 'plan', depositYuan, before: old, after: now }];
  });
}

function planIn({ plans }: Compared, depositYuan: number): PayoutPlan | null {
  return plans.find((plan) => plan.depositYuan === depositYuan) ?? null;
}

/** The paper in which a plan stands is no part of it. */
function unsourced(plan: PayoutPlan | null): Omit<PayoutPlan, 'source'> | null {
  if (plan === null) return null;
  const { source: _, ...figures } = plan;
  return figures;
}

/** What was in force before a campaign and what is in force with it; `before` is null where nothing was. */
export type Step = { readonly before: Campaign | null; readonly after: Campaign };

/**
 * What a campaign in force takes the place of: the stretch before it where that is of the same campaign (a correction, or
 * one that began beside it), and the campaign before.
 */
export function stepsTo(policy: Policy, campaign: Campaign): readonly Step[] {
  const earlier = policy.campaigns.filter(({ inForce }) => inForce.to < campaign.inForce.from);
  const stretch = earlier.findLast(({ id }) => id === campaign.id);
  const first = earlier.find(({ id }) => id === campaign.id) ?? campaign;
  const other = earlier.findLast(({ inForce }) => inForce.to < first.inForce.from);
  return [
    ...(stretch === undefined ? [] : [{ before: stretch, after: campaign }]),
    { before: other ?? null, after: first },
  ];
}
