import type { Day } from '../calendar/day.ts';

/** That somebody is away for a span of days, both included, and who has his contracts meanwhile. */
export type Absence = {
  readonly user: string;
  readonly from: Day;
  readonly to: Day;
  readonly deputy: string;
};

/**
 * Who looks after somebody's contracts on a day: himself, or his deputy, or the deputy's deputy. Where they stand in for
 * each other in a ring nobody is there, and it stays with the first.
 */
export function presentOn(absences: readonly Absence[], user: string, day: Day): string {
  const seen = new Set([user]);
  let at = user;
  for (;;) {
    // The newest counts: it is what was agreed last.
    const away = absences.findLast((one) => one.user === at && one.from <= day && day <= one.to);
    if (away === undefined) return at;
    if (seen.has(away.deputy)) return user;
    seen.add(away.deputy);
    at = away.deputy;
  }
}
