import { expect, test } from 'vitest';
import { realDesk, TODAY } from '../../world.ts';

const desk = await realDesk();
const read = (text: string) => desk.ask({ text, today: TODAY, context: null }).reading;

test.each([
  [
    'complaint deadline? no wait, i mean what do i say when she refuses to renew',
    'renewal.coaching',
  ],
  [
    'how do i make the renewal call - scrap that, how many days for replying to a complaint',
    'complaint.deadline',
  ],
  ['自有厅能推什么，算了，我想问存200怎么返', 'payout.schedule'],
])(
  'of a question that is taken back as a whole only the one asked instead is answered: %s',
  (text, intent) => {
    expect(read(text).intent).toBe(intent);
  },
);

test('what the first question named is not meant by the second', () => {
  const { entities } = read('自有厅能推什么，算了，我想问存200怎么返');
  expect(entities).toMatchObject({ outlets: [], deposit: 200 });
});

test('a correction of a name takes back the name alone', () => {
  expect(read('own hall free phone? no wait, chain store').entities).toMatchObject({
    outlets: ['chain-core-store'],
    offers: ['renewal-free-phone'],
  });
});
