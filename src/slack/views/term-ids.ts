import { z } from 'zod';
import { type Day, parseDay } from '../../calendar/day.ts';
import { LIMITS } from '../limits.ts';

/** What a button of a digest is for. */
export const TERM_DEEDS = ['claim', 'outcome', 'more', 'reopen', 'all'] as const;
export type TermDeed = (typeof TERM_DEEDS)[number];

export const TERM_ACTIONS: Readonly<Record<TermDeed, string>> = {
  claim: 'term:claim',
  outcome: 'term:outcome',
  more: 'term:more',
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

/** Names the row of a message; unlike for each, as Slack wants it, and what its menu is about. */
export function termBlockId(button: TermButton): string {
  return `${TERM_BLOCK}${encodeTerm(button)}`.slice(0, LIMITS.blockId);
}

export function termOfBlock(blockId: string): TermButton | null {
  return blockId.startsWith(TERM_BLOCK) ? decodeTerm(blockId.slice(TERM_BLOCK.length)) : null;
}

const TERM_BLOCK = 'term:';

/** What the menu behind a line's buttons has; Slack takes five at most. */
export const TERM_CHOICES = ['snooze-1', 'snooze-3', 'coach', 'show', 'release'] as const;
export type TermChoice = (typeof TERM_CHOICES)[number];

export function choiceOfTerm(value: string): TermChoice | null {
  return TERM_CHOICES.find((choice) => choice === value) ?? null;
}

/** Turns a page of all that a digest has. */
export const TERM_PAGE = 'term:page';
export const TERM_PAGES = /^term:page:\d+$/;

export const OUTCOME_FORM = 'term:outcome-form';
export const REOPEN_FORM = 'term:reopen-form';
export const HAND_OVER_FORM = 'term:hand-over-form';

/** What a modal is opened for: a contract, and the message whose button opened it. */
export type TermMessage = TermButton & { readonly channel: string; readonly ts: string };

export function encodeMessage({ contract, endsOn, key, channel, ts }: TermMessage): string {
  return JSON.stringify([contract, endsOn, key, channel, ts]);
}

const messageSchema = z.tuple([...schema.def.items, z.string().min(1), z.string()]);

export function decodeMessage(text: string): TermMessage | null {
  try {
    const [contract, endsOn, key, channel, ts] = messageSchema.parse(JSON.parse(text));
    return { contract, endsOn, key, channel, ts };
  } catch {
    return null;
  }
}
