import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument, stringify } from 'yaml';
import { plainYaml } from '../../../src/files/plain-yaml.ts';
import { FOLDERS, ROOT } from '../../world.ts';

function filesUnder(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(ROOT, path), readFileSync(path, 'utf8')]);
}

const OURS = [FOLDERS.data, FOLDERS.intents].flatMap(filesUnder);
const OF_TESTS = filesUnder(join(ROOT, 'test'));

/** What is read plainly is what the full reader reads there, without a fault. Says whether it was read plainly. */
function expectTheSame(text: string): boolean {
  const plain = plainYaml(text);
  if (plain === undefined) return false;
  const document = parseDocument(text, { uniqueKeys: true });
  expect({ errors: document.errors, value: document.toJS() }).toEqual({ errors: [], value: plain });
  return true;
}

describe('a plain file is read as the full reader reads it', () => {
  test.each(OURS)('and %s is one', (_, text) => {
    expect(expectTheSame(text)).toBe(true);
  });

  test('or left to it: every file of the tests', () => {
    const plain = OF_TESTS.filter(([, text]) => expectTheSame(text));
    expect(plain.length).toBeGreaterThan(100);
  });

  test.each([
    ['texts', 'intent: help\n'],
    ['lists', 'zh:\n  - 你好\n  - 能做什么？\nen:\n  - hello there\n'],
    ['comments and empty lines', '# why\n\nzh: # this\n  # that\n  - 好 # so\n'],
    ['quotes', 'zh:\n  - "12345"\n  - \'{"a":1}\'\n  - "a: b"\n  - \'it\'\'s\'\n  - "a \\"b\\""\n'],
    ['signs', 'zh:\n  - ？？？\n  - ★代表什么\n  - <b>存费</b>\n  - a-b, c/d\n  - (to yourself)\n'],
    ['words with digits', 'zh:\n  - HT2014001\n  - 13800001234的合约\n  - 3 months\n  - 2015-q1\n'],
    [
      'numbers, days, yes and no',
      'a: 0\nb: 1200\nc: 2015-02-10\nf: 8.33\ng: 1.50\nh: -7\nd: true\ne: null\n',
    ],
    ['braces', 'a: { zh: 厅, en: "hall, own" }\nb: [x, y]\nc: {}\nd: []\n'],
    ['braces over lines', 'a:\n  {\n    zh: 厅,\n    en: hall\n  }\nb: 1\n'],
    ['lists of maps', 'a:\n  - id: x\n    at:\n      b: main\n  - id: y\n'],
    ['a value on the next line', 'a:\n  about: this\n  zh:\n    这个\n'],
    ['a folded text', 'zh: >-\n  one\n  "two": {\nen:\n  - >-\n    three\n# end\n'],
    ['a byte-order mark', '\ufeffzh:\n  - a\n'],
    ['the line ends of Windows', 'zh:\r\n  - a\r\n'],
    ['the name of what every object has', 'constructor: a\n'],
  ])('%s', (_, text) => {
    expect(expectTheSame(text)).toBe(true);
  });

  test('whatever is written by the writer of drafts, or left to the full reader', () => {
    const value = fc.letrec((tie) => ({
      text: fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom(
          '1_000',
          '0o14',
          '1e3',
          '2015-02-10',
          'yes',
          'null',
          '~',
          '厅',
          'a: b',
          ' #',
        ),
      ),
      key: fc.oneof(fc.string(), fc.constantFrom('zh', 'en', 'offers', '__proto__')),
      any: fc.oneof(
        { maxDepth: 4 },
        tie('text'),
        fc.integer(),
        fc.double(),
        fc.constantFrom(null, true, false),
        fc.array(tie('any'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom('zh', 'en', 'id', 'at'), tie('any')),
      ),
    })).any;
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('zh', 'en', 'levels'), value), (written) => {
        expectTheSame(stringify(written, { lineWidth: 0 }));
      }),
      { numRuns: 500 },
    );
  });
});

