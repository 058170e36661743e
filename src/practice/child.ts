import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { type Delivery, makeFolder, type Secrets } from './folder.ts';

const KEPT_OUTPUT = 8_000;

/** How long the program may take to answer, and to end after it was asked to. Then it is killed. */
export type Bounds = { readonly startWithinMs: number; readonly endWithinMs: number };

export type Ready = { readonly kind: 'ready'; readonly url: string };
export type Ended = {
  readonly kind: 'ended';
  readonly reason: string;
  readonly isPortTaken: boolean;
  readonly wasStopped: boolean;
};

/** The running program: one of `ready` and `ended` comes first. */
export type Child = {
  readonly pid: number | undefined;
  readonly ready: Promise<Ready>;
  readonly ended: Promise<Ended>;
  stop(): Promise<void>;
};

export type ProgramRun = {
  readonly program: string;
  readonly port: number;
  readonly mode: Delivery;
  readonly secrets: Secrets;
  readonly bounds: Bounds;
};

/** Runs local-slack in a folder of its own, which goes when the program ends. */
export async function runProgram(run: ProgramRun): Promise<Child> {
  const folder = await makeFolder(run);
  const child = spawn(run.program, programArguments(run.port), {
    // A Bun program reads `.env` and `bunfig.toml` where it runs and at home: it must not find ours, with our tokens.
    cwd: folder.path,
    env: { HOME: folder.path, TMPDIR: folder.path, BUN_OPTIONS: `--preload ./${folder.preload}` },
    stdio: ['pipe', 'pipe', 'pipe'],
    // Ctrl-C goes to a whole process group; ours must be able to say goodbye to a workspace that still runs.
    detached: true,
    windowsHide: true,
  });
  const output = keepOutput(child);
  const state = { wasStopped: false, isLate: false };
  const ended = endOf(child).then(async (how): Promise<Ended> => {
    await folder.remove();
    return {
      kind: 'ended',
      reason: state.isLate
        ? `no answer within ${run.bounds.startWithinMs / 1000} seconds`
        : reasonOf(how, output.text()),
      isPortTaken: output.text().includes('EADDRINUSE'),
      wasStopped: state.wasStopped,
    };
  });
  const ready = new Promise<Ready>((resolve) => {
    void output.address.then(async (url) => {
      if (await answers(url)) resolve({ kind: 'ready', url });
    });
  });
  const tooLate = setTimeout(() => {
    state.isLate = true;
    child.kill('SIGKILL');
  }, run.bounds.startWithinMs);
  void Promise.race([ready, ended]).then(() => clearTimeout(tooLate));

  return {
    pid: child.pid,
    ready,
    ended,
    async stop() {
      state.wasStopped = true;
      child.kill('SIGTERM');
      const hasEnded = await Promise.race([
        ended,
        pause(run.bounds.endWithinMs, undefined, { ref: false }),
      ]);
      if (hasEnded === undefined) child.kill('SIGKILL');
      await ended;
    },
  };
}

function programArguments(port: number): readonly string[] {
  // The host is the one that goes into socket addresses and permalinks: `localhost` may mean ::1, where nobody listens.
  return ['--config', 'config.json', '--port', String(port), '--base-host', '127.0.0.1'];
}

type Output = { readonly address: Promise<string>; text(): string };

// Both streams are read to the end, or the program would stop at a full pipe.
function keepOutput(child: ChildProcess): Output {
  let text = '';
  const address = new Promise<string>((resolve) => {
    const read = (chunk: string): void => {
      text = (text + chunk).slice(-KEPT_OUTPUT);
      const found = /http:\/\/127\.0\.0\.1:\d+(?=\s)/.exec(text);
      if (found !== null) resolve(found[0]);
    };
    child.stdout?.setEncoding('utf8').on('data', read);
    child.stderr?.setEncoding('utf8').on('data', read);
  });
  // Nobody writes to it; it closes when we end, and its closing ends the program.
  child.stdin?.on('error', () => {});
  return { address, text: () => text };
}

type End = { readonly error?: Error; readonly code: number | null; readonly signal: string | null };

function endOf(child: ChildProcess): Promise<End> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ error, code: null, signal: null }));
    // Not `exit`: what the program said last may still be on its way then.
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
}

function reasonOf(end: End, output: string): string {
  if (end.error !== undefined) return end.error.message;
  const how = end.signal === null ? `exit code ${end.code}` : end.signal;
  const said = output.split('\n').findLast((line) => /^\s*(error:|✗)/.test(line));
  return said === undefined ? how : `${how}, ${said.trim()}`;
}

async function answers(url: string): Promise<boolean> {
  try {
    const reply = await fetch(`${url}/_control/state`);
    await reply.body?.cancel();
    return reply.ok;
  } catch {
    return false;
  }
}
