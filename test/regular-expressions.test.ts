import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { analyse } from 'scslre';
import { parseSync } from 'vite';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import type { Shorthand } from '../src/language/lexicon.ts';
import { FOLDERS } from './world.ts';

const SRC = resolve(import.meta.dirname, '../src');

/** A regular expression of src; `built` are those that the program puts together when it starts. */
type Expression = { readonly file: string; readonly source: string; readonly flags: string };

const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .map((name) => join(SRC, name));
const WRITTEN = FILES.flatMap(literalsIn);
const BUILDING = FILES.filter((file) => readFileSync(file, 'utf8').includes('new RegExp('));
const built: Expression[] = [];

// What `new RegExp` makes is known only when it is made: the files that do so are read once more, and watched.
beforeAll(async () => {
  class Watched extends RegExp {
    constructor(source: string | RegExp, flags?: string) {
      super(source, flags);
      const maker = new Error().stack?.split('\n')[2] ?? '';
      const file = FILES.find((name) => maker.includes(name));
      if (file !== undefined) built.push({ file, source: this.source, flags: this.flags });
    }
  }
  vi.resetModules();
  vi.stubGlobal('RegExp', Watched);
  for (const file of BUILDING) await import(file);
  const { createMender } = await import('../src/language/mend.ts');
  createMender({
    shorthand: [...shorthand(), { means: 'own hall', typed: ['own'], isPlaceInList: true }],
    book: { ours: new Map(), common: new Set() },
    hearing: {
      sounds: { syllables: [''], first: new Uint16Array() },
      counts: { singles: new Map(), pairs: new Map() },
      words: new Map(),
    },
  });
  const { attributeOf } = await import('../src/tables/xml-events.ts');
  attributeOf(" r='A1'", 'r');
  vi.unstubAllGlobals();
});
afterAll(() => vi.resetModules());

describe('no regular expression can run away', () => {
  test('of those that are written down', () => {
    expect(WRITTEN.length).toBeGreaterThan(100);
    expect(WRITTEN.flatMap(faultsOf)).toEqual([]);
  });

  test('of those that are built', () => {
    const seen = new Set(built.map(({ file }) => file));
    expect(BUILDING.filter((file) => !seen.has(file)).map(shown)).toEqual([]);
    expect(built.flatMap(faultsOf)).toEqual([]);
  });
});

function faultsOf({ file, source, flags }: Expression): readonly string[] {
  const { reports } = analyse({ source, flags }, { reportTypes: { Move: true } });
  return reports.map(
    ({ type, character }) => `${shown(file)}: /${source}/ (${type}) on ${character.pick}`,
  );
}

function literalsIn(file: string): readonly Expression[] {
  const found: Expression[] = [];
  const { program, errors } = parseSync(file, readFileSync(file, 'utf8'));
  expect(errors).toEqual([]);
  JSON.stringify(program, (_, node: unknown) => {
    if (isLiteral(node)) found.push({ file, source: node.regex.pattern, flags: node.regex.flags });
    return node;
  });
  return found;
}

function isLiteral(
  node: unknown,
): node is { readonly regex: { readonly pattern: string; readonly flags: string } } {
  return typeof node === 'object' && node !== null && 'regex' in node;
}

function shorthand(): readonly Shorthand[] {
  const text = readFileSync(join(FOLDERS.intents, 'words/shorthand.yaml'), 'utf8');
  return (parse(text) as { shorthand: Shorthand[] }).shorthand;
}

function shown(file: string): string {
  return relative(resolve(SRC, '..'), file);
}
