import type { Day } from '../calendar/day.ts';
import { isWithin } from '../calendar/span.ts';
import { standingOf, waitingOn } from './in-force.ts';
import type { PolicySet, Register } from './policy.ts';

/**
 * Where a policy set stands on a day. `waiting`: nobody has approved it. `approved`: its days are to come. `replaced`: another
 * version took its place before its last day, or all its days. `withdrawn`: it was ended before its last day.
 */
export const SET_STATES = [
  'waiting',
  'approved',
  'in-force',
  'ended',
  'replaced',
  'withdrawn',
] as const;
export type SetState = (typeof SET_STATES)[number];

export function stateOf(
  set: PolicySet,
  { sets, register }: { readonly sets: readonly PolicySet[]; readonly register: Register },
  today: Day,
): SetState {
  if (waitingOn([set], register, null).length > 0) return 'waiting';
  const days = standingOf(sets, register).flatMap((one) => (one.set === set ? [one.days] : []));
  if (days.some((span) => isWithin(today, span))) return 'in-force';
  if (days.some(({ from }) => from > today)) return 'approved';
  if (days.some(({ to }) => to === set.days.to)) return 'ended';
  const last = register.decisions.findLast((one) => one.set === set.id);
  return last?.version === null ? 'withdrawn' : 'replaced';
}
