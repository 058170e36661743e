import { randomBytes } from 'node:crypto';
import type { BotWorker } from 'botkit';
import { openAnswerMemory } from './answer-memory.ts';
import { openBotkitStorage } from './botkit-storage.ts';
import { openContextMemory } from './context-memory.ts';
import { openLanes } from './lanes.ts';
import { chosenOption, type Pending } from './pending.ts';
import { placeOf } from './place.ts';
import { addQuestionDialog, QUESTION, type Reply } from './question-dialog.ts';
import { openRecords } from './records.ts';
import { SafeBotkit } from './safe-botkit.ts';
import { turnTemplatesOff } from './templates-off.ts';
import type { Ask, Conversations, Inbound, Memory, StepHere } from './turn.ts';
import { STEP_TAKEN, TurnAdapter } from './turn-adapter.ts';
import { contextOf, type TurnWork, workOf } from './turn-work.ts';

export type ConversationPorts = {
  readonly ask: Ask;
  /** Where contexts are kept. */
  readonly memory: Memory;
  /** Where Botkit's state is kept; may be the same place. */
  readonly storage: Memory;
  readonly now: () => number;
  /** Told when a memory fails; people are answered all the same. */
  readonly onProblem: (error: unknown) => void;
  readonly times?: Partial<Times>;
  /** Whether questions are kept for `answered`; without personal data. Nobody may ask about answers without. */
  readonly keepsQuestions: boolean;
};

export type Times = {
  /** How long a direct message remembers what was spoken of. */
  readonly directMs: number;
  /** How long a thread does: it is about one thing. */
  readonly threadMs: number;
  /** How long a question that was asked back can be answered by a button or a number. */
  readonly questionMs: number;
  /** How long one may ask why an answer was given, or say that it was wrong. */
  readonly answerMs: number;
};

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const TIMES: Times = {
  directMs: 30 * MINUTE,
  threadMs: 7 * DAY,
  questionMs: 7 * DAY,
  answerMs: 7 * DAY,
};

export function openConversations(ports: ConversationPorts): Conversations {
  turnTemplatesOff();
  const times = { ...TIMES, ...ports.times };
  const { now, onProblem } = ports;
  const contexts = openContextMemory(openRecords({ memory: ports.memory, now, onProblem }));
  const records = openRecords({ memory: ports.storage, now, onProblem });
  const answers = openAnswerMemory(records);
  const adapter = new TurnAdapter();
  const storage = openBotkitStorage(records, times.questionMs);
  const botkit = new SafeBotkit({ adapter, storage });
  const inLane = openLanes();
  teach(botkit, ports.ask);

  const take = (
    inbound: Inbound,
    step: StepHere | null,
  ): Promise<NonNullable<TurnWork['turn']>> => {
    const place = placeOf(inbound.key);
    return inLane(place, async () => {
      const remembered = await contexts.recall(place);
      const work: TurnWork = {
        inbound,
        step,
        remembered,
        answers: new Map(),
        question: null,
        context: null,
        turn: null,
        failure: null,
      };
      try {
        await adapter.run(work, (context) => botkit.handleTurn(context));
      } catch (error) {
        throw work.failure === null ? error : work.failure.error;
      }
      const turn = turnOf(work);
      if (turn.kind === 'answer') {
        const ttlMs = inbound.key.thread === null ? times.directMs : times.threadMs;
        await contexts.keep(place, work.context, ttlMs);
        if (ports.keepsQuestions && work.question !== null) {
          await answers.keep(turn, work.question, times.answerMs);
        }
      }
      return turn;
    });
  };

  return {
    receive: async (inbound) => {
      const turn = await take(inbound, null);
      if (turn.kind === 'step') throw new Error('a step was taken where no case is walked');
      return turn;
    },
    walk: take,
    isOpen: (key) => contexts.has(placeOf(key)),
    answered: answers.recall,
  };
}

function teach(botkit: SafeBotkit, ask: Ask): void {
  const reply = replyWith(botkit, ask);
  const always = async (): Promise<boolean> => true;

  // A press on a question that is not the one being asked must not answer the one that is.
  botkit.interrupts(
    async (message) => {
      const pending = await botkit.pending.get(message.context);
      const { inbound } = workOf(message.context);
      return pending === undefined || chosenOption(inbound, pending) === undefined;
    },
    'block_actions',
    async (bot) => {
      workOf(contextOf(bot)).turn = { kind: 'stale' };
    },
  );

  botkit.hears(always, 'message', async (bot) => {
    const { id, asksBack } = await reply(bot);
    if (asksBack) await bot.beginDialog(QUESTION, { asked: id });
    else await bot.say(id);
  });

  addQuestionDialog(botkit, reply);
}

function replyWith(botkit: SafeBotkit, ask: Ask): Reply {
  return async (bot: BotWorker) => {
    const context = contextOf(bot);
    const work = workOf(context);
    const pending = await botkit.pending.get(context);
    const option = pending === undefined ? undefined : chosenOption(work.inbound, pending);
    const { step } = work;
    if (step !== null && option === undefined) {
      const asked = pending?.step?.caseId === step.standing.caseId ? pending.step : null;
      const taken = await failing(work, () => step.take(asked));
      if (taken !== null) {
        if (taken.next === null) await botkit.pending.delete(context);
        else await botkit.pending.set(context, cursorAt(taken.next, work));
        return { id: STEP_TAKEN, asksBack: taken.next !== null };
      }
    }
    const question =
      option === undefined || pending === undefined
        ? { text: work.inbound.text, context: work.remembered }
        : { text: option.says, context: pending.context };
    const asked = await failing(work, () => ask(question, work.inbound.key.user));
    // Why an answer was given is asked of the text that was read.
    work.question = { ...question, text: asked.askedAs ?? question.text };
    const id = randomBytes(9).toString('base64url');
    const { choices } = asked.answer.words;
    work.answers.set(id, asked.answer);
    work.context = asked.context;
    if (choices === null && step === null) await botkit.pending.delete(context);
    else {
      // A question in the middle of a case is answered, and its step is asked again.
      const options = choices?.options ?? [];
      const next = { asked: id, options, context: asked.context };
      await botkit.pending.set(context, step === null ? next : { ...next, step: step.standing });
    }
    return { id, asksBack: choices !== null || step !== null };
  };
}

/** "The step now being asked", by its id: what is asked lies in our own tables (fault B6). */
function cursorAt(step: NonNullable<Pending['step']>, { remembered }: TurnWork): Pending {
  return { asked: STEP_TAKEN, options: [], context: remembered, step };
}

/** Botkit wraps what is thrown within it; the turn fails with the error itself. */
async function failing<Result>(
  work: TurnWork,
  run: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    work.failure = { error };
    throw error;
  }
}

function turnOf(work: TurnWork): NonNullable<TurnWork['turn']> {
  if (work.turn === null) throw new Error('Botkit ended a turn without an answer');
  return work.turn;
}
