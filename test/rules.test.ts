import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const SOURCES = filesUnder(join(ROOT, 'src')).filter((file) => /\.[jt]s$/.test(file));
const TESTS = filesUnder(join(ROOT, 'test')).filter((file) => file.endsWith('.ts'));

type LockedPackage = {
  readonly dependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
  readonly resolved?: string;
};
type Room = {
  readonly floor: number;
  readonly order: number;
  readonly packages: readonly string[];
};

describe('the house rules', () => {
  const rooms = roomsOfTheTable();

  test('every file of src belongs to a room of the table in CONTRIBUTING.md', () => {
    const homeless = SOURCES.map(roomOf).filter((room) => !rooms.has(room));
    expect([...new Set(homeless)], 'add the room to the table, or move the file').toEqual([]);
  });

  test('every room of the table exists', () => {
    const living = new Set(SOURCES.map(roomOf));
    expect([...rooms.keys()].filter((room) => !living.has(room))).toEqual([]);
  });

  test('a file imports only from a lower floor or its own room', () => {
    const climbs = SOURCES.flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith('.'))
        .map((name) => join(dirname(file), name))
        .filter((target) => !mayImport(rooms, roomOf(file), roomOf(target)))
        .map((target) => `${shown(file)} imports ${shown(target)}`),
    );
    expect(climbs, 'let desk.ts hand the function in, or move the code to a lower floor').toEqual(
      [],
    );
  });

  test('a package is imported only in the rooms that the table names for it', () => {
    const strangers = SOURCES.flatMap((file) =>
      importsOf(file)
        .filter((name) => !name.startsWith('.') && !name.startsWith('node:'))
        .filter((name) => !(rooms.get(roomOf(file))?.packages ?? []).includes(packageOf(name)))
        .map((name) => `${shown(file)} imports ${name}`),
    );
    expect(strangers, 'one heavy package, one room').toEqual([]);
  });

  test('every dependency is imported somewhere', () => {
    const manifest: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const dependencies = Object.keys(
      (manifest as { dependencies: Record<string, string> }).dependencies,
    );
    const imported = new Set(SOURCES.flatMap(importsOf).map(packageOf));
    expect(dependencies.filter((name) => !imported.has(name))).toEqual([]);
  });

  test('the lock file holds every package that another one names, for every platform, and no address', () => {
    const lock: unknown = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
    const { packages } = lock as { packages: Record<string, LockedPackage> };
    const held = new Set(
      Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')),
    );
    const missing = Object.values(packages)
      .flatMap((one) => Object.keys({ ...one.dependencies, ...one.optionalDependencies }))
      .filter((name) => !held.has(name));
    expect([...new Set(missing)], 'npm ci would refuse the lock file').toEqual([]);
    expect(Object.values(packages).filter((one) => one.resolved !== undefined)).toEqual([]);
  });

  test.each([
    ['process.env', /process\.env/, ['src/environment.ts']],
    [
      'the time',
      /Date\.now\(|new Date\(\)|performance\.now\(|Temporal\.Now/,
      ['src/calendar/clock.ts'],
    ],
    ["type: 'mrkdwn'", /type: 'mrkdwn'/, ['src/slack/views/blocks.ts']],
    ['the console', /console\./, []],
  ])('only the file made for it touches %s', (_, pattern, allowed) => {
    const users = SOURCES.filter((file) => pattern.test(codeOf(file))).map(shown);
    expect(users.filter((file) => !allowed.includes(file))).toEqual([]);
  });

  test('no file is called after what it is not', () => {
    const banned = /^(?:utils?|helpers?|common|misc|manager|service|handler)\b/;
    expect(SOURCES.filter((file) => banned.test(basename(file))).map(shown)).toEqual([]);
  });

  test('a file of src holds one idea: at most 400 lines, and a room has a README that says what belongs in it', () => {
    const long = SOURCES.filter((file) => readFileSync(file, 'utf8').split('\n').length > 400);
    expect(long.map(shown)).toEqual([]);
    const folders = [
      ...new Set(SOURCES.map((file) => dirname(relative(join(ROOT, 'src'), file)).split('/')[0])),
    ];
    const bare = folders.filter(
      (room) => room !== '.' && !SOURCES_AND_PAGES.has(join(ROOT, 'src', room ?? '', 'README.md')),
    );
    expect(bare).toEqual([]);
  });

  test('no test is skipped by hand, left alone or left to do', () => {
    const marks = /\b(?:it|test|describe)\.(?:only|todo|skip)\b/;
    const self = join(ROOT, 'test/rules.test.ts');
    expect(
      TESTS.filter((file) => file !== self && marks.test(readFileSync(file, 'utf8'))).map(shown),
    ).toEqual([]);
  });
});

const SOURCES_AND_PAGES = new Set(filesUnder(join(ROOT, 'src')));

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The first part of a file's way under src, without the ending: a folder is a room, and so is a file of its own. */
function roomOf(file: string): string {
  return (relative(join(ROOT, 'src'), file).split('/')[0] ?? '').replace(/\.[jt]s$/, '');
}

function roomsOfTheTable(): ReadonlyMap<string, Room> {
  const page = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
  const table = /<!-- rooms:start -->([\s\S]*)<!-- rooms:end -->/.exec(page)?.[1] ?? '';
  const rows = [...table.matchAll(/^\| *(\d) *\| *(\S+) *\| *(.+?) *\|$/gm)];
  return new Map(
    rows.map(([, floor, room, packages], order) => [
      room ?? '',
      {
        floor: Number(floor),
        order,
        packages: packages === 'none' ? [] : (packages ?? '').split(', '),
      },
    ]),
  );
}

/** The rooms of floor 0 are single files and small rooms that stand in the order of the table. */
function mayImport(rooms: ReadonlyMap<string, Room>, from: string, to: string): boolean {
  const [here, there] = [rooms.get(from), rooms.get(to)];
  if (from === to || here === undefined || there === undefined) return from === to;
  if (here.floor === 6 || here.floor === 0)
    return there.order < here.order || there.floor < here.floor;
  return there.floor < here.floor;
}

function importsOf(file: string): readonly string[] {
  const code = readFileSync(file, 'utf8');
  const found = code.matchAll(/(?:(?<!')from|import|import\() ?'([^']+)'/g);
  return [...found].flatMap((match) => match[1] ?? []);
}

function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

/** A file without its comments. */
function codeOf(file: string): string {
  return readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

function shown(file: string): string {
  return relative(ROOT, file);
}
