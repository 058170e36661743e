import { expect, test } from 'vitest';
import { realDesk } from '../../world.ts';
import { askedLast } from './conversation.ts';

const desk = await realDesk();

/** How the last of these messages of one conversation is read. */
function lastOf(...texts: readonly string[]) {
  return askedLast(desk, texts).reading;
}

test.each([
  [
    [
      'coach me for a renewal call, I’m in an urban partner hall',
      'he says another carrier is cheaper',
      'and how do i close',
    ],
    'renewal.coaching',
    { outlets: ['urban-partner-hall'] },
  ],
  [
    [
      'at which places should we lead with the buy one get one data pack',
      'till when it is running?',
    ],
    'promo.details',
    { offers: ['data-pack-bogo'] },
  ],
  [
    ['our commission for 20 households, 50 deposit', 'how does that one pay the customer back?'],
    'payout.schedule',
    { deposit: 50, households: null },
  ],
  [
    ['may we sell the 200 deposit to 12 households at an own hall', 'and our commission?'],
    'payout.commission',
    { deposit: 200, households: 12 },
  ],
  [
    ['contracts ending in march at the own hall', 'which offers may we make there'],
    'promo.eligibility',
    { outlets: ['own-hall'], window: null },
  ],
  [
    ['存200 25户 佣金', '核心乡镇合作厅也一样吗'],
    'payout.commission',
    { deposit: 200, households: 25, outlets: ['core-township-hall'] },
  ],
  [
    ['8 households at own hall and 5 at urban partner hall, total commission'],
    'payout.commission',
    { households: 13 },
  ],
  [['存100佣金多少', '14户呢', '再问个，明天下雪不'], 'out_of_scope', {}],
  [
    ['a dozen households on the 100, what do we earn', 'same count for the 200'],
    'payout.commission',
    { deposit: 200, households: 12 },
  ],
  [
    ['what does the shop earn on the deposit 100', 'and the commission on a free phone renewal?'],
    'payout.commission',
    { deposit: null, offers: ['renewal-free-phone'] },
  ],
  [
    ['complaint came in on 2 February, by when must we answer', 'what if it came in on 3 february'],
    'complaint.deadline',
    { date: '2015-02-03' },
  ],
  [
    ['look up 13700001111 for me when does it end', 'is it over already?'],
    'renewal.status',
    { contract: '13700001111' },
  ],
  [
    ['13700001111 when does it end', 'ok. which contracts end tomorrow'],
    'renewal.list',
    { contract: null },
  ],
  [
    ['contracts ending from 1 march to 15 march', 'how many is that for the bill payment points'],
    'renewal.list',
    { window: { from: '2015-03-01', to: '2015-03-15' }, outlets: ['convenience-point'] },
  ],
  [
    ['can own hall do the free phone', 'so what can it lead with'],
    'promo.eligibility',
    { offers: [], outlets: ['own-hall'] },
  ],
  [
    ['存费送费哪里主推', '我只问合约续约里的那个'],
    'promo.eligibility',
    { offers: ['renewal-bonus-credit'] },
  ],
  [
    ['一般乡镇专营店能推存100送50吗', '多谢 那存费送业务呢'],
    'promo.eligibility',
    { offers: ['renewal-bonus-service'], outlets: ['township-store'] },
  ],
  [['存200佣金多少', '我不是问佣金，是问客户那钱怎么返'], 'payout.schedule', { deposit: 200 }],
  [
    [
      'line was cut during the contract and she complains, what do I do',
      'and a guy who just says the queue was too long',
    ],
    'complaint.checklist',
    { checklist: 'general-complaint' },
  ],
  [
    [
      'customer complains his line was cut in contract, what do i do',
      'sorted. back to the free phone, can an urban partner hall do it',
    ],
    'promo.eligibility',
    { offers: ['renewal-free-phone'], outlets: ['urban-partner-hall'] },
  ],
  [
    [
      'a customer of the core township partner hall complained on 3 February about a wrong bill, what are the steps',
      'sorry, I meant 4 February',
    ],
    'complaint.checklist',
    { outlets: ['core-township-hall'], date: '2015-02-04' },
  ],
  [
    ['customer complains about a rude clerk, what now', 'bonus credit at an own hall?'],
    'promo.eligibility',
    { offers: ['renewal-bonus-credit'], outlets: ['own-hall'], checklist: null },
  ],
  [
    ['合约惠机在城区合作厅是主推吗', '那自有厅是什么级别'],
    'promo.eligibility',
    { offers: ['renewal-discount-phone'], outlets: ['own-hall'] },
  ],
  [
    ['free phone at a chain store, main or not?', 'but may i sell it there at all'],
    'promo.eligibility',
    { offers: ['renewal-free-phone'], outlets: ['chain-core-store'] },
  ],
  [
    ['how does the 200 come back', 'another customer, when does his contract end', 'HT20140388'],
    'renewal.status',
    { contract: 'HT20140388', deposit: null },
  ],
  [
    ['contracts ending this month at own halls', 'just the ones ending tomorrow'],
    'renewal.list',
    { outlets: ['own-hall'], date: '2015-02-11' },
  ],
  [
    [
      'customer complains that we cut his line in contract, steps?',
      'no, this case is about a clerk who signed the form in the name of the customer',
    ],
    'complaint.checklist',
    { checklist: 'improper-handling' },
  ],
  [['how long does the campaign run', 'will it rain on saturday'], 'out_of_scope', { date: null }],
  [
    ['which contracts end in the second quarter', 'only may'],
    'renewal.list',
    { window: { from: '2015-05-01', to: '2015-05-31' } },
  ],
])('%s', (texts, intent, entities) => {
  const last = lastOf(...texts);
  expect(last?.intent).toBe(intent);
  expect(last?.entities).toMatchObject(entities);
});

test('after how old a dispute may be "just fees" is that limit alone', () => {
  expect(lastOf('how old may a dispute be for the authority', 'just fees')?.topics).toEqual([
    'fee-dispute-limit',
  ]);
});

test('a comparison of deposits goes on', () => {
  const last = lastOf(
    'compare the 100 and the 200 deposit, what comes back',
    'and if he pays on 3 march?',
  );
  expect(last?.deposits).toEqual([100, 200]);
  expect(last?.entities).toMatchObject({ deposit: null, date: '2015-03-03' });
});
