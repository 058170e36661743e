import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readYaml } from '../../../src/files/yaml.ts';

const schema = z.strictObject({
  name: z.string(),
  rows: z.array(z.strictObject({ id: z.string(), count: z.int('a whole number').default(1) })),
});

function read(text: string): ReturnType<typeof readYaml<z.infer<typeof schema>>> {
  return readYaml({ name: 'data/file.yaml', text }, schema);
}

describe('a file that holds is read', () => {
  test.each([
    ['as block', 'name: 厅\nrows:\n  - id: a\n'],
    ['as flow', '{ name: 厅, rows: [{ id: a }] }'],
    ['with comments', '# why\nname: 厅 # this\nrows:\n  # that\n  - id: a\n'],
    ['with the line ends of Windows', 'name: 厅\r\nrows:\r\n  - id: a\r\n'],
    ['with a byte-order mark', '\ufeffname: 厅\nrows:\n  - id: a\n'],
  ])('%s', (_, text) => {
    const { located, problems } = read(text);
    expect(problems).toEqual([]);
    expect(located?.value).toEqual({ name: '厅', rows: [{ id: 'a', count: 1 }] });
  });

  test('and can say where in it a thing lies', () => {
    const { located } = read('name: 厅\nrows:\n  - id: a\n  - id: b\n    count: 2\n');
    const lineOf = (...path: PropertyKey[]): number | undefined =>
      located?.problemAt(path, '').line;
    expect([lineOf('name'), lineOf('rows'), lineOf('rows', 1), lineOf('rows', 1, 'count')]).toEqual(
      [1, 2, 4, 5],
    );
    // What is not there lies where the nearest thing around it starts.
    expect([lineOf(), lineOf('rows', 0, 'count'), lineOf('rows', 7)]).toEqual([1, 3, 2]);
    expect(located?.problemAt(['rows', 1, 'count'], 'why')).toEqual({
      file: 'data/file.yaml',
      line: 5,
      path: 'rows[1].count',
      message: 'why',
    });
  });
});

describe('every fault is told with its line', () => {
  test.each<readonly [string, string, readonly string[]]>([
    ['nothing at all', '', ['1  the file is empty']],
    ['comments alone', '# to do\n', ['1  the file is empty']],
    [
      'a list instead of a map',
      '- a\n- b\n',
      ['1  Invalid input: expected object, received array'],
    ],
    ['a missing value', 'name: 厅\n', ['1 rows "rows" is missing']],
    [
      'a value without its text',
      'name:\nrows: []\n',
      ['1 name Invalid input: expected string, received null'],
    ],
    [
      'three at once',
      'nmae: 厅\nrows:\n  - id: a\n    count: 1.5\n',
      [
        '1 name "name" is missing',
        '4 rows[0].count a whole number',
        '1 nmae unknown key "nmae": check its spelling, or remove it',
      ],
    ],
    [
      'a tab for an indent',
      'name: 厅\nrows:\n\t- id: a\n',
      ['3  Tabs are not allowed as indentation'],
    ],
  ])('%s', (_, text, expected) => {
    const { located, problems } = read(text);
    expect(located).toBeNull();
    expect(problems.map(({ line, path, message }) => `${line} ${path} ${message}`)).toEqual(
      expected,
    );
  });

  test('one that grows without end when it is unfolded is refused', () => {
    const rows = Array.from(
      { length: 12 },
      (_, at) => `r${at + 1}: &r${at + 1} [${`*r${at},`.repeat(9)}]`,
    );
    expect(() => read(`r0: &r0 [a]\n${rows.join('\n')}\n`)).toThrow(/alias/i);
  });
});

describe('of several shapes the faults of the nearest one are told', () => {
  const gift = z.union([
    z.strictObject({ pack: z.int() }),
    z.strictObject({ total: z.int(), monthly: z.int(), months: z.int() }),
  ]);

  test.each<readonly [string, readonly string[]]>([
    ['{ pack: five }', ['gift.pack Invalid input: expected number, received string']],
    ['{ total: 100, monthly: 8 }', ['gift.months "months" is missing']],
    [
      '{ total: 100, monthly: 8, month: 12 }',
      [
        'gift.months "months" is missing',
        'gift.month unknown key "month": check its spelling, or remove it',
      ],
    ],
  ])('%s', (text, expected) => {
    const { problems } = readYaml({ name: 'f', text: `gift: ${text}` }, z.strictObject({ gift }));
    expect(problems.map(({ path, message }) => `${path} ${message}`)).toEqual(expected);
  });
});
