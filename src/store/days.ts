import { type Day, parseDay } from '../calendar/day.ts';

/** The day in a column that holds nothing but days. */
export function storedDay(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new Error(`the database holds ${text} for a day`);
  return day;
}
