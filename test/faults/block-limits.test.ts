import { describe, expect, test } from 'vitest';
import { refusalOf, warningOf } from './block-limits.ts';

const words = (length: number) => ({ type: 'plain_text', text: 'x'.repeat(length) });
const section = (length: number) => ({ type: 'section', text: words(length) });
const actions = (...elements: readonly object[]) => ({ type: 'actions', elements });
const button = (change: object = {}) => ({
  type: 'button',
  action_id: 'go',
  text: words(75),
  ...change,
});
const menu = (count: number) => ({
  type: 'static_select',
  options: Array.from({ length: count }, () => ({ text: words(1), value: 'v' })),
});
const sent = (...blocks: readonly object[]) =>
  refusalOf('chat.postMessage', { channel: 'C', text: 'x', blocks })?.error;

describe('a message', () => {
  test.each<[string, readonly object[]]>([
    ['fifty blocks', Array.from({ length: 50 }, () => section(1))],
    ['the longest section', [section(3000)]],
    [
      'the longest button',
      [actions(button({ value: 'v'.repeat(2000), action_id: 'a'.repeat(255) }))],
    ],
    ['ten fields', [{ type: 'section', fields: Array.from({ length: 10 }, () => words(1)) }]],
    ['a hundred options', [actions(menu(100))]],
    ['what local-slack cannot show', [{ type: 'markdown', text: 'x' }, { type: 'rich_text' }]],
  ])('may have %s', (_, blocks) => {
    expect(sent(...blocks)).toBeUndefined();
  });

  test.each<[string, readonly object[]]>([
    ['fifty-one blocks', Array.from({ length: 51 }, () => section(1))],
    ['a section too long', [section(3001)]],
    ['a section of nothing', [{ type: 'section' }]],
    ['an empty text', [section(0)]],
    ['a field too long', [{ type: 'section', fields: [words(2001)] }]],
    ['a header too long', [{ type: 'header', text: words(151) }]],
    ['a label too long', [actions(button({ text: words(76) }))]],
    ['a button in a section too long', [{ ...section(1), accessory: button({ text: words(76) }) }]],
    ['an action id too long', [actions(button({ action_id: 'a'.repeat(256) }))]],
    ['a value too long', [actions(button({ value: 'v'.repeat(2001) }))]],
    ['the same action id twice in a row', [actions(button(), button())]],
    [
      'the same block id twice',
      [
        { ...section(1), block_id: 'b' },
        { ...section(1), block_id: 'b' },
      ],
    ],
    ['a row of nothing', [actions()]],
    [
      'a context too full',
      [{ type: 'context', elements: Array.from({ length: 11 }, () => words(1)) }],
    ],
    ['too many options', [actions(menu(101))]],
    ['an unknown block', [{ type: 'sections' }]],
  ])('may not have %s', (_, blocks) => {
    expect(sent(...blocks)).toBe('invalid_blocks');
  });

  test('may not be endless', () => {
    expect(sent(...Array.from({ length: 5 }, () => section(2900)))).toBe('msg_blocks_too_long');
    expect(refusalOf('chat.update', { text: 'x'.repeat(40_001) })?.error).toBe('msg_too_long');
  });

  test('needs something to show, and should have a text', () => {
    expect(refusalOf('chat.postMessage', { channel: 'C' })?.error).toBe('no_text');
    expect(refusalOf('chat.postMessage', { channel: 'C', blocks: [], text: '' })?.error).toBe(
      'no_text',
    );
    expect(warningOf('chat.postMessage', { blocks: [section(1)] })).toBe('missing_text_in_message');
    expect(warningOf('chat.postMessage', { text: 'x' })).toBeUndefined();
  });

  test('is told where the fault is', () => {
    const refusal = refusalOf('chat.postMessage', {
      text: 'x',
      blocks: [section(1), section(3001)],
    });
    expect(refusal?.messages).toEqual([
      '[ERROR] must be less than 3001 characters [json-pointer:/blocks/1]',
    ]);
  });
});

describe('a view', () => {
  const opened = (view: object) => refusalOf('views.open', { view })?.error;

  test('has limits of its own', () => {
    expect(
      opened({ title: words(24), blocks: Array.from({ length: 100 }, () => section(1)) }),
    ).toBeUndefined();
    expect(opened({ blocks: Array.from({ length: 101 }, () => section(1)) })).toBe(
      'invalid_arguments',
    );
    expect(opened({ title: words(25) })).toBe('invalid_arguments');
    expect(opened({ private_metadata: 'x'.repeat(3001) })).toBe('invalid_arguments');
    expect(opened({ blocks: [{ type: 'input', label: words(1) }] })).toBe('invalid_arguments');
  });
});
