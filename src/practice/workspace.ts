import { randomUUID } from 'node:crypto';
import { Problem } from '../problem.ts';
import { type Bounds, type Child, type Ended, runProgram } from './child.ts';
import type { Delivery, Secrets } from './folder.ts';
import { isFree, portsFrom } from './port.ts';
import { programPath } from './program.ts';

export type WorkspaceRequest = {
  /** The port that is wanted; the next free one of the twenty after it is taken instead. 0 means any. */
  readonly port: number;
  readonly mode: Delivery;
  readonly log?: (line: string) => void;
  /** Another local-slack program than the installed one. */
  readonly program?: string;
  readonly bounds?: Bounds;
};

export type Workspace = Secrets & {
  /** The page, without a slash at its end. */
  readonly url: string;
  readonly apiUrl: string;
  readonly port: number;
  readonly pid: number | undefined;
  stop(): Promise<void>;
  /** Comes only when the workspace ends without having been stopped. */
  readonly died: Promise<Problem>;
};

// The program is 90 MB, which a small machine reads slowly the first time.
const BOUNDS: Bounds = { startWithinMs: 20_000, endWithinMs: 3_000 };

/** Starts the practice workspace on this machine's loopback address. */
export async function startWorkspace(request: WorkspaceRequest): Promise<Workspace> {
  const program = request.program ?? programPath();
  const log = request.log ?? (() => {});
  const secrets = newSecrets();
  for (const port of portsFrom(request.port)) {
    if (port !== 0 && !(await isFree(port))) {
      log(`port ${port} is taken`);
      continue;
    }
    const { mode, bounds = BOUNDS } = request;
    const child = await runProgram({ program, port, mode, secrets, bounds });
    const outcome = await Promise.race([child.ready, child.ended]);
    if (outcome.kind === 'ready') {
      log(`the practice workspace listens on ${outcome.url}`);
      return workspaceOf(child, outcome.url, secrets);
    }
    await child.stop();
    // Another program may have taken the port between our look and its start.
    if (port === 0 || !outcome.isPortTaken) throw startFailure(outcome);
    log(`port ${port} was taken`);
  }
  const ports = portsFrom(request.port);
  throw new Problem(
    'practice',
    `No free port for the practice workspace: ${ports[0]} to ${ports.at(-1)} are taken. Choose another PORT.`,
  );
}

function workspaceOf(child: Child, url: string, secrets: Secrets): Workspace {
  return {
    ...secrets,
    url,
    apiUrl: `${url}/api/`,
    port: Number(new URL(url).port),
    pid: child.pid,
    stop: () => child.stop(),
    died: new Promise((resolve) => {
      void child.ended.then((ended) => {
        if (!ended.wasStopped) {
          resolve(new Problem('practice', `The practice workspace has ended: ${ended.reason}.`));
        }
      });
    }),
  };
}

function startFailure(ended: Ended): Problem {
  return new Problem('practice', `The practice workspace did not start: ${ended.reason}.`);
}

// New ones each time: whoever knows the signing secret can speak to the bot as Slack.
function newSecrets(): Secrets {
  return {
    botToken: `xoxb-practice-${randomUUID()}`,
    appToken: `xapp-practice-${randomUUID()}`,
    signingSecret: randomUUID(),
  };
}
