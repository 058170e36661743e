import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A program in the place of local-slack that does what the shell lines say. */
export async function fakeProgram(...lines: readonly string[]): Promise<string> {
  const path = join(tmpdir(), `fake-${randomUUID()}`);
  await writeFile(path, ['#!/bin/sh', ...lines, ''].join('\n'), { mode: 0o700 });
  return path;
}
