import { join } from 'node:path';
import { type Day, parseDay } from '../src/calendar/day.ts';
import { type Desk, openDesk } from '../src/desk.ts';

export const ROOT = join(import.meta.dirname, '..');
export const FOLDERS = { data: join(ROOT, 'data'), intents: join(ROOT, 'intents') };

/** A day that must exist. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`${text} is no day`);
  return parsed;
}

/** The day that the practice workspace believes in. */
export const TODAY = day('2015-02-10');

/** The desk with the real policy and the real examples, learnt once for all test runs. */
export function realDesk(): Promise<Desk> {
  return openDesk(FOLDERS, join(ROOT, 'var/kept'));
}
