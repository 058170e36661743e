import { expect, test } from 'vitest';
import type { Day } from '../../src/calendar/day.ts';
import type { Contract } from '../../src/contracts/contract.ts';
import type { Log } from '../../src/log.ts';
import type { ManagersPorts } from '../../src/managers-told.ts';
import type { Deed } from '../../src/reminders/deeds.ts';
import { deliveryLedger } from '../../src/store/deliveries.ts';
import type { Store } from '../../src/store/schema.ts';
import { termBook } from '../../src/store/terms.ts';
import { unclaimedBook } from '../../src/store/unclaimed.ts';
import { openUnclaimed } from '../../src/unclaimed.ts';
import { CALENDAR, contract, rules } from '../unit/reminders/reminded.ts';
import { notedLog } from '../unit/slack/doorway.ts';
import { day } from '../world.ts';
import { eachEngine } from './engines.ts';
import { keepContracts } from './kept-contracts.ts';
import { newDelivery } from './planned.ts';
import { at, instance, ZONE } from './reminding-world.ts';

/** A Tuesday: contracts that end a week later are reminded of on it. */
const REMINDED = day('2015-02-03');
const NEXT = day('2015-02-04');
const ENDS = day('2015-02-10');
const CLAIM: Deed = { kind: 'claim' };

type World = Partial<ManagersPorts> & { readonly managers?: Readonly<Record<string, string[]>> };

/** The managers of each outlet are those that `managers` names. */
function watch(store: Store, now: number, { managers = { '': ['U9'] }, ...ports }: World = {}) {
  return openUnclaimed({
    store,
    desk: () => ({ calendar: CALENDAR, nameOf: () => null }),
    rules: () => rules(),
    directory: {
      usersWith: async (_, place) => managers[place?.hall ?? ''] ?? managers[''] ?? [],
      grantsOf: async () => [],
      languageOf: async () => 'zh',
    },
    directChannel: async (user) => `D${user}`,
    today: () => dayOfMoment(now),
    now: () => now,
    ...{ timeZone: ZONE, hours: 'keep', log: notedLog() },
    ...ports,
  });
}

function dayOfMoment(moment: number): Day {
  return day(new Date(moment + 8 * 3_600_000).toISOString().slice(0, 10));
}

async function remindedOf(store: Store, ...contracts: readonly Contract[]): Promise<void> {
  await keepContracts(store, contracts, { at: at(day('2015-02-02')) });
  await instance(store, at(REMINDED)).reminding.remind();
}

const told = (store: Store) =>
  store.db
    .selectFrom('delivery')
    .select(['dedupe_key as key', 'blocks as content'])
    .where('kind', '=', 'unclaimed')
    .orderBy('dedupe_key')
    .execute();
const keys = async (store: Store) => (await told(store)).map(({ key }) => key);

