import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bold, copyable, harmless, item } from '../../../src/slack/views/markup.ts';
import { cut, visible } from '../../../src/slack/views/plain.ts';

describe('harmless words', () => {
  it.each([
    ['<!channel> <@U1> <https://a|b>', '&lt;!channel&gt; &lt;@U1&gt; &lt;https://a|b&gt;'],
    ['a & b &amp; c', 'a &amp; b &amp;amp; c'],
    ['*bold* _it_ ~no~', '∗bold∗ ˍitˍ ∼no∼'],
    ['中*粗*文', '中∗粗∗文'],
    ['`code` and ```', 'ˋcodeˋ and ˋˋˋ'],
    ['> quoted\n>> more', '› quoted\n›&gt; more'],
    ['a\u202eb\u200bc\ufeffd\u0007e', 'abcde'],
    ['one\r\ntwo\u2028three', 'one\ntwo\nthree'],
  ])('%j is written as %j', (text, written) => {
    expect(harmless(text)).toBe(written);
  });

  it('keep what means nothing to Slack: an id can be copied', () => {
    expect(harmless('HT_2015_001, 2*3, 10:30')).toBe('HT_2015_001, 2*3, 10:30');
  });

  it('are never longer than asked for, never torn, and never call anybody', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('<', '&', '😀', 'é', '*') }),
    );
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40 }), (some, max) => {
        const written = harmless(some, max);
        expect(written.length).toBeLessThanOrEqual(max);
        expect(written.isWellFormed()).toBe(true);
        expect(written).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
      }),
    );
  });
});

describe('bold words', () => {
  it('are bold line by line, however long', () => {
    expect(bold('one\n\ntwo *three*')).toBe('*one*\n*two ∗three∗*');
    expect(bold('')).toBe('');
    expect(bold('x'.repeat(50), 20)).toHaveLength(20);
  });
});

describe('words to be copied', () => {
  it('stand in a box as they are: no mark means anything in it, and nothing is put in its place', () => {
    expect(copyable('*存* _200_ ~元~\n> 送100元')).toBe('```*存* _200_ ~元~\n&gt; 送100元```');
    expect(copyable('<!channel> <@U1> a & b')).toBe('```&lt;!channel&gt; &lt;@U1&gt; a &amp; b```');
  });

  it('cannot end their box from within', () => {
    expect(copyable('a ``` *b* `c`')).toBe('```a ˋˋˋ *b* ˋcˋ```');
  });

  it('are never longer than asked for, and never call anybody', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('<', '&', '`', '😀', '\n') }),
    );
    fc.assert(
      fc.property(text, fc.integer({ min: 7, max: 40 }), (some, max) => {
        const written = copyable(some, max);
        expect(written.length).toBeLessThanOrEqual(max);
        expect(written).toMatch(/^```[^`]*```$/);
        expect(written).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
      }),
    );
  });
});

it('an item of a list stays on its line', () => {
  expect(item('one\n  two', 50)).toBe('• one two');
  expect(item('x'.repeat(50), 10)).toBe(`• ${'x'.repeat(7)}…`);
});

it('a cut goes between characters, also where one is made of several', () => {
  expect(cut('👨‍👩‍👧👨‍👩‍👧', 10)).toBe('👨‍👩‍👧…');
  expect(cut('abc', 3)).toBe('abc');
  expect(cut('abcd', 3)).toBe('ab…');
  expect(visible('\ud800')).toBe('\ufffd');
});
