import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, stringify } from 'yaml';
import type { Language } from '../bilingual.ts';
import { Problem } from '../problem.ts';

export type NewExample = {
  readonly intent: string;
  readonly language: Language;
  readonly text: string;
};

/**
 * Writes a sentence behind the last one of its language into `examples/<intent>.yaml`; every other line stays as it
 * is. Answers the place. Throws a Problem `data` and leaves the file alone where it is not as expected.
 */
export function addExample(
  intentsFolder: string,
  { intent, language, text }: NewExample,
): { readonly file: string; readonly line: number } {
  const path = join(intentsFolder, 'examples', `${intent}.yaml`);
  const file = join(basename(intentsFolder), 'examples', `${intent}.yaml`).replaceAll('\\', '/');
  const before = readFileSync(path, 'utf8');
  const end = endOfList(before, language);
  if (end === null) throw new Problem('data', `${file} has no list "${language}" of sentences`);
  const line = `${end.indent}- ${stringify(text, { lineWidth: 0 }).trimEnd()}`;
  const lines = before.split('\n');
  const after = [...lines.slice(0, end.line), line, ...lines.slice(end.line)].join('\n');
  if (lastOf(after, language) !== text) {
    throw new Problem('data', `${file}: the sentence cannot be written as one line`);
  }
  const unfinished = `${path}.new`;
  try {
    writeFileSync(unfinished, after);
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw new Problem('data', `${file} cannot be written: ${reasonOf(error)}`, { cause: error });
  }
  return { file, line: end.line + 1 };
}

/** The number of the last line of a list, counted from 1, and how far its sentences are indented. */
function endOfList(
  text: string,
  language: Language,
): { readonly line: number; readonly indent: string } | null {
  const lines = new LineCounter();
  const last = listIn(text, language, lines)?.items.at(-1);
  if (!isNode(last) || last.range === null || last.range === undefined) return null;
  const first = lines.linePos(last.range[0]).line;
  const indent = /^(\s*)- /.exec(text.split('\n')[first - 1] ?? '')?.[1];
  return indent === undefined ? null : { line: lines.linePos(last.range[1] - 1).line, indent };
}

function lastOf(text: string, language: Language): unknown {
  const last = listIn(text, language, new LineCounter())?.items.at(-1);
  return isScalar(last) ? last.value : null;
}

function listIn(text: string, language: Language, lineCounter: LineCounter) {
  const { contents } = parseDocument(text, { lineCounter });
  const list = isMap(contents) ? contents.get(language, true) : null;
  return isSeq(list) ? list : null;
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
