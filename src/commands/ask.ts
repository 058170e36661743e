import { createInterface } from 'node:readline';
import { type Answer, textOf } from '../answers/answer.ts';
import { pictureOf } from '../answers/picture.ts';
import { type Day, parseDay } from '../calendar/day.ts';
import type { Context } from '../language/reading.ts';
import { Problem } from '../problem.ts';
import { type Arguments, readArguments } from './arguments.ts';
import type { ExitCode, Streams } from './outcome.ts';

type AskedQuestion = {
  readonly text: string;
  readonly today: Day;
  readonly context: Context | null;
};

/** The function of the desk that this verb is a door to. */
export type Ask = (question: AskedQuestion) => Answered | Promise<Answered>;
type Answered = { readonly answer: Answer; readonly context: Context | null };

export const ASK_USAGE = `desk ask "question" [--today YYYY-MM-DD] [--explain]
desk ask --jsonl [--today YYYY-MM-DD] < questions`;

const OPTIONS = {
  jsonl: { type: 'boolean' },
  today: { type: 'string' },
  explain: { type: 'boolean' },
} as const;

/** Answers one question, or each line of standard input. */
export async function askCommand(
  args: readonly string[],
  ports: {
    readonly openDesk: () => Promise<{
      readonly ask: Ask;
      readonly explain: (question: AskedQuestion) => Promise<object>;
    }>;
    readonly believe: (given: Day | null) => Day;
  },
  streams: Streams,
): Promise<ExitCode> {
  const given = readArguments(args, OPTIONS);
  const today = ports.believe(given.day('today'));
  if (given.flag('jsonl')) {
    if (given.flag('explain')) throw new Problem('usage', '--explain is for one question');
    if (given.positionals.length > 0)
      throw new Problem('usage', '--jsonl reads its questions from standard input');
    const { ask } = await ports.openDesk();
    return answerLines(ask, today, streams);
  }
  const question = { text: questionOf(given), today, context: null };
  const { ask, explain } = await ports.openDesk();
  const { answer } = await ask(question);
  const why = given.flag('explain') ? { explain: await explain(question) } : {};
  streams.out(JSON.stringify({ ...published(answer), ...why }));
  return 0;
}

function questionOf({ positionals }: Arguments): string {
  const [text, ...rest] = positionals;
  if (text === undefined) throw new Problem('usage', 'what is the question?');
  if (rest.length > 0)
    throw new Problem('usage', 'put the question in quotes: it came as several words');
  return text;
}

async function answerLines(ask: Ask, today: Day, { input, out }: Streams): Promise<ExitCode> {
  const contexts = new Map<string, Context | null>();
  let code: ExitCode = 0;
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    const question = readLine(line, number);
    if ('error' in question) {
      code = 1;
      out(JSON.stringify(question));
      continue;
    }
    const { id, text, conversation } = question;
    const context = conversation === null ? null : (contexts.get(conversation) ?? null);
    const asked = await ask({ text, today: question.today ?? today, context });
    if (conversation !== null) contexts.set(conversation, asked.context);
    out(JSON.stringify({ ...(id === undefined ? {} : { id }), ...published(asked.answer) }));
  }
  return code;
}

type Line = {
  readonly id: unknown;
  readonly text: string;
  readonly conversation: string | null;
  readonly today: Day | null;
};
type BrokenLine = { readonly id?: unknown; readonly line: number; readonly error: string };

function readLine(line: string, number: number): Line | BrokenLine {
  let value: unknown;
  try {
    value = JSON.parse(number === 1 ? line.replace(/^\uFEFF/, '') : line);
  } catch (error) {
    return {
      line: number,
      error: `no JSON: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { line: number, error: 'no JSON object' };
  }
  const { id, text, conversation, today }: Record<string, unknown> = { ...value };
  const broken = (error: string): BrokenLine => ({
    ...(id === undefined ? {} : { id }),
    line: number,
    error,
  });
  if (typeof text !== 'string') return broken('"text" is missing, or no text');
  if (conversation !== undefined && conversation !== null && typeof conversation !== 'string') {
    return broken('"conversation" is no text');
  }
  if (today === undefined || today === null)
    return { id, text, conversation: conversation ?? null, today: null };
  const day = typeof today === 'string' ? parseDay(today) : undefined;
  if (day === undefined) return broken('"today" is no day: write it as 2015-02-10');
  return { id, text, conversation: conversation ?? null, today: day };
}

/** An answer as it is published: facts first, the words as one text. */
function published(answer: Answer): object {
  const { intent, confidence, entities, facts, words, language } = answer;
  const text = [textOf(words), ...pictureLine(answer)].join('\n');
  return { intent, confidence, entities, facts, text, language };
}

/** How to get the picture that was wished for: here it is a command of its own. */
function pictureLine(answer: Answer): readonly string[] {
  const picture = answer.wantsPicture === true ? pictureOf(answer) : null;
  if (picture === null) return [];
  const { kind, day, language } = picture;
  const deposit = picture.kind === 'payout' ? ` --deposit ${picture.deposit}` : '';
  const command = `desk chart ${kind}${deposit} --day ${day} --language ${language}`;
  return [language === 'zh' ? `画图：${command}` : `Picture: ${command}`];
}
