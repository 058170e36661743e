import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Problem } from '../problem.ts';
import type { Prepared, PrepareTask } from './prepare-worker.ts';

/** Checks the folders and learns from them in a thread of its own. Rejects with a Problem `data`. */
export async function prepareAside(task: PrepareTask): Promise<void> {
  const worker = new Worker(new URL('./prepare-worker.ts', import.meta.url), { workerData: task });
  try {
    const [prepared]: readonly Prepared[] = await once(worker, 'message');
    if (prepared?.problem != null) throw new Problem('data', prepared.problem);
  } finally {
    await worker.terminate();
  }
}
