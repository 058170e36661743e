import { describe, expect, test } from 'vitest';
import { realDesk } from '../../world.ts';
import { askedLast } from './conversation.ts';

const desk = await realDesk();
const entitiesAfter = (...texts: readonly string[]) => askedLast(desk, texts).reading.entities;

describe('a day told by its number alone is one of the month that is spoken of', () => {
  test.each([
    ['which contracts end at own hall on 1 march', 'and on the 2nd', '2015-03-02'],
    ['3月1日到期的合约有哪些', '15号呢', '2015-03-15'],
    ['contracts ending 1 to 7 April', 'and on the 9th?', '2015-04-09'],
    ['存200的3月1日存怎么返', '那15号存呢', '2015-03-15'],
  ])('%s — %s', (before, text, date) => {
    expect(entitiesAfter(before, text)).toMatchObject({ date, window: null });
  });

  test.each([
    ['which contracts end on 1 march', 'and on 2 april?', '2015-04-02'],
    ['contracts ending on 31 march', 'and tomorrow?', '2015-02-11'],
  ])('and with its month it is that of its own: %s — %s', (before, text, date) => {
    expect(entitiesAfter(before, text)).toMatchObject({ date });
  });

  test('where the month has no such day, it is left alone', () => {
    expect(entitiesAfter('contracts ending on 1 april', 'and on the 31st?').date).not.toBeNull();
  });
});
