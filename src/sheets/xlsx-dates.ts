import { addDays, type Day, dayOf } from '../calendar/day.ts';

/** The day that a number means as a date; null where it is none. */
export function dayOfSerial(serial: number, startsIn1904: boolean): Day | null {
  // Excel counts from 1899-12-31 and believes in a 29 February 1900, so later days count from the day before.
  const first = startsIn1904 ? dayOf(1904, 1, 1) : dayOf(1899, 12, 30);
  if (first === undefined || serial < 61 || serial > 2_000_000) return null;
  return addDays(first, Math.floor(serial));
}
