import { z } from 'zod';
import type { PressedChoice } from '../../dialogs/turn.ts';

/** Who sees a message. */
export type Audience = 'everyone' | 'asker';

/** Every id that we give to Slack and that it gives back. Nothing that came back is believed before it is decoded. */
export const CHOICE_ACTION = /^choice:\d+$/;

export function choiceActionId(index: number): string {
  return `choice:${index}`;
}

export function choiceBlockId(asked: string, row: number): string {
  return `${CHOICE_BLOCK}${asked}:${row}`;
}

export function isChoiceBlock(blockId: string): boolean {
  return blockId.startsWith(CHOICE_BLOCK);
}

/**
 * The button itself says who saw the question: an answer to a private one must stay private, and that must not hang
 * on how a server marks its messages.
 */
export function encodeChoice(choice: PressedChoice, audience: Audience): string {
  return JSON.stringify([choice.asked, choice.option, audience]);
}

const choiceSchema = z.tuple([z.string().min(1), z.string().min(1), z.enum(['everyone', 'asker'])]);

/** Null where it is not a choice of ours, or one of a program before. */
export function decodeChoice(value: string): DecodedChoice | null {
  const parsed = choiceSchema.safeParse(jsonOf(value));
  if (!parsed.success) return null;
  const [asked, option, audience] = parsed.data;
  return { choice: { asked, option }, audience };
}

export type DecodedChoice = { readonly choice: PressedChoice; readonly audience: Audience };

const CHOICE_BLOCK = 'choices:';

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
