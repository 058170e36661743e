import { type Day, parseDay } from './day.ts';

/** Milliseconds since 1970, the moment now. Nothing outside this file asks the machine for the time. */
export function now(): number {
  return Date.now();
}

/** Milliseconds with fractions since the process began: to measure how long something takes. */
export function stopwatch(): number {
  return performance.now();
}

/** The day of a moment in an IANA time zone such as `Asia/Shanghai`. Throws a RangeError where the zone is unknown. */
export function dayAt(moment: number, timeZone: string): Day {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(moment);
  const day = parseDay(parts);
  if (day === undefined) throw new RangeError(`no day could be read from ${parts}`);
  return day;
}

/** What a clock in the zone shows at a moment, such as `09:30`. */
export function timeAt(moment: number, timeZone: string): string {
  const options = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat('en-GB', options).format(moment);
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const MINUTE_MS = 60_000;

/** The moment at which a clock in the zone shows a minute of a day; where a change of clocks skips it, about then. */
export function momentAt(day: Day, minuteOfDay: number, timeZone: string): number {
  const asIfUtc = Date.parse(`${day}T00:00:00Z`) + minuteOfDay * MINUTE_MS;
  const roughly = asIfUtc - offsetAt(asIfUtc, timeZone);
  return asIfUtc - offsetAt(roughly, timeZone);
}

/** How far the clocks of a zone are ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: number, timeZone: string): number {
  const whole = Math.floor(moment / 1_000) * 1_000;
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(whole);
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - whole;
}
