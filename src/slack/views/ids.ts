import { z } from 'zod';
import type { PressedChoice } from '../../dialogs/turn.ts';

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

export function encodeChoice(choice: PressedChoice): string {
  return JSON.stringify([choice.asked, choice.option]);
}

/** Null where it is not a choice of ours, or one of a program before. */
export function decodeChoice(value: string): PressedChoice | null {
  const parsed = z.tuple([z.string().min(1), z.string().min(1)]).safeParse(jsonOf(value));
  return parsed.success ? { asked: parsed.data[0], option: parsed.data[1] } : null;
}

const CHOICE_BLOCK = 'choices:';

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
