import { type Context, INTENTS, NO_ENTITIES, type Reading } from '../language/reading.ts';
import { isObject, type Records } from './records.ts';

/** What the last question of a conversation was about, for "and at a township store?". */
export type ContextMemory = {
  readonly recall: (place: string) => Promise<Context | null>;
  readonly keep: (place: string, context: Context, ttlMs: number) => Promise<void>;
};

export function openContextMemory(records: Records): ContextMemory {
  const keyOf = (place: string): string => `context:${place}`;
  return {
    recall: async (place) => {
      const kept = await records.read(keyOf(place));
      return isContext(kept) ? kept : null;
    },
    keep: (place, context, ttlMs) => records.write(keyOf(place), context, ttlMs),
  };
}

/** Whether a kept value still has the shape that the reader works on. */
export function isContext(value: unknown): value is Context {
  return isObject(value) && isReading(value.last);
}

function isReading(value: unknown): value is Reading {
  if (!isObject(value)) return false;
  const entities = value.entities;
  return (
    INTENTS.some((intent) => intent === value.intent) &&
    (value.language === 'zh' || value.language === 'en') &&
    Array.isArray(value.ambiguous) &&
    Array.isArray(value.topics) &&
    isObject(entities) &&
    Object.keys(NO_ENTITIES).every((name) => name in entities) &&
    isListOfText(entities.outlets) &&
    isListOfText(entities.offers)
  );
}

function isListOfText(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