describe('a file in which something was put, lost or moved', () => {
  const LINES = [...OURS, ...OF_TESTS].map(([, text]) => text.split('\n'));
  const PUT = [
    ...[
      ' ',
      '  ',
      '    ',
      '\n',
      '\n\n',
      '\t',
      '\r\n',
      '\r',
      '\ufeff',
      '\u0085',
      '\u00a0',
      '\u2028',
    ],
    ...[
      '- ',
      '-',
      ':',
      ': ',
      '>-\n',
      '#',
      ' # x',
      '"',
      "'",
      "''",
      '\\',
      '\\"',
      '{',
      '}',
      '[',
      ']',
      ',',
      '|\n',
    ],
    ...[
      '&a ',
      '*a',
      '!!str ',
      '>\n',
      '? ',
      '---\n',
      '...\n',
      '%YAML 1.2\n',
      '<<: *a',
      '@',
      '`',
      '=',
    ],
    ...['{ a: b }', '[a, b]', 'a: b', 'a:\n', 'a: &x [1]\n', 'k : v\n', '"k": v\n', '- - a\n'],
    ...['1_000', '0o14', '0x1f', '007', '1e3', '-1', '.5', '1.', '.inf', '2015-02-10', 'yes', '~'],
    ...['null', 'True', '\u3000', '中', '😀', '__proto__: 1\n', 'x'.repeat(1100)],
  ];
  const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
  const change = fc.oneof(
    fc.record({ put: fc.constantFrom(...PUT), at: place }),
    fc.record({ cut: fc.integer({ min: 1, max: 6 }), at: place }),
    fc.record({ swap: place, at: place }),
  );
  type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

  const piece = fc
    .record({
      file: fc.constantFrom(...LINES),
      from: place,
      count: fc.integer({ min: 1, max: 14 }),
    })
    .map(({ file, from, count }) => {
      const lines = file.slice(Math.floor(from * file.length)).slice(0, count);
      const indent = /^ */.exec(lines[0] ?? '')?.[0].length ?? 0;
      return lines.map((line) => line.replace(new RegExp(`^ {0,${indent}}`), '')).join('\n');
    });

  function changed(text: string, one: Change): string {
    const at = Math.floor(one.at * (text.length + 1));
    if ('put' in one) return text.slice(0, at) + one.put + text.slice(at);
    if ('cut' in one) return text.slice(0, at) + text.slice(at + one.cut);
    const lines = text.split('\n');
    const [from, to] = [one.at, one.swap].map((share) => Math.floor(share * lines.length));
    const [moved = ''] = lines.splice(from ?? 0, 1);
    return lines.toSpliced(to ?? 0, 0, moved).join('\n');
  }

  test('is read as the full reader reads it, or left to it', () => {
    fc.assert(
      fc.property(piece, fc.array(change, { maxLength: 3 }), (text, changes) => {
        expectTheSame(changes.reduce(changed, text));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('is left to the full reader', () => {
  test.each([
    ...['1.', '01.5', '0x1f', '0o14', '1e5', '.inf', '007', '1_000', '1234567890', '1.1234567'],
    ...['Null', '~', 'True', 'FALSE', 'A B: c', '- a', '&a', '*a', '!a', '|', '>', '%a', '@a'],
    ...['?', '"a\\n"', '"a" b', "'a' 'b'", 'a ', '\ta', 'a\rb', '"a', '{ a }', '{ a: b, a: c }'],
    ...['[a', '[a]]', '[a: b]', '{ "a": b }', '[a b', '', '# a', 'a:'],
  ])('a list with %j in it', (item) => {
    expect(plainYaml(`zh:\n  - ${item}\n`)).toBeUndefined();
  });

  test.each([
    ['nothing', ''],
    ['comments alone', '# why\n'],
    ['a list of its own', '- a\n'],
    ['a key without a value', 'zh:\n'],
    ['a key given twice', 'zh:\n  - a\nzh:\n  - b\n'],
    ['a text over two lines', 'zh:\n  - a\n    b\n'],
    ['a text in quotes over two lines', 'zh: "a\n  b"\n'],
    ['a folded text with a deeper line', 'zh: >-\n  a\n    b\n'],
    ['a folded text with a line like a comment', 'zh: >-\n  a\n  # b\nen: c\n'],
    ['a folded text that ends in a line like a comment', 'zh: >-\n  a\n  # b\n'],
    ['a folded text with an empty line in it', 'zh: >-\n  a\n\n  b\n'],
    ['a folded text with a line of spaces in it', 'zh: >-\n  a\n  \n  b\n'],
    ['a folded text of nothing', 'zh: >-\nen: a\n'],
    ['a list in a list', 'zh:\n  - - a\n'],
    ['a list that is not indented', 'zh:\n- a\n'],
    ['an item of no list', '  - a\n'],
    ['an item under a text', 'zh: a\n  - b\n'],
    ['an indent of a tab', 'zh:\n\t- a\n'],
    ['an indent that fits nothing', 'zh:\n    a: b\n  c: d\n'],
    ['braces that are not indented', 'zh:\n  { a: b,\nc: d }\n'],
    ['braces with a comment in them', 'zh: {\n  # why\n  a: b }\n'],
    ['two documents', 'zh:\n  - a\n---\nzh:\n  - b\n'],
    ['a key in quotes', '"zh":\n  - a\n'],
    ['a key in Chinese', '厅: a\n'],
    ['the key of a prototype', '__proto__: a\n'],
    ['an anchor and its alias', 'a: &a [b]\nc: *a\n'],
    ['brackets without end', `a: ${'['.repeat(10_000)}\n`],
    [
      'an indent without end',
      `${Array.from({ length: 500 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')} b\n`,
    ],
  ])('%s', (_, text) => {
    expect(plainYaml(text)).toBeUndefined();
  });
});
