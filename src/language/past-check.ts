import type { Day } from '../calendar/day.ts';
import type { HeldOut } from './held-out.ts';
import type { Intent } from './reading.ts';

/** How one example was read in a check. */
export type PastReading = {
  readonly intent: Intent;
  readonly text: string;
  readonly readAs: Intent;
  readonly lead: number;
};

/** What is remembered of a check. Plain JSON: it is kept between two runs. */
export type PastCheck = { readonly day: Day; readonly readings: readonly PastReading[] };

/** The last check, and the one before it that had another outcome. */
export type PastChecks = { readonly last: PastCheck; readonly before: PastCheck | null };

export function pastCheckOf(day: Day, readings: readonly HeldOut[]): PastCheck {
  return {
    day,
    readings: readings.map(({ sentence, readAs, lead }) => ({
      intent: sentence.intent,
      text: sentence.typed,
      readAs,
      lead: Math.round(lead * 100) / 100,
    })),
  };
}

/**
 * What is remembered after a check. Where nothing has changed since the last one, the one before stays: whoever runs
 * the check twice reads the same words twice.
 */
export function remembering(past: PastChecks | null, now: PastCheck): PastChecks {
  if (past === null) return { last: now, before: null };
  return outcomeOf(past.last) === outcomeOf(now) ? past : { last: now, before: past.last };
}

/** The same for two checks of the same examples with the same readings, wherever the lines stand. */
function outcomeOf({ readings }: PastCheck): string {
  return readings
    .map(({ intent, text, readAs }) => JSON.stringify([intent, text, readAs]))
    .sort()
    .join('\n');
}
