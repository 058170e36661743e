import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Place } from './engines.ts';

type Verb = 'open' | 'keep' | 'hold' | 'count';

/** Runs child.ts to its end; rejects with what it wrote to stderr when it fails. */
export async function runChild(verb: Verb, place: Place): Promise<void> {
  const child = start(verb, place);
  let complaint = '';
  child.stderr?.on('data', (chunk) => {
    complaint += chunk;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(complaint);
}

/** Kills child.ts with SIGKILL after so many lines and answers all the lines it managed to say. */
export async function killChild(verb: Verb, place: Place, lines: number): Promise<string[]> {
  const child = start(verb, place);
  const said: string[] = [];
  if (child.stdout === null) throw new Error('the child has no output');
  for await (const line of createInterface(child.stdout)) {
    said.push(line);
    if (said.length === lines) child.kill('SIGKILL');
  }
  return said;
}

function start(verb: Verb, place: Place): ChildProcess {
  const script = `${import.meta.dirname}/child.ts`;
  return spawn(process.execPath, [script, verb, place.url, place.schema], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
