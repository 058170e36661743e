import { describe, expect, test } from 'vitest';
import { textOf } from '../../../src/answers/answer.ts';
import type { ContractsFound, FoundContract } from '../../../src/answers/contracts-found.ts';
import { addDays, type Day, parseDay } from '../../../src/calendar/day.ts';
import { withContracts } from '../../../src/contract-desk/ask-contracts.ts';
import { contractLookUp } from '../../../src/contract-desk/look-up.ts';
import { fieldsOf } from '../../../src/store/contract-rows.ts';
import { openStore } from '../../../src/store/open.ts';
import { realDesk } from '../../world.ts';

const TODAY = parseDay('2015-02-10') ?? ('2015-02-10' as Day);
const contract = (fields: Partial<FoundContract> = {}): FoundContract => ({
  id: 'HT2014001',
  customerName: '张三丰',
  phone: '13800001234',
  plan: '存200元送100元',
  outlet: 'own-hall',
  outletName: '中山路厅',
  startsOn: addDays(TODAY, -300),
  endsOn: addDays(TODAY, 5),
  owner: '',
  channel: '',
  vanishedAt: null,
  closed: null,
  ...fields,
});

async function answer(text: string, contracts: readonly FoundContract[], total = contracts.length) {
  const desk = await realDesk();
  const found: ContractsFound = { isConnected: true, total, contracts };
  const asked = desk.ask({ text, today: TODAY, context: null });
  const told = await withContracts(desk, asked, { today: TODAY, lookUp: async () => found });
  return { facts: told.answer.facts, text: textOf(told.answer.words) };
}

describe('which contracts end', () => {
  test('the soonest fifty are in the facts, and nine with the rest counted in the words', async () => {
    const sixty = Array.from({ length: 50 }, (_, at) =>
      contract({ id: `HT20140${at + 10}`, endsOn: addDays(TODAY, at) }),
    );
    const { facts, text } = await answer('which contracts end in the next 60 days', sixty, 60);
    expect(facts).toMatchObject({ from: TODAY, total: 60, contracts: sixty.map(({ id }) => id) });
    expect(text.split('\n').filter((line) => line.startsWith('•'))).toHaveLength(10);
    expect(text).toContain('60 contracts end');
    expect(text).toContain('and 51 more');
  });

  test('names and phones are masked, and days are counted from today', async () => {
    const { text } = await answer('这个月哪些合约到期', [contract()]);
    expect(text).toContain('HT2014001，张* 138****1234，中山路厅，2015年2月15日到期，还有5天');
    expect(text).not.toContain('张三丰');
    expect(text).not.toContain('13800001234');
    expect(text).toContain('自有厅续约主推什么');
  });

  test('none ends: that is said, and not that no data is connected', async () => {
    const { facts, text } = await answer('which contracts end this month', []);
    expect(facts).toMatchObject({ total: 0, contracts: [] });
    expect(text).toMatch(/^No contract ends: 1 February 2015 to 28 February 2015\.$/);
  });

  test('one that is renewed is said to be', async () => {
    const closed = { isRenewed: true, until: addDays(TODAY, 365) };
    const { text } = await answer('which contracts end this month', [contract({ closed })]);
    expect(text).toContain('renewed until 10 February 2016');
  });
});

describe('when one contract ends', () => {
  test('of several with one phone, the one that ends next; the others are said', async () => {
    const past = contract({ id: 'OLD', endsOn: addDays(TODAY, -1) });
    const next = contract({ id: 'NEXT', endsOn: TODAY });
    const later = contract({ id: 'LATER', endsOn: addDays(TODAY, 90) });
    const { facts, text } = await answer('13800001234什么时候到期', [past, next, later]);
    expect(facts).toEqual({ contract: 'NEXT', ends: TODAY, daysLeft: 0 });
    expect(text).toContain('今天');
    expect(text.indexOf('LATER')).toBeLessThan(text.indexOf('OLD'));
    expect(text).toContain('已过期1天');
  });

  test('where all have ended, the last; one that has vanished comes after them, and is said to have', async () => {
    const ended = contract({ id: 'ENDED', endsOn: addDays(TODAY, -20) });
    const gone = contract({ id: 'GONE', vanishedAt: 1, endsOn: addDays(TODAY, 20) });
    const { facts, text } = await answer('when does 13800001234 end', [ended, gone]);
    expect(facts).toEqual({ contract: 'ENDED', ends: ended.endsOn, daysLeft: -20 });
    expect(text).toContain('no longer in the latest file');
  });

  test('an unknown one is said to be unknown, and its phone is not repeated', async () => {
    const { facts, text } = await answer('13800001234什么时候到期', []);
    expect(facts).toEqual({ contract: null });
    expect(text).toContain('名单里没有');
    expect(text).not.toContain('138');
  });
});

test('contracts are found by id in any letters and by phone as typed, within the days and outlets asked about', async () => {
  const store = await openStore('sqlite::memory:');
  const lookUp = contractLookUp(store);
  const need = {
    kind: 'ending',
    from: TODAY,
    to: addDays(TODAY, 5),
    outlets: ['own-hall'],
  } as const;
  expect(await lookUp(need)).toEqual({ isConnected: false, total: 0, contracts: [] });
  const marks = { created_batch: 1, changed_batch: 1, vanished_at: null };
  const rows = [contract(), contract({ id: 'HT9', outlet: 'township-store' })];
  await store.db
    .insertInto('contract')
    .values(rows.map((one) => ({ ...fieldsOf(one), ...marks })))
    .execute();
  expect(await lookUp(need)).toEqual({ isConnected: true, total: 1, contracts: [contract()] });
  for (const typed of ['ht2014001', 'ＨＴ2014001', 'HT 2014 001', 'ht-2014-001'])
    expect((await lookUp({ kind: 'one', typed })).contracts).toEqual([contract()]);
  expect((await lookUp({ kind: 'one', typed: '+86 138 0000 1234' })).total).toBe(2);
  await store.close();
});
