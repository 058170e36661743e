import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Delivery } from '../../src/deliveries/delivery.ts';
import { PRACTICE_CHANNELS } from '../../src/practice/branch.ts';
import { deliveryLedger } from '../../src/store/deliveries.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/schema.ts';
import type { Peer } from '../peer/peer.ts';
import type { Fault } from './fault.ts';
import { LOOP_PACE, SLOWEST } from './loop-pace.ts';
import { startFaultProxy, type Trouble } from './proxy.ts';
import { seeded } from './seeded.ts';

export type KillLoop = {
  readonly peer: Peer;
  readonly database: { readonly url: string; readonly schema: string };
  readonly processes: number;
  readonly kills: number;
  readonly reconciliation: 'with' | 'without';
  readonly planEveryMs: number;
  readonly seed: number;
  readonly what: LoopOf;
};

/** What is planned and posted: two scripts of this folder, and how to see that all that was to be planned is. */
export type LoopOf = {
  readonly posting: string;
  readonly planning: string;
  readonly isPlanned: (store: Store) => Promise<boolean>;
};

/** Whatever deliveries: one in every channel, again and again. */
export const DELIVERIES: LoopOf = {
  posting: 'dispatching.ts',
  planning: 'planning.ts',
  isPlanned: async () => true,
};

/** What the channels show in the end, against what was planned. */
export type Figures = {
  readonly planned: number;
  readonly posted: number;
  readonly lost: number;
  readonly duplicates: number;
  readonly outOfOrder: number;
  /** How many were found in the history after an unknown outcome. */
  readonly found: number;
  readonly kills: number;
  /** How often a process slept past its lease, in the middle of a post. */
  readonly naps: number;
  readonly faults: number;
};

const CHANNELS = Object.values(PRACTICE_CHANNELS).map(({ id }) => id);
const COMPILE_CACHE = join(tmpdir(), 'desk-compile-cache');
/** What is left after the last kill must grow less at least so often. */
const PATIENCE_MS = 60_000;

