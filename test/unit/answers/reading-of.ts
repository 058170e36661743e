import {
  type Entities,
  type Intent,
  NO_ENTITIES,
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
    commissionUnsaid: null,
    mentionsPorting: false,
    part: null,
    asksCondition: false,
    asksChanges: false,
    topics: [],
    wanted: null,
    missing: null,
    between: [],
    unknownDeposit: null,
    wrongGift: null,
    unknownOffer: null,
    deposits: [],
    unpaidOffers: [],
    ...rest,
    entities: { ...NO_ENTITIES, ...entities },
  };
}
