import { describe, expect, test } from 'vitest';
import { realDesk, TODAY } from '../../world.ts';

const desk = await realDesk();
const read = (text: string) => desk.ask({ text, today: TODAY, context: null }).reading;

describe('what a question is asked with decides', () => {
  test.each([
    ['bill payment point asks how the 50 yuan deposit is released', 'payout.schedule'],
    ['own hall, can I lead with the 50 yuan deposit', 'promo.eligibility'],
    ['do we get paid commission on the renewal with bonus credit', 'payout.commission'],
    ['is anybody’s contract expiring', 'renewal.list'],
    ['contract end dates this yr for convenience outlets', 'renewal.list'],
    ['township outlets next 14 days', 'renewal.list'],
    ['which customer contract is finish in this month, i want prepare the calls', 'renewal.list'],
    [
      'is an 18 month old complaint about a disconnected line still good for an appeal',
      'complaint.deadline',
    ],
    ['which are the places for pushing hundred deposit fifty gift', 'promo.eligibility'],
    ['ta, that saved me', 'help'],
    ['what is china mobile paying its dealers per sale', 'out_of_scope'],
    [
      'customer wants to leave for another carrier during his contract, what do I do?',
      'complaint.checklist',
    ],
    [
      'lady waited two hours in the queue and wants an apology. walk me through it',
      'complaint.checklist',
    ],
    ['how much do i earn per hour', 'out_of_scope'],
    ['when is the phone bill due date for a normal customer', 'out_of_scope'],
  ])('%s', (text, intent) => {
    expect(read(text).intent).toBe(intent);
  });

  test('an offer without a commission stays named, and no amount is told', () => {
    const { reading, answer } = desk.ask({
      text: 'what commission does the outlet earn on a free phone renewal',
      today: TODAY,
      context: null,
    });
    expect(reading.entities.offers).toEqual(['renewal-free-phone']);
    expect(answer.facts.perHousehold).toBeNull();
  });

  test('two offers that are named are compared with each other, and not with another quarter', () => {
    const { answer } = desk.ask({
      text: 'bonus credit and bonus service are both for renewing but whats different',
      today: TODAY,
      context: null,
    });
    expect(answer.facts.offers).toEqual(['renewal-bonus-credit', 'renewal-bonus-service']);
  });

  test('several deposits are several offers', () => {
    expect(
      read('both the 100 and the 50 deposit deals at chain stores, are they main').entities.offers,
    ).toEqual(['deposit-100-get-50', 'deposit-50-get-data']);
  });

  test('of two deposits that are compared the bot asks which one to show', () => {
    const { answer } = desk.ask({
      text: 'compare the 100 and the 200 deposit, what comes back monthly',
      today: TODAY,
      context: null,
    });
    expect(answer.facts).toEqual({ missing: 'deposit', options: [100, 200] });
  });

  test('the day of an example is the day that is asked about', () => {
    expect(
      read('is chain store allowed any offers at all after 31 march say 10 april').entities.date,
    ).toBe('2015-04-10');
  });

  test('phones to be pushed are both offers with a phone', () => {
    expect(read('can I push phones at a convenience point').entities.offers).toEqual([
      'renewal-free-phone',
      'renewal-discount-phone',
    ]);
  });
});

test('in a talk about what comes back, who names the commission asks for it', () => {
  const { context } = desk.ask({ text: '存200怎么返', today: TODAY, context: null });
  const { reading } = desk.ask({ text: '提成呢 6户', today: TODAY, context });
  expect(reading).toMatchObject({
    intent: 'payout.commission',
    entities: { deposit: 200, households: 6 },
  });
});

test('“and the day after” is the day after the one that was asked about', () => {
  const { context } = desk.ask({
    text: 'which contracts end tomorrow',
    today: TODAY,
    context: null,
  });
  const { reading } = desk.ask({ text: 'n the day after', today: TODAY, context });
  expect(reading).toMatchObject({ intent: 'renewal.list', entities: { date: '2015-02-12' } });
});
