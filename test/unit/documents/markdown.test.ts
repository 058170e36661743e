import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escaped, markdownOf } from '../../../src/documents/markdown.ts';
import type { Paper } from '../../../src/paper.ts';

const BASE: Omit<Paper, 'parts'> = { title: 'A *case*', language: 'en', foot: 'C-1', madeAt: 0 };

describe('a paper as Markdown', () => {
  test('headings, pairs, a table, a list and words of somebody', () => {
    const paper: Paper = {
      ...BASE,
      parts: [
        { kind: 'heading', level: 1, text: 'First page' },
        { kind: 'pairs', pairs: [['Received', '12 January\nat the hall']] },
        { kind: 'quote', text: 'one\ntwo' },
        { kind: 'list', items: ['a', 'b'] },
        { kind: 'page' },
        { kind: 'table', head: ['When', 'What'], rows: [['1', 'a|b\nc']], shares: [1, 1] },
      ],
    };
    expect(markdownOf(paper)).toBe(
      [
        '# A \\*case\\*\n',
        '## First page\n',
        '- **Received**: 12 January  \n  at the hall\n',
        '> one  \n> two\n',
        '- a\n- b\n',
        '| When | What |\n| --- | --- |\n| 1 | a\\|b<br>c |\n',
        '---\n',
        'C-1\n',
      ].join('\n'),
    );
  });

  test.each([
    ['# no heading', '\\# no heading'],
    ['1. no list', '1\\. no list'],
    ['2015-01-12', '2015-01-12'],
    ['- no list', '\\- no list'],
    ['<script>', '\\<script\\>'],
    ['![x](http://evil.example)', '!\\[x\\](http\\://evil.example)'],
    ['www.evil.example', 'www\\.evil.example'],
    ['a@b.c', 'a\\@b.c'],
    ['&lt;', '\\&lt;'],
  ])('%s reads as it was typed', (typed, written) => {
    expect(escaped(typed)).toBe(written);
  });

  test('what was typed can be read back out of what was written: nothing is lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/[\n\r]/.test(text));
        expect(escaped(text).replace(/\\([!-/:-@[-`{-~])/g, '$1')).toBe(text.trim());
      }),
    );
  });
});
