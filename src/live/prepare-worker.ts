import { parentPort, workerData } from 'node:worker_threads';
import { deskOf, type Folders, learnFrom, problemLines } from '../desk.ts';
import type { Print } from '../files/kept.ts';
import { askOwnerQuestions } from '../owner-questions.ts';
import { Problem } from '../problem.ts';
import { type HandedOver, packed } from './handed-over.ts';

// Checking and learning take a second: done in the bot's own thread, answers would come late meanwhile.
const { folders, keep, known }: PrepareTask = workerData;
try {
  const learnt = await learnFrom(folders, keep);
  const { problems } = await askOwnerQuestions(folders.data, async () => deskOf(folders, learnt));
  answer(
    problems.length === 0
      ? { problem: null, handed: packed(learnt, known) }
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
  /** The learning that the bot has already. */
  readonly known: Print;
};
/** What a desk is opened with, or what does not hold together. */
export type Prepared =
  | { readonly problem: string }
  | { readonly problem: null; readonly handed: HandedOver };
