import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import process from 'node:process';

/** A copy of the data folder, in which policy can be approved for practice without touching the real one. */
export type DataCopy = {
  readonly folder: string;
  /** Takes over what somebody has changed in the real folder since: there a change wins over what was tried here. */
  readonly follow: () => void;
  readonly remove: () => void;
};

/** Copies the data folder into a folder of this process, and takes away those that killed processes left behind. */
export function copyData(from: string, practiceFolder: string): DataCopy {
  // What is wrong with a folder that is not there is told by whoever reads it.
  if (!existsSync(from)) return { folder: from, follow: () => {}, remove: () => {} };
  sweep(practiceFolder);
  const place = join(practiceFolder, String(process.pid));
  // The same name, so that a fault is told as one of the real file, where it is to be mended.
  const folder = join(place, basename(resolve(from)));
  rmSync(place, { recursive: true, force: true });
  // A draft of the command line stays where it is.
  cpSync(from, folder, { recursive: true, filter: (file) => !isDraft(relative(from, file)) });
  let before = stateOf(from);

  const follow = (): void => {
    const now = stateOf(from);
    for (const [file, state] of now) {
      if (before.get(file) === state) continue;
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      copyFileSync(join(from, file), join(folder, file));
    }
    for (const file of before.keys())
      if (!now.has(file)) rmSync(join(folder, file), { force: true });
    before = now;
  };

  return {
    folder,
    follow: () => {
      try {
        follow();
      } catch {
        // Files are changing at this moment: the next look finds them at rest.
      }
    },
    remove: () => rmSync(place, { recursive: true, force: true }),
  };
}

/** Every file of the folder but drafts, with when it was last written and how long it is. */
function stateOf(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((file) => !isDraft(file));
  return new Map(
    files.map((file) => {
      const { mtimeMs, size } = statSync(join(folder, file));
      return [file, `${mtimeMs} ${size}`];
    }),
  );
}

function isDraft(file: string): boolean {
  return file.startsWith('drafts');
}

function sweep(practiceFolder: string): void {
  if (!existsSync(practiceFolder)) return;
  for (const name of readdirSync(practiceFolder)) {
    if (/^\d+$/.test(name) && !isAlive(Number(name)))
      rmSync(join(practiceFolder, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Another user's process is alive, though nothing of ours.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
