import fc from 'fast-check';
import { type Day, dayOf, daysInMonth } from '../../../src/calendar/day.ts';

/** Any day of the years in which a contract or a campaign may lie. */
export const anyDay: fc.Arbitrary<Day> = fc
  .record({
    year: fc.integer({ min: 1970, max: 2100 }),
    month: fc.integer({ min: 1, max: 12 }),
    dayOfMonth: fc.integer({ min: 1, max: 31 }),
  })
  .map(({ year, month, dayOfMonth }) => {
    const found = dayOf(year, month, Math.min(dayOfMonth, daysInMonth(year, month)));
    if (found === undefined) throw new Error('every such day exists');
    return found;
  });
