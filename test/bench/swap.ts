import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../world.ts';
import type { Figure } from './public-sets.ts';

const measured = z.object({
  swap: z.number(),
  prepare: z.number(),
  pauseAtRest: z.number(),
  pauseOfSwap: z.number(),
  pauseOfLevel: z.number(),
});
const RUNS = 3;

/**
 * How long a policy set of two hundred campaigns takes to be in force once its files are at rest, how long it takes to be
 * prepared in a thread of its own, and the longest time in which the bot's own thread answered nobody. The best of
 * three: what else the machine does is no part of it.
 */
export function swapFigures(): readonly Figure[] {
  const runs = Array.from({ length: RUNS }, run);
  const best = (name: keyof z.infer<typeof measured>): number =>
    Math.min(...runs.map((one) => one[name]));
  return [
    { name: 'prepare_200_campaigns', value: best('prepare'), unit: 'ms' },
    { name: 'swap_200_campaigns', value: best('swap'), unit: 'ms' },
    { name: 'longest_pause', value: best('pauseOfSwap'), unit: 'ms' },
    { name: 'longest_pause_one_level', value: best('pauseOfLevel'), unit: 'ms' },
    { name: 'longest_pause_at_rest', value: best('pauseAtRest'), unit: 'ms' },
  ];
}

/** Run as the bot is run. */
function run(): z.infer<typeof measured> {
  const manifest = z
    .object({ scripts: z.object({ start: z.string() }) })
    .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
  const flags = manifest.scripts.start.split(' ').filter((word) => word.startsWith('--'));
  const args = [...flags, 'test/bench/swap-run.ts'];
  const output = execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  return measured.parse(JSON.parse(output));
}
