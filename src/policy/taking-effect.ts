import { type Day, daysBetween } from '../calendar/day.ts';
import { isWithin } from '../calendar/span.ts';
import { type Change, type Compared, changesBetween } from './changes.ts';
import { inForce } from './in-force.ts';
import type { Campaign, Decision, OutletId, PolicySet, Register } from './policy.ts';

/** A channel, and the outlet types whose staff read it. */
export type ServedChannel = { readonly channel: string; readonly outlets: readonly OutletId[] };

/** A decision that takes effect, and what it changes for everybody. */
export type TakingEffect = {
  readonly decision: Decision;
  /** Names the decision, also in the channels where it is told. */
  readonly name: string;
  /** The day from which on people are to know: a decision may be about days before it. */
  readonly since: Day;
  /** Null where nothing was in force before, or nothing is any more. */
  readonly before: Campaign | null;
  readonly after: Campaign | null;
  readonly changes: readonly Change[];
};

/** The files, as far as they say what holds when. */
export type Decided = { readonly sets: readonly PolicySet[]; readonly register: Register };

/** News that is older is told by nobody: whoever asks gets what holds. */
export const NEWS_FOR_DAYS = 3;

/**
 * The decisions that have taken effect on a day or in the days just before it, in their order. What came with the program
 * is no news; neither is a decision in whose place another one of the same campaign holds.
 */
export function takingEffect({ sets, register }: Decided, today: Day): readonly TakingEffect[] {
  const known = register.decisions.filter(({ decided }) => decided === null || decided.on <= today);
  const standing = known.filter((one) => !isOverruled(one, known));
  return standing.flatMap((decision): readonly TakingEffect[] => {
    const since = sinceOf(decision);
    if (since === null || !isNews(since, today)) return [];
    // Of what begins on one day, a campaign that runs beside others comes after them: it is held against them.
    const earlier = standing.filter((one) => comesBefore(one, decision, sets));
    const after = heldOn(decision.from, [...earlier, decision], sets);
    const before =
      heldOn(decision.from, earlier, sets) ??
      // A new quarter is held against the one before it.
      (after === null ? null : lastBefore(decision.from, earlier, sets));
    const changes = changesOf(before, after);
    return [{ decision, name: nameOf(decision, known), since, before, after, changes }];
  });
}

/** The names of decisions that were to take effect and in whose place another one holds now. */
export function overruled({ register }: Pick<Decided, 'register'>, today: Day): readonly string[] {
  const known = register.decisions.filter(({ decided }) => decided === null || decided.on <= today);
  return known.flatMap((decision) => {
    const since = sinceOf(decision);
    const isMeant = since !== null && isNews(since, today) && isOverruled(decision, known);
    return isMeant ? [nameOf(decision, known)] : [];
  });
}

/** Of changes those that the staff of some outlet types must know: their cells, and what is offered there at all. */
export function changesFor(
  { before, after, changes }: Pick<TakingEffect, 'before' | 'after' | 'changes'>,
  outlets: readonly OutletId[],
): readonly Change[] {
  const isOffered = (campaign: Campaign | null, offer: string): boolean =>
    campaign?.levels.some(
      (row) => row.offer === offer && outlets.some((one) => Object.hasOwn(row.at, one)),
    ) ?? false;
  const isTheirs = (offer: string): boolean => isOffered(before, offer) || isOffered(after, offer);
  return changes.filter((one) => {
    if (one.kind === 'days') return true;
    if (one.kind === 'level') return outlets.includes(one.outlet);
    if (one.kind === 'offer') return isOffered(one.isNew ? after : before, one.offer);
    return [one.before, one.after].some((plan) => plan !== null && isTheirs(plan.offer));
  });
}

function changesOf(before: Campaign | null, after: Campaign | null): readonly Change[] {
  if (after !== null) return changesBetween(before, after);
  if (before === null) return [];
  const nothing: Compared = { ...before, offers: [], levels: [], plans: [] };
  return changesBetween(before, nothing);
}

/** A decision about days before it is news on the day on which it was taken. */
function sinceOf({ from, decided }: Decision): Day | null {
  if (decided === null) return null;
  return from > decided.on ? from : decided.on;
}

function isNews(since: Day, today: Day): boolean {
  const days = daysBetween(since, today);
  return days >= 0 && days <= NEWS_FOR_DAYS;
}

function isOverruled(decision: Decision, known: readonly Decision[]): boolean {
  return known
    .slice(known.indexOf(decision) + 1)
    .some((later) => later.set === decision.set && later.from <= decision.from);
}

/** Whether one decision has been in effect when another one takes effect. */
function comesBefore(one: Decision, other: Decision, sets: readonly PolicySet[]): boolean {
  if (one === other) return false;
  if (one.from !== other.from) return one.from < other.from;
  const runsBeside = ({ set, version }: Decision, id: string): boolean =>
    sets.some(
      (each) =>
        each.id === set && each.version === (version ?? each.version) && each.beside.includes(id),
    );
  if (runsBeside(other, one.set)) return true;
  if (runsBeside(one, other.set)) return false;
  return one.set < other.set;
}

function heldOn(
  day: Day,
  decisions: readonly Decision[],
  sets: readonly PolicySet[],
): Campaign | null {
  const campaigns = inForce(sets, { decisions, reviews: [] }, null);
  return campaigns.find((one) => isWithin(day, one.inForce)) ?? null;
}

function lastBefore(
  day: Day,
  decisions: readonly Decision[],
  sets: readonly PolicySet[],
): Campaign | null {
  const campaigns = inForce(sets, { decisions, reviews: [] }, null);
  return campaigns.findLast(({ inForce: { to } }) => to < day) ?? null;
}

/** The same version may be put in force from the same day once more, after another one was. */
function nameOf(decision: Decision, known: readonly Decision[]): string {
  const { set, version, from } = decision;
  const same = known
    .slice(0, known.indexOf(decision))
    .filter((one) => one.set === set && one.version === version && one.from === from).length;
  const what = version === null ? `${set}.withdrawn` : `${set}.v${version}`;
  return `${what}@${from}${same === 0 ? '' : `#${same + 1}`}`;
}
