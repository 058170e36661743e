import { parentPort, workerData } from 'node:worker_threads';
import { type Folders, openDesk, type Question } from '../desk.ts';

// Explaining needs every example, which takes a second of work: done in the bot's own thread, that second would cost
// it the connection to Slack.
const { folders, keep, question }: Task = workerData;
const { explain } = await openDesk(folders, keep);
parentPort?.postMessage(await explain(question));

/** What the worker is given; it answers one `Explanation` and ends. */
export type Task = {
  readonly folders: Folders;
  readonly keep: string | null;
  readonly question: Question;
};
