import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import type { DataProblem } from '../problem.ts';
import { type Located, readYaml } from './yaml.ts';

/** Reads the files of one folder and keeps every fault found on the way. */
export type FolderReader = {
  readonly read: <T>(path: string, schema: z.ZodType<T>) => Located<T> | null;
  /** The YAML files of a folder by name, without the ending, in order; a missing folder is a fault. */
  readonly names: (folder: string) => readonly string[];
  readonly folders: (folder: string) => readonly string[];
  /** Whether there is such a file: for one that need not be there. */
  readonly has: (path: string) => boolean;
  /** Whether the folder itself can be opened; it is a fault where it cannot. */
  readonly isThere: () => boolean;
  readonly report: (problem: DataProblem) => void;
  readonly problems: () => readonly DataProblem[];
};

/** A reader of the files under `root`; faults name files from the parent of `root` on (`data/outlets.yaml`). */
export function openFolder(root: string): FolderReader {
  const problems: DataProblem[] = [];
  const nameOf = (path: string): string => join(basename(root), path).replaceAll('\\', '/');
  const report = (problem: DataProblem): void => {
    problems.push(problem);
  };
  const unreadable = (path: string, error: unknown): void =>
    report({
      // The folder itself is called as it was given: that name is what is wrong.
      file: path === '' ? root : nameOf(path),
      line: 1,
      path: '',
      message: `cannot be read: ${reasonOf(error)}`,
    });

  return {
    read(path, schema) {
      try {
        const file = { name: nameOf(path), text: textOf(readFileSync(join(root, path))) };
        const { located, problems: found } = readYaml(file, schema);
        found.forEach(report);
        return located;
      } catch (error) {
        unreadable(path, error);
        return null;
      }
    },
    names: (folder) => entries(folder, (entry) => entry.isFile() && entry.name.endsWith('.yaml')),
    folders: (folder) => entries(folder, (entry) => entry.isDirectory()),
    has: (path) => existsSync(join(root, path)),
    isThere() {
      const before = problems.length;
      entries('', () => false);
      return problems.length === before;
    },
    report,
    problems: () => problems,
  };

  function entries(
    folder: string,
    accepts: (entry: { name: string; isFile(): boolean; isDirectory(): boolean }) => boolean,
  ): readonly string[] {
    try {
      return readdirSync(join(root, folder), { withFileTypes: true })
        .filter(accepts)
        .map((entry) => entry.name.replace(/\.yaml$/, ''))
        .sort();
    } catch (error) {
      unreadable(folder, error);
      return [];
    }
  }
}

/** The text of a file. A file in another encoding, such as GBK, is refused: its Chinese would be read as nonsense. */
function textOf(bytes: Uint8Array): string {
  return UTF_8.decode(bytes);
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'it does not exist';
  if (code === 'EACCES') return 'no permission';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'ENOTDIR') return 'it is no folder';
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'it is not UTF-8: save it as UTF-8';
  return error instanceof Error ? error.message : String(error);
}
