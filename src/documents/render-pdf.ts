import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Paper } from '../paper.ts';

const WORKER = fileURLToPath(new URL('./pdf-worker.ts', import.meta.url));
/** WebAssembly is compiled quickly, not well: it is used for a second. */
const FLAGS = ['--liftoff-only'];
/** A paper of ten pages takes about a second; one that takes this long hangs. */
const LONGEST_MS = 60_000;
const MOST_BYTES = 50 * 2 ** 20;

/**
 * The paper as PDF. Written in a process of its own, as pictures are drawn: the fonts take some hundred megabytes,
 * most of which would stay with the bot for good. Rejects where it cannot be written.
 */
export function renderPdf(paper: Paper): Promise<Uint8Array> {
  const options = {
    encoding: 'buffer',
    timeout: LONGEST_MS,
    maxBuffer: MOST_BYTES,
    windowsHide: true,
  } as const;
  return new Promise((resolve, reject) => {
    const worker = execFile(process.execPath, [...FLAGS, WORKER], options, (error, pdf, said) => {
      if (error === null) return resolve(pdf);
      const reason = said.toString().trim() || error.message;
      reject(new Error(`the PDF could not be written: ${reason}`, { cause: error }));
    });
    // A worker that ends before it has read everything says why through its exit code.
    worker.stdin?.on('error', () => undefined).end(JSON.stringify(paper));
  });
}
