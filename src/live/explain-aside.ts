import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Explanation } from '../language/explain.ts';
import type { Task } from './explain-worker.ts';

/** Why a question is read as it is, found out in a thread of its own. Rejects with what went wrong there. */
export async function explainAside(task: Task): Promise<Explanation> {
  const worker = new Worker(new URL('./explain-worker.ts', import.meta.url), { workerData: task });
  try {
    // `once` rejects when the worker fails.
    const [explanation]: readonly Explanation[] = await once(worker, 'message');
    if (explanation === undefined) throw new Error('the worker said nothing');
    return explanation;
  } finally {
    await worker.terminate();
  }
}
