import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseDay } from '../../src/calendar/day.ts';
import { EVIDENCE_KINDS, SIGNERS } from '../../src/checklists/checklist.ts';
import { ACCEPTANCES, TOLD_CHANNELS } from '../../src/complaints/case.ts';
import { CLOCK_MARKS } from '../../src/complaints/clocks.ts';

const text = z.string().min(1);
const both = z.strictObject({ zh: text, en: text });
const day = text.transform((value, context) => {
  const parsed = parseDay(value);
  if (parsed !== undefined) return parsed;
  context.addIssue({ code: 'custom', message: `${value} is no day` });
  return z.NEVER;
});
const person = z.enum(['li', 'wang', 'zhao']);

const evidence = z.union([
  z.literal('whole'),
  z.strictObject({
    kind: z.enum(EVIDENCE_KINDS),
    number: text.nullable().default(null),
    kept: text.nullable().default(null),
    day: day.nullable().default(null),
    signedBy: z.array(z.enum(SIGNERS)).default([]),
  }),
]);

const yes = z.literal(true);
const mark = z.enum([...CLOCK_MARKS, 'met']);

const turn = z.strictObject({
  by: person.optional(),
  done: text.optional(),
  choice: text.optional(),
  evidence: evidence.optional(),
  correct: yes.optional(),
  pass: text.optional(),
  reason: text.optional(),
  back: text.optional(),
  help: text.optional(),
  'take-over': text.optional(),
  pause: text.optional(),
  reopen: text.optional(),
  note: text.optional(),
  assign: z.strictObject({ to: person, reason: text }).optional(),
  escalate: z
    .strictObject({ to: z.enum(['hall-manager', 'complaint-officer']), reason: text })
    .optional(),
  resume: yes.optional(),
  move: yes.optional(),
  change: z.strictObject({ checklist: text, reason: text }).optional(),
  tell: z
    .strictObject({ words: both, how: z.enum(TOLD_CHANNELS), accepted: z.enum(ACCEPTANCES) })
    .optional(),
  close: text.optional(),
  again: yes.optional(),
  day: day.optional(),
  restart: yes.optional(),
  refused: text.optional(),
  expect: z
    .strictObject({
      state: z.enum(['open', 'closed']).optional(),
      owner: person.optional(),
      next: text.nullable().optional(),
      done: z.int().optional(),
      all: z.int().optional(),
      off: z.array(text).optional(),
      gaps: z.array(text).optional(),
      legal: mark.optional(),
      branch: mark.optional(),
      paused: z.boolean().optional(),
      askToDelete: z.boolean().optional(),
    })
    .optional(),
});

const story = z.strictObject({
  about: both,
  checklist: text,
  today: day,
  open: z.strictObject({
    by: person,
    words: both,
    outlet: text,
    received: day.optional(),
    contract: text.optional(),
    offer: text.optional(),
  }),
  turns: z.array(turn).min(1),
});

export type Turn = z.infer<typeof turn>;
export type Story = z.infer<typeof story> & { readonly name: string };

/** Every story of the folder. */
export function stories(): readonly Story[] {
  return readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => {
      const read = story.safeParse(parse(readFileSync(join(import.meta.dirname, file), 'utf8')));
      if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}`);
      return { ...read.data, name: file.replace(/\.yaml$/, '') };
    });
}
