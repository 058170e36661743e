import { addDays, type Day } from '../calendar/day.ts';
import { isWithin, type Span } from '../calendar/span.ts';
import type {
  Campaign,
  CampaignPart,
  Decision,
  PolicySet,
  Register,
  Review,
  Reviewed,
  WaitingSet,
} from './policy.ts';

/** The days on which one policy set answers, and the decision by which it does. */
export type Standing = {
  readonly set: PolicySet;
  readonly days: Span;
  readonly decision: Decision;
  readonly review: Review | null;
};

/**
 * What is in force as it is known on `today`: what was decided later is not known yet; null knows all. Stretches are in
 * the order of their days, and no two have a day in common.
 */
export function inForce(
  sets: readonly PolicySet[],
  register: Register,
  today: Day | null,
): readonly Campaign[] {
  const known = knownOn(register, today);
  const standing = standingOf(sets, known);
  const borders = [
    ...new Set(standing.flatMap(({ days }) => [days.from, addDays(days.to, 1)])),
  ].sort();
  return borders.flatMap((from, index) => {
    const next = borders[index + 1];
    const there = standing.filter(({ days }) => isWithin(from, days));
    const [first, ...others] = there.sort(byPrecedence).toReversed();
    if (next === undefined || first === undefined) return [];
    return [together(first, others, { from, to: addDays(next, -1) })];
  });
}

/** The policy sets that no decision known on `today` has put in force. */
export function waitingOn(
  sets: readonly PolicySet[],
  register: Register,
  today: Day | null,
): readonly WaitingSet[] {
  const known = knownOn(register, today).decisions;
  return sets.flatMap((set) => {
    const isOfIt = (one: Decision): boolean => one.set === set.id && one.version === set.version;
    if (known.some(isOfIt)) return [];
    const approvedOn = register.decisions.find(isOfIt)?.decided?.on ?? null;
    return [{ ...set, approvedOn }];
  });
}

function knownOn({ decisions, reviews }: Register, today: Day | null): Register {
  if (today === null) return { decisions, reviews };
  return {
    decisions: decisions.filter(({ decided }) => decided === null || decided.on <= today),
    reviews: reviews.filter(({ on }) => on <= today),
  };
}

/** Decision after decision: each holds from its day on, whatever held on those days before. */
export function standingOf(
  sets: readonly PolicySet[],
  { decisions, reviews }: Register,
): readonly Standing[] {
  const ids = [...new Set(decisions.map(({ set }) => set))];
  return ids.flatMap((id) => {
    let standing: readonly Standing[] = [];
    for (const decision of decisions.filter((one) => one.set === id)) {
      standing = until(decision.from, standing);
      const set = sets.find((one) => one.id === id && one.version === decision.version);
      if (set === undefined || set.days.to < decision.from) continue;
      const from = decision.from < set.days.from ? set.days.from : decision.from;
      const review = reviewOf(set, decision, reviews);
      standing = [...standing, { set, days: { from, to: set.days.to }, decision, review }];
    }
    return standing;
  });
}

/** What is left of the days before `day`. */
function until(day: Day, standing: readonly Standing[]): readonly Standing[] {
  return standing.flatMap((one) => {
    if (one.days.from >= day) return [];
    return one.days.to < day ? [one] : [{ ...one, days: { ...one.days, to: addDays(day, -1) } }];
  });
}

/** The last time that somebody looked the set through: who approved it did. */
function reviewOf(
  { id, version, reviewEveryDays }: PolicySet,
  { decided }: Decision,
  reviews: readonly Reviewed[],
): Review | null {
  const all = [
    ...(decided === null ? [] : [decided]),
    ...reviews.filter((one) => one.set === id && one.version === version),
  ].sort((one, other) => (one.on < other.on ? -1 : 1));
  const last = all.at(-1);
  return last === undefined
    ? null
    : { by: last.by, on: last.on, due: addDays(last.on, reviewEveryDays) };
}

/** What is said later goes before: a campaign that was made to run beside others, before those that it names. */
function byPrecedence({ set: one }: Standing, { set: other }: Standing): number {
  if (one.beside.includes(other.id)) return -1;
  if (other.beside.includes(one.id)) return 1;
  return one.days.from > other.days.from ? -1 : 1;
}

/** One campaign of all that is in force on a stretch; `over` goes before what `first` says, the later before the earlier. */
function together(first: Standing, over: readonly Standing[], stretch: Span): Campaign {
  const standing = [first, ...over];
  const saidBy = new Map(
    standing.flatMap(({ set }) => set.offers.map(({ id }) => [id, set] as const)),
  );
  const rowsOf = <Row>(
    rows: (set: PolicySet) => readonly Row[],
    offerOf: (row: Row) => string,
  ): readonly Row[] =>
    standing.flatMap(({ set }) => rows(set).filter((row) => saidBy.get(offerOf(row)) === set));
  const { id, version, name, purpose, days, source } = first.set;
  return {
    id,
    version,
    name,
    purpose,
    days,
    source,
    inForce: stretch,
    businesses: [
      ...new Map(
        standing.flatMap(({ set }) => set.businesses).map((one) => [one.id, one]),
      ).values(),
    ],
    offers: rowsOf(
      (set) => set.offers,
      (offer) => offer.id,
    ),
    levels: rowsOf(
      (set) => set.levels,
      (row) => row.offer,
    ),
    plans: rowsOf(
      (set) => set.plans,
      (plan) => plan.offer,
    ),
    parts: standing.map((one) => ({
      ...partOf(one),
      offers: one.set.offers.flatMap(({ id: offer }) =>
        saidBy.get(offer) === one.set ? [offer] : [],
      ),
    })),
  };
}

function partOf({ set, days, decision, review }: Standing): Omit<CampaignPart, 'offers'> {
  const { id, version, name, source, panel } = set;
  return {
    id,
    version,
    name,
    days: set.days,
    source,
    panel,
    since: days.from,
    reason: decision.reason,
    review,
  };
}
