import { setTimeout as pause } from 'node:timers/promises';
import {
  actionIn,
  askedIn,
  type Branch,
  COMPLAINTS,
  openBranch,
  PEOPLE,
  submitForm,
} from '../e2e/complaint-branch.ts';
import type { Message } from '../peer/seen.ts';
import { TODAY } from '../world.ts';

export type Figure = { readonly name: string; readonly value: number; readonly unit: string };

const CASES = 50;
const PRESSES = 6;
/** A person reads before he presses; some are quick. */
const THINKS_MS = { least: 500, most: 2_500 };

const clock = (): number => Number(process.hrtime.bigint()) / 1e6;

/**
 * From a press on a button until the next step stands in the thread, while fifty cases are being walked by as many people in a
 * real workspace: back and forth between the third step and the fourth, by "done" and "back".
 */
export async function pressFigures(): Promise<readonly Figure[]> {
  const branch = await openBranch(TODAY);
  try {
    const threads: string[] = [];
    for (let n = 0; n < CASES; n += 1) threads.push(await openCase(branch));
    const taken = (await Promise.all(threads.map((thread) => walk(branch, thread)))).flat();
    taken.sort((one, other) => one - other);
    const at = (share: number): number => taken[Math.floor(taken.length * share)] ?? 0;
    return [
      { name: 'complaint_press_p50_ms', value: at(0.5), unit: 'ms' },
      { name: 'complaint_press_p95_ms', value: at(0.95), unit: 'ms' },
    ];
  } finally {
    await branch.close();
  }
}

async function openCase({ peer }: Branch): Promise<string> {
  const since = peer.messages(COMPLAINTS).at(-1)?.ts ?? '0';
  const words = '客户要投诉';
  await peer.command({ channel: COMPLAINTS, user: PEOPLE.li, command: '/complaint', text: words });
  await peer.modal({ what: 'the form' });
  await submitForm(peer, PEOPLE.li, { words });
  const card = await peer.reply({ channel: COMPLAINTS, since, matching: /📂 C-/ });
  const typed = ['工单编号 GD1，投诉系统，2月10日', '录音编号 LY1，客服系统，2月10日'];
  let last = (await stepAfter({ peer }, card.ts, card.ts)).ts;
  for (const text of typed) {
    await peer.say({ channel: COMPLAINTS, user: PEOPLE.li, thread: card.ts, text });
    last = (await stepAfter({ peer }, card.ts, last)).ts;
  }
  return card.ts;
}

function stepAfter({ peer }: Pick<Branch, 'peer'>, thread: string, since: string) {
  return peer.waitFor(
    (seen) => {
      // From the end: fifty people look at each message that comes, and that must cost the bot nothing.
      const messages = seen.messages[COMPLAINTS] ?? [];
      for (let at = messages.length - 1; at >= 0; at -= 1) {
        const message = messages[at];
        if (message === undefined || message.ts <= since) return undefined;
        if (message.thread_ts === thread && hasStep(message)) return message;
      }
      return undefined;
    },
    { what: `a step in ${thread} after ${since}`, withinMs: 30_000 },
  );
}

function hasStep({ blocks = [], bot_id: bot }: Message): boolean {
  return bot !== undefined && blocks.some(({ block_id: id }) => id?.startsWith('case-step:'));
}

async function walk({ peer }: Branch, thread: string): Promise<readonly number[]> {
  const taken: number[] = [];
  let message = askedIn(peer, thread)?.message;
  for (let press = 0; press < PRESSES; press += 1) {
    await pause(THINKS_MS.least + Math.random() * (THINKS_MS.most - THINKS_MS.least));
    if (message === undefined) throw new Error('nothing is asked');
    const action = actionIn(message, press % 2 === 0 ? 'case-step:done' : 'case-step:back');
    const start = clock();
    await peer.interact({ channel: COMPLAINTS, user: PEOPLE.li, ts: message.ts, action });
    message = await stepAfter({ peer }, thread, message.ts);
    taken.push(clock() - start);
  }
  return taken;
}
