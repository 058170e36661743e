import { isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { DataProblem } from '../problem.ts';
import { plainYaml } from './plain-yaml.ts';

/** A file's text and the name by which faults call it. */
export type SourceFile = { readonly name: string; readonly text: string };

/** A value read from a file together with a way to say where in the file a fault lies. */
export type Located<T> = {
  readonly value: T;
  /** The problem of the value at `path`, with its line. */
  readonly problemAt: (path: readonly PropertyKey[], message: string) => DataProblem;
};

type Read<T> = { readonly located: Located<T> | null; readonly problems: readonly DataProblem[] };

/**
 * Reads YAML and checks it against a schema. Every fault is collected with its line: bad syntax, a key given twice,
 * a wrong or missing value, an unknown key.
 */
export function readYaml<T>(file: SourceFile, schema: z.ZodType<T>): Read<T> {
  const plain = plainYaml(file.text);
  const result = plain === undefined ? null : schema.safeParse(plain);
  if (result?.success !== true) return readDocument(file, schema);
  // Only the full reader knows lines, and they are asked for only where something is wrong.
  let opened: ReturnType<typeof openDocument> | null = null;
  const problemAt: Located<T>['problemAt'] = (path, message) => {
    opened ??= openDocument(file);
    return opened.problemAt(path, message);
  };
  return { located: { value: result.data, problemAt }, problems: [] };
}

function readDocument<T>(file: SourceFile, schema: z.ZodType<T>): Read<T> {
  const { document, problemAt, syntaxProblems } = openDocument(file);
  if (syntaxProblems.length > 0) return { located: null, problems: syntaxProblems };
  const result = schema.safeParse(document.toJS());
  if (!result.success) {
    return {
      located: null,
      problems: result.error.issues.flatMap((issue) =>
        told(issue, (path, message) =>
          problemAt(path, isMissing(document.contents, path) ? missing(path) : message),
        ),
      ),
    };
  }
  return { located: { value: result.data, problemAt }, problems: [] };
}

/** A file as a tree of values, with a way to say where in it a fault lies. */
function openDocument(file: SourceFile): {
  readonly document: ReturnType<typeof parseDocument>;
  readonly problemAt: Located<unknown>['problemAt'];
  readonly syntaxProblems: readonly DataProblem[];
} {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, uniqueKeys: true });
  const problemOn = (line: number, path: readonly PropertyKey[], message: string): DataProblem => ({
    file: file.name,
    line,
    path: pathText(path),
    message,
  });
  const lineOf = (path: readonly PropertyKey[]): number =>
    // An empty file has no lines to the counter; to a person it has one.
    Math.max(1, lines.linePos(offsetOf(document.contents, path)).line);
  return {
    document,
    problemAt: (path, message) => problemOn(lineOf(path), path, message),
    syntaxProblems: document.errors.map((error) =>
      problemOn(lines.linePos(error.pos[0]).line, [], firstLine(error.message)),
    ),
  };
}

function told(
  issue: z.core.$ZodIssue,
  problemAt: (path: readonly PropertyKey[], message: string) => DataProblem,
): readonly DataProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      problemAt([...issue.path, key], `unknown key "${key}": check its spelling, or remove it`),
    );
  }
  if (issue.code === 'invalid_union') {
    const meant =
      issue.errors.toSorted((one, other) => faultCount(one) - faultCount(other))[0] ?? [];
    return meant.flatMap((inner) =>
      told({ ...inner, path: [...issue.path, ...inner.path] }, problemAt),
    );
  }
  return [problemAt(issue.path, issue.message)];
}

function missing(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'the file is empty' : `"${String(path.at(-1))}" is missing`;
}

/** Whether the value at `path` is not there, though what holds it is. */
function isMissing(contents: unknown, path: readonly PropertyKey[]): boolean {
  let node: unknown = contents;
  for (const key of path) {
    const next = childOf(node, key);
    if (next === undefined) return isMap(node);
    node = next.value;
  }
  return path.length === 0 && node === null;
}

/** Of several shapes a value was meant to have the one that it comes nearest to. */
function faultCount(issues: readonly z.core.$ZodIssue[]): number {
  return issues.reduce(
    (sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1),
    0,
  );
}

/** Where the value at `path` starts; where it is missing, where the nearest thing around it starts. */
function offsetOf(contents: unknown, path: readonly PropertyKey[]): number {
  let node: unknown = contents;
  let offset = startOf(contents) ?? 0;
  for (const key of path) {
    const next = childOf(node, key);
    if (next === undefined) break;
    offset = next.offset ?? offset;
    node = next.value;
  }
  return offset;
}

function childOf(
  node: unknown,
  key: PropertyKey,
): { readonly value: unknown; readonly offset: number | undefined } | undefined {
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
    return isPair(pair) ? { value: pair.value, offset: startOf(pair.key) } : undefined;
  }
  const items: unknown = isNode(node) && 'items' in node ? node.items : undefined;
  if (!Array.isArray(items) || typeof key !== 'number' || !(key in items)) return undefined;
  const value: unknown = items[key];
  return { value, offset: startOf(value) };
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

/** `['plans', 2, 'gift', 'months']` as `plans[2].gift.months`. */
function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === 'number'
        ? `${text}[${key}]`
        : text === ''
          ? String(key)
          : `${text}.${String(key)}`,
    '',
  );
}

function firstLine(message: string): string {
  return (message.split('\n', 1)[0] ?? message).replace(/ at line \d+, column \d+:$/, '');
}
