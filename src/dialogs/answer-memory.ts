import { INTENTS } from '../language/reading.ts';
import { withoutPersonalData } from '../personal-data.ts';
import { isContext } from './context-memory.ts';
import { isObject, type Records } from './records.ts';
import type { Answered, Question, Turn } from './turn.ts';

/** What was asked, by the answer that it got: for those who press a button below it days later. */
export type AnswerMemory = {
  readonly keep: (
    turn: Extract<Turn, { kind: 'answer' }>,
    question: Question,
    ttlMs: number,
  ) => Promise<void>;
  readonly recall: (id: string) => Promise<Answered | null>;
};

export function openAnswerMemory(records: Records): AnswerMemory {
  const keyOf = (id: string): string => `answered:${id}`;
  return {
    keep: async ({ id, answer: { intent, confidence, language } }, question, ttlMs) => {
      const answered: Answered = {
        question: { text: withoutPersonalData(question.text), context: nameless(question.context) },
        intent,
        confidence,
        language,
      };
      await records.write(keyOf(id), answered, ttlMs);
    },
    recall: async (id) => {
      const kept = await records.read(keyOf(id));
      return isAnswered(kept) ? kept : null;
    },
  };
}

function nameless(context: Question['context']): Question['context'] {
  if (context === null) return null;
  const { last } = context;
  const { contract } = last.entities;
  if (contract === null) return context;
  const entities = { ...last.entities, contract: withoutPersonalData(contract) };
  return { last: { ...last, entities } };
}

function isAnswered(value: unknown): value is Answered {
  if (!isObject(value) || !isObject(value.question)) return false;
  const { text, context } = value.question;
  return (
    typeof text === 'string' &&
    (context === null || isContext(context)) &&
    INTENTS.some((intent) => intent === value.intent) &&
    typeof value.confidence === 'number' &&
    (value.language === 'zh' || value.language === 'en')
  );
}
