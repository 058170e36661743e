import { expect, test } from 'vitest';
import type { Deed } from '../../src/reminders/deeds.ts';
import type { SaidTerm } from '../../src/reminders/week.ts';
import { termsSaidIn } from '../../src/store/said-terms.ts';
import type { Store } from '../../src/store/schema.ts';
import { termBook } from '../../src/store/terms.ts';
import { CALENDAR, contract, rules } from '../unit/reminders/reminded.ts';
import { day } from '../world.ts';
import { eachEngine } from './engines.ts';
import { keepContracts } from './kept-contracts.ts';
import { at, instance } from './reminding-world.ts';

const WEEK = { from: day('2015-02-02'), to: day('2015-02-08') };
const ENDS = day('2015-02-10');

async function saidTerms(store: Store, span = WEEK): Promise<readonly SaidTerm[]> {
  const all: SaidTerm[] = [];
  for await (const page of termsSaidIn(store, span)) all.push(...page);
  return all.sort((one, other) => (one.hall < other.hall ? -1 : 1));
}

const cameBefore = { at: at(day('2015-01-05')) };

async function remindOn(store: Store, ...days: readonly string[]): Promise<void> {
  for (const one of days) await instance(store, at(day(one))).reminding.remind();
}

const doing = (store: Store, id: string, deed: Deed) =>
  termBook(store).do({ contract: id, endsOn: ENDS }, deed, {
    ...{ who: 'U7', origin: 'Slack', now: 1, today: day('2015-02-03'), isManager: false },
    ...{ rules: rules(), calendar: CALENDAR },
  });

eachEngine((place) => {
  test('a term is counted once a span, however often and in however many channels it was said', async () => {
    const store = await place.open();
    const [first, other] = [contract({ endsOn: ENDS }), contract({ id: 'HT2', channel: 'C2' })];
    await keepContracts(store, [first, { ...other, endsOn: day('2015-02-06') }], cameBefore);
    // Seven days and three days before the end, and so on.
    await remindOn(store, '2015-02-03', '2015-02-05', '2015-02-06', '2015-02-09');
    const rows = await store.db.selectFrom('reminder').selectAll().execute();
    expect(rows.length).toBeGreaterThan(3);
    expect(await saidTerms(store)).toHaveLength(2);
    expect(await saidTerms(store, { from: day('2015-02-03'), to: day('2015-02-04') })).toHaveLength(
      2,
    );
    expect(await saidTerms(store, { from: day('2015-02-04'), to: day('2015-02-04') })).toEqual([]);
  });

  test('what became of each is told with it: by whom, with which reason, or that the file changed it', async () => {
    const store = await place.open();
    const halls = ['claimed', 'gone', 'moved', 'open', 'refused'];
    const kept = halls.map((id) => contract({ id, outletName: id, owner: '', endsOn: ENDS }));
    await keepContracts(store, kept, cameBefore);
    await remindOn(store, '2015-02-03');
    await doing(store, 'claimed', { kind: 'claim' });
    await doing(store, 'claimed', { kind: 'unreached' });
    await doing(store, 'refused', {
      ...{ kind: 'close', outcome: 'refused', reason: 'price', note: null, renewedUntil: null },
    });
    const later = { endsOn: day('2016-02-10') };
    const moved = kept.filter(({ id }) => id === 'moved').map((one) => ({ ...one, ...later }));
    await keepContracts(store, moved, { at: at(day('2015-02-04')) });
    await store.db
      .updateTable('contract')
      .set({ vanished_at: 5 })
      .where('id', '=', 'gone')
      .execute();
    const fresh = {
      ...{ outlet: 'core-township-hall', owner: '', claimedBy: null, unreachable: 0 },
      ...{ outcome: null, reason: null, isChanged: false },
    };
    expect(await saidTerms(store)).toEqual([
      { ...fresh, hall: 'claimed', claimedBy: 'U7', unreachable: 1 },
      { ...fresh, hall: 'gone', isChanged: true },
      { ...fresh, hall: 'moved', isChanged: true },
      { ...fresh, hall: 'open' },
      { ...fresh, hall: 'refused', outcome: 'refused', reason: 'price' },
    ]);
  });

  test('a term that a renewal in Slack began is not taken for one that the file changed', async () => {
    const store = await place.open();
    await keepContracts(store, [contract({ endsOn: ENDS })], cameBefore);
    const until = day('2015-05-10');
    await remindOn(store, '2015-02-03');
    await doing(store, 'HT1', {
      ...{ kind: 'close', outcome: 'renewed', reason: null, note: null, renewedUntil: until },
    });
    // Fifteen days before the new end falls on a Saturday.
    await remindOn(store, '2015-04-24');
    const span = { from: day('2015-04-20'), to: day('2015-04-26') };
    expect(await saidTerms(store, span)).toMatchObject([{ outcome: null, isChanged: false }]);
    expect(await saidTerms(store)).toMatchObject([{ outcome: 'renewed', isChanged: false }]);
  });

  test('what was put off, passed over or told to managers is no stage that was said', async () => {
    const store = await place.open();
    const row = { contract_id: 'X', ends_on: ENDS, said_on: day('2015-02-03'), delivery_key: 'k' };
    await store.db
      .insertInto('reminder')
      .values([
        { ...row, occasion: 'snooze:2015-02-03', state: 'said', channel: 'C1' },
        { ...row, occasion: 'unclaimed', state: 'said', channel: '*' },
        { ...row, occasion: 'stage:15', state: 'late', channel: 'C1' },
      ])
      .execute();
    expect(await saidTerms(store)).toEqual([]);
    // Its contract is gone: an import was taken back. It is counted all the same.
    await store.db
      .insertInto('reminder')
      .values({ ...row, occasion: 'stage:7', state: 'said', channel: 'C1' })
      .execute();
    expect(await saidTerms(store)).toMatchObject([{ outlet: '', hall: '', isChanged: true }]);
  });
});
