import type { Day } from '../calendar/day.ts';
import type { Checklist } from '../checklists/checklist.ts';
import type { IntentEntry } from '../language/lexicon.ts';
import type { Reading } from '../language/reading.ts';
import type { Policy } from '../policy/policy.ts';
import type { CaseHint, Facts, Words } from './answer.ts';
import type { ContractsFound } from './contracts-found.ts';

/** Everything that an answer may rest on. `today` is read once, at the door. */
export type World = {
  readonly policy: Policy;
  readonly checklists: readonly Checklist[];
  readonly intents: readonly IntentEntry[];
  readonly today: Day;
  /** What was looked up for a question about contracts; left out where nobody looked. */
  readonly contracts?: ContractsFound;
};

/** What one intent says to a reading. `intent` is given where the reading turned out to be another one. */
export type Said = {
  readonly intent?: Reading['intent'];
  readonly facts: Facts;
  readonly words: Words;
  readonly opensCase?: CaseHint;
};

export type Answerer = (reading: Reading, world: World) => Said;
