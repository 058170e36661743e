import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf } from './set-folder.ts';

/**
 * What to say to customers is no table of a sheet: a draft keeps the file that was written into it, or else takes over
 * that of the version before, to be held against the new plans.
 */
export function panelOfDraft(
  dataFolder: string,
  { id, version }: { readonly id: string; readonly version: number },
): { readonly 'panel.yaml'?: string } {
  const before = Array.from({ length: version - 1 }, (_, index) => version - 1 - index);
  const file = [
    join('drafts', folderOf(id, version)),
    ...before.map((earlier) => join('campaigns', folderOf(id, earlier))),
  ]
    .map((folder) => join(dataFolder, folder, 'panel.yaml'))
    .find(existsSync);
  return file === undefined ? {} : { 'panel.yaml': readFileSync(file, 'utf8') };
}
