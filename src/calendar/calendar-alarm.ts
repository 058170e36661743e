import type { Bilingual } from '../bilingual.ts';
import { addDays, type Day, yearNumber } from './day.ts';
import type { WorkingCalendar } from './working-days.ts';

/** A year that is needed soon and whose working days nobody knows. */
export type CalendarAlarm = { readonly year: number; readonly words: Bilingual };

/** The notice comes in autumn; the latest reminders and limits that reach into a year are set up about so early. */
const NEEDED_WITHIN_DAYS = 90;

/** The years within the next 90 days whose working days are not known, soonest first; none where all is well. */
export function calendarAlarm(
  { kindOf }: Pick<WorkingCalendar, 'kindOf'>,
  today: Day,
): readonly CalendarAlarm[] {
  const ends = [today, addDays(today, NEEDED_WITHIN_DAYS)];
  const years = new Set(ends.filter((day) => kindOf(day) === 'unknown').map(yearNumber));
  return [...years].map((year) => ({ year, words: wordsFor(year, yearNumber(today)) }));
}

function wordsFor(year: number, thisYear: number): Bilingual {
  const when =
    year === thisYear ? { zh: '今年', en: 'this year' } : { zh: '明年', en: 'next year' };
  return {
    zh: `${when.zh}（${year}年）的放假安排还没有录入：涉及${year}年的工作日算不出来。国务院办公厅的通知公布后，请按 data/README.md 写入 data/calendar/${year}.yaml。`,
    en: `The holidays of ${when.en} (${year}) are not entered: no working day of ${year} can be counted. Once the State Council's notice is out, write data/calendar/${year}.yaml as data/README.md says.`,
  };
}
