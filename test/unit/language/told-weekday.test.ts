import { expect, test } from 'vitest';
import { realDesk, TODAY } from '../../world.ts';

const desk = await realDesk();
const dateIn = (text: string) =>
  desk.ask({ text, today: TODAY, context: null }).reading.entities.date;

// Today is a Tuesday.
test.each([
  [
    'waited two hours at own hall on Saturday and nobody called his number, he filed a complaint',
    '2015-02-07',
  ],
  ['complaint came in on friday, when must we answer', '2015-02-06'],
  ['周六在自有厅等了两小时，客户投诉了怎么处理', '2015-02-07'],
  ['he paid 200 on friday, when does it come back', '2015-02-06'],
])('a weekday of what has happened is the last one: %s', (text, date) => {
  expect(dateIn(text)).toBe(date);
});

test.each([
  ['客户周五要来投诉怎么处理', '2015-02-13'],
  ['if he puts in 200 on friday, when does it come back', '2015-02-13'],
  ['what can I offer at an own hall on friday', '2015-02-13'],
  ['which contracts end on friday', '2015-02-13'],
])('a weekday of what is to come is the next one: %s', (text, date) => {
  expect(dateIn(text)).toBe(date);
});
