import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { desksOf } from '../../src/live/desks-aside.ts';
import { type LiveDesk, openLiveDesk } from '../../src/live/live-desk.ts';
import { FOLDERS, TODAY } from '../world.ts';
import { CAMPAIGNS, writeManyCampaigns } from './many-campaigns.ts';

// A process of its own, as the bot is one: swaps in a policy set of two hundred campaigns while it is asked, then one
// changed level of it, and prints what that took.

/** How long the bot leaves between two looks at the files. */
const BETWEEN_LOOKS_MS = 2_000;
const QUESTIONS = [
  '自有厅能推存费送机吗',
  'how does the 100 deposit come back',
  '办12户存100送50佣金多少',
  'xianjing shi ji li yongjin duoshao',
];

const place = mkdtempSync(join(tmpdir(), 'desk-bench-'));
const folders = { data: join(place, 'data'), intents: FOLDERS.intents };
cpSync(FOLDERS.data, folders.data, { recursive: true });

/** The longest time from one answer to the next: by the clock, and what the thread itself worked in it. */
type Pause = { readonly clock: number; readonly work: number };

/** Asks one question after the other until it is stopped. */
function askOnAndOn(live: LiveDesk): { readonly stop: () => Pause } {
  const askNext = (text: string): void =>
    void live.current().ask({ text, today: TODAY, context: null });
  // The first questions of a process are slow, and no part of what is measured.
  QUESTIONS.forEach(askNext);
  let longest: Pause = { clock: 0, work: 0 };
  let [clock, work] = [performance.now(), workDone()];
  let count = 0;
  const ask = (): void => {
    askNext(QUESTIONS[count % QUESTIONS.length] ?? '');
    count += 1;
    const now = [performance.now(), workDone()] as const;
    longest = {
      clock: Math.max(longest.clock, now[0] - clock),
      work: Math.max(longest.work, now[1] - work),
    };
    [clock, work] = now;
    timer = setTimeout(ask, 1);
  };
  let timer = setTimeout(ask, 0);
  return {
    stop: () => {
      clearTimeout(timer);
      return longest;
    },
  };
}

/** The time in milliseconds that this thread has had a processor. */
function workDone(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Looks twice, as the bot does. The second look finds the files at rest and what they would be prepared. */
async function swapIn(live: LiveDesk): Promise<number> {
  await live.look();
  await pause(BETWEEN_LOOKS_MS);
  const start = performance.now();
  const look = await live.look();
  const time = performance.now() - start;
  if (look.kind !== 'taken') throw new Error(JSON.stringify(look));
  // The first questions to the new desk are part of it.
  await pause(BETWEEN_LOOKS_MS / 10);
  return time;
}

/** How long it takes to make a desk of changed files in a thread that is yet to start; nothing new is learnt. */
async function prepareTime(desks: ReturnType<typeof desksOf>): Promise<number> {
  appendFileSync(join(folders.data, 'outlets.yaml'), '# a note\n');
  const start = performance.now();
  await desks.next(new AbortController().signal);
  return performance.now() - start;
}

/** Puts other files in place and lets the bot take them; the time is that of the second look. */
async function swapAfter(live: LiveDesk, change: () => void): Promise<readonly [number, Pause]> {
  change();
  const asking = askOnAndOn(live);
  const time = await swapIn(live);
  return [time, asking.stop()];
}

try {
  const desks = desksOf(folders, join(place, 'kept'));
  const live = await openLiveDesk({ folders, ...desks });
  const asking = askOnAndOn(live);
  await pause(BETWEEN_LOOKS_MS);
  const pauseAtRest = asking.stop();

  const [swap, pauseOfSwap] = await swapAfter(live, () => writeManyCampaigns(folders.data));
  const found = live.current().policyOn(TODAY).campaigns.length;
  if (found !== CAMPAIGNS) throw new Error(`${found} campaigns instead of ${CAMPAIGNS}`);

  const [, pauseOfLevel] = await swapAfter(live, () => {
    const levels = join(folders.data, 'campaigns/2015-q1/levels.yaml');
    // The last row of the file, of which its owner expects nothing.
    writeFileSync(levels, readFileSync(levels, 'utf8').replace(/secondary\s*$/, 'optional\n'));
  });
  const prepare = await prepareTime(desks);
  process.stdout.write(JSON.stringify({ pauseAtRest, swap, pauseOfSwap, pauseOfLevel, prepare }));
} finally {
  rmSync(place, { recursive: true });
}
