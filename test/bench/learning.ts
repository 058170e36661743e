import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type DeskFiles, loadFiles, openDesk } from '../../src/desk.ts';
import { learn } from '../../src/language/learn.ts';
import { namesIn } from '../../src/language/names.ts';
import { questionsOf } from '../questions/questions.ts';
import { FOLDERS, ROOT, TODAY } from '../world.ts';
import type { Figure } from './public-sets.ts';

const RUNS = 5;
const LONG = 40_000;

/** Texts of 40,000 characters that are hard on one part of the reader or another. */
const LONG_TEXTS: readonly string[] = [
  '核心乡镇合作厅能推什么',
  '厅',
  '存费送费',
  '乡镇合作厅 ',
  '不是存费送机',
  '3月1日到15号',
  '一千二百户',
  '9',
  'a',
  'partner hall ',
  'not the free phone ',
  'comission for housholds at townhsip ',
  'xianjingshijiyongjin',
  'yi shi ji li ',
  'a dozen hundred and twenty ',
  'HT-2014_',
  '😀',
  'e\u0301\u0323',
  '\ufdfa',
  'township 存200送100 for 3 households 2月底? ',
].map((piece) => piece.repeat(LONG / piece.length + 1).slice(0, LONG));

/** How long learning takes and how it grows, what it holds, and how long questions take, the longest among them. */
export async function learningFigures(): Promise<readonly Figure[]> {
  const loaded = await loadFiles(FOLDERS);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const { files } = loaded;
  await learningTime(files, 1);
  return [
    ...coldTimes(),
    { name: 'learn_all', value: await learningTime(files, 1), unit: 'ms' },
    { name: 'learn_half', value: await learningTime(files, 2), unit: 'ms' },
    { name: 'learn_quarter', value: await learningTime(files, 4), unit: 'ms' },
    { name: 'learnt_memory', value: await learntMemory(files), unit: 'MB' },
    ...(await askFigures()),
  ];
}

/** Learning from every nth example, in milliseconds. */
async function learningTime({ lexicon, policy }: DeskFiles, nth: number): Promise<number> {
  const examples = lexicon.examples.filter((_, index) => index % nth === 0);
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    await learn({ ...lexicon, examples }, namesIn(policy));
    times.push(performance.now() - start);
  }
  return share(times, 0.5);
}

/**
 * The first learning of a process, as at a start, with its regular expressions compiled as there: from nothing, as installing does it;
 * where one example was added to those that it knows; and where none was, as at every other start.
 */
function coldTimes(): readonly Figure[] {
  const keep = mkdtempSync(join(tmpdir(), 'learning-'));
  const run = (keep: string | null, added = `what is on offer ${performance.now()}`): number => {
    const script = `
      import { loadFiles } from './src/desk.ts';
      import { namesIn } from './src/language/names.ts';
      import { learnOrRecall } from './src/learnt.ts';
      const { files } = await loadFiles(${JSON.stringify(FOLDERS)});
      const examples = [...files.lexicon.examples];
      const added = ${JSON.stringify(added)};
      examples.push({ intent: 'help', language: 'en', text: added, topics: [] });
      const lexicon = { ...files.lexicon, examples };
      const ports = { names: namesIn(files.policy), load: async () => lexicon, isStill: () => true };
      const start = performance.now();
      await learnOrRecall({ ...ports, keep: ${JSON.stringify(keep)}, intents: added, code: 'this' });
      process.stdout.write(String(performance.now() - start));`;
    const args = ['--no-regexp-tier-up', '--input-type=module', '--eval', script];
    return Number(execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' }));
  };
  const median = (place: string | null, added?: string): number =>
    share(
      Array.from({ length: RUNS }, () => run(place, added)),
      0.5,
    );
  try {
    const cold = median(null);
    run(keep);
    const added = median(keep);
    const known = 'what is on offer';
    run(keep, known);
    return [
      { name: 'learn_cold', value: cold, unit: 'ms' },
      { name: 'learn_cold_added', value: added, unit: 'ms' },
      { name: 'learn_at_start', value: median(keep, known), unit: 'ms' },
    ];
  } finally {
    rmSync(keep, { recursive: true });
  }
}

/** How much memory goes into what was learnt: weighed on a copy, so that nothing else is on the scales. */
async function learntMemory({ lexicon, policy }: DeskFiles): Promise<number> {
  const held = [await learn(lexicon, namesIn(policy))];
  const before = await memoryUsed();
  held.push(...structuredClone(held));
  const after = await memoryUsed();
  // Divided by what is still held: otherwise both might be thrown away before the second weighing.
  return (after - before) / (held.length - 1) / 2 ** 20;
}

async function memoryUsed(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  // The memory behind arrays is given back a little after they are collected.
  for (let run = 0; run < RUNS; run += 1) {
    if (typeof collect === 'function') collect();
    await nextTurn();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function askFigures(): Promise<readonly Figure[]> {
  const desk = await openDesk(FOLDERS, null);
  const timeOf = (text: string): number => {
    const start = performance.now();
    desk.ask({ text, today: TODAY, context: null });
    return performance.now() - start;
  };
  const texts = questionsOf().map(({ text }) => text);
  const long = LONG_TEXTS.map((text) =>
    Math.min(...Array.from({ length: RUNS }, () => timeOf(text))),
  );
  for (let run = 0; run < RUNS; run += 1) texts.forEach(timeOf);
  const times = texts.map((text) => timeOf(text) * 1000);
  return [
    { name: 'ask_p50', value: share(times, 0.5), unit: 'us' },
    { name: 'ask_p99', value: share(times, 0.99), unit: 'us' },
    { name: 'ask_long_text', value: Math.max(...long), unit: 'ms' },
  ];
}

function share(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
