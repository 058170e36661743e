import { parentPort, workerData } from 'node:worker_threads';
import { deskOf, type Folders, type Learnt, learnFrom, problemLines } from '../desk.ts';
import type { Print } from '../files/kept.ts';
import { askOwnerQuestions } from '../owner-questions.ts';
import { Problem } from '../problem.ts';

// Checking and learning take a second: done in the bot's own thread, answers would come late meanwhile.
const { folders, keep, known }: PrepareTask = workerData;
try {
  const learnt = await learnFrom(folders, keep);
  const { problems } = await askOwnerQuestions(folders.data, async () => deskOf(folders, learnt));
  const isKnown = learnt.learntFrom !== null && learnt.learntFrom === known;
  answer(
    problems.length === 0
      ? { problem: null, learnt: { ...learnt, learning: isKnown ? null : learnt.learning } }
      : { problem: problemLines(problems) },
  );
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  answer({ problem: error.message });
}

function answer(prepared: Prepared): void {
  parentPort?.postMessage(prepared);
}

export type PrepareTask = {
  readonly folders: Folders;
  readonly keep: string;
  /** The learning that the bot has already: five megabytes that need not be handed over. */
  readonly known: Print;
};
/** What a desk is opened with, or what does not hold together. A learning that is known is left out. */
export type Prepared =
  | { readonly problem: string }
  | {
      readonly problem: null;
      readonly learnt: Omit<Learnt, 'learning'> & { readonly learning: Learnt['learning'] | null };
    };
