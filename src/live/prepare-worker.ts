import { parentPort, workerData } from 'node:worker_threads';
import { type Folders, openDesk, problemLines } from '../desk.ts';
import { askOwnerQuestions } from '../owner-questions.ts';
import { Problem } from '../problem.ts';

// Checking and learning take a second: done in the bot's own thread, answers would come late meanwhile. What was
// learnt is kept, and the bot takes it from there in an instant.
const { folders, keep }: PrepareTask = workerData;
try {
  const desk = await openDesk(folders, keep);
  const { problems } = await askOwnerQuestions(folders.data, async () => desk);
  const problem = problems.length === 0 ? null : problemLines(problems);
  parentPort?.postMessage({ problem } satisfies Prepared);
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  parentPort?.postMessage({ problem: error.message } satisfies Prepared);
}

export type PrepareTask = { readonly folders: Folders; readonly keep: string };
/** What does not hold together, or null where everything does. */
export type Prepared = { readonly problem: string | null };
