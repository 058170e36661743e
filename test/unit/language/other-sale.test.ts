import { expect, test } from 'vitest';
import { realDesk, TODAY } from '../../world.ts';

const desk = await realDesk();

function intentOf(text: string): string {
  return desk.ask({ text, today: TODAY, context: null }).reading.intent;
}

test.each([
  'commission for the 4g package',
  'commission on accessories',
  'what is the commission for group customers',
  'any commission paid for top ups',
  '办一张新卡佣金多少',
  '集团客户佣金',
])('what the deposits earn is no answer for what is none of ours: %s', (text) => {
  expect(intentOf(text)).toBe('out_of_scope');
});

test.each([
  'commission for signing somebody up',
  'commission for a household in february',
  'commission on what we sold yesterday',
  'commission for the branch',
  'commission for every new customer we sign this month, please',
  'commission for chain store',
  'commission of the 100, four households',
])('it is, where nothing else is named: %s', (text) => {
  expect(intentOf(text)).toBe('payout.commission');
});
