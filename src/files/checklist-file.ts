import { z } from 'zod';
import {
  type Checklist,
  type Choice,
  EVIDENCE_FIELDS,
  EVIDENCE_KINDS,
  type EvidenceWanted,
  SIGNERS,
  type Step,
  type StepDue,
  type StepQuestion,
} from '../checklists/checklist.ts';
import { type Condition, namedIn } from '../checklists/condition.ts';
import type { FolderReader } from './folder.ts';
import { both, bothShape, clause, id, version } from './policy-schemas.ts';
import { folderOf } from './set-folder.ts';
import type { Located } from './yaml.ts';

const CHECKLISTS = 'checklists';

const YES_NO: readonly Choice[] = [
  { id: 'yes', name: { zh: '是', en: 'Yes' } },
  { id: 'no', name: { zh: '不是', en: 'No' } },
];

const question: z.ZodType<StepQuestion> = z.strictObject({
  id,
  question: both,
  choices: z
    .array(z.strictObject({ id, name: both }))
    .min(2, 'a question has two answers at least')
    // As many buttons stand in one row on a phone.
    .max(5, 'a question has five answers at most')
    .default([...YES_NO]),
});

const evidence: z.ZodType<EvidenceWanted> = z
  .strictObject({
    ...bothShape,
    kinds: z
      .array(z.enum(EVIDENCE_KINDS, oneOf(EVIDENCE_KINDS)))
      .min(1)
      .default([...EVIDENCE_KINDS]),
    needs: z
      .array(z.enum(EVIDENCE_FIELDS, oneOf(EVIDENCE_FIELDS)))
      .min(1)
      .default([...EVIDENCE_FIELDS]),
    signedBy: z.array(z.enum(SIGNERS, oneOf(SIGNERS))).default([]),
    notNeededFor: z.array(id).default([]),
  })
  .transform(({ zh, en, ...wanted }) => ({ words: { zh, en }, ...wanted }));

/** `{ contract-runs: yes }` (all of them), `{ forms: [missing, none] }` (one of these), `{ any: [...] }`, `{ all: [...] }`. */
const WHEN = 'write { question: answer }, { any: [{ … }] } or { all: [{ … }] }';
const answer = z.string('the id of an answer, such as yes');
const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z
      .record(id, z.union([answer, z.array(answer).min(1, WHEN)]), WHEN)
      .refine((facts) => Object.keys(facts).length > 0, WHEN)
      .transform(factsAs),
    z.strictObject({ any: z.array(condition).min(1, WHEN) }),
    z.strictObject({ all: z.array(condition).min(1, WHEN) }),
  ]),
);

function factsAs(facts: Readonly<Record<string, string | readonly string[]>>): Condition {
  const parts = Object.entries(facts).map(([fact, is]): Condition => {
    if (typeof is === 'string') return { fact, is };
    const [only, ...more] = is.map((one) => ({ fact, is: one }));
    return only !== undefined && more.length === 0
      ? only
      : { any: is.map((one) => ({ fact, is: one })) };
  });
  const [only, ...more] = parts;
  return only !== undefined && more.length === 0 ? only : { all: parts };
}

const MOST_DAYS = 60;
const days = z.int('whole days').min(0).max(MOST_DAYS);
const DUE =
  'one of customer-leaves, same-day, event, { workingDays: 1 }, { beforeDeadline: 1 }, { afterAnswer: 7 }';
const due: z.ZodType<StepDue> = z.union([
  z.enum(['customer-leaves', 'same-day', 'event'], DUE).transform((kind): StepDue => ({ kind })),
  z
    .strictObject({ workingDays: days.min(1) })
    .transform((one): StepDue => ({ kind: 'working-days', days: one.workingDays })),
  z
    .strictObject({ beforeDeadline: days })
    .transform((one): StepDue => ({ kind: 'before-deadline', days: one.beforeDeadline })),
  z
    .strictObject({ afterAnswer: days })
    .transform((one): StepDue => ({ kind: 'after-answer', days: one.afterAnswer })),
]);

