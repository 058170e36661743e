import { z } from 'zod';
import type { Bilingual } from '../bilingual.ts';
import type { IntentEntry, Meaning, Shorthand } from '../language/lexicon.ts';
import { INTENTS, type Intent, MISSING, type Missing } from '../language/reading.ts';

const text = z.string('a text: put it in quotes').trim().min(1, 'this text is empty');
const both: z.ZodType<Bilingual> = z.strictObject({ zh: text, en: text });
const intentId: z.ZodType<Intent> = z.enum(INTENTS, 'the contract has no such intent');

export const registerSchema: z.ZodType<readonly IntentEntry[]> = z
  .strictObject({
    intents: z.array(
      z.strictObject({
        id: intentId,
        about: both,
        try: both,
        ask: z.partialRecord(z.enum(MISSING), both).transform(withoutUndefined),
      }),
    ),
  })
  .transform(({ intents }) => intents);

function withoutUndefined(
  asks: Partial<Record<Missing, Bilingual | undefined>>,
): Partial<Record<Missing, Bilingual>> {
  return Object.fromEntries(
    Object.entries(asks).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

type WordRow = {
  readonly ids: readonly string[];
  readonly zh: readonly string[];
  readonly en: readonly string[];
};
const wordRow: z.ZodType<WordRow> = z.strictObject({
  ids: z.array(text).min(1),
  zh: z.array(text).default([]),
  en: z.array(text).default([]),
});

type ExampleFile = {
  readonly intent: Intent;
  readonly zh: readonly string[];
  readonly en: readonly string[];
  /** Sentences that say more than their intent: what they are about. */
  readonly topics: readonly WordRow[];
};
export const examplesSchema: z.ZodType<ExampleFile> = z.strictObject({
  intent: intentId,
  zh: z.array(text).min(1),
  en: z.array(text).min(1),
  topics: z.array(wordRow).default([]),
});

export const wordsSchema: z.ZodType<readonly WordRow[]> = z
  .strictObject({ words: z.array(wordRow) })
  .transform(({ words }) => words);

export const meaningsSchema: z.ZodType<readonly Meaning[]> = z
  .strictObject({
    words: z.array(
      z.strictObject({
        ids: z.array(text).length(1),
        ofAnybody: z.boolean().default(false),
        zh: z.array(text).default([]),
        en: z.array(text).default([]),
      }),
    ),
  })
  .transform(({ words }) =>
    words.map(({ ids, ofAnybody, zh, en }) => ({
      ids,
      words: [...zh, ...en],
      isOfAnybody: ofAnybody,
    })),
  );

const descriptions = z
  .array(z.strictObject({ ids: z.array(text).min(1), by: z.array(z.array(text).min(1)).min(2) }))
  .default([]);
export const describedSchema = z.strictObject({ outlets: descriptions, offers: descriptions });

export const followUpsSchema = z.strictObject({
  zh: z.array(text).min(1),
  en: z.array(text).min(1),
});

const shortForm = z.strictObject({ means: text, typed: z.array(text).min(1) });
const shortForms = z.array(shortForm);
export const shorthandSchema: z.ZodType<readonly Shorthand[]> = z
  .strictObject({
    shorthand: shortForms,
    placesInLists: shortForms.default([]),
    beforeNumbers: shortForms.default([]),
    afterNumbers: z
      .array(shortForm.extend({ exceptAfter: z.array(z.int().nonnegative()).default([]) }))
      .default([]),
  })
  .transform(({ shorthand, placesInLists, beforeNumbers, afterNumbers }) => [
    ...shorthand,
    ...placesInLists.map((place) => ({ ...place, isPlaceInList: true as const })),
    ...beforeNumbers.map((one) => ({ ...one, besideNumber: 'before' as const })),
    ...afterNumbers.map((one) => ({ ...one, besideNumber: 'after' as const })),
  ]);
