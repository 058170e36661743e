import { describe, expect, test } from 'vitest';
import { realDesk, TODAY } from '../../world.ts';

const desk = await realDesk();
const leavingIn = (text: string) => desk.ask({ text, today: TODAY, context: null }).reading.leaving;

describe('a payout question in which a customer leaves', () => {
  test.each([
    ['what if he leaves in June after a 200 deposit', null, '2015-06-01'],
    ['1月10号存的200，6月要销户，返了多少', '2015-01-10', '2015-06-01'],
    ['存100的客户5月20号离网，返了多少', null, '2015-05-20'],
    [
      'he paid the 100 deposit on 3 March and cancelled on 9 August, how much came back',
      '2015-03-03',
      '2015-08-09',
    ],
    ['6月销户的客户，1月10号存的200，返了多少', '2015-01-10', '2015-06-01'],
    ['存200的客户要销户了，返多少', null, null],
    ['1月10号存的200，客户销户了返多少', '2015-01-10', null],
    ['what if the customer cancels, how does the 200 deposit come back', null, null],
  ])('%s', (text, depositedOn, until) => {
    expect(leavingIn(text)).toMatchObject({ depositedOn, until });
  });

  test.each([
    ['50 plan: how much returned by august?', null, '2015-08-01'],
    ['By September, what has a customer on the 100 plan received in all?', null, '2015-09-01'],
    ['存200元到六月份能返回来多少', null, '2015-06-01'],
    ['what does he get in april on the 200', null, '2015-04-01'],
    ['she paid 100 on 5 january, what has she had so far', '2015-01-05', '2015-02-10'],
  ])('%s: how far it comes is asked, and nobody leaves', (text, depositedOn, until) => {
    expect(leavingIn(text)).toEqual({ depositedOn, until, isForGood: false });
  });

  test.each([
    'if he pays 200 in may what comes back',
    'deposit 200 in april what comes back',
    '三月三号存200怎么返',
    'how does the 200 deposit come back from March',
    'he left a two hundred yuan deposit with us last Friday, when does it come back',
    'she left two hundred with us today, what comes each month',
  ])('%s: nobody leaves, the day is that of the deposit', (text) => {
    expect(leavingIn(text)).toBeNull();
  });
});

describe('who pays in on a later day is no customer of before', () => {
  test.each([
    ['customer comes in April with 200, how does it come back', '2015-04-01'],
    ['he comes in May and deposits 200, how is it paid back', '2015-05-01'],
    ['if he pays in 200 by the end of april, what comes back', '2015-04-30'],
  ])('%s: nothing is promised', (text, date) => {
    const { answer } = desk.ask({ text, today: TODAY, context: null });
    expect(answer.facts).toMatchObject({ date, months: [], total: null });
  });
});

test('the days of a deposit and of how far it has come are resolved alike', () => {
  const { answer } = desk.ask({
    text: 'he deposited 200 on 20 december, what has come so far',
    today: TODAY,
    context: null,
  });
  expect(answer.entities.date).toBe('2014-12-20');
  expect(answer.facts.date).toBe('2014-12-20');
});
