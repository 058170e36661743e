import { Problem } from '../problem.ts';
import { type Arguments, readArguments } from './arguments.ts';
import type { ExitCode, Streams } from './outcome.ts';

export const DELIVERIES_USAGE = `desk deliveries list [--state STATE] [--channel CHANNEL]
desk deliveries retry ID
desk deliveries resolve ID --as sent|cancelled --reason "…"`;

/** A delivery, as it is printed. */
export type Delivered = {
  readonly id: number;
  readonly state: string;
  readonly [more: string]: unknown;
};

type Filter = { readonly state: string | null; readonly channel: string | null };
type Resolution = {
  readonly id: number;
  readonly as: 'sent' | 'cancelled';
  readonly reason: string;
};

export type DeliveriesPorts = {
  /** The states that there are. */
  readonly states: readonly string[];
  readonly list: (filter: Filter) => Promise<readonly Delivered[]>;
  readonly find: (id: number) => Promise<Delivered | null>;
  /** Null where its state does not allow it; both leave a line in the audit trail. */
  readonly retry: (id: number) => Promise<Delivered | null>;
  readonly resolve: (resolution: Resolution) => Promise<Delivered | null>;
};

const OPTIONS = {
  state: { type: 'string' },
  channel: { type: 'string' },
  as: { type: 'string' },
  reason: { type: 'string' },
} as const;

/** Shows what the bot says unasked, and lets a person decide what it cannot. */
export async function deliveriesCommand(
  args: readonly string[],
  ports: DeliveriesPorts,
  { out, err }: Streams,
): Promise<ExitCode> {
  const given = readArguments(args, OPTIONS);
  const [action, ...rest] = given.positionals;
  if (action === 'list') {
    refuseRest(rest, given, ['as', 'reason']);
    const state = given.value('state');
    if (state !== null && !ports.states.includes(state)) {
      throw new Problem('usage', `--state ${state}: it is one of ${ports.states.join(', ')}`);
    }
    const found = await ports.list({ state, channel: given.value('channel') });
    for (const delivery of found) out(JSON.stringify(delivery));
    return 0;
  }
  if (action === 'retry') {
    const id = idOf(rest);
    refuseRest(rest.slice(1), given, ['state', 'channel', 'as', 'reason']);
    const before = await known(id, ports);
    const after = await ports.retry(id);
    if (after === null) throw notNow(before);
    out(JSON.stringify(after));
    err(
      before.state === 'uncertain'
        ? 'The bot posts it again within seconds. If it did stand in the channel, it now stands there twice.'
        : 'The bot posts it within seconds, if it runs.',
    );
    return 0;
  }
  if (action === 'resolve') {
    const id = idOf(rest);
    refuseRest(rest.slice(1), given, ['state', 'channel']);
    const as = given.value('as');
    const reason = given.value('reason')?.trim() ?? '';
    if (as !== 'sent' && as !== 'cancelled') {
      throw new Problem('usage', 'as what? --as sent (it stands in the channel) or --as cancelled');
    }
    if (reason === '') throw new Problem('usage', 'why? --reason "…"; it stays in the audit trail');
    const before = await known(id, ports);
    const after = await ports.resolve({ id, as, reason });
    if (after === null) throw notNow(before);
    out(JSON.stringify(after));
    return 0;
  }
  throw new Problem('usage', 'desk deliveries list, retry or resolve?');
}

function idOf([id]: readonly string[]): number {
  if (id === undefined) throw new Problem('usage', 'which delivery? Its number is in the list');
  if (!/^[1-9]\d{0,14}$/.test(id)) throw new Problem('usage', `"${id}" is no number of a delivery`);
  return Number(id);
}

async function known(id: number, { find }: DeliveriesPorts): Promise<Delivered> {
  const delivery = await find(id);
  if (delivery === null) throw new Problem('data', `there is no delivery ${id}`);
  return delivery;
}

function notNow({ id, state }: Delivered): Problem {
  const words =
    state === 'sending'
      ? 'it is being sent, or looked for in the channel; its outcome is known within two minutes'
      : `it is ${state}`;
  return new Problem('data', `delivery ${id} stays as it is: ${words}`);
}

/** What another action would understand is no use here, and saying nothing of it would mislead. */
function refuseRest(words: readonly string[], given: Arguments, flags: readonly string[]): void {
  const [extra] = words;
  if (extra !== undefined) throw new Problem('usage', `"${extra}" is too much`);
  const flag = flags.find((name) => given.value(name) !== null);
  if (flag !== undefined) throw new Problem('usage', `--${flag} belongs to another action`);
}