/** Kills the processes that post, again and again, while Slack misbehaves and more is planned all the time. */
export async function killLoop(loop: KillLoop): Promise<Figures> {
  const { peer, database, kills } = loop;
  await peer.reset();
  const random = seeded(loop.seed);
  const proxy = await startFaultProxy(peer.workspace);
  const children = new Map<string, ChildProcess>();
  let born = 0;
  let faults = 0;
  let naps = 0;

  const bear = async (): Promise<void> => {
    born += 1;
    const name = `p${born}`;
    const script = `${import.meta.dirname}/${loop.what.posting}`;
    const { url, schema } = database;
    const args = [script, url, schema, proxy.apiUrl, proxy.botToken, name, loop.reconciliation];
    const child = spawn(process.execPath, args, {
      env: { ...process.env, NODE_COMPILE_CACHE: COMPILE_CACHE },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    children.set(name, child);
    const { stdout } = child;
    if (stdout === null) throw new Error('the process has no output');
    const died = once(child, 'close').then(() => Promise.reject(new Error(`${name} died young`)));
    await Promise.race([once(stdout, 'data'), died]);
    died.catch(() => undefined);
  };
  const kill = async (name: string): Promise<void> => {
    const child = children.get(name);
    if (child === undefined) return;
    children.delete(name);
    const ended = once(child, 'close');
    child.kill('SIGKILL');
    await ended;
  };

  const nap = async (name: string): Promise<void> => {
    children.get(name)?.kill('SIGSTOP');
    await pause(LOOP_PACE.leaseMs * 1.5);
    children.get(name)?.kill('SIGCONT');
  };

  // What waits for a post: before Slack takes it, or after that and before the reply.
  let ambush: Ambush | null = null;
  const nextPost = (at: Ambush['at'], act: Ambush['act']): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    ambush = { at, act, over: resolve };
    return promise;
  };
  const trouble: Trouble = ({ method, from }) => {
    if (method === 'chat.postMessage' && ambush !== null && from !== undefined) {
      const { at, act, over } = ambush;
      ambush = null;
      const until = act(from).then(over);
      return { kind: at === 'request' ? 'delay' : 'slow-reply', until };
    }
    proxy.lag(Math.floor(random() * SLOWEST.shownAfterMs));
    const fault = chaos(random);
    if (fault !== undefined) faults += 1;
    return fault;
  };
  proxy.trouble(trouble);

  // Not in this process: SQLite waits for a lock with the event loop held, and the proxy lives here.
  const { url, schema } = database;
  const planner = spawn(
    process.execPath,
    [`${import.meta.dirname}/${loop.what.planning}`, url, schema, String(loop.planEveryMs)],
    { stdio: ['pipe', 'ignore', 'inherit'] },
  );
  const planned = once(planner, 'close');

  try {
    for (let n = 0; n < loop.processes; n += 1) await bear();
    for (let n = 0; n < kills; n += 1) {
      if (n % 3 === 0) {
        await pause(random() * 500);
        const names = [...children.keys()];
        await kill(names[Math.floor(random() * names.length)] ?? '');
      } else {
        await nextPost(n % 3 === 1 ? 'request' : 'reply', kill);
      }
      if (random() < 0.15) await pause(800);
      await bear();
      if (n % 4 === 3) {
        naps += 1;
        await nextPost('reply', nap);
      }
    }
    planner.stdin.end();
    const [code] = await planned;
    if (code !== 0) throw new Error('the planner failed');
    const rows = await settled(loop);
    // Nobody may post any more, so what is there now is all there is.
    for (const name of [...children.keys()]) await kill(name);
    const perChannel = await Promise.all(
      CHANNELS.map(async (channel) => {
        const ours = rows.filter((row) => row.channel === channel);
        await peer.waitFor((seen) => (seen.messages[channel]?.length ?? 0) >= ours.length, {
          what: `all of ${channel}`,
          withinMs: 10_000,
        });
        return compared(
          ours.map(({ content }) => content.text),
          peer.messages(channel).map(({ text }) => text ?? ''),
        );
      }),
    );
    const sum = (of: (one: Compared) => number): number =>
      perChannel.reduce((total, one) => total + of(one), 0);
    return {
      planned: rows.length,
      posted: sum(({ posted }) => posted),
      lost: sum(({ lost }) => lost),
      duplicates: sum(({ duplicates }) => duplicates),
      outOfOrder: sum(({ outOfOrder }) => outOfOrder),
      found: rows.filter(({ sentHow }) => sentHow === 'found').length,
      kills,
      naps,
      faults,
    };
  } finally {
    planner.kill('SIGKILL');
    for (const name of [...children.keys()]) await kill(name);
    await proxy.stop();
  }
}

/** All that was planned, when nothing is left to do. */
async function settled({ database, what }: KillLoop): Promise<readonly Delivery[]> {
  const { url, schema } = database;
  const store = await openStore(url, schema === '' ? {} : { schema });
  try {
    let open = Number.POSITIVE_INFINITY;
    for (let end = 0; ; await pause(200)) {
      const rows = await deliveryLedger(store).list({ state: null, channel: null });
      const left = rows.filter(({ state }) => state !== 'sent');
      if (left.length === 0 && (await what.isPlanned(store))) return rows;
      if (left.length < open) end = Date.now() + PATIENCE_MS;
      open = left.length;
      if (Date.now() > end) throw new Error(`left undone: ${JSON.stringify(left.slice(0, 3))}`);
    }
  } finally {
    await store.close();
  }
}

type Ambush = {
  readonly at: 'request' | 'reply';
  readonly act: (name: string) => Promise<void>;
  readonly over: () => void;
};

type Compared = Pick<Figures, 'posted' | 'lost' | 'duplicates' | 'outOfOrder'>;

/** `planned` in the order in which it is to be said. */
function compared(planned: readonly string[], said: readonly string[]): Compared {
  const once = [...new Set(said)];
  const places = new Map(planned.map((text, at) => [text, at]));
  const place = (text: string | undefined): number => places.get(text ?? '') ?? -1;
  return {
    posted: said.length,
    lost: planned.filter((text) => !once.includes(text)).length,
    duplicates: said.length - once.length,
    outOfOrder: once.filter((text, at) => at > 0 && place(once[at - 1]) > place(text)).length,
  };
}

/** One call in four meets something. */
function chaos(random: () => number): Fault | undefined {
  const chance = random();
  if (chance < 0.03) return { kind: 'rate-limited', retryAfterSeconds: random() < 0.5 ? 0 : 1 };
  // These two cost a whole grace each.
  if (chance < 0.04) return { kind: 'status', status: 503 };
  if (chance < 0.05) return { kind: 'lost-request' };
  if (chance < 0.09) return { kind: 'status-after', status: 500 };
  if (chance < 0.15) return { kind: 'lost-reply' };
  if (chance < 0.2) return { kind: 'delay', until: random() * SLOWEST.takenAfterMs };
  if (chance < 0.25) return { kind: 'slow-reply', until: random() * SLOWEST.takenAfterMs };
  return undefined;
}
