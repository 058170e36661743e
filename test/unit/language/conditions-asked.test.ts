import { describe, expect, test } from 'vitest';
import { realDesk, TODAY } from '../../world.ts';

const desk = await realDesk();
const ask = (text: string) => desk.ask({ text, today: TODAY, context: null }).answer;
const NOT_WRITTEN =
  /^(?:If it is not written below, the policy does not say|下面没有写的，政策就没有规定)/;

describe('what only conditions could tell is said to be perhaps unwritten before what is written', () => {
  test.each([
    ['can he get the 200 deposit twice', 'promo.details'],
    ['what does the customer pay for the discount phone', 'promo.details'],
    ['how many months is the free phone contract', 'promo.details'],
    ['存200可以叠加吗', 'promo.details'],
    ['存费送机送什么手机', 'promo.details'],
    ['买一赠一多少钱', 'promo.details'],
    ['does the gift on the 200 expire', 'payout.schedule'],
  ])('%s', (text, intent) => {
    expect(ask(text)).toMatchObject({
      intent,
      words: { lead: expect.stringMatching(NOT_WRITTEN) },
    });
  });
});

describe('what the policy says is answered straight', () => {
  test.each([
    '存100每月返多少钱',
    'what is the free phone offer',
    'how long does the campaign run',
    'how long until the 200 deposit is back',
    '存50一共多少钱到账',
  ])('%s', (text) => {
    expect(ask(text).words.lead).not.toMatch(NOT_WRITTEN);
  });
});