eachEngine((place) => {
  test('on the morning after the reminder the manager hears of what nobody has taken, once', async () => {
    const store = await place.open();
    await remindedOf(store, contract({ endsOn: ENDS }));
    await watch(store, at(REMINDED, '17:00')).look();
    expect(await keys(store)).toEqual([]);
    await watch(store, at(NEXT)).look();
    expect(await keys(store)).toEqual(['unclaimed:2015-02-04:DU9']);
    // A restart, and the days after.
    await watch(store, at(NEXT, '11:00')).look();
    await watch(store, at(day('2015-02-05'))).look();
    await watch(store, at(day('2015-02-09'))).look();
    expect(await keys(store)).toHaveLength(1);
  });

  test('what is claimed, closed or put off is nobody’s no longer; what was put off comes back on its day', async () => {
    const store = await place.open();
    const book = termBook(store);
    const ids = ['FREE', 'CLAIMED', 'CLOSED', 'LATER'];
    await remindedOf(store, ...ids.map((id) => contract({ id, endsOn: ENDS })));
    const doing = (id: string, deed: Deed) =>
      book.do({ contract: id, endsOn: ENDS }, deed, {
        ...{ who: 'U1', origin: 'Slack', now: 1, today: REMINDED, isManager: false },
        ...{ rules: rules(), calendar: CALENDAR },
      });
    await doing('CLAIMED', CLAIM);
    await doing('CLOSED', {
      ...{ kind: 'close', outcome: 'disconnected', reason: null },
      ...{ note: null, renewedUntil: null },
    });
    await doing('LATER', { kind: 'snooze', workingDays: 2 });
    await watch(store, at(NEXT)).look();
    const rows = async () => {
      const found = await store.db
        .selectFrom('reminder')
        .select(['contract_id', 'said_on'])
        .where('occasion', '=', 'unclaimed')
        .orderBy('said_on')
        .execute();
      return found.map((row) => `${row.contract_id} ${row.said_on}`);
    };
    expect(await rows()).toEqual(['FREE 2015-02-04']);
    await watch(store, at(day('2015-02-05'))).look();
    expect(await rows()).toEqual(['FREE 2015-02-04', 'LATER 2015-02-05']);
  });

  test('not before the hour, not in quiet hours, not on a day off, and not before a reminder was said', async () => {
    const store = await place.open();
    await remindedOf(store, contract({ endsOn: ENDS }));
    await keepContracts(store, [contract({ id: 'NEW', endsOn: ENDS })], {
      at: at(REMINDED, '18:00'),
    });
    const quiet = rules({ quiet: { from: 1200, to: 510 } });
    await watch(store, at(NEXT, '08:59'), { rules: () => quiet }).look();
    await watch(store, at(NEXT, '20:30'), { rules: () => quiet }).look();
    // A Saturday.
    await watch(store, at(day('2015-02-07'))).look();
    expect(await keys(store)).toEqual([]);
    await watch(store, at(NEXT, '19:59'), { rules: () => quiet }).look();
    const rows = await store.db
      .selectFrom('reminder')
      .select('contract_id')
      .where('occasion', '=', 'unclaimed')
      .execute();
    expect(rows).toEqual([{ contract_id: 'HT1' }]);
  });

  test('each manager hears of his own outlets; where there is none the managers’ channel does, else the log', async () => {
    const store = await place.open();
    await remindedOf(
      store,
      ...['A', 'B', 'C'].map((hall) => contract({ id: hall, outletName: hall, endsOn: ENDS })),
    );
    const log = notedLog();
    const managers = { A: ['U1', 'U2'], B: ['U1'], C: [] };
    await watch(store, at(NEXT), { managers, log }).look();
    const messages = await told(store);
    expect(messages.map(({ key }) => key)).toEqual([
      'unclaimed:2015-02-04:DU1',
      'unclaimed:2015-02-04:DU2',
    ]);
    expect(messages[0]?.content).toContain('2个合约');
    expect(messages[1]?.content).toContain('1个合约');
    expect(log.lines.join()).toContain('unclaimed.no-manager');
    // Still nobody's on the next day, when the channel is named.
    const named = () => rules({ managersChannel: 'C7' });
    await watch(store, at(day('2015-02-05')), { managers, rules: named }).look();
    expect((await keys(store)).at(-1)).toBe('unclaimed:2015-02-05:C7');
  });

  test('ten looks at once, in two processes, tell it once', async () => {
    const stores = place.engine === 'postgres' ? [1, 2] : [1];
    const opened = await Promise.all(stores.map(() => place.open()));
    const [store = expect.fail()] = opened;
    await remindedOf(
      store,
      ...Array.from({ length: 30 }, (_, n) => contract({ id: `HT${n}`, endsOn: ENDS })),
    );
    await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        watch(opened[n % opened.length] ?? store, at(NEXT)).look(),
      ),
    );
    expect(await keys(store)).toEqual(['unclaimed:2015-02-04:DU9']);
    const [message] = await told(store);
    expect(message?.content).toContain('30个合约');
    expect(message?.content).toContain('还有15个没有列出');
  });

  test('what another process left out of its message is not written down as told', async () => {
    const store = await place.open();
    const book = unclaimedBook(store);
    const [one, other] = [contract({ endsOn: ENDS }), contract({ id: 'HT2', endsOn: ENDS })];
    const telling = { day: NEXT, now: 1, deliveries: [newDelivery('unclaimed:2015-02-04:DU9')] };
    expect(await book.tell({ ...telling, contracts: [one] })).toBe(true);
    expect(await book.tell({ ...telling, contracts: [other] })).toBe(false);
    const later = [newDelivery('unclaimed:2015-02-05:DU9')];
    expect(await book.tell({ ...telling, contracts: [one, other], deliveries: later })).toBe(false);
    const rows = await store.db.selectFrom('reminder').select('contract_id').execute();
    expect(rows).toEqual([{ contract_id: 'HT1' }]);
    expect(await deliveryLedger(store).byKeys(later.map(({ key }) => key))).toEqual([]);
  });

  test('a direct message that Slack cannot open just now is tried again, and nobody is told by halves', async () => {
    const store = await place.open();
    await remindedOf(store, contract({ endsOn: ENDS }));
    let [now, isDown] = [at(NEXT), true];
    const log: Log & { readonly lines: readonly string[] } = notedLog();
    const { look } = watch(store, now, {
      ...{ log, now: () => now, today: () => NEXT, managers: { '': ['U1', 'U2'] } },
      directChannel: async (user) => {
        if (isDown && user === 'U2') throw new Error('no connection');
        return `D${user}`;
      },
    });
    await look();
    expect(await keys(store)).toEqual([]);
    expect(log.lines.join()).toContain('unclaimed.look');
    isDown = false;
    await look();
    expect(await keys(store)).toEqual([]);
    now += 60_000;
    await look();
    expect(await keys(store)).toHaveLength(2);
  });
});
