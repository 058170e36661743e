import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { threadId } from 'node:worker_threads';

/** What a value was made from, in one word; null where that cannot be said, and nothing is kept. */
export type Print = string | null;

export type Keeping = {
  /** The folder of what is kept; null keeps nothing. */
  readonly keep: string | null;
  /** What the value is. Of each kind the last one is kept. */
  readonly kind: string;
  readonly print: Print;
  /** Whether the value was made from what the print says: files may have changed meanwhile. */
  readonly isStill?: () => boolean;
};

/**
 * The value that `make` gives, or the same value from a file of an earlier run: the file's name is the print of what it
 * was made from, so a changed word or a changed line of code makes it anew. What cannot be read or written is made each
 * time: keeping saves time and nothing else rests on it.
 */
export async function kept<T>(keeping: Keeping, make: () => Promise<T>): Promise<T> {
  return before<T>(keeping) ?? keepNew(keeping, await make());
}

/** As `kept`, of what grows: the value is made each time, with the help of what was kept of the last one under the same print. */
export async function grown<T, Part>(
  keeping: Keeping,
  make: (before: Part | undefined) => Promise<T>,
  partOf: (value: T) => Part,
): Promise<T> {
  const value = await make(before<Part>(keeping));
  keepNew(keeping, partOf(value));
  return value;
}

function before<T>({ keep, kind, print }: Keeping): T | undefined {
  if (keep === null || print === null) return undefined;
  return readBack<T>(join(keep, nameOf(kind, print)));
}

function keepNew<T>({ keep, kind, print, isStill }: Keeping, value: T): T {
  if (keep !== null && print !== null && isStill?.() !== false)
    writeBack({ keep, kind, name: nameOf(kind, print) }, value);
  return value;
}

function nameOf(kind: string, print: string): string {
  return `${kind}-${print}.bin`;
}

/** The print of every file under a folder. */
export function folderPrint(folder: string): Print {
  try {
    const hash = createHash('sha256').update(process.version);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      // Nothing is learnt from a draft.
      .filter((file) => !relative(folder, file).startsWith('drafts'))
      .sort();
    // Named from the folder on: the same files are the same, however the folder was named.
    for (const file of files)
      hash.update(`\0${relative(folder, file)}\0`).update(readFileSync(file));
    return hash.digest('hex').slice(0, 32);
  } catch {
    return null;
  }
}

/** One print of several, or of a text. */
export function printOf(parts: readonly Print[]): Print {
  if (parts.includes(null)) return null;
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

function readBack<T>(path: string): T | undefined {
  try {
    // Written below from a T of the same code, which the print vouches for.
    return deserialize(readFileSync(path)) as T;
  } catch {
    return undefined;
  }
}

/** Written whole or not at all; what earlier files left behind is removed. */
function writeBack(
  { keep, kind, name }: Pick<Keeping, 'kind'> & { readonly keep: string; readonly name: string },
  value: unknown,
): void {
  try {
    mkdirSync(keep, { recursive: true, mode: 0o700 });
    for (const other of readdirSync(keep)) {
      if (other.startsWith(`${kind}-`) && other.endsWith('.bin'))
        rmSync(join(keep, other), { force: true });
    }
    const unfinished = join(keep, `${name}.${process.pid}-${threadId}`);
    writeFileSync(unfinished, serialize(value), { mode: 0o600 });
    renameSync(unfinished, join(keep, name));
  } catch {
    // A read-only or full disk: the next start makes it again.
  }
}
