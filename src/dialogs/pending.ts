import type { Choice } from '../answers/answer.ts';
import { choiceNamed } from '../answers/choice-named.ts';
import type { Context } from '../language/reading.ts';
import { isContext } from './context-memory.ts';
import { isObject } from './records.ts';

import type { Inbound, StepAsked } from './turn.ts';

/** The question being asked of one person. `context` is the one that its options are meant in. */
export type Pending = {
  readonly asked: string;
  readonly options: readonly Choice[];
  readonly context: Context | null;
  /** The step of a case that this person was asked; only a cursor, the case itself lies in our own tables. */
  readonly step?: StepAsked;
};

/** The option that a message or a press names, or undefined where it is something else. */
export function chosenOption(inbound: Inbound, pending: Pending): Choice | undefined {
  const { choice } = inbound;
  if (choice === null) return choiceNamed(inbound.text, pending.options);
  if (choice.asked !== pending.asked) return undefined;
  return pending.options.find((option) => option.id === choice.option);
}

export function isPending(value: unknown): value is Pending {
  return (
    isObject(value) &&
    typeof value.asked === 'string' &&
    Array.isArray(value.options) &&
    value.options.every(isChoice) &&
    (value.context === null || isContext(value.context)) &&
    (value.step === undefined || isStepAsked(value.step))
  );
}

function isStepAsked(value: unknown): value is StepAsked {
  return isObject(value) && typeof value.caseId === 'string' && typeof value.asking === 'string';
}

function isChoice(value: unknown): value is Choice {
  return (
    isObject(value) && ['id', 'label', 'says'].every((name) => typeof value[name] === 'string')
  );
}
