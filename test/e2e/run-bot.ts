import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import manifest from '../../package.json' with { type: 'json' };
import { ROOT } from '../world.ts';

/** The real program in a process of its own. */
export type RunningProgram = {
  readonly pid: number;
  /** What it has said on standard error so far. */
  readonly said: () => string;
  /** Waits for a line on standard error that matches; fails when the program ends before. */
  readonly line: (pattern: RegExp) => Promise<RegExpExecArray>;
  readonly signal: (name: NodeJS.Signals) => void;
  /** The exit code, or null where a signal ended it. */
  readonly ended: Promise<number | null>;
};

/** Starts the program as `npm start` does, with exactly these variables beside PATH and HOME. */
export function startProgram(env: Readonly<Record<string, string>>): RunningProgram {
  const child: ChildProcess = spawn(process.execPath, startArguments(), {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      TZ: 'America/New_York',
      // A developer's own `.env` plays no part.
      DESK_ENV_FILE: '',
      ...env,
    },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const wake = (): void => {
    for (const look of waiting) look();
  };
  const { stderr } = child;
  if (stderr === null) throw new Error('the program has no standard error');
  createInterface({ input: stderr }).on('line', (line) => {
    lines.push(line);
    wake();
  });
  let isOver = false;
  const ended = once(child, 'close').then(([code]: unknown[]) => {
    isOver = true;
    wake();
    return typeof code === 'number' ? code : null;
  });
  return {
    pid: child.pid ?? 0,
    said: () => lines.join('\n'),
    line: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const match = lines.map((line) => pattern.exec(line)).find((one) => one !== null);
          if (match === undefined && !isOver) return;
          waiting.delete(look);
          if (match === undefined)
            reject(new Error(`ended without saying ${pattern}:\n${lines.join('\n')}`));
          else resolve(match);
        };
        waiting.add(look);
        look();
      }),
    signal: (name) => void child.kill(name),
    ended,
  };
}

/** What `npm start` gives to Node. */
function startArguments(): readonly string[] {
  const { scripts } = manifest;
  const [node, ...rest] = scripts.start.split(' ');
  if (node !== 'node') throw new Error(`npm start runs ${node}`);
  return rest;
}

/** A folder of its own for one test's database, and the way to remove it. */
export async function temporaryFolder(): Promise<{
  readonly path: string;
  readonly remove: () => Promise<void>;
}> {
  const path = await mkdtemp(join(tmpdir(), 'desk-test-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** A port of the loopback address that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
