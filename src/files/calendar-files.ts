import { z } from 'zod';
import type { Bilingual } from '../bilingual.ts';
import { addDays, type Day, daysBetween, weekdayOf, yearNumber } from '../calendar/day.ts';
import type { CalendarYear } from '../calendar/working-days.ts';
import type { FolderReader } from './folder.ts';
import { both, day } from './policy-schemas.ts';
import type { Located } from './yaml.ts';

const CALENDAR_FOLDER = 'calendar';

/** One holiday as the notice has it: off from one day to another, and the days that are worked for it. */
type Holiday = {
  readonly name: Bilingual;
  readonly from: Day;
  readonly to: Day;
  readonly work: readonly Day[];
};

type YearFile = {
  readonly year: number;
  readonly isPublished: boolean;
  readonly notices: readonly { readonly document: Bilingual; readonly url: string }[];
  readonly holidays: readonly Holiday[];
};

export const calendarSchema: z.ZodType<YearFile> = z.strictObject({
  year: z.int('a year in four digits').min(1950).max(2200),
  isPublished: z.boolean('true once the notice has come, else false'),
  notices: z.array(z.strictObject({ document: both, url: z.url('is no address') })),
  holidays: z.array(
    z.strictObject({ name: both, from: day, to: day, work: z.array(day).default([]) }),
  ),
});

/** The longest that the notices have ever given is ten days (2020); more is a slip of the pen. */
const LONGEST_DAYS = 16;
/** Seven holidays by law; a notice that forgets one of them was not copied whole. Two may share one stretch. */
const FEWEST_HOLIDAYS = 6;
const SATURDAY = 6;

/** Which days are worked, a file a year, in order; none where there is no such folder: then no year is known. */
export function loadCalendar(folder: FolderReader): readonly CalendarYear[] {
  if (!folder.has(CALENDAR_FOLDER)) return [];
  return folder.names(CALENDAR_FOLDER).flatMap((name) => {
    const located = folder.read(`${CALENDAR_FOLDER}/${name}.yaml`, calendarSchema);
    if (located === null) return [];
    const { year, isPublished, holidays } = located.value;
    const report = (path: readonly PropertyKey[], message: string): void =>
      folder.report(located.problemAt(path, message));
    if (String(year) !== name) report(['year'], `the file is called "${name}.yaml"`);
    if (isPublished) reportGaps(located, report);
    const off = reportHolidays(located, report);
    reportWork(located, new Set(off), report);
    return [
      { year, isPublished, holidays: off, workingDays: holidays.flatMap(({ work }) => work) },
    ];
  });
}

type Report = (path: readonly PropertyKey[], message: string) => void;

/** What a published year cannot be without. */
function reportGaps({ value }: Located<YearFile>, report: Report): void {
  if (value.notices.length === 0) report(['notices'], 'which notice says so?');
  if (value.holidays.length < FEWEST_HOLIDAYS)
    report(
      ['holidays'],
      `here are ${value.holidays.length}; a notice names at least ${FEWEST_HOLIDAYS} holidays`,
    );
}

/** Every day that is off, as the file has it; each fault of them is reported. */
function reportHolidays({ value }: Located<YearFile>, report: Report): readonly Day[] {
  const seen = new Set<Day>();
  value.holidays.forEach(({ from, to }, index) => {
    const place = ['holidays', index];
    const length = daysBetween(from, to) + 1;
    if (length < 1) report([...place, 'to'], `ends before it starts (${from})`);
    else if (length > LONGEST_DAYS)
      report([...place, 'to'], `${length} days: no holiday is that long`);
    else {
      const days = Array.from({ length }, (_, count) => addDays(from, count));
      const twice = days.find((one) => seen.has(one));
      if (twice !== undefined) report(place, `${twice} is off twice`);
      const outside = days.find((one) => yearNumber(one) !== value.year);
      if (outside !== undefined) report(place, otherYear(outside));
      for (const one of days) seen.add(one);
    }
  });
  return [...seen];
}

function reportWork({ value }: Located<YearFile>, off: ReadonlySet<Day>, report: Report): void {
  const seen = new Set<Day>();
  value.holidays.forEach(({ work }, index) => {
    work.forEach((one, at) => {
      const place = ['holidays', index, 'work', at];
      if (yearNumber(one) !== value.year) report(place, otherYear(one));
      else if (seen.has(one)) report(place, `${one} is made up for twice`);
      else if (off.has(one)) report(place, `${one} is off and worked at once`);
      else if (weekdayOf(one) < SATURDAY)
        report(place, `${one} is no Saturday or Sunday: it is worked anyway`);
      seen.add(one);
    });
  });
}

/** A notice gives its New Year days of the December before, too. */
function otherYear(one: Day): string {
  return `${one} is a day of ${yearNumber(one)}: write it into ${yearNumber(one)}.yaml`;
}
