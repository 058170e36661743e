import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import {
  type Delivered,
  type DeliveriesPorts,
  deliveriesCommand,
} from '../../../src/commands/deliveries.ts';
import { DELIVERY_STATES } from '../../../src/deliveries/delivery.ts';

const ALL: readonly Delivered[] = [
  { id: 1, state: 'sent', channel: 'C1' },
  { id: 2, state: 'blocked', channel: 'C2' },
  { id: 3, state: 'uncertain', channel: 'C1' },
  { id: 4, state: 'sending', channel: 'C1' },
];

/** Runs the verb against a few deliveries; what it did and printed is in `done`, a line each. */
async function run(args: readonly string[]) {
  const done: string[] = [];
  const change = (id: number, state: string): Delivered | null => {
    const found = ALL.find((one) => one.id === id);
    return found === undefined || ['sent', 'sending'].includes(found.state)
      ? null
      : { ...found, state };
  };
  const ports: DeliveriesPorts = {
    states: DELIVERY_STATES,
    list: async ({ state, channel }) =>
      ALL.filter(
        (one) => (state ?? one.state) === one.state && (channel ?? one.channel) === one.channel,
      ),
    find: async (id) => ALL.find((one) => one.id === id) ?? null,
    retry: async (id) => change(id, 'pending'),
    resolve: async ({ id, as, reason }) => {
      done.push(`resolve ${id} ${as} ${reason}`);
      return change(id, as);
    },
  };
  const code = await deliveriesCommand(args, ports, {
    input: Readable.from([]),
    out: (line) => done.push(line),
    err: (line) => done.push(`(${line})`),
  });
  return { code, done };
}

describe('desk deliveries', () => {
  test('list prints deliveries, a JSON object a line, by state and channel', async () => {
    expect((await run(['list'])).done).toEqual(ALL.map((one) => JSON.stringify(one)));
    const { done } = await run(['list', '--state', 'blocked', '--channel', 'C2']);
    expect(done).toEqual(['{"id":2,"state":"blocked","channel":"C2"}']);
  });

  test('retry posts it again, and warns where it may stand there already', async () => {
    expect((await run(['retry', '2'])).done).toEqual([
      '{"id":2,"state":"pending","channel":"C2"}',
      '(The bot posts it within seconds, if it runs.)',
    ]);
    expect((await run(['retry', '3'])).done[1]).toMatch(/stands there twice/);
  });

  test('resolve closes it, with a reason', async () => {
    const { code, done } = await run(['resolve', '3', '--as', 'sent', '--reason', ' 在频道里 ']);
    expect(code).toBe(0);
    expect(done).toEqual(['resolve 3 sent 在频道里', '{"id":3,"state":"sent","channel":"C1"}']);
  });

  test.each([
    [['list', '--state', 'lost'], /--state lost: it is one of pending, sending/],
    [['list', 'all'], /"all" is too much/],
    [['list', '--as', 'sent'], /--as belongs to another action/],
    [['retry'], /which delivery/],
    [['retry', 'x'], /"x" is no number/],
    [['retry', '0'], /"0" is no number/],
    [['retry', '9'], /there is no delivery 9/],
    [['retry', '1'], /delivery 1 stays as it is: it is sent/],
    [['retry', '4'], /it is being sent, or looked for/],
    [['retry', '2', '--reason', 'x'], /--reason belongs to another action/],
    [['resolve', '3'], /as what/],
    [['resolve', '3', '--as', 'gone', '--reason', 'x'], /as what/],
    [['resolve', '3', '--as', 'sent'], /why\?/],
    [['resolve', '3', '--as', 'sent', '--reason', ' '], /why\?/],
    [['resolve', '4', '--as', 'cancelled', '--reason', 'x'], /it is being sent/],
    [['resolve', '3', '4', '--as', 'sent', '--reason', 'x'], /"4" is too much/],
    [[], /list, retry or resolve/],
  ])('%j is refused with words', async (args, words) => {
    await expect(run(args)).rejects.toThrow(words);
  });
});
