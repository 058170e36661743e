import {
  type Entities,
  type Intent,
  NO_ENTITIES,
  NOTHING_UNSAID,
  type Reading,
} from '../../../src/language/reading.ts';

type Given = Partial<Omit<Reading, 'intent' | 'entities'>> & {
  readonly entities?: Partial<Entities>;
};

/** A question read without a doubt. */
export function readingOf(intent: Intent, { entities = {}, ...rest }: Given): Reading {
  return {
    intent,
    confidence: 1,
    language: 'en',
    ambiguous: [],
    levels: [],
    leaving: null,
    missed: null,
    wantsPicture: false,
    bothSides: false,
    mentionsPorting: false,
    part: null,
    asksChanges: false,
    topics: [],
    wanted: null,
    missing: null,
    between: [],
    deposits: [],
    unsaid: NOTHING_UNSAID,
    ...rest,
    entities: { ...NO_ENTITIES, ...entities },
  };
}
