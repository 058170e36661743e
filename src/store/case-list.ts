import type { Day } from '../calendar/day.ts';
import type { CasePart } from '../complaints/access.ts';
import type { CaseSummary } from '../complaints/summary.ts';
import { summaryOfRow } from './case-rows.ts';
import type { Store } from './schema.ts';
import { storableText } from './text.ts';

/** Where a page ended: the next one begins after it. */
export type CaseCursor = { readonly by: string | number; readonly id: string };

export type CaseFilter = {
  /** Open by the nearer clock, closed and all newest first. */
  readonly state: 'open' | 'closed' | 'all';
  /** What may be seen at all; null is everything, an empty list nothing. */
  readonly seen: readonly CasePart[] | null;
  readonly owner?: string | null;
  readonly outlet?: string | null;
  readonly checklist?: string | null;
  /** Cases that are late on this day: a deadline itself lies before it, not only the day to act before a holiday. */
  readonly dueBefore?: Day | null;
  readonly after?: CaseCursor | null;
  readonly limit: number;
};

export type CasePage = {
  readonly cases: readonly CaseSummary[];
  /** Null on the last page. */
  readonly next: CaseCursor | null;
};

const ORDERS = {
  open: { column: 'nearest_due_on', direction: 'asc' },
  closed: { column: 'closed_at', direction: 'desc' },
  all: { column: 'opened_at', direction: 'desc' },
} as const;

/** One condition that an index answers in the list's order: everything, an owner, an outlet or a hall. */
type Lane = { readonly owner?: string; readonly outlet?: string | null; readonly hall?: string };

/** A page of cases. What somebody sees by several ways is asked way by way, each in the order of an index, and merged. */
export async function listCases(db: Store['db'], filter: CaseFilter): Promise<CasePage> {
  const lanes = lanesOf(filter.seen);
  const found = new Map<string, CaseSummary>();
  for (const lane of lanes)
    for (const one of await casesIn(db, lane, filter)) found.set(one.id, one);
  const { direction } = ORDERS[filter.state];
  const sorted = [...found.values()].toSorted((one, other) => {
    const order = compare(one, other, filter.state);
    return direction === 'asc' ? order : -order;
  });
  const cases = sorted.slice(0, filter.limit);
  const last = cases.at(-1);
  const hasMore = sorted.length > filter.limit;
  return {
    cases,
    next: hasMore && last !== undefined ? { by: orderedBy(last, filter.state), id: last.id } : null,
  };
}

function lanesOf(seen: CaseFilter['seen']): readonly Lane[] {
  if (seen === null) return [{}];
  return seen.flatMap((part): readonly Lane[] => {
    if ('owner' in part) return [{ owner: part.owner }];
    const { outlets, halls } = part;
    if (outlets === null && halls === null) return [{}];
    const places = outlets ?? [undefined];
    return places.flatMap((outlet) =>
      (halls ?? [undefined]).map((hall) => ({
        ...(outlet === undefined ? {} : { outlet }),
        ...(hall === undefined ? {} : { hall }),
      })),
    );
  });
}

async function casesIn(
  db: Store['db'],
  lane: Lane,
  filter: CaseFilter,
): Promise<readonly CaseSummary[]> {
  const { column, direction } = ORDERS[filter.state];
  let query = db.selectFrom('complaint_case').selectAll();
  if (filter.state !== 'all') query = query.where('state', '=', filter.state);
  const owners = [lane.owner, filter.owner ?? undefined].filter((one) => one !== undefined);
  for (const owner of owners) query = query.where('owner', '=', storableText(owner));
  const outlets = [lane.outlet ?? undefined, filter.outlet ?? undefined].filter(
    (one) => one !== undefined,
  );
  for (const outlet of outlets) query = query.where('outlet', '=', storableText(outlet));
  if (lane.hall !== undefined) query = query.where('hall', '=', storableText(lane.hall));
  if (filter.checklist != null) query = query.where('checklist', '=', filter.checklist);
  const late = filter.dueBefore;
  if (late != null)
    query = query
      .where('nearest_due_on', '<', late)
      .where((row) => row.or([row('legal_due_on', '<', late), row('branch_due_on', '<', late)]));
  const { after } = filter;
  if (after != null)
    query = query.where((row) =>
      row(
        row.refTuple(column, 'id'),
        direction === 'asc' ? '>' : '<',
        row.tuple(after.by, after.id),
      ),
    );
  const rows = await query
    .orderBy(column, direction)
    .orderBy('id', direction)
    .limit(filter.limit + 1)
    .execute();
  return rows.map(summaryOfRow);
}

function compare(one: CaseSummary, other: CaseSummary, state: CaseFilter['state']): number {
  const [a, b] = [orderedBy(one, state), orderedBy(other, state)];
  if (a !== b) return a < b ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}

function orderedBy(one: CaseSummary, state: CaseFilter['state']): string | number {
  if (state === 'open') return one.nearestDueOn;
  return state === 'closed' ? (one.closedAt ?? 0) : one.openedAt;
}
