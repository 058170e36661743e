import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { plainListsIn } from '../../../src/files/plain-lists.ts';

describe('a file of nothing but plain texts and lists of them', () => {
  test.each([
    ['texts', 'intent: help\n'],
    ['lists', 'zh:\n  - 你好\n  - 能做什么？\nen:\n  - hello there\n'],
    ['comments and empty lines', '# why\n\nzh:\n  # that\n  - 好\n'],
    ['quotes', 'zh:\n  - "12345"\n  - \'{"a":1}\'\n  - "a: b"\n'],
    ['signs', 'zh:\n  - ？？？\n  - ★代表什么\n  - <b>存费</b>\n  - a-b, c/d\n'],
    ['words with digits', 'zh:\n  - HT2014001\n  - 13800001234的合约\n  - 3 months\n'],
  ])('is read as YAML reads it: %s', (_, yaml) => {
    expect(plainListsIn(yaml)).toEqual(parse(yaml));
  });
});

describe('is left to the full reader', () => {
  test.each([
    ...['1', '1.5', '0x1f', '1e5', '.inf', '-1', '2015', '1_000', '2015-02-10'],
    ...['null', 'Null', '~', 'true', 'FALSE'],
    ...[
      'a: b',
      'a:',
      'a #b',
      '- a',
      '[a]',
      '{ a: b }',
      '&a',
      '*a',
      '!a',
      '|',
      '>',
      '%a',
      '@a',
      '?',
    ],
    ...['"a\\n"', '"a" b', "'it''s'", 'a ', '\ta', 'a\r'],
  ])('a list with %j in it', (item) => {
    expect(plainListsIn(`zh:\n  - ${item}\n`)).toBeNull();
  });

  test.each([
    ['a key given twice', 'zh:\n  - a\nzh:\n  - b\n'],
    ['a text over two lines', 'zh:\n  - a\n    b\n'],
    ['a list of another depth', 'zh:\n    - a\n'],
    ['a list in a list', 'zh:\n  - - a\n'],
    ['an item of no list', '  - a\n'],
    ['an item under a text', 'zh: a\n  - b\n'],
    ['a byte-order mark', '\ufeffzh:\n  - a\n'],
    ['two documents', 'zh:\n  - a\n---\nzh:\n  - b\n'],
    ['a key in quotes', '"zh":\n  - a\n'],
    ['the key of a prototype', 'constructor: a\n'],
  ])('%s', (_, yaml) => {
    expect(plainListsIn(yaml)).toBeNull();
  });
});
