import { describe, expect, test } from 'vitest';
import { day, realDesk } from '../../world.ts';

const desk = await realDesk();
/** Today is Tuesday, 10 February 2015. */
const windowOf = (text: string) =>
  desk.ask({ text, today: day('2015-02-10'), context: null }).reading.entities.window;

describe('contracts that end until a day are those from today on', () => {
  test.each([
    ['contracts ending before march', '2015-02-28'],
    ['contracts ending by friday', '2015-02-13'],
    ['contracts up to 28 feb', '2015-02-28'],
    ['contracts ending on or before the 20th', '2015-02-20'],
    ['contracts ending by the end of february', '2015-02-28'],
    ['contracts until march', '2015-03-31'],
    ['月底前到期的合约', '2015-02-28'],
    ['截止3月15日到期的合约', '2015-03-15'],
    ['自有厅月底前到期的合约', '2015-02-28'],
    ['三月前到期的合约', '2015-02-28'],
    ['3月10号之前到期的合约', '2015-03-10'],
  ])('%s', (text, to) => {
    expect(windowOf(text)).toEqual({ from: '2015-02-10', to });
  });
});

describe('days that are meant as they are', () => {
  test.each([
    [
      'a range with both its ends',
      'from 5 april until 12 april which contracts end',
      { from: '2015-04-05', to: '2015-04-12' },
    ],
    ['a month', 'contracts ending in march', { from: '2015-03-01', to: '2015-03-31' }],
    [
      'since a day that is over, until today',
      'contracts that ended since monday',
      { from: '2015-02-09', to: '2015-02-10' },
    ],
    [
      'since a month of last year',
      'contracts that ended since may',
      { from: '2014-05-01', to: '2015-02-10' },
    ],
    ['a day that is over', 'contracts ending before today', null],
  ])('%s', (_, text, window) => {
    expect(windowOf(text)).toEqual(window);
  });
});

describe('contracts that end after a day, without an end, are those of a year', () => {
  test.each([
    ['contracts ending after 15 march', '2015-03-16', '2016-03-16'],
    ['contracts ending from 20 feb onwards', '2015-02-20', '2016-02-20'],
    ['contracts ending from march onwards', '2015-03-01', '2016-03-01'],
    ['三月以后到期的合约', '2015-04-01', '2016-04-01'],
  ])('%s', (text, from, to) => {
    expect(windowOf(text)).toEqual({ from, to });
  });
});

test('from now until a day is from today until then', () => {
  expect(windowOf('from now until friday who is expiring in the own hall')).toEqual({
    from: '2015-02-10',
    to: '2015-02-13',
  });
});

test('another number of the same days is what is meant', () => {
  expect(windowOf('contracts due next 7 days, no make it 14')).toEqual({
    from: '2015-02-10',
    to: '2015-02-24',
  });
});

test('of the same month another day is what is meant', () => {
  const { reading } = desk.ask({
    text: 'which contracts run out on 25 feb, sry 26',
    today: day('2015-02-10'),
    context: null,
  });
  expect(reading.entities.date).toBe('2015-02-26');
});
