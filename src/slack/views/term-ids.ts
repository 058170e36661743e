import { z } from 'zod';
import { type Day, parseDay } from '../../calendar/day.ts';
import { LIMITS } from '../limits.ts';

/** What a button of a digest is for. */
export const TERM_DEEDS = [
  'claim',
  'release',
  'outcome',
  'snooze',
  'coach',
  'reopen',
  'all',
] as const;
export type TermDeed = (typeof TERM_DEEDS)[number];

export const TERM_ACTIONS: Readonly<Record<TermDeed, string>> = {
  claim: 'term:claim',
  release: 'term:release',
  outcome: 'term:outcome',
  snooze: 'term:snooze',
  coach: 'term:coach',
  reopen: 'term:reopen',
  all: 'term:all',
};

/** Which contract, up to which end day, in which digest. Ids alone: no customer, no phone. */
export type TermButton = { readonly contract: string; readonly endsOn: Day; readonly key: string };

export function encodeTerm({ contract, endsOn, key }: TermButton): string {
  return JSON.stringify([contract, endsOn, key]);
}

const day = z.string().transform((text, context): Day => {
  const parsed = parseDay(text);
  if (parsed === undefined) context.addIssue({ code: 'custom', message: 'no day' });
  return parsed ?? z.NEVER;
});
const schema = z.tuple([z.string().min(1).max(200), day, z.string().min(1).max(200)]);

/** Null where it is no term of ours. */
export function decodeTerm(value: string): TermButton | null {
  try {
    const [contract, endsOn, key] = schema.parse(JSON.parse(value));
    return { contract, endsOn, key };
  } catch {
    return null;
  }
}

/** Unlike for each row of a message, as Slack wants it. */
export function termBlockId(row: string, key: string): string {
  return `term:${key}:${row}`.slice(0, LIMITS.blockId);
}
