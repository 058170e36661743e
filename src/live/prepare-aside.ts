import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Problem } from '../problem.ts';
import type { HandedOver } from './handed-over.ts';
import type { Prepared, PrepareTask } from './prepare-worker.ts';

/**
 * Checks the folders and learns from them in a thread of its own, until the signal stops it. Rejects with a Problem
 * `data`.
 */
export async function prepareAside(task: PrepareTask, signal: AbortSignal): Promise<HandedOver> {
  const worker = new Worker(new URL('./prepare-worker.ts', import.meta.url), { workerData: task });
  try {
    const [prepared]: readonly Prepared[] = await once(worker, 'message', { signal });
    if (prepared === undefined) throw new Error('the worker said nothing');
    if (prepared.problem !== null) throw new Problem('data', prepared.problem);
    return prepared.handed;
  } finally {
    await worker.terminate();
  }
}
