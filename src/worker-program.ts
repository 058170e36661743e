import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A program of ours that is given one text and gives back bytes. */
export type WorkerProgram = {
  readonly file: URL;
  /** One that takes longer hangs. */
  readonly longestMs: number;
  readonly mostBytes: number;
  /** What the error begins with, such as `the PDF could not be written`. */
  readonly failure: string;
};

/** WebAssembly is compiled quickly, not well: it is used for a second, and takes two thirds of the memory. */
const FLAGS = ['--liftoff-only'];

/**
 * What a program makes of a text, in a process of its own: fonts and WebAssembly take some hundred megabytes, most of
 * which a thread would leave with the bot for good. Rejects with what the program said where it fails.
 */
export function runWorker(program: WorkerProgram, input: string): Promise<Uint8Array> {
  const { file, longestMs, mostBytes, failure } = program;
  const options = {
    encoding: 'buffer',
    timeout: longestMs,
    maxBuffer: mostBytes,
    windowsHide: true,
  } as const;
  const words = [...FLAGS, fileURLToPath(file)];
  return new Promise((resolve, reject) => {
    const worker = execFile(process.execPath, words, options, (error, bytes, said) => {
      if (error === null) return resolve(bytes);
      const reason = said.toString().trim() || error.message;
      reject(new Error(`${failure}: ${reason}`, { cause: error }));
    });
    // A worker that ends before it has read everything says why through its exit code.
    worker.stdin?.on('error', () => undefined).end(input);
  });
}
