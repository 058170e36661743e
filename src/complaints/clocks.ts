import { addDays, type Day, daysBetween } from '../calendar/day.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { Case, Pause } from './case.ts';

/** How far a clock has run; the strongest that holds. `met`: the customer was answered, and the clock stopped. */
export const CLOCK_MARKS = ['fresh', 'half', 'three-quarters', 'day-before', 'late'] as const;
export type ClockMark = (typeof CLOCK_MARKS)[number] | 'met';

export type CaseClock = {
  readonly startsOn: Day;
  /** How many days the rule gives: calendar days of the legal clock, working days of the branch's. */
  readonly days: number;
  /** The last day; null while the branch's clock stands, and where the calendar of a year on the way is unknown. */
  readonly dueOn: Day | null;
  /** The last working day on or before it: who waits for a holiday to end is late. Null where that is unknown. */
  readonly actBy: Day | null;
  /** False where a year that it runs through is not published: what depends on working days is then not said. */
  readonly isCalendarKnown: boolean;
  /** The part of the time that is over: 0 on the first day, 1 on the last; null where it cannot be reckoned. */
  readonly elapsed: number | null;
  /** Calendar days from the day believed in to the last day; negative when late. */
  readonly daysLeft: number | null;
  readonly mark: ClockMark;
  /** From which day on each mark holds; null where it cannot be reckoned. */
  readonly marks: Readonly<Record<'half' | 'three-quarters' | 'day-before' | 'late', Day | null>>;
  /** When the customer was answered. */
  readonly metOn: Day | null;
  /** Whether that was, or is, after the last day. */
  readonly isLate: boolean;
};

export type LegalClock = CaseClock & {
  readonly dueOn: Day;
  readonly rule: string;
  /** The day from which on the rule is in force, where that is after the day of receipt; null where it was in force. */
  readonly inForceLater: Day | null;
};

export type BranchClock = CaseClock & {
  readonly isPaused: boolean;
  readonly pauses: readonly Pause[];
};

export type CaseClocks = {
  readonly legal: LegalClock;
  /** Null where the branch has no rule of its own. */
  readonly branch: BranchClock | null;
  /** The nearer act-by day of the clocks that still run; null where none does. */
  readonly nearest: Day | null;
};

export type ClockWorld = { readonly calendar: WorkingCalendar; readonly today: Day };

/** Both clocks of a case on a day; those of a closed case as they stood when it was closed. */
export function clocksOf(now: Case, { calendar, today }: ClockWorld): CaseClocks {
  const at = { calendar, today: now.closed?.stamp.on ?? today };
  const legal = legalClock(now, at);
  const branch = now.branchDays === null ? null : branchClock(now, now.branchDays, at);
  const running = [legal, branch].flatMap((clock) =>
    clock === null || clock.metOn !== null ? [] : [clock.actBy ?? clock.dueOn],
  );
  const [nearest = null] = running.filter((day) => day !== null).toSorted();
  return { legal, branch, nearest };
}

/**
 * Calendar days from the day of receipt, which itself does not count (Civil Code, Art. 201). It never stands and its
 * last day never moves; before a holiday the day to act moves.
 */
function legalClock(now: Case, { calendar, today }: ClockWorld): LegalClock {
  const { legal, receivedOn: startsOn } = now;
  const dueOn = addDays(startsOn, legal.days);
  const actBy = calendar.onOrBefore(dueOn);
  const metOn = now.told[0]?.on ?? null;
  const until = metOn ?? today;
  const after = (part: number): Day => addDays(startsOn, Math.ceil(legal.days * part));
  const marks = {
    half: after(0.5),
    'three-quarters': after(0.75),
    // Where working days are unknown the calendar day before is no guess: the last day itself is certain.
    'day-before':
      (actBy === null ? null : calendar.plusWorkingDays(actBy, -1)) ?? addDays(dueOn, -1),
    late: addDays(dueOn, 1),
  };
  return {
    rule: legal.rule,
    inForceLater: legal.inForceFrom > startsOn ? legal.inForceFrom : null,
    startsOn,
    days: legal.days,
    dueOn,
    actBy,
    isCalendarKnown: actBy !== null,
    elapsed: daysBetween(startsOn, until) / legal.days,
    daysLeft: daysBetween(until, dueOn),
    mark: metOn === null ? markOn(today, marks) : 'met',
    marks,
    metOn,
    isLate: until > dueOn,
  };
}

/** Working days by the calendar, from the day of receipt or of the last reopening; days on which it stands do not count. */
function branchClock(now: Case, days: number, { calendar, today }: ClockWorld): BranchClock {
  const reopened = now.reopenings.at(-1) ?? null;
  const startsOn = reopened?.stamp.on ?? now.receivedOn;
  const metOn = now.told[reopened?.toldBefore ?? 0]?.on ?? null;
  const until = metOn ?? today;
  const run = { startsOn, pauses: now.pauses, calendar };
  const after = (part: number): Day | null => nthCounted(run, Math.ceil(days * part));
  const dueOn = after(1);
  const marks = {
    half: after(0.5),
    'three-quarters': after(0.75),
    'day-before': dueOn === null ? null : calendar.plusWorkingDays(dueOn, -1),
    late: dueOn === null ? null : addDays(dueOn, 1),
  };
  const counted = countedUntil(run, until);
  const isPaused = metOn === null && now.pauses.some(({ to }) => to === null);
  return {
    startsOn,
    days,
    dueOn,
    actBy: dueOn,
    isCalendarKnown: counted !== null && (isPaused || dueOn !== null),
    elapsed: counted === null ? null : counted / days,
    daysLeft: dueOn === null ? null : daysBetween(until, dueOn),
    mark: metOn === null ? markOn(today, marks) : 'met',
    marks,
    metOn,
    isLate: dueOn !== null && until > dueOn,
    isPaused,
    pauses: now.pauses,
  };
}

type Run = {
  readonly startsOn: Day;
  readonly pauses: readonly Pause[];
  readonly calendar: WorkingCalendar;
};

/** The day on which it was stopped does not count any more; the day on which it goes on does. */
function isStanding(day: Day, pauses: readonly Pause[]): boolean {
  return pauses.some(({ from, to }) => from <= day && (to === null || day < to));
}

/** The n-th day that counts after the start; null where it never comes, or a year on the way is unknown. */
function nthCounted({ startsOn, pauses, calendar }: Run, n: number): Day | null {
  const openFrom = pauses.find(({ to }) => to === null)?.from;
  let day = startsOn;
  for (let left = n; left > 0; ) {
    day = addDays(day, 1);
    if (openFrom !== undefined && openFrom <= day) return null;
    const kind = calendar.kindOf(day);
    if (kind === 'unknown') return null;
    if (kind === 'working' && !isStanding(day, pauses)) left -= 1;
  }
  return day;
}

function countedUntil({ startsOn, pauses, calendar }: Run, until: Day): number | null {
  let count = 0;
  for (let day = addDays(startsOn, 1); day <= until; day = addDays(day, 1)) {
    const kind = calendar.kindOf(day);
    if (kind === 'unknown') return null;
    if (kind === 'working' && !isStanding(day, pauses)) count += 1;
  }
  return count;
}

function markOn(today: Day, marks: CaseClock['marks']): ClockMark {
  const order = ['late', 'day-before', 'three-quarters', 'half'] as const;
  return (
    order.find((mark) => {
      const day = marks[mark];
      return day !== null && day <= today;
    }) ?? 'fresh'
  );
}
