import { addDays, type Day } from '../calendar/day.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import { MOVES, type Move } from './rules.ts';
import { MOVES_AT_MOST_DAYS, stageDay } from './stage-day.ts';

/**
 * The end days of the contracts that can have a stage said on one of the days `from` to `to`: all others need not be
 * looked at. In order.
 */
export function endDaysToLookAt(
  {
    stages,
    from,
    to,
  }: { readonly stages: readonly number[]; readonly from: Day; readonly to: Day },
  calendar: WorkingCalendar,
): readonly Day[] {
  const days = new Set<Day>();
  for (const stage of stages) {
    const last = addDays(to, stage + MOVES_AT_MOST_DAYS);
    for (
      let endsOn = addDays(from, stage - MOVES_AT_MOST_DAYS);
      endsOn <= last;
      endsOn = addDays(endsOn, 1)
    ) {
      const isSaid = (move: Move): boolean => {
        const { on } = stageDay({ endsOn, stage, move }, calendar);
        return on >= from && on <= to;
      };
      if (!days.has(endsOn) && MOVES.some(isSaid)) days.add(endsOn);
    }
  }
  return [...days].sort();
}
