import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { ROOT } from '../world.ts';

export type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs the real program as a person's script would, with nothing in its environment but what is given. */
export async function run(
  words: readonly string[],
  {
    input = '',
    env = {},
  }: { readonly input?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Ran> {
  const child = spawn(process.execPath, ['bin/desk.js', ...words], {
    cwd: ROOT,
    // A developer's .env is no part of a test.
    env: { TZ: 'America/New_York', DESK_ENV_FILE: '', ...env },
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out, err };
}

/** The lines of an output, each as its JSON. */
export function linesOf(out: string): readonly unknown[] {
  if (out !== '' && !out.endsWith('\n')) throw new Error('the last line has no end');
  return out
    .split('\n')
    .slice(0, -1)
    .map((line): unknown => JSON.parse(line));
}
