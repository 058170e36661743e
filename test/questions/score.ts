import { isDeepStrictEqual } from 'node:util';
import type { Answer } from '../../src/answers/answer.ts';
import type { Desk } from '../../src/desk.ts';
import type { Context, Intent } from '../../src/language/reading.ts';
import { day } from '../world.ts';
import type { Dialogue, Question } from './questions.ts';

export type Share = { readonly right: number; readonly all: number };
/** `isWrong` where it was answered, and with something else than was asked: it costs more than asking back. */
export type Miss = {
  readonly text: string;
  readonly why: readonly string[];
  readonly isWrong: boolean;
};
export type Score = {
  readonly questions: Readonly<Record<string, Share>>;
  readonly dialogues: Readonly<Record<string, Share>>;
  readonly misses: readonly Miss[];
  /** How many lines there are, and how many of them were answered wrongly. */
  readonly lines: number;
  readonly wrong: number;
};

/** These say nothing of the policy, a contract or a limit: they cannot promise anything. */
const PROMISES_NOTHING: ReadonlySet<Intent> = new Set(['out_of_scope', 'clarify', 'help']);

/** How many questions are read wholly right: intent, every entity, and every fact that is expected. */
export function score(
  desk: Desk,
  questions: readonly Question[],
  dialogues: readonly Dialogue[],
): Score {
  const misses: Miss[] = [];
  const tally: Record<string, { right: number; all: number }> = {};
  const turns = { right: 0, all: 0 };
  const count = (names: readonly string[], isRight: boolean): void => {
    for (const name of names) {
      const before = tally[name] ?? { right: 0, all: 0 };
      tally[name] = { right: before.right + (isRight ? 1 : 0), all: before.all + 1 };
    }
  };
  for (const question of questions) {
    const { reading, answer } = desk.ask({
      text: question.text,
      today: day(question.today),
      context: null,
    });
    const why = differences(question, answer);
    count(
      [
        question.intent,
        question.intent === 'out_of_scope'
          ? 'all_out_of_scope'
          : `all_in_scope_${reading.language}`,
        ...(question.hard ? ['all_hard'] : []),
      ],
      why.length === 0,
    );
    if (why.length > 0) misses.push({ text: question.text, why, isWrong: promises(answer) });
  }
  for (const dialogue of dialogues) {
    let context: Context | null = null;
    for (const [turn, question] of dialogue.turns.entries()) {
      const asked: ReturnType<Desk['ask']> = desk.ask({
        text: question.text,
        today: day(question.today),
        context,
      });
      context = asked.context;
      const why = differences(question, asked.answer);
      turns.all += 1;
      if (why.length === 0) turns.right += 1;
      else
        misses.push({
          text: `${dialogue.id} ${turn + 1}: ${question.text}`,
          why,
          isWrong: promises(asked.answer),
        });
    }
  }
  return {
    questions: tally,
    dialogues: { dialogue_turns: turns },
    misses,
    lines: questions.length + turns.all,
    wrong: misses.filter((miss) => miss.isWrong).length,
  };
}

function promises({ intent }: Answer): boolean {
  return !PROMISES_NOTHING.has(intent);
}

/** Outlets, offers and cells are sets: their order says nothing. */
function asSet(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((one) => JSON.stringify(one)).sort();
}

/** What an answer has otherwise than expected, as it is published; empty where it is wholly right. */
function differences(question: Question, answer: Answer): readonly string[] {
  if (answer.intent !== question.intent) return [`intent ${answer.intent}`];
  // What was found in a sentence that is not ours says nothing.
  if (question.intent === 'out_of_scope' || question.intent === 'help') return [];
  const facts = Object.entries(question.facts)
    .filter(([name, wanted]) => !isDeepStrictEqual(asSet(answer.facts[name]), asSet(wanted)))
    .map(([name, wanted]) => `${name} is not ${JSON.stringify(wanted)}`);
  const entities = Object.entries(question.entities).flatMap(([name, wanted]) => {
    const got = answer.entities[name as keyof Answer['entities']];
    // A complaint of no special kind is the general one, whether or not its author called it so.
    const isGeneral = [got, wanted].every((one) => one === null || one === 'general-complaint');
    if (name === 'checklist' && isGeneral) return [];
    return isDeepStrictEqual(asSet(got), asSet(wanted))
      ? []
      : [`${name} ${JSON.stringify(got)} instead of ${JSON.stringify(wanted)}`];
  });
  return [...entities, ...facts];
}
