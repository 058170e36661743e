import type { Bilingual } from '../bilingual.ts';
import type { Source } from '../source.ts';

/** Who does a step. */
export type StepRole = 'hall-staff' | 'hall-manager' | 'complaint-officer';

/** One thing to do about a complaint, that a hall worker can do and see done. */
export type Step = {
  readonly id: string;
  readonly title: Bilingual;
  readonly task: Bilingual;
  /** What to say to the customer, word for word. */
  readonly say: Bilingual | null;
  /** What must never be done at this step. */
  readonly never: Bilingual | null;
  /** What proves the step: kind and where it is kept. Null where nothing has to be kept. */
  readonly evidence: Bilingual | null;
  readonly who: StepRole;
  /** When the step has to be done, in words. */
  readonly by: Bilingual;
};

/** The steps for one kind of complaint. A changed checklist is a new version: an open case keeps its own. */
export type Checklist = {
  readonly id: string;
  readonly version: number;
  readonly title: Bilingual;
  readonly about: Bilingual;
  readonly source: Source;
  readonly steps: readonly Step[];
};
