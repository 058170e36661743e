import { expect, test } from 'vitest';
import { day, realDesk } from '../../world.ts';

const desk = await realDesk();

function entitiesOf(text: string, today: string) {
  return desk.ask({ text, today: day(today), context: null }).reading.entities;
}

test.each([
  ['which contracts end in january', '2015-12-20', '2016-01-01', '2016-01-31'],
  ['一月到期的合约有哪些', '2015-12-20', '2016-01-01', '2016-01-31'],
  ['contracts that end from 5 january to 20 february', '2015-12-01', '2016-01-05', '2016-02-20'],
  ['which contracts end in february', '2015-12-20', '2016-02-01', '2016-02-29'],
  ['which contracts end in january', '2015-02-10', '2015-01-01', '2015-01-31'],
  ['which contracts end in january 2015', '2015-12-20', '2015-01-01', '2015-01-31'],
])('who asks what ends looks ahead over the new year: %s on %s', (text, today, from, to) => {
  expect(entitiesOf(text, today).window).toEqual({ from, to });
});

test.each([
  ['he put in 200 on 20 December, how does it come back', '2016-01-10', '2015-12-20'],
  ['12月20号存了200怎么返', '2016-01-10', '2015-12-20'],
  ['he put in 200 on 20 February, how does it come back', '2015-02-10', '2015-02-20'],
  ['he puts in 200 on 20 December 2016, how does it come back', '2016-01-10', '2016-12-20'],
])('a deposit of last year is asked about in this one: %s on %s', (text, today, date) => {
  expect(entitiesOf(text, today)).toMatchObject({ deposit: 200, date });
});

test.each([
  ['own hall offers next year', '2016-01-01'],
  ['去年自有厅推什么', '2014-01-01'],
  ['is the free phone still on in 2016', '2016-01-01'],
  ['存200明年再办怎么返', '2016-01-01'],
])('of another year this one says nothing: %s', (text, date) => {
  const { reading, answer } = desk.ask({ text, today: day('2015-02-10'), context: null });
  expect(reading.entities.date).toBe(date);
  expect(answer.words.lead).toMatch(/No campaign is in force|没有生效的活动政策/);
});

test.each([
  'what can I push this year at an own hall',
  'is the commission the same as last year',
  'what comes back in 2016 on the 200',
])('of this year, or compared with another, it does: %s', (text) => {
  expect(entitiesOf(text, '2015-02-10').date).toBeNull();
});

test('what may be offered in January is asked about this January, whatever the day', () => {
  const { date } = entitiesOf('what could a township store offer in january', '2015-12-20');
  expect(date).toBe('2015-01-01');
});
