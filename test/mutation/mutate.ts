import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../world.ts';

// Changes src/policy in a copy, one small thing at a time, and tells which changes no test of it notices. Fails below 90 %.
// Its tool is 177 packages that nobody else needs: they are installed at the first run, under var/mutation. The tool cannot
// read tsconfig.json by TypeScript 7, and need not: nothing is compiled. Constants (texts, tables) are left alone: each would need
// all tests again.

const HERE = join(ROOT, 'test/mutation');
const TOOLS = join(ROOT, 'var/mutation');
const INSTALLED = join(TOOLS, 'node_modules/.package-lock.json');
const FILES = ['package.json', 'package-lock.json', '.npmrc'];

function run(command: string, args: readonly string[], cwd: string): void {
  const { status, error } = spawnSync(command, args, { cwd, stdio: 'inherit' });
  if (error !== undefined) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

const isSame = (file: string): boolean =>
  existsSync(join(TOOLS, file)) &&
  readFileSync(join(TOOLS, file)).equals(readFileSync(join(HERE, file)));

mkdirSync(TOOLS, { recursive: true });
if (!existsSync(INSTALLED) || !FILES.every(isSame)) {
  for (const file of FILES) copyFileSync(join(HERE, file), join(TOOLS, file));
  run('npm', ['ci'], TOOLS);
}
const stryker = join(TOOLS, 'node_modules/@stryker-mutator/core/bin/stryker.js');
run(process.execPath, [stryker, 'run', join(HERE, 'stryker.config.json')], ROOT);
