import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Day, parseDay } from '../calendar/day.ts';
import type { PastCheck, PastChecks } from '../language/past-check.ts';
import { INTENTS } from '../language/reading.ts';

const day: z.ZodType<Day> = z.string().transform((text, context) => {
  const parsed = parseDay(text);
  if (parsed !== undefined) return parsed;
  context.addIssue({ code: 'custom', message: 'no day' });
  return z.NEVER;
});
const check: z.ZodType<PastCheck> = z.object({
  day,
  readings: z.array(
    z.object({
      intent: z.enum(INTENTS),
      text: z.string(),
      readAs: z.enum(INTENTS),
      lead: z.number(),
    }),
  ),
});
const checks: z.ZodType<PastChecks> = z.object({ last: check, before: check.nullable() });

/** What earlier checks of the examples left behind; null where there is nothing, or nothing that can be read. */
export function readPastChecks(keep: string): PastChecks | null {
  try {
    return checks.parse(JSON.parse(readFileSync(pathIn(keep), 'utf8')));
  } catch {
    return null;
  }
}

/** Keeps them for the next check, whole or not at all. Says whether that was possible; nothing else rests on it. */
export function keepPastChecks(keep: string, past: PastChecks): boolean {
  try {
    mkdirSync(keep, { recursive: true, mode: 0o700 });
    const unfinished = `${pathIn(keep)}.${process.pid}`;
    writeFileSync(unfinished, JSON.stringify(past), { mode: 0o600 });
    renameSync(unfinished, pathIn(keep));
    return true;
  } catch {
    return false;
  }
}

function pathIn(keep: string): string {
  return join(keep, 'train-check.json');
}
