import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse, parseDocument, stringify } from 'yaml';
import type { Desk } from '../../src/desk.ts';
import { realDesk } from '../world.ts';
import {
  type Dialogue,
  dialoguesIn,
  dialoguesOf,
  type Question,
  questionsIn,
  questionsOf,
} from './questions.ts';
import { type Miss, type Score, type Share, score } from './score.ts';

/**
 * Runs sets of questions that lie in folders of their own, as BRIEF.md describes them, and prints how many are read
 * wholly right and what is not. Without a folder: what of our own questions is not known to be read wrongly, or no longer is;
 * `--write` brings known-misses.yaml up to that.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    write: { type: 'boolean', default: false },
    brief: { type: 'boolean', default: false },
  },
});
const desk = await realDesk();
if (positionals.length > 0) runFolders(desk, positionals, values.brief);
else runOwn(desk, values.write);

function runFolders(asked: Desk, folders: readonly string[], isBrief: boolean): void {
  const questions: Question[] = [];
  const dialogues: Dialogue[] = [];
  for (const folder of folders) {
    const own = { questions: questionsIn(folder), dialogues: dialoguesIn(folder) };
    questions.push(...own.questions);
    dialogues.push(...own.dialogues);
    const scored = score(asked, own.questions, own.dialogues);
    print(`${folder}: ${inWords(scored)}`);
    if (!isBrief) printMisses(scored.misses);
  }
  if (folders.length > 1) print(`together: ${inWords(score(asked, questions, dialogues))}`);
}

function inWords({ questions, dialogues, misses, lines, wrong }: Score): string {
  return [
    `${lines} lines`,
    `English ${percent(questions.all_in_scope_en)}`,
    `Chinese ${percent(questions.all_in_scope_zh)}`,
    `out of scope ${percent(questions.all_out_of_scope)}`,
    `turns ${percent(dialogues.dialogue_turns)}`,
    `missed ${misses.length}`,
    `answered wrongly ${wrong} (${((100 * wrong) / lines).toFixed(2)} %)`,
  ].join(', ');
}

function percent(share: Share | undefined): string {
  return share === undefined ? '-' : ((100 * share.right) / share.all).toFixed(1);
}

function printMisses(misses: readonly Miss[]): void {
  for (const { text, why, isWrong } of misses)
    print(`  ${isWrong ? 'WRONG' : 'miss '} ${text}\n        ${why.join('; ')}`);
}

function runOwn(asked: Desk, write: boolean): void {
  const file = join(import.meta.dirname, 'known-misses.yaml');
  const text = readFileSync(file, 'utf8');
  const known = new Set(parse(text) as string[]);
  const { misses } = score(asked, questionsOf(), dialoguesOf());
  const missed = new Set(misses.map((miss) => miss.text));
  printMisses(misses.filter((miss) => !known.has(miss.text)));
  for (const one of known) if (!missed.has(one)) print(`  right ${one}`);
  print(`${missed.size} are read otherwise than expected`);
  if (!write) return;
  const heading = parseDocument(text).commentBefore ?? '';
  const list = stringify(
    misses.map((miss) => miss.text),
    { lineWidth: 0 },
  );
  writeFileSync(file, `#${heading}\n${list}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
