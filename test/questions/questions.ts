import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Day } from '../../src/calendar/day.ts';
import { INTENTS } from '../../src/language/reading.ts';

/** A folder for each author. */
const SETS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
  'twenty-first',
  'twenty-second',
  'twenty-third',
  'twenty-fourth',
  'twenty-fifth',
  'twenty-sixth',
  'twenty-seventh',
  'twenty-eighth',
  'twenty-ninth',
  'thirtieth',
  'thirty-first',
  'thirty-second',
  'thirty-third',
  'thirty-fourth',
  'thirty-fifth',
  'thirty-sixth',
  'thirty-seventh',
  'thirty-eighth',
  'thirty-ninth',
  'fortieth',
  'forty-first',
  'forty-second',
  'forty-third',
  'forty-fourth',
  'forty-fifth',
  'forty-sixth',
  'forty-seventh',
  'forty-eighth',
  'forty-ninth',
  'fiftieth',
  'fifty-first',
  'fifty-second',
  'fifty-third',
  'fifty-fourth',
  'fifty-fifth',
];
const HERE = import.meta.dirname;
/** The day that the bot believes in where a question names none. */
export const TODAY = '2015-02-10' as Day;

const span = z.strictObject({ from: z.string(), to: z.string() });
const entities = z.strictObject({
  outlets: z.array(z.string()).default([]),
  offers: z.array(z.string()).default([]),
  deposit: z.number().nullable().default(null),
  households: z.number().nullable().default(null),
  date: z.string().nullable().default(null),
  window: span.nullable().default(null),
  contract: z.string().nullable().default(null),
  checklist: z.string().nullable().default(null),
});
const question = z.strictObject({
  text: z.string(),
  entities: entities.prefault({}),
  facts: z.record(z.string(), z.unknown()).default({}),
  today: z.string().default(TODAY),
  hard: z.boolean().default(false),
});
const questionFile = z.strictObject({ questions: z.array(question) });
const dialogueFile = z.strictObject({
  dialogues: z.array(
    z.strictObject({
      id: z.string(),
      turns: z.array(question.extend({ intent: z.enum(INTENTS) })),
    }),
  ),
});

export type Question = z.infer<typeof question> & { readonly intent: (typeof INTENTS)[number] };
export type Dialogue = { readonly id: string; readonly turns: readonly Question[] };

/** The questions that are held apart from the examples, each with what an outside examiner expects. */
export function questionsOf(): readonly Question[] {
  return SETS.flatMap((set) => questionsIn(join(HERE, set)));
}

export function dialoguesOf(): readonly Dialogue[] {
  return SETS.flatMap((set) => dialoguesIn(join(HERE, set)));
}

/** The questions of one author's folder, a file for each intent. Throws where a file is missing or is no such list. */
export function questionsIn(folder: string): readonly Question[] {
  return INTENTS.flatMap((intent) =>
    questionFile
      .parse(parse(readFileSync(join(folder, `${intent}.yaml`), 'utf8')))
      .questions.map((one) => ({ ...one, intent })),
  );
}

export function dialoguesIn(folder: string): readonly Dialogue[] {
  const text = readFileSync(join(folder, 'dialogues.yaml'), 'utf8');
  return dialogueFile.parse(parse(text)).dialogues;
}
