import type { Checklist, Step } from '../checklists/checklist.ts';
import { type Fact, type Verdict, verdictOf } from '../checklists/condition.ts';
import type { Case, StepAnswer } from './case.ts';

/**
 * Where a step stands. `open`: to be answered. `done`, `passed`: answered. `off`: does not apply; an answer that it has
 * is kept, and counts again when it does. `later`: an earlier answer decides whether it applies.
 */
export type StepState = 'open' | 'done' | 'passed' | 'off' | 'later';

export type StepStanding = {
  readonly step: Step;
  /** Its place in the checklist, from 1. */
  readonly number: number;
  readonly state: StepState;
  readonly answer: StepAnswer | null;
  readonly needsHelp: boolean;
};

/** Every step of the checklist that a case is walked by. */
export function standingOf(
  { answers, help }: Pick<Case, 'answers' | 'help'>,
  checklist: Checklist,
): readonly StepStanding[] {
  const facts = new Map<string, Fact>();
  return checklist.steps.map((step, index) => {
    const verdict: Verdict =
      step.when === null ? 'holds' : verdictOf(step.when, (id) => facts.get(id) ?? 'none');
    const answer = answers[step.id] ?? null;
    const state = stateOf(verdict, answer);
    if (step.asks !== null) facts.set(step.asks.id, factOf(state, answer));
    return { step, number: index + 1, state, answer, needsHelp: Object.hasOwn(help, step.id) };
  });
}

function stateOf(verdict: Verdict, answer: StepAnswer | null): StepState {
  if (verdict === 'fails') return 'off';
  if (verdict === 'open') return 'later';
  if (answer === null) return 'open';
  return answer.what === 'done' ? 'done' : 'passed';
}

function factOf(state: StepState, answer: StepAnswer | null): Fact {
  if (state === 'open' || state === 'later') return 'open';
  if (state !== 'done' || answer?.what !== 'done' || answer.choice === null) return 'none';
  return { choice: answer.choice };
}

/** The step to ask now: the first open one, those that wait for help last; null where all is answered. */
export function nextStep(standing: readonly StepStanding[]): StepStanding | null {
  const open = standing.filter(({ state }) => state === 'open');
  return open.find(({ needsHelp }) => !needsHelp) ?? open[0] ?? null;
}

/** How far a case is: steps answered, of those that apply or may yet. */
export function progressOf(standing: readonly StepStanding[]): {
  readonly done: number;
  readonly all: number;
} {
  const counted = standing.filter(({ state }) => state !== 'off');
  const done = counted.filter(({ state }) => state === 'done' || state === 'passed');
  return { done: done.length, all: counted.length };
}
