import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../world.ts';
import type { Figure } from './public-sets.ts';

const pause = z.object({ clock: z.number(), work: z.number() });
const measured = z.object({
  swap: z.number(),
  prepare: z.number(),
  pauseAtRest: pause,
  pauseOfSwap: pause,
  pauseOfLevel: pause,
});
type Measured = z.infer<typeof measured>;
const RUNS = 3;

/**
 * How long a policy set of two hundred campaigns takes to be in force once its files are at rest, how long it takes to be
 * prepared in a thread of its own, and the longest time in which the bot's own thread answered nobody: by the clock, and
 * the work that it did in it, which does not count what else the machine does. The best of three.
 */
export function swapFigures(): readonly Figure[] {
  const runs = Array.from({ length: RUNS }, run);
  const figure = (name: string, of: (one: Measured) => number): Figure => ({
    name,
    value: Math.min(...runs.map(of)),
    unit: 'ms',
  });
  return [
    figure('prepare_200_campaigns', ({ prepare }) => prepare),
    figure('swap_200_campaigns', ({ swap }) => swap),
    figure('longest_pause', ({ pauseOfSwap }) => pauseOfSwap.clock),
    figure('longest_pause_work', ({ pauseOfSwap }) => pauseOfSwap.work),
    figure('longest_pause_one_level', ({ pauseOfLevel }) => pauseOfLevel.clock),
    figure('longest_pause_at_rest', ({ pauseAtRest }) => pauseAtRest.clock),
  ];
}

/** Run as the bot is run. */
function run(): Measured {
  const manifest = z
    .object({ scripts: z.object({ start: z.string() }) })
    .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
  const flags = manifest.scripts.start.split(' ').filter((word) => word.startsWith('--'));
  const args = [...flags, 'test/bench/swap-run.ts'];
  const output = execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  return measured.parse(JSON.parse(output));
}
