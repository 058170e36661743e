import { addDays, type Day } from '../calendar/day.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { Step } from '../checklists/checklist.ts';
import type { Case } from './case.ts';

/** The day by which a step has to be done; null where it is bound to no day, or the day is not known yet. */
export function stepDueOn({ due }: Step, now: Case, calendar: WorkingCalendar): Day | null {
  switch (due.kind) {
    case 'customer-leaves':
    case 'same-day':
      return now.receivedOn;
    case 'working-days':
      return calendar.plusWorkingDays(now.receivedOn, due.days);
    case 'before-deadline':
      return addDays(now.receivedOn, now.legal.days - due.days);
    case 'after-answer': {
      const told = now.told.at(-1);
      return told === undefined ? null : addDays(told.on, due.days);
    }
    case 'event':
      return null;
  }
}
