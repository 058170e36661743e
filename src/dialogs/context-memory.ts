import {
  type Context,
  INTENTS,
  NO_ENTITIES,
  NOTHING_UNSAID,
  type Reading,
} from '../language/reading.ts';
import { isObject, type Records } from './records.ts';

/** What the last question of a conversation was about, for "and at a township store?". */
export type ContextMemory = {
  readonly recall: (place: string) => Promise<Context | null>;
  /** A conversation about nothing yet ("hello") is kept too: it has begun. */
  readonly keep: (place: string, context: Context | null, ttlMs: number) => Promise<void>;
  readonly has: (place: string) => Promise<boolean>;
};

export function openContextMemory(records: Records): ContextMemory {
  const keyOf = (place: string): string => `context:${place}`;
  return {
    recall: async (place) => {
      const kept = await records.read(keyOf(place));
      return isObject(kept) && isContext(kept.context) ? kept.context : null;
    },
    keep: (place, context, ttlMs) => records.write(keyOf(place), { context }, ttlMs),
    has: async (place) => (await records.read(keyOf(place))) !== null,
  };
}

/** Whether a kept value still has the shape that the reader works on. */
export function isContext(value: unknown): value is Context {
  return isObject(value) && isReading(value.last);
}

// Every field of a reading: the compiler asks for a new one, and what was kept without it is then no context.
const FIELDS = {
  intent: true,
  confidence: true,
  entities: true,
  language: true,
  ambiguous: true,
  levels: true,
  leaving: true,
  missed: true,
  wantsPicture: true,
  bothSides: true,
  part: true,
  asksChanges: true,
  topics: true,
  wanted: true,
  missing: true,
  between: true,
  mentionsPorting: true,
  deposits: true,
  unsaid: true,
} satisfies Record<keyof Reading, true>;

function isReading(value: unknown): value is Reading {
  if (!isObject(value) || !Object.keys(FIELDS).every((name) => name in value)) return false;
  const { entities, unsaid } = value;
  return (
    INTENTS.some((intent) => intent === value.intent) &&
    (value.language === 'zh' || value.language === 'en') &&
    Array.isArray(value.ambiguous) &&
    Array.isArray(value.levels) &&
    Array.isArray(value.topics) &&
    Array.isArray(value.between) &&
    Array.isArray(value.deposits) &&
    isObject(unsaid) &&
    Object.keys(NOTHING_UNSAID).every((name) => name in unsaid) &&
    isListOfText(unsaid.unpaidOffers) &&
    isObject(entities) &&
    Object.keys(NO_ENTITIES).every((name) => name in entities) &&
    isListOfText(entities.outlets) &&
    isListOfText(entities.offers)
  );
}

function isListOfText(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