const step: z.ZodType<Step> = z
  .strictObject({
    id,
    title: both,
    task: both,
    say: both.nullable().default(null),
    never: both.nullable().default(null),
    evidence: evidence.nullable().default(null),
    asks: question.nullable().default(null),
    when: condition.nullable().default(null),
    required: z.boolean().default(true),
    mayNotApply: both.nullable().default(null),
    answersHoldSince: version.nullable().default(null),
    who: z.enum(['hall-staff', 'hall-manager', 'complaint-officer']),
    by: z.strictObject({ ...bothShape, due: due.default({ kind: 'event' }) }),
  })
  .transform(({ required, by, ...rest }) => ({
    ...rest,
    isRequired: required,
    by: { zh: by.zh, en: by.en },
    due: by.due,
  }));

const checklistSchema: z.ZodType<Checklist> = z
  .strictObject({
    id,
    version,
    title: both,
    about: both,
    document: both,
    clause,
    steps: z.array(step).min(1),
  })
  .transform(({ document, clause: of, ...checklist }) => ({
    ...checklist,
    source: { document, clause: of },
  }));

/** Every version of every checklist, oldest first: `<id>.yaml`, then `<id>.v2.yaml` and on. */
export function loadChecklists(folder: FolderReader): readonly Checklist[] {
  const located = folder.names(CHECKLISTS).flatMap((file) => {
    const one = folder.read(`${CHECKLISTS}/${file}.yaml`, checklistSchema);
    if (one === null) return [];
    checkName(folder, one, file);
    checkSteps(folder, one);
    return [one];
  });
  const all = located.map(({ value }) => value);
  for (const one of located) checkFormer(folder, one, all);
  return all.toSorted((one, other) =>
    one.id === other.id ? one.version - other.version : one.id < other.id ? -1 : 1,
  );
}

function checkName(folder: FolderReader, one: Located<Checklist>, file: string): void {
  const name = folderOf(one.value.id, one.value.version);
  if (name === file) return;
  const wanted = one.value.version === 1 ? '' : `, not "${name}.yaml"`;
  folder.report(one.problemAt(['id'], `the file is called "${file}.yaml"${wanted}`));
}

/** Open cases keep their version, so that none may go. */
function checkFormer(
  folder: FolderReader,
  { value, problemAt }: Located<Checklist>,
  all: readonly Checklist[],
): void {
  if (value.version === 1) return;
  if (all.some(({ id: of, version: no }) => of === value.id && no === value.version - 1)) return;
  const missing = `${folderOf(value.id, value.version - 1)}.yaml`;
  folder.report(problemAt(['version'], `"${missing}" is missing: open cases may go by it`));
}

function checkSteps(folder: FolderReader, { value, problemAt }: Located<Checklist>): void {
  const asked = new Map<string, readonly string[]>();
  value.steps.forEach((one, index) => {
    const report = (at: readonly PropertyKey[], message: string): void =>
      folder.report(problemAt(['steps', index, ...at], message));
    if (value.steps.findIndex((other) => other.id === one.id) !== index)
      report([], `"${one.id}" stands twice`);
    for (const { fact, is } of one.when === null ? [] : namedIn(one.when)) {
      const choices = asked.get(fact);
      if (choices === undefined) report(['when'], `no step before this one asks "${fact}"`);
      else if (!choices.includes(is))
        report(['when'], `"${is}" is no answer to "${fact}": it has ${choices.join(', ')}`);
    }
    const choices = one.asks?.choices.map((choice) => choice.id) ?? [];
    for (const is of one.evidence?.notNeededFor ?? [])
      if (!choices.includes(is))
        report(['evidence', 'notNeededFor'], `"${is}" is no answer that this step asks for`);
    if (choices.some((is, at) => choices.indexOf(is) !== at))
      report(['asks', 'choices'], 'an answer stands twice');
    if (one.asks !== null) {
      if (asked.has(one.asks.id)) report(['asks', 'id'], `"${one.asks.id}" is asked twice`);
      asked.set(one.asks.id, choices);
    }
    if (!one.isRequired && one.mayNotApply !== null)
      report(['mayNotApply'], 'a step that is not required may be left out anyway');
  });
}

function oneOf(names: readonly string[]): string {
  return `one of ${names.join(', ')}`;
}
