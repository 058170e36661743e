import { isDeepStrictEqual } from 'node:util';
import type { Answer } from './answers/answer.ts';
import type { Desk } from './desk.ts';
import { loadOwnerQuestions, type OwnerQuestion } from './files/owner-questions.ts';
import type { DataProblem } from './problem.ts';

/**
 * Asks the desk what the owners of the policy expect of it; a problem for each answer that is another one. The desk is
 * opened only where there is a question.
 */
export async function askOwnerQuestions(
  dataFolder: string,
  open: () => Promise<Pick<Desk, 'ask'>>,
): Promise<{ readonly asked: number; readonly problems: readonly DataProblem[] }> {
  const { questions, problems } = loadOwnerQuestions(dataFolder);
  if (questions.length === 0) return { asked: 0, problems };
  const desk = await open();
  const wrong = questions.flatMap(({ question, problem }) => {
    const { ask: text, on: today } = question;
    const { answer } = desk.ask({ text, today, context: null });
    return differences(question, answer).map((difference) =>
      problem(`"${text}" on ${today}: ${difference}`),
    );
  });
  return { asked: questions.length, problems: [...problems, ...wrong] };
}

function differences({ level, facts }: OwnerQuestion, answer: Answer): readonly string[] {
  return [
    ...(level === null ? [] : levelDifference(level, answer)),
    ...Object.entries(facts).flatMap(([name, expected]) => {
      const got = answer.facts[name];
      if (isDeepStrictEqual(got, expected)) return [];
      return [`${name} is ${JSON.stringify(got) ?? 'not there'}, not ${JSON.stringify(expected)}`];
    }),
  ];
}

function levelDifference(
  expected: OwnerQuestion['level'],
  { intent, facts }: Answer,
): readonly string[] {
  const { cells } = facts;
  if (!Array.isArray(cells)) return [`it is read as ${intent}, which has no level`];
  const levels: readonly string[] = cells.map((cell: { level: string }) => cell.level);
  const got = levels.length === 0 ? 'none' : levels.join(', ');
  return got === expected ? [] : [`the level is ${got}, not ${expected}`];
}
