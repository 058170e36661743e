import { describe, expect, it } from 'vitest';
import { choiceNamed } from '../../../src/answers/choice-named.ts';

const OPTIONS = ['50 yuan', '100 yuan', '两百'].map((label, index) => ({
  id: `o${index + 1}`,
  label,
  says: label,
}));

describe('a typed reply to a question', () => {
  it.each([
    ['o1', '1'],
    ['o1', '１'],
    ['o1', '①'],
    ['o1', '1.'],
    ['o1', '(1)'],
    ['o1', '#1'],
    ['o1', 'option 1'],
    ['o1', 'No. 1'],
    ['o1', '1st'],
    ['o1', 'First'],
    ['o1', 'the first one'],
    ['o1', '一'],
    ['o1', '第一'],
    ['o1', '第一个。'],
    ['o1', '第1個'],
    ['o2', '选第二个'],
    ['o2', '我选2'],
    ['o2', '2号'],
    ['o3', 'the last one'],
    ['o3', '最后一个'],
    ['o3', '两百'],
    ['o2', '100 Yuan'],
  ])('picks %s by %s', (id, reply) => {
    expect(choiceNamed(reply, OPTIONS)?.id).toBe(id);
  });

  it.each([
    '4',
    '0',
    '第四个',
    '两个',
    'both',
    'first of all, what is a gift',
    '100',
    '',
    'none',
    '11',
  ])('picks nothing by %s', (reply) => {
    expect(choiceNamed(reply, OPTIONS)).toBeUndefined();
  });

  it('prefers a label to a place', () => {
    const options = ['2', '1'].map((label) => ({ id: `is-${label}`, label, says: label }));
    expect(choiceNamed('1', options)?.id).toBe('is-1');
  });
});
