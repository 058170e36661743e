import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Folders } from '../../../src/desk.ts';
import { FOLDERS, ROOT } from '../../world.ts';

export const BROKEN = join(ROOT, 'test/broken-data');

const made: string[] = [];
afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder that goes with the tests of the file. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  made.push(folder);
  return folder;
}

/** The real data and intents with the files of these mistakes laid over a copy of them. */
export function withMistakes(mistakes: readonly string[]): Folders {
  const place = emptyFolder();
  const folderOf = (kind: keyof Folders): string => {
    const overlays = mistakes.map((mistake) => join(BROKEN, mistake, kind)).filter(existsSync);
    // What nobody breaks need not be copied.
    if (overlays.length === 0) return FOLDERS[kind];
    for (const folder of [FOLDERS[kind], ...overlays]) {
      cpSync(folder, join(place, kind), { recursive: true });
    }
    return join(place, kind);
  };
  return { data: folderOf('data'), intents: folderOf('intents') };
}

/** The problems that the folder of a mistake foretells. */
export function foretold(mistake: string): readonly unknown[] {
  return readFileSync(join(BROKEN, mistake, 'expected.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
}
