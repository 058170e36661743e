import { addDays, type Day } from '../calendar/day.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import { MOVES, type Move } from './rules.ts';
import { MOVES_AT_MOST_DAYS, stageDay } from './stage-day.ts';

/**
 * An end day, and the last of the stages of its contracts that is said on one of the days looked at; null where all of its
 * contracts are looked at, whatever was said of them.
 */
export type EndDay = { readonly endsOn: Day; readonly stage: number | null };

/**
 * The end days of the contracts that can have a stage said on one of the days `from` to `to`: all others need not be
 * looked at, nor those of which that stage was said already. In order.
 */
export function endDaysToLookAt(
  {
    stages,
    from,
    to,
  }: { readonly stages: readonly number[]; readonly from: Day; readonly to: Day },
  calendar: WorkingCalendar,
): readonly EndDay[] {
  const found = new Map<Day, number>();
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
      if (MOVES.some(isSaid)) found.set(endsOn, Math.min(stage, found.get(endsOn) ?? stage));
    }
  }
  return [...found]
    .map(([endsOn, stage]) => ({ endsOn, stage }))
    .sort((one, other) => (one.endsOn < other.endsOn ? -1 : 1));
}
