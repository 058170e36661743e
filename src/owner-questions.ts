import { isDeepStrictEqual } from 'node:util';
import type { Answer } from './answers/answer.ts';
import type { Day } from './calendar/day.ts';
import type { Desk } from './desk.ts';
import { loadOwnerQuestions, type OwnerQuestion } from './files/owner-questions.ts';
import { folderOf } from './files/set-folder.ts';
import { activeCampaign } from './policy/campaigns.ts';
import type { Policy } from './policy/policy.ts';
import type { DataProblem } from './problem.ts';

/**
 * Asks the desk what the owners of the policy expect of it; a problem for each answer that is another one. A question
 * about a day on which only other policy sets are in force is theirs to ask: a correction or the next quarter answers
 * otherwise, and means to. The desk is opened only where there is a question.
 */
export async function askOwnerQuestions(
  dataFolder: string,
  open: () => Promise<Pick<Desk, 'ask' | 'policy'>>,
): Promise<{ readonly asked: number; readonly problems: readonly DataProblem[] }> {
  const { questions, problems } = loadOwnerQuestions(dataFolder);
  if (questions.length === 0) return { asked: 0, problems };
  const desk = await open();
  const asked = questions.filter(({ question, set }) => isItsDay(desk.policy, question.on, set));
  const wrong = asked.flatMap(({ question, problem }) => {
    const { ask: text, on: today } = question;
    const { answer } = desk.ask({ text, today, context: null, knowsAll: true });
    return differences(question, answer).map((difference) =>
      problem(`"${text}" on ${today}: ${difference}`),
    );
  });
  return { asked: asked.length, problems: [...problems, ...wrong] };
}

/** Whether a set is in force on a day, or nothing is. */
function isItsDay(policy: Policy, day: Day, set: string): boolean {
  const parts = activeCampaign(policy, day)?.parts ?? [];
  return parts.length === 0 || parts.some(({ id, version }) => folderOf(id, version) === set);
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
