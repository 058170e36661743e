import type { Paper } from '../paper.ts';
import { runWorker } from '../worker-program.ts';

const PDF = {
  file: new URL('./pdf-worker.ts', import.meta.url),
  // A paper of ten pages takes about a second.
  longestMs: 60_000,
  mostBytes: 50 * 2 ** 20,
  failure: 'the PDF could not be written',
};

/** The paper as PDF, written in a process of its own. Rejects where it cannot be written. */
export function renderPdf(paper: Paper): Promise<Uint8Array> {
  return runWorker(PDF, JSON.stringify(paper));
}
