import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf } from './set-folder.ts';

/** What was expected of a set may be written down at any time: it is no part of what was approved. */
const NOT_APPROVED = ['questions.yaml'];

/** What the files of a policy set are, in sixteen letters: another text in any of them gives another one. */
export function fingerprintOf(
  root: string,
  { id, version }: { readonly id: string; readonly version: number },
): string | null {
  const folder = join(root, 'campaigns', folderOf(id, version));
  try {
    return fingerprintOfFolder(folder);
  } catch {
    return null;
  }
}

/** As above, of a folder wherever it lies. Throws where it cannot be read. */
export function fingerprintOfFolder(folder: string): string {
  const hash = createHash('sha256');
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && !NOT_APPROVED.includes(name))
    .sort();
  for (const name of names) {
    // An editor or a checkout that turns the ends of lines has changed nothing.
    const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
    hash.update(`${name}\0${text}\0`);
  }
  return hash.digest('hex').slice(0, 16);
}
