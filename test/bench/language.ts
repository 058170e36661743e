import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ENGINES, type EngineName } from './language-engine.ts';
import type { Measured } from './language-measure.ts';
import { OWN_ENGINES, type OwnEngine, type OwnMeasured } from './language-own.ts';
import { ROWS, type Row } from './language-rows.ts';
import { publicSet } from './language-sets.ts';

// How ours compares with what can be installed instead: the same sets, the same parts of them, in one run.
//   npm run bench:language -- [--ours] [--sets clinc150_10,hwu64_10,own] [--limit SECONDS]

const { values: options } = parseArgs({
  options: {
    ours: { type: 'boolean', default: false },
    sets: { type: 'string' },
    limit: { type: 'string', default: '900' },
  },
});
const wanted = options.sets?.split(',') ?? [...ROWS.map((row) => row.set), 'own'];
const limitSeconds = Number(options.limit);
const engines: readonly EngineName[] = options.ours ? ['ours'] : ENGINES;
const PEERS = join(import.meta.dirname, 'peers');
const NAMES: Readonly<Record<EngineName, string>> = {
  ours: 'ours',
  'nlp.js': 'NLP.js 4.27',
  fasttext: 'fastText, tuned',
};
/** As `npm start` does: a small young generation. Without it every engine holds tens of megabytes of garbage. */
const FLAGS = ['--expose-gc', '--max-semi-space-size=4'];
const WIDTHS = [33, 15, 15, 6, 15, 7, 8, 10, 7];

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

if (!options.ours) installPeers();
await publicTable(ROWS.filter((row) => wanted.includes(row.set)));
if (wanted.includes('own')) await ownTable();

/** The peers are no part of the project: they come when somebody wants to compare. */
function installPeers(): void {
  if (existsSync(join(PEERS, 'node_modules'))) return;
  say('installing the peers …');
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts'], {
    cwd: PEERS,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  say('The peers could not be installed. `npm run bench:language -- --ours` measures ours alone.');
  process.exit(1);
}

async function publicTable(rows: readonly Row[]): Promise<void> {
  const there = rows.filter((row) => publicSet(row.set) !== null);
  const absent = rows.filter((row) => !there.includes(row)).map((row) => row.set);
  if (there.length > 0) {
    const heads = [
      'set',
      'engine',
      'accuracy',
      'AUROC',
      'scope / recall',
      'at 91 %',
      'training',
      'a question',
    ];
    print(inColumns([...heads, 'memory', "ours' bar"]));
  }
  for (const row of there) {
    for (const engine of engines) {
      const args = ['language-measure.ts', engine, row.set, row.clean ?? ''];
      const measured = await inChild<Measured>(`${row.set}: ${NAMES[engine]}`, args);
      const head = [engine === 'ours' ? row.title : '', NAMES[engine]];
      print(
        typeof measured === 'string'
          ? inColumns([...head, measured])
          : inColumns([
              ...head,
              ...cells(measured),
              engine === 'ours' ? verdict(row, measured) : '',
            ]),
      );
    }
  }
  if (absent.length > 0) {
    print(
      `Not at hand, so not measured: ${absent.join(', ')}. The sets lie beside the project, in`,
    );
    print('../shared/benchmarks, and are no part of it.');
  }
  if (there.length === 0) return;
  print('');
  print(
    'accuracy: nothing refused; with typing errors: clean → with one or two errors a sentence.',
  );
  print(
    'scope / recall: read rightly and not refused / off-topic sentences recognised, at the threshold',
  );
  print(
    'that is best on the validation part. Every engine learns the same sentences, in English also the',
  );
  print(
    "intents' names. memory: over the same process before its engine was loaded, with the small young",
  );
  print('generation that `npm start` asks for.');
}

function cells(one: Measured): readonly string[] {
  return [
    one.accuracyClean === null
      ? percent(one.accuracy)
      : `${(100 * one.accuracyClean).toFixed(1)} → ${percent(one.accuracy)}`,
    one.auroc === null ? '' : one.auroc.toFixed(3),
    one.balance === null ? '' : `${percent(one.balance.right)} / ${percent(one.balance.recall)}`,
    one.rightAt91 === null ? '' : percent(one.rightAt91),
    `${one.trainSeconds.toFixed(one.trainSeconds < 10 ? 2 : 0)} s`,
    `${one.microseconds.toFixed(one.microseconds < 10 ? 1 : 0)} µs`,
    `${Math.max(0, one.megabytes).toFixed(0)} MB`,
  ];
}

function verdict({ bars }: Row, measured: Measured): string {
  return bars.map((bar) => `${bar.words}: ${bar.isMet(measured) ? 'met' : 'MISSED'}`).join('; ');
}

async function ownTable(): Promise<void> {
  const isPeer = (engine: string): boolean => engine === 'nlp.js';
  const ownEngines = (Object.keys(OWN_ENGINES) as OwnEngine[]).filter(
    (engine) => !options.ours || !isPeer(engine),
  );
  print('');
  print(
    "This project's own questions, after learning its own examples. The questions were written apart from",
  );
  print('these but have been looked at since, which flatters ours.');
  print(inColumns(['', 'right intent', 'off-topic recognised'], [33, 17]));
  for (const engine of ownEngines) {
    const words = OWN_ENGINES[engine];
    const measured = await inChild<OwnMeasured>(words, ['language-own-measure.ts', engine]);
    if (typeof measured === 'string') print(inColumns([words, measured], [33]));
    else {
      const { accuracy, recall, inScope, outOfScope } = measured;
      const right = `${percent(accuracy)} of ${inScope}`;
      print(inColumns([words, right, `${percent(recall)} of ${outOfScope}`], [33, 17]));
    }
  }
}

/** What a child prints as its last line, or a few words on why it did not come so far. */
function inChild<T>(what: string, [file = '', ...args]: readonly string[]): Promise<T | string> {
  say(`${what} …`);
  const { promise, resolve } = Promise.withResolvers<T | string>();
  const child = spawn(process.execPath, [...FLAGS, join(import.meta.dirname, file), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: limitSeconds * 1000,
  });
  let out = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  child.on('close', (code, signal) => {
    const last = out.trimEnd().split('\n').at(-1) ?? '';
    if (code === 0 && last.startsWith('{')) resolve(JSON.parse(last) as T);
    else if (signal !== null) resolve(`no result in ${limitSeconds} s`);
    else {
      say(errors.trimEnd());
      resolve('failed');
    }
  });
  return promise;
}

function inColumns(cells: readonly string[], widths: readonly number[] = WIDTHS): string {
  return cells
    .map((cell, at) => cell.padEnd(widths[at] ?? 0))
    .join(' ')
    .trimEnd();
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}
