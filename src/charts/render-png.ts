import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const WORKER = fileURLToPath(new URL('./render-worker.ts', import.meta.url));
/** WebAssembly is compiled quickly, not well: for one picture, half the time and two thirds of the memory. */
const FLAGS = ['--liftoff-only'];
/** A picture takes about half a second; one that takes this long hangs. */
const LONGEST_MS = 20_000;
const MOST_BYTES = 20 * 2 ** 20;

/**
 * The SVG as a PNG. Drawn in a process of its own: it takes some hundred megabytes, most of which a thread would leave
 * with the bot for good. Rejects where it cannot be drawn.
 */
export function renderPng(svg: string): Promise<Uint8Array> {
  const options = {
    encoding: 'buffer',
    timeout: LONGEST_MS,
    maxBuffer: MOST_BYTES,
    windowsHide: true,
  } as const;
  return new Promise((resolve, reject) => {
    const worker = execFile(process.execPath, [...FLAGS, WORKER], options, (error, png, said) => {
      if (error === null) return resolve(png);
      const reason = said.toString().trim() || error.message;
      reject(new Error(`the picture could not be drawn: ${reason}`, { cause: error }));
    });
    // A worker that ends before it has read everything says why through its exit code.
    worker.stdin?.on('error', () => undefined).end(svg);
  });
}
