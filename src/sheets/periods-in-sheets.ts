import type { Day } from '../calendar/day.ts';
import type { Span } from '../calendar/span.ts';
import type { PolicySet } from '../policy/policy.ts';
import type { Doubts } from './doubts.ts';
import type { Fact, Facts } from './facts.ts';
import { type Cell, rowOf, type Sheet } from './grid.ts';
import type { MatrixRow } from './matrix.ts';
import { dayIn, periodIn } from './periods.ts';

type Said = { readonly sheet: Sheet; readonly cell: Cell; readonly days: Span };

/** The days of the campaign, and where they stand; null where there are none, or two. */
export function readPeriod(
  facts: Facts,
  matrix: readonly MatrixRow[],
  around: {
    readonly sheets: readonly Sheet[];
    readonly isInTable: (sheet: Sheet, row: number) => boolean;
    readonly doubts: Doubts;
  },
): Said | null {
  const { doubts } = around;
  const labelled = [
    ...facts.all('period').flatMap((fact) => spanOf(fact, doubts) ?? []),
    ...matrix.flatMap((row) => {
      const cell = row.said('period');
      return cell === null
        ? []
        : (spanOf({ sheet: row.sheet, cell, text: cell.text }, doubts) ?? []);
    }),
    ...(firstAndLast(facts, doubts) ?? []),
  ];
  if (labelled.length > 0) return onlyOne(labelled, doubts);
  const found = anywhere(around.sheets, around.isInTable);
  const one = onlyOne(found, doubts);
  if (one !== null)
    doubts.add(
      one.sheet,
      one.cell,
      `${one.days.from} to ${one.days.to} is taken for the days of the campaign: write it behind 活动时间`,
    );
  return one;
}

/** A doubt for each campaign with another id that holds on some of these days. */
export function tellOverlaps(
  { sheet, cell, days }: Said,
  others: readonly PolicySet[],
  doubts: Doubts,
): void {
  for (const { id, days: taken } of others)
    if (taken.from <= days.to && days.from <= taken.to)
      doubts.add(
        sheet,
        cell,
        `overlaps with campaign ${id}, which holds from ${taken.from} to ${taken.to}`,
      );
}

function spanOf({ sheet, cell, text }: Fact, doubts: Doubts): Said | null {
  const days = periodIn(text);
  if (days === null)
    doubts.add(
      sheet,
      cell,
      `"${text}" is no time from one day to another: write 2015年1月1日至3月31日`,
    );
  return days === null ? null : { sheet, cell, days };
}

function firstAndLast(facts: Facts, doubts: Doubts): readonly Said[] | null {
  const [first, last] = [facts.one('starts'), facts.one('ends')];
  if (first === null && last === null) return null;
  const [from, to] = [dayOfFact(first, doubts), dayOfFact(last, doubts)];
  if (first === null || last === null) {
    const one = first ?? last;
    if (one !== null) doubts.add(one.sheet, one.cell, 'a first or last day without the other');
    return null;
  }
  if (from === null || to === null) return null;
  if (to < from) {
    doubts.add(last.sheet, last.cell, `the last day is before the first, ${from}`);
    return null;
  }
  return [{ sheet: first.sheet, cell: first.cell, days: { from, to } }];
}

function dayOfFact(fact: Fact | null, doubts: Doubts): Day | null {
  if (fact === null) return null;
  const day = dayIn(fact.text);
  if (day === null) doubts.add(fact.sheet, fact.cell, `"${fact.text}" is no day: write 2015-01-31`);
  return day;
}

function onlyOne(found: readonly Said[], doubts: Doubts): Said | null {
  const [first, ...others] = found;
  if (first === undefined) return null;
  const different = others.filter(
    ({ days }) => days.from !== first.days.from || days.to !== first.days.to,
  );
  for (const { sheet, cell, days } of different)
    doubts.add(
      sheet,
      cell,
      `${days.from} to ${days.to}, but ${first.days.from} to ${first.days.to} stands elsewhere: the days are left open`,
    );
  return different.length === 0 ? first : null;
}

function anywhere(
  sheets: readonly Sheet[],
  isInTable: (sheet: Sheet, row: number) => boolean,
): readonly Said[] {
  const found: Said[] = [];
  for (const sheet of sheets)
    for (let row = 1; row <= sheet.height; row += 1)
      for (const cell of isInTable(sheet, row) ? [] : rowOf(sheet, row)) {
        const days = periodIn(cell.text);
        if (days !== null) found.push({ sheet, cell, days });
      }
  return found;
}
