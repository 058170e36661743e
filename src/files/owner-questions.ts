import { z } from 'zod';
import type { Day } from '../calendar/day.ts';
import { LEVELS, type Level } from '../policy/policy.ts';
import type { DataProblem } from '../problem.ts';
import { openFolder } from './folder.ts';
import { day } from './policy-schemas.ts';

/** A question that the owner of a policy set expects to be answered in one way. */
export type OwnerQuestion = {
  readonly ask: string;
  /** The day that the bot believes in. */
  readonly on: Day;
  /** The level of the one cell that answers; `none` where nothing may be offered. Null where it is not said. */
  readonly level: Level | 'none' | null;
  /** Facts that the answer must have; it may have more. */
  readonly facts: Readonly<Record<string, unknown>>;
};

/** A question with a way to say where it stands. */
export type PlacedQuestion = {
  readonly question: OwnerQuestion;
  /** The folder of the policy set beside which it lies. */
  readonly set: string;
  readonly problem: (message: string) => DataProblem;
};

const schema: z.ZodType<readonly OwnerQuestion[]> = z
  .strictObject({
    questions: z.array(
      z
        .strictObject({
          ask: z.string('a text: put it in quotes').trim().min(1, 'this text is empty'),
          on: day,
          level: z
            .enum([...LEVELS, 'none'])
            .nullable()
            .default(null),
          facts: z.record(z.string(), z.unknown()).default({}),
        })
        .refine(
          ({ level, facts }) => level !== null || Object.keys(facts).length > 0,
          'nothing is expected: give "level" or "facts"',
        ),
    ),
  })
  .transform(({ questions }) => questions);

const FILE = 'questions';

/** The questions that lie beside the campaigns, where there are any, and what is wrong with their files. */
export function loadOwnerQuestions(root: string): {
  readonly questions: readonly PlacedQuestion[];
  readonly problems: readonly DataProblem[];
} {
  const folder = openFolder(root);
  const questions = folder
    .folders('campaigns')
    .filter((set) => folder.names(`campaigns/${set}`).includes(FILE))
    .flatMap((set) => {
      const place = `campaigns/${set}`;
      const located = folder.read(`${place}/${FILE}.yaml`, schema);
      return (located?.value ?? []).map((question, index) => ({
        question,
        set,
        problem: (message: string) =>
          located?.problemAt(['questions', index], message) ?? {
            file: place,
            line: 1,
            path: '',
            message,
          },
      }));
    });
  return { questions, problems: folder.problems() };
}
