import type { DayRule } from './day-patterns.ts';
import { NAMED_MONTHS } from './named-months.ts';
import { RELATIVE_DAYS } from './relative-days.ts';
import { WRITTEN_DATES } from './written-dates.ts';

/** Order matters: at one place the first rule that fits is taken, so the longer forms stand first. */
export const DAY_RULES: readonly DayRule[] = [...WRITTEN_DATES, ...RELATIVE_DAYS, ...NAMED_MONTHS];
