import { daysBetween } from '../calendar/day.ts';
import { isWithin, type Span } from '../calendar/span.ts';
import type { CaseSummary } from '../complaints/summary.ts';

/** A week's cases, counted. Nobody's name is in it. */
export type WeeklyFigures = {
  readonly opened: number;
  readonly closed: number;
  /** Of those that were open at the end of the week. */
  readonly open: number;
  readonly late: number;
  /** By checklist, those with most first. */
  readonly kinds: readonly Row[];
  /** By outlet type; null where a case names none. */
  readonly outlets: readonly Row[];
  /** From the day of receipt to the day of closing, of those closed in the week; null where none was. */
  readonly daysToClose: { readonly median: number; readonly longest: number } | null;
  readonly outcomes: readonly { readonly id: string; readonly cases: number }[];
};

export type Row = {
  readonly id: string | null;
  readonly opened: number;
  readonly closed: number;
  readonly open: number;
  readonly late: number;
};

/**
 * The figures of a week. `cases`: all that were opened or closed in it, or were open at its end. `lateIds`: those whose
 * legal deadline was over by then without an answer to the customer.
 */
export function weeklyFigures(
  cases: readonly CaseSummary[],
  { week, lateIds }: { readonly week: Span; readonly lateIds: ReadonlySet<string> },
): WeeklyFigures {
  const wasOpened = ({ openedOn }: CaseSummary): boolean => isWithin(openedOn, week);
  const wasClosed = ({ closedOn }: CaseSummary): boolean =>
    closedOn !== null && isWithin(closedOn, week);
  const wasOpen = ({ openedOn, closedOn }: CaseSummary): boolean =>
    openedOn <= week.to && (closedOn === null || closedOn > week.to);
  const isLate = (one: CaseSummary): boolean => wasOpen(one) && lateIds.has(one.id);
  const count = (some: readonly CaseSummary[], test: (one: CaseSummary) => boolean): number =>
    some.filter(test).length;
  const counted = (some: readonly CaseSummary[]): Omit<Row, 'id'> => ({
    opened: count(some, wasOpened),
    closed: count(some, wasClosed),
    open: count(some, wasOpen),
    late: count(some, isLate),
  });
  const rowsBy = (of: (one: CaseSummary) => string | null): readonly Row[] =>
    [...Map.groupBy(cases, of)]
      .map(([id, some]) => ({ id, ...counted(some) }))
      .toSorted(
        (one, other) =>
          other.opened - one.opened ||
          other.open - one.open ||
          ((one.id ?? '') < (other.id ?? '') ? -1 : 1),
      );
  const closed = cases.filter(wasClosed);
  return {
    ...counted(cases),
    kinds: rowsBy(({ checklist }) => checklist),
    outlets: rowsBy(({ outlet }) => outlet),
    daysToClose: spread(closed.flatMap(daysToClose)),
    outcomes: [...Map.groupBy(closed, ({ outcome }) => outcome ?? '')]
      .map(([id, some]) => ({ id, cases: some.length }))
      .toSorted((one, other) => other.cases - one.cases || (one.id < other.id ? -1 : 1)),
  };
}

function daysToClose({ receivedOn, closedOn }: CaseSummary): readonly number[] {
  return closedOn === null ? [] : [daysBetween(receivedOn, closedOn)];
}

function spread(values: readonly number[]): WeeklyFigures['daysToClose'] {
  const sorted = values.toSorted((one, other) => one - other);
  const longest = sorted.at(-1);
  if (longest === undefined) return null;
  const middle = Math.floor(sorted.length / 2);
  const [lower = longest, upper = longest] = [
    sorted[Math.ceil(sorted.length / 2) - 1],
    sorted[middle],
  ];
  return { median: (lower + upper) / 2, longest };
}

/** Cases that were open at the end of a week and whose legal deadline was over: late, unless the customer was answered. */
export function overdue(cases: readonly CaseSummary[], { to }: Span): readonly CaseSummary[] {
  return cases.filter(
    ({ openedOn, closedOn, legalDueOn }) =>
      openedOn <= to && (closedOn === null || closedOn > to) && legalDueOn < to,
  );
}
