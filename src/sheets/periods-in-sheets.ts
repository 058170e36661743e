import type { Bilingual } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';
import type { Span } from '../calendar/span.ts';
import type { PolicySet } from '../policy/policy.ts';
import type { Doubts } from './doubts.ts';
import type { Fact, Facts } from './facts.ts';
import { type Cell, rowOf, type Sheet } from './grid.ts';
import type { MatrixRow } from './matrix.ts';
import { dayIn, periodIn, periodOfYear } from './periods.ts';

type Around = {
  readonly sheets: readonly Sheet[];
  readonly isInTable: (sheet: Sheet, row: number) => boolean;
};
type Said = { readonly sheet: Sheet; readonly cell: Cell; readonly days: Span };

/** The days of the campaign, and where they stand; null where there are none, or two. */
export function readPeriod(
  facts: Facts,
  matrix: readonly MatrixRow[],
  around: Around & { readonly doubts: Doubts },
): Said | null {
  const { doubts } = around;
  const year = onlyYear(around);
  const spanOf = (fact: Fact): Said | null => spanOfFact(fact, year, doubts);
  const labelled = [
    ...facts.all('period').flatMap((fact) => spanOf(fact) ?? []),
    ...matrix.flatMap((row) => {
      const cell = row.said('period');
      return cell === null ? [] : (spanOf({ sheet: row.sheet, cell, text: cell.text }) ?? []);
    }),
    ...(firstAndLast(facts, doubts) ?? []),
  ];
  if (labelled.length > 0) return onlyOne(labelled, doubts);
  const found = anywhere(around);
  const one = onlyOne(found, doubts);
  if (one !== null)
    doubts.add(one.sheet, one.cell, {
      zh: `暂把 ${one.days.from} 至 ${one.days.to} 当作活动时间：请写成“活动时间”加起止日期`,
      en: `${one.days.from} to ${one.days.to} is taken for the days of the campaign: write it behind 活动时间`,
    });
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
      doubts.add(sheet, cell, {
        zh: `和活动 ${id}（${taken.from} 至 ${taken.to}）的日期重叠：请改日期；确实同时进行的，请把 ${id} 填在并行活动里`,
        en: `overlaps with campaign ${id}, which holds from ${taken.from} to ${taken.to}`,
      });
}

function spanOfFact({ sheet, cell, text }: Fact, year: number | null, doubts: Doubts): Said | null {
  const days = periodIn(text);
  const assumed = days !== null || year === null ? null : periodOfYear(text, year);
  if (assumed !== null) {
    doubts.add(sheet, cell, {
      zh: `“${text}”没有写年份，暂按 ${assumed.from} 至 ${assumed.to}：请连年份一起写`,
      en: `"${text}" has no year: ${assumed.from} to ${assumed.to} is assumed; write the year too`,
    });
    return { sheet, cell, days: assumed };
  }
  if (days === null)
    doubts.add(sheet, cell, {
      zh: `“${text}”看不出从哪天到哪天：请写成 2015年1月1日至3月31日`,
      en: `"${text}" is no time from one day to another: write 2015年1月1日至3月31日`,
    });
  return days === null ? null : { sheet, cell, days };
}

function firstAndLast(facts: Facts, doubts: Doubts): readonly Said[] | null {
  const [first, last] = [facts.one('starts'), facts.one('ends')];
  if (first === null && last === null) return null;
  const [from, to] = [dayOfFact(first, doubts), dayOfFact(last, doubts)];
  if (first === null || last === null) {
    const one = first ?? last;
    if (one !== null)
      doubts.add(one.sheet, one.cell, {
        zh: '只有开始日期或结束日期：请两个都填',
        en: 'a first or last day without the other: write both',
      });
    return null;
  }
  if (from === null || to === null) return null;
  if (to < from) {
    doubts.add(last.sheet, last.cell, {
      zh: `结束日期早于开始日期 ${from}：请改正`,
      en: `the last day is before the first, ${from}`,
    });
    return null;
  }
  return [{ sheet: first.sheet, cell: first.cell, days: { from, to } }];
}

function dayOfFact(fact: Fact | null, doubts: Doubts): Day | null {
  if (fact === null) return null;
  const day = dayIn(fact.text);
  if (day === null) doubts.add(fact.sheet, fact.cell, noDay(fact.text));
  return day;
}

export function noDay(text: string): Bilingual {
  return {
    zh: `“${text}”不是一个日期：请写成 2015-01-31 或 2015年1月31日`,
    en: `"${text}" is no day: write 2015-01-31`,
  };
}

function onlyOne(found: readonly Said[], doubts: Doubts): Said | null {
  const [first, ...others] = found;
  if (first === undefined) return null;
  const different = others.filter(
    ({ days }) => days.from !== first.days.from || days.to !== first.days.to,
  );
  for (const { sheet, cell, days } of different)
    doubts.add(sheet, cell, {
      zh: `这里是 ${days.from} 至 ${days.to}，别处却是 ${first.days.from} 至 ${first.days.to}，活动时间先空着：请改成一致，两期活动请分成两份表`,
      en: `${days.from} to ${days.to}, but ${first.days.from} to ${first.days.to} stands elsewhere: the days are left open`,
    });
  return different.length === 0 ? first : null;
}

function anywhere(around: Around): readonly Said[] {
  return besideTables(around).flatMap(({ sheet, cell }) => {
    const days = periodIn(cell.text);
    return days === null ? [] : [{ sheet, cell, days }];
  });
}

/** The one year that is spoken of beside the tables; null where there is none, or more than one. */
function onlyYear(around: Around): number | null {
  const years = besideTables(around).flatMap(({ sheet, cell }) =>
    [...`${sheet.name} ${cell.text}`.matchAll(/(?<!\d)(20\d\d)\s*(?=[年./-]|[qQ]\d)/g)].map(
      ([, year]) => Number(year),
    ),
  );
  const [first, ...others] = new Set(years);
  return first === undefined || others.length > 0 ? null : first;
}

function besideTables({ sheets, isInTable }: Around): readonly Omit<Said, 'days'>[] {
  return sheets.flatMap((sheet) =>
    Array.from({ length: sheet.height }, (_, index) => index + 1)
      .filter((row) => !isInTable(sheet, row))
      .flatMap((row) => rowOf(sheet, row).map((cell) => ({ sheet, cell }))),
  );
}
