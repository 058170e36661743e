import type { TurnContext } from 'botbuilder-core';
import type { BotWorker } from 'botkit';
import type { Answer } from '../answers/answer.ts';
import type { Context } from '../language/reading.ts';
import type { Inbound, Question, StepHere, Turn } from './turn.ts';

/**
 * What one turn works on. It travels beside Botkit, on the turn's own context: Botkit's messages carry the id of an
 * answer, and `answers` has the answer, so that no word of a person or of an answer is ever a template (fault B3).
 */
export type TurnWork = {
  readonly inbound: Inbound;
  /** The case that is walked in this place. */
  readonly step: StepHere | null;
  readonly remembered: Context | null;
  readonly answers: Map<string, Answer>;
  /** What was asked in the end: the words of a message, or those that a pressed button stands for. */
  question: Question | null;
  /** The context after the answer. */
  context: Context | null;
  turn: Turn | { readonly kind: 'step' } | null;
  /** What `ask` threw: Botkit wraps it on its way out. */
  failure: { readonly error: unknown } | null;
};

const WORK = Symbol('the work of this turn');

export function startWork(context: TurnContext, work: TurnWork): void {
  context.turnState.set(WORK, work);
}

export function workOf(context: TurnContext): TurnWork {
  const work: TurnWork | undefined = context.turnState.get(WORK);
  if (work === undefined) throw new Error('a Botkit turn that did not come through the adapter');
  return work;
}

/** The turn that a Botkit handler runs in. Never keep it, or the bot, beyond the handler (fault B2). */
export function contextOf(bot: BotWorker): TurnContext {
  return bot.getConfig('context');
}
