import { expect, test } from 'vitest';
import { type Day, parseDay } from '../../src/calendar/day.ts';
import type { Contract } from '../../src/contracts/contract.ts';
import { fieldsOf } from '../../src/store/contract-rows.ts';
import { contractBook } from '../../src/store/contracts.ts';
import type { Store } from '../../src/store/schema.ts';
import { eachEngine } from './engines.ts';

const day = (text: string): Day => parseDay(text) ?? expect.fail(`${text} is no day`);

const contract = (fields: Partial<Contract>): Contract => ({
  id: 'HT1',
  customerName: '张三',
  phone: '13800001234',
  plan: '存200元送100元',
  outlet: 'own-hall',
  outletName: '中山路厅',
  startsOn: day('2014-02-10'),
  endsOn: day('2015-02-10'),
  owner: '',
  channel: '',
  ...fields,
});

async function keep(
  store: Store,
  contracts: readonly Contract[],
  vanishedAt: number | null = null,
) {
  const marks = { created_batch: 1, changed_batch: 1, vanished_at: vanishedAt };
  await store.db
    .insertInto('contract')
    .values(contracts.map((one) => ({ ...fieldsOf(one), ...marks })))
    .execute();
}

eachEngine((place) => {
  test('finds a contract by its id, and those of a phone, soonest end first', async () => {
    const store = await place.open();
    const later = contract({ id: 'HT2', endsOn: day('2016-01-01') });
    await keep(store, [later, contract({})]);
    const book = contractBook(store);
    expect(await book.find('HT2')).toEqual({ ...later, vanishedAt: null });
    expect(await book.find('ht2')).toBeNull();
    expect((await book.byPhone('13800001234')).map(({ id }) => id)).toEqual(['HT1', 'HT2']);
    expect(await book.byPhone('13800001235')).toEqual([]);
  });

  test('pages hold every contract once, soonest end first, also where many end on one day', async () => {
    const store = await place.open();
    const ends = [
      '2015-03-01',
      '2015-02-10',
      '2015-02-10',
      '2015-02-10',
      '2015-01-31',
      '2015-04-02',
    ];
    await keep(
      store,
      ends.map((end, index) => contract({ id: `HT${9 - index}`, endsOn: day(end) })),
    );
    const book = contractBook(store);
    const seen: string[] = [];
    let after: { endsOn: Day; id: string } | null = null;
    for (;;) {
      const page: readonly Contract[] = await book.list({ to: day('2015-03-31'), after, limit: 2 });
      seen.push(...page.map(({ id }) => id));
      const last = page.at(-1);
      if (last === undefined) break;
      after = last;
    }
    expect(seen).toEqual(['HT5', 'HT6', 'HT7', 'HT8', 'HT9']);
  });

  test('outlets and days narrow what is listed and counted; vanished ones count only where they are asked for', async () => {
    const store = await place.open();
    await keep(store, [
      contract({ id: 'A', endsOn: day('2015-02-01') }),
      contract({ id: 'B', endsOn: day('2015-02-28'), outlet: 'township-store' }),
      contract({ id: 'C', endsOn: day('2015-03-01') }),
    ]);
    await keep(store, [contract({ id: 'D', endsOn: day('2015-02-05') })], 1_000);
    const book = contractBook(store);
    const february = { from: day('2015-02-01'), to: day('2015-02-28') };
    expect(await book.count(february)).toBe(2);
    expect(await book.count({ ...february, withVanished: true })).toBe(3);
    expect(await book.count({ ...february, outlets: ['own-hall'] })).toBe(1);
    expect(await book.count({ outlets: [] })).toBe(0);
    const listed = await book.list({ ...february, withVanished: true, limit: 9 });
    expect(listed.map(({ id, vanishedAt }) => [id, vanishedAt])).toEqual([
      ['A', null],
      ['D', 1_000],
      ['B', null],
    ]);
  });
});
