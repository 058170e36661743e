import { expect, test } from 'vitest';
import type { Day } from '../../src/calendar/day.ts';
import type { Grant } from '../../src/people/role.ts';
import { openRenewalWeek, type RenewalWeekPorts } from '../../src/renewal-week.ts';
import type { Store } from '../../src/store/schema.ts';
import { CALENDAR, contract, rules } from '../unit/reminders/reminded.ts';
import { notedLog } from '../unit/slack/doorway.ts';
import { day } from '../world.ts';
import { eachEngine } from './engines.ts';
import { keepContracts } from './kept-contracts.ts';
import { at, instance, ZONE } from './reminding-world.ts';

/** A Tuesday, and the Monday after; a Monday that is a day off, with the two working days around it. */
const TUESDAY = day('2015-02-03');
const MONDAY = day('2015-02-09');
const HOLIDAY = day('2015-04-06');
const AFTER = day('2015-04-07');

const manager = (...outlets: readonly string[]): Grant => ({
  role: 'manager',
  outlets: outlets.length === 0 ? null : outlets,
  halls: null,
});
const GRANTS: Readonly<Record<string, readonly Grant[]>> = {
  U8: [manager()],
  U9: [manager('own-hall')],
};

function week(store: Store, now: number, ports: Partial<RenewalWeekPorts> = {}) {
  return openRenewalWeek({
    store,
    desk: () => ({ calendar: CALENDAR, nameOf: () => null }),
    rules: () => rules({ managersChannel: 'C7' }),
    directory: {
      usersWith: async () => ['U8', 'U9'],
      grantsOf: async (user) => GRANTS[user] ?? [],
      languageOf: async () => 'en',
    },
    directChannel: async (user) => `D${user}`,
    today: () => dayOfMoment(now),
    now: () => now,
    refused: async () => ({ zh: '不行', en: 'no' }),
    ...{ timeZone: ZONE, hours: 'keep', log: notedLog() },
    ...ports,
  });
}

function dayOfMoment(moment: number): Day {
  return day(new Date(moment + 8 * 3_600_000).toISOString().slice(0, 10));
}

async function remindOn(store: Store, on: Day, endsOn: Day): Promise<void> {
  const halls = ['own-hall', 'core-township-hall', 'core-township-hall'];
  const kept = halls.map((outlet, n) => contract({ id: `HT${n}`, outlet, endsOn }));
  await keepContracts(store, kept, { at: at(on, '00:00') });
  await instance(store, at(on)).reminding.remind();
}

const told = (store: Store) =>
  store.db
    .selectFrom('delivery')
    .select(['dedupe_key as key', 'text'])
    .where('kind', '=', 'renewal-week')
    .orderBy('dedupe_key')
    .execute();
const keys = async (store: Store) => (await told(store)).map(({ key }) => key);

eachEngine((place) => {
  test('on the first working morning each manager has the week before of his outlets, once', async () => {
    const store = await place.open();
    await remindOn(store, TUESDAY, day('2015-02-10'));
    await week(store, at(MONDAY, '08:59')).look();
    expect(await keys(store)).toEqual([]);
    await Promise.all([1, 2, 3].map(() => week(store, at(MONDAY)).look()));
    await week(store, at(day('2015-02-10'))).look();
    const messages = await told(store);
    expect(messages.map(({ key }) => key)).toEqual([
      'renewal-week:2015-W06:C7',
      'renewal-week:2015-W06:DU8',
      'renewal-week:2015-W06:DU9',
    ]);
    expect(messages.map(({ text }) => /(\d+) due/.exec(text)?.[1])).toEqual(['3', '3', '1']);
    await week(store, at(day('2015-02-16'))).look();
    expect(await keys(store)).toHaveLength(3);
  });

  test('a Monday off waits for the first working day; a week in which nothing was due is no news', async () => {
    const store = await place.open();
    await week(store, at(AFTER)).look();
    expect(await keys(store)).toEqual([]);
    await remindOn(store, day('2015-03-31'), day('2015-04-07'));
    await week(store, at(HOLIDAY)).look();
    expect(await keys(store)).toEqual([]);
    await week(store, at(AFTER)).look();
    expect(await keys(store)).toHaveLength(3);
  });

  test('who asks sees his own outlets, and who is no manager is refused; so with the picture', async () => {
    const store = await place.open();
    await remindOn(store, TUESDAY, day('2015-02-10'));
    const { report, picture } = week(store, at(MONDAY));
    const [own, other] = [await report('U9', 'en'), await report('U1', 'en')];
    expect('text' in own && own.text).toContain('1 due');
    expect(other).toEqual({ refused: { zh: '不行', en: 'no' } });
    const draw = (user: string, channel: string, scope: 'mine' | 'all') =>
      picture({
        button: { week: '2015-W06', scope, language: 'en' },
        ...{ user, channel, nameOfUser: async (one) => `name of ${one}` },
      });
    expect(await draw('U1', 'DU1', 'mine')).toHaveProperty('refused');
    // The button of the managers' channel shows all there, and nowhere else.
    expect(await draw('U1', 'C1', 'all')).toHaveProperty('refused');
    expect(await draw('U1', 'C7', 'all')).toMatchObject({ alt: expect.stringContaining('3 due') });
    expect(await draw('U9', 'DU9', 'mine')).toMatchObject({
      name: 'renewals-2015-W06.png',
      alt: expect.stringMatching(/1 due.*name of U001 0\/1/),
    });
  });
});
