import { addDays, type Day, dayOf } from '../calendar/day.ts';
import { visitXml } from './xml.ts';

/** The formats that are dates without being written down in the file (ECMA-376 part 1, 18.8.30, with those of Chinese). */
const BUILT_IN_DATES: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

/** Which styles of a workbook show their number as a day. */
export function dateStyles(part: Buffer | null): ReadonlySet<number> {
  if (part === null) return new Set();
  const dateFormats = new Set(BUILT_IN_DATES);
  const dates = new Set<number>();
  let [isInCells, style] = [false, 0];
  visitXml(part, {
    open(name, attribute) {
      if (name === 'numFmt' && isDateFormat(attribute('formatCode') ?? ''))
        dateFormats.add(Number(attribute('numFmtId')));
      if (name === 'cellXfs') isInCells = true;
      if (name !== 'xf' || !isInCells) return;
      if (dateFormats.has(Number(attribute('numFmtId') ?? 0))) dates.add(style);
      style += 1;
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return dates;
}

/** Whether a number format shows a year or a day: what stands in quotes or brackets is no part of the date. */
function isDateFormat(code: string): boolean {
  return /[yd]/i.test(code.replace(/"[^"]*"|\[[^[\]]*\]|\\./g, ''));
}

/** The day that a number means as a date; null where it is none. */
export function dayOfSerial(serial: number, startsIn1904: boolean): Day | null {
  // Excel counts from 1899-12-31 and believes in a 29 February 1900, so later days count from the day before.
  const first = startsIn1904 ? dayOf(1904, 1, 1) : dayOf(1899, 12, 30);
  if (first === undefined || serial < 61 || serial > 2_000_000) return null;
  return addDays(first, Math.floor(serial));
}
