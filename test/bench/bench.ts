import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { renderPdf } from '../../src/documents/render-pdf.ts';
import { PRACTICE_USERS } from '../../src/practice/branch.ts';
import { startProgram } from '../e2e/run-bot.ts';
import { openPeer } from '../peer/peer.ts';
import { dialoguesOf, questionsOf } from '../questions/questions.ts';
import { score } from '../questions/score.ts';
import { ROOT, realDesk } from '../world.ts';
import { caseFigures } from './cases.ts';
import { pressFigures } from './complaint-presses.ts';
import { contractFigures } from './contracts.ts';
import { learningFigures } from './learning.ts';
import { noiseFigures } from './noise.ts';
import { policyFigures } from './policy.ts';
import { postingFigures } from './posting.ts';
import { publicFigures } from './public-sets.ts';
import { swapFigures } from './swap.ts';

// Prints one JSON object a line: name, value, unit. What is promised stands in docs/decisions and in the README.

const print = (name: string, value: number, unit: string): void => {
  process.stdout.write(
    `${JSON.stringify({ name, value: Math.round(value * 1000) / 1000, unit })}\n`,
  );
};

const clock = (): number => Number(process.hrtime.bigint()) / 1e6;
const at = (values: readonly number[], share: number): number =>
  [...values].sort((one, other) => one - other)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ] ?? 0;

/** How long a process of this Node runs, in milliseconds: the median of eleven runs after one that does not count. */
function processTime(args: readonly string[]): number {
  const run = (): number => {
    const start = clock();
    const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'ignore' });
    if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
    return clock() - start;
  };
  run();
  return at(Array.from({ length: 11 }, run), 0.5);
}

async function benchCommand(): Promise<void> {
  const bare = processTime(['-e', '0']);
  const ask = processTime([
    'bin/desk.js',
    'ask',
    'what can I offer at a township partner hall?',
    '--today',
    '2015-02-10',
  ]);
  print('node_process', bare, 'ms');
  print('ask_process', ask, 'ms');
  print('ask_process_over_node', ask - bare, 'ms');
}

async function benchReading(): Promise<void> {
  for (const { name, value, unit } of await learningFigures()) print(name, value, unit);
  for (const { name, value, unit } of await policyFigures()) print(name, value, unit);
  for (const { name, value, unit } of swapFigures()) print(name, value, unit);
  for (const { name, value, unit } of await caseFigures()) print(name, value, unit);
  for (const { name, value, unit } of await pressFigures()) print(name, value, unit);
  for (const { name, value, unit } of await postingFigures()) print(name, value, unit);
}

async function benchQuestions(): Promise<void> {
  const { questions, dialogues } = score(await realDesk(), questionsOf(), dialoguesOf());
  for (const [name, { right, all }] of Object.entries({ ...questions, ...dialogues })) {
    print(`questions_${name}`, (100 * right) / all, '%');
  }
}

async function benchNoise(): Promise<void> {
  for (const { name, value, unit } of noiseFigures(await realDesk(), questionsOf()))
    print(name, value, unit);
  for (const { name, value, unit } of publicFigures()) print(name, value, unit);
}

/** Enough to tell; `npm run bench:contracts` takes a million. */
const CONTRACTS = 100_000;

async function benchContracts(): Promise<void> {
  for (const { name, value, unit } of await contractFigures(CONTRACTS)) print(name, value, unit);
}

const QUESTIONS_OF_THE_BOT = 200;

async function benchBot(): Promise<void> {
  const peer = await openPeer('socket');
  const { botToken, appToken, apiUrl } = peer.workspace;
  const begin = clock();
  const bot = startProgram({
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_API_URL: apiUrl,
    DATABASE_URL: 'sqlite::memory:',
    DESK_TODAY: '2015-02-10',
    LOG_LEVEL: 'error',
  });
  await bot.line(/joined Slack/);
  print('bot_start', clock() - begin, 'ms');
  const user = PRACTICE_USERS.sam.id;
  const times: number[] = [];
  let since = '';
  for (let count = 0; count < QUESTIONS_OF_THE_BOT; count += 1) {
    const start = clock();
    const { channel, ts } = await peer.say({
      channel: user,
      user,
      text: `commission for ${count + 2} households`,
    });
    const reply = await peer.reply({ channel, since: since > ts ? since : ts });
    times.push(clock() - start);
    since = reply.ts;
  }
  print('bot_answer_p50', at(times, 0.5), 'ms');
  print('bot_answer_p95', at(times, 0.95), 'ms');
  const resident = /VmRSS:\s+(\d+) kB/.exec(statusOf(bot.pid))?.[1];
  if (resident !== undefined) print('bot_resident_memory', Number(resident) / 1024, 'MB');
  bot.signal('SIGTERM');
  await bot.ended;
  await peer.close();
}

/** A case file of some ten pages, with the process that writes it. */
async function benchCaseFile(): Promise<void> {
  const words = '客户说号码被拆了，309元被转走又转回，没有签过字；要求书面说明依据。';
  const rows = Array.from({ length: 330 }, (_, index) => [`2015-01-12 ${index}`, 'U0LI', words]);
  const table = { kind: 'table', head: ['时间', '谁', '事'], rows, shares: [18, 18, 64] } as const;
  const paper = {
    title: '投诉案卷',
    language: 'zh',
    foot: 'C',
    madeAt: 0,
    parts: [table],
  } as const;
  const times: number[] = [];
  let bytes = 0;
  for (let round = 0; round < 5; round += 1) {
    const start = clock();
    bytes = (await renderPdf(paper)).length;
    times.push(clock() - start);
  }
  print('case_file_pdf_ms', at(times, 0.5), 'ms');
  print('case_file_pdf_size', bytes / 1024, 'KB');
}

/** What Linux says of a process; elsewhere nothing, and the line is left out. */
function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}

await benchCommand();
await benchReading();
await benchQuestions();
await benchNoise();
await benchContracts();
await benchCaseFile();
await benchBot();
