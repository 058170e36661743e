import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/**
 * The value that `make` gives, or the same value from a file of an earlier run: the file's name is the fingerprint of
 * every file under `sources`, so a changed word or a changed line of code makes it anew. What cannot be read or
 * written is made each time: keeping saves time and nothing else rests on it. `keep` null keeps nothing.
 */
export async function kept<T>(
  { keep, sources }: { readonly keep: string | null; readonly sources: readonly string[] },
  make: () => Promise<T>,
): Promise<T> {
  const print = keep === null ? null : fingerprint(sources);
  if (keep === null || print === null) return make();
  const path = join(keep, `${print}.bin`);
  const before = readBack<T>(path);
  if (before !== undefined) return before;
  const value = await make();
  writeBack(keep, path, value);
  return value;
}

function fingerprint(sources: readonly string[]): string | null {
  try {
    const hash = createHash('sha256').update(process.version);
    for (const folder of sources) {
      const files = readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        // Nothing is learnt from a draft.
        .filter((file) => !relative(folder, file).startsWith('drafts'))
        .sort();
      // Named from the folder on: the same files are the same, however the folder was named.
      for (const file of files)
        hash.update(`\0${relative(folder, file)}\0`).update(readFileSync(file));
    }
    return hash.digest('hex').slice(0, 32);
  } catch {
    return null;
  }
}

function readBack<T>(path: string): T | undefined {
  try {
    // Written below from a T of the same code, which the fingerprint vouches for.
    return deserialize(readFileSync(path)) as T;
  } catch {
    return undefined;
  }
}

/** Written whole or not at all; what earlier files left behind is removed. */
function writeBack(folder: string, path: string, value: unknown): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(folder)) {
      if (name.endsWith('.bin')) rmSync(join(folder, name), { force: true });
    }
    const unfinished = `${path}.${process.pid}`;
    writeFileSync(unfinished, serialize(value), { mode: 0o600 });
    renameSync(unfinished, path);
  } catch {
    // A read-only or full disk: the next start learns again.
  }
}
