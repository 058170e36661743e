import { addDays, type Day } from '../calendar/day.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { Move } from './rules.ts';

/** The day on which a stage is said, and where its own day was a day off, which one that was. */
export type StageDay = { readonly on: Day; readonly movedFrom: Day | null };

/**
 * When a stage of a contract that ends on a day is said. A stage before the end moves to the working day before (or as
 * the rule says), but never past the end; one after the end never to the end or before it, where nothing is overdue yet.
 * In a year whose days off nobody knows it stays where it is.
 */
export function stageDay(
  { endsOn, stage, move }: { readonly endsOn: Day; readonly stage: number; readonly move: Move },
  calendar: WorkingCalendar,
): StageDay {
  const own = addDays(endsOn, -stage);
  if (move === 'stay' || calendar.kindOf(own) !== 'off') return { on: own, movedFrom: null };
  const [before, after] = [calendar.onOrBefore(own), calendar.onOrAfter(own)];
  const allowed = (day: Day | null): Day | null =>
    day === null || (stage < 0 ? day <= endsOn : day > endsOn) ? null : day;
  const on =
    move === 'before' ? (allowed(before) ?? allowed(after)) : (allowed(after) ?? allowed(before));
  return on === null ? { on: own, movedFrom: null } : { on, movedFrom: own };
}

/** No holidays keep a branch closed longer: how far a stage can move. */
export const MOVES_AT_MOST_DAYS = 12;
