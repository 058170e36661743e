import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isSeq, parseDocument } from 'yaml';
import type { Decision, Reviewed } from '../policy/policy.ts';
import { Problem } from '../problem.ts';
import { REGISTER_FILE } from './register-file.ts';

/** A line for the register. */
export type RegisterLine = { readonly decisions: Decision } | { readonly reviews: Reviewed };

/** Adds a line at the end of its list, and leaves every other line and remark as it is. Whole or not at all. */
export function addToRegister(dataFolder: string, line: RegisterLine): void {
  const path = join(dataFolder, REGISTER_FILE);
  try {
    const document = parseDocument(readFileSync(path, 'utf8'));
    const [list, row] =
      'decisions' in line ? ['decisions', decisionRow(line.decisions)] : ['reviews', line.reviews];
    const rows = document.get(list);
    const node = document.createNode(row);
    if (isMap(node)) node.flow = true;
    if (isSeq(rows)) {
      // An empty list is written as [], and its lines below each other from the first one on.
      rows.flow = false;
      rows.add(node);
    } else document.set(list, document.createNode([node]));
    const unfinished = `${path}.${process.pid}`;
    writeFileSync(unfinished, document.toString({ lineWidth: 0, flowCollectionPadding: true }));
    renameSync(unfinished, path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem('file', `${path} cannot be written: ${reason}`, { cause: error });
  }
}

function decisionRow({ set, version, from, decided, reason, fingerprint }: Decision) {
  return {
    set,
    version,
    from,
    ...decided,
    ...(reason === null ? {} : { reason }),
    ...(fingerprint === null ? {} : { files: fingerprint }),
  };
}
