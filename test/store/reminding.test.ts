import { afterEach, describe, expect, test } from 'vitest';
import { deliveryLedger } from '../../src/store/deliveries.ts';
import { reminderBook } from '../../src/store/reminders.ts';
import type { Store } from '../../src/store/schema.ts';
import { termBook } from '../../src/store/terms.ts';
import { CALENDAR, contract, rules } from '../unit/reminders/reminded.ts';
import { day } from '../world.ts';
import { eachEngine, type Place } from './engines.ts';
import { keepContracts } from './kept-contracts.ts';
import { at, contracts, instance } from './reminding-world.ts';

/** A Tuesday: 7 days before 10 February, 30 before 5 March, 1 after 2 February. */
const TODAY = day('2015-02-03');
const WEEK_BEFORE = at(day('2015-01-01'));

const messages = async (store: Store): Promise<readonly (readonly [string, string, number])[]> =>
  (await deliveryLedger(store).list({ state: null, channel: null }))
    .map(({ key, content, dueAt }) => [key, content.text, dueAt] as const)
    .sort();
const rows = (store: Store) =>
  store.db
    .selectFrom('reminder')
    .select(['contract_id', 'ends_on', 'occasion', 'state', 'said_on', 'channel', 'delivery_key'])
    .orderBy('contract_id')
    .orderBy('ends_on')
    .orderBy('occasion')
    .execute();
const severally = (place: Place): Promise<readonly Store[]> =>
  Promise.all(place.engine === 'postgres' ? [1, 2, 3].map(() => place.open()) : [place.open()]);
const by = { origin: 'Slack', today: TODAY, isManager: false, rules: rules(), calendar: CALENDAR };

eachEngine((place) => {
  test('what is due is in the ledger once, channel by channel, and there is nothing to do after it', async () => {
    const store = await place.open();
    await keepContracts(
      store,
      [
        contract({ id: 'A', endsOn: day('2015-02-10') }),
        contract({ id: 'B', endsOn: day('2015-03-05'), channel: '#hall' }),
        contract({ id: 'C', endsOn: day('2015-02-02') }),
        contract({ id: 'D', endsOn: day('2015-03-20') }),
      ],
      { at: WEEK_BEFORE },
    );
    const bot = instance(store, at(TODAY));
    const { posts } = await bot.reminding.plan();
    expect(await messages(store)).toEqual([]);
    expect(
      posts.map(({ channel, lines }) => [channel, lines.map((line) => line.due.stage)]),
    ).toEqual([
      ['C001', [-1, 7]],
      ['C5', [30]],
    ]);
    await bot.reminding.remind();
    expect(await messages(store)).toEqual([
      ['digest:2015-02-03:C001', 'C A', at(TODAY)],
      ['digest:2015-02-03:C5', 'B', at(TODAY)],
    ]);
    expect((await bot.reminding.plan()).posts).toEqual([]);
    await bot.reminding.remind();
    await instance(store, at(TODAY, '18:00')).reminding.look();
    expect(await messages(store)).toHaveLength(2);
    expect((await rows(store)).filter(({ state }) => state === 'said')).toMatchObject([
      { contract_id: 'A', occasion: 'stage:7', delivery_key: 'digest:2015-02-03:C001' },
      { contract_id: 'B', occasion: 'stage:30', channel: 'C5' },
      { contract_id: 'C', occasion: 'stage:-1' },
    ]);
    expect(
      (await reminderBook(store).saidIn('digest:2015-02-03:C001')).map((one) => one.contract.id),
    ).toEqual(['C', 'A']);
  });

  test('several planners at the same moment say everything, and nothing twice', async () => {
    const stores = await severally(place);
    const store = stores[0] ?? expect.fail();
    const all = contracts(600, (n) => ({ endsOn: day('2015-02-10'), channel: `C${n % 7}` }));
    await keepContracts(store, all, { at: WEEK_BEFORE });
    const planners = Array.from({ length: 6 }, (_, n) =>
      instance(stores[n % stores.length] ?? store, at(TODAY)).reminding.remind(),
    );
    const said = (await Promise.all(planners)).flatMap(({ posts }) =>
      posts.flatMap(({ lines }) => lines.map((line) => line.contract.id)),
    );
    expect([...said].sort()).toEqual(all.map(({ id }) => id));
    const texts = (await messages(store)).flatMap(([, text]) => text.split(' '));
    expect([...texts].sort()).toEqual(all.map(({ id }) => id));
  });

  describe('what comes in after the digest of the day', () => {
    test('is in the next one, and not lost, by the clock', async () => {
      const store = await place.open();
      const bot = instance(store, at(TODAY));
      await keepContracts(store, [contract({ id: 'A' })], { at: WEEK_BEFORE });
      await bot.reminding.look();
      bot.now = at(TODAY, '10:00');
      await keepContracts(store, [contract({ id: 'B' })], { at: bot.now });
      bot.now = at(TODAY, '10:01');
      await bot.reminding.look();
      expect(await messages(store)).toHaveLength(1);
      bot.now = at(day('2015-02-04'));
      await bot.reminding.look();
      expect((await messages(store)).map(([key, text]) => [key, text])).toEqual([
        ['digest:2015-02-03:C001', 'A'],
        ['digest:2015-02-04:C001', 'B'],
      ]);
    });

    test('nor on days that are believed in, whatever the clock shows', async () => {
      const store = await place.open();
      let today = TODAY;
      const bot = instance(store, at(day('2026-11-27')), { today: () => today, hours: 'none' });
      await keepContracts(store, [contract({ id: 'A' })], { at: bot.now });
      await bot.reminding.remind();
      bot.now += 60_000;
      await keepContracts(store, [contract({ id: 'B' })], { at: bot.now });
      bot.now += 60_000;
      await bot.reminding.remind();
      today = day('2015-02-04');
      bot.now += 60_000;
      await bot.reminding.remind();
      expect((await messages(store)).map(([key, text]) => [key, text])).toEqual([
        ['digest:2015-02-03:C001', 'A'],
        ['digest:2015-02-04:C001', 'B'],
      ]);
    });

    test('is said in a second digest where it ends before the next working day', async () => {
      const store = await place.open();
      const bot = instance(store, at(TODAY));
      await keepContracts(store, [contract({ id: 'A' })], { at: WEEK_BEFORE });
      await bot.reminding.look();
      bot.now = at(TODAY, '10:00');
      await keepContracts(store, [contract({ id: 'B', endsOn: TODAY })], { at: bot.now });
      await bot.reminding.look();
      const said = await messages(store);
      expect(said.map(([key, text]) => [key, text])).toEqual([
        ['digest:2015-02-03:C001', 'A'],
        ['digest:2015-02-03:C001:2', 'B'],
      ]);
      // A press on a button of the second one finds its contracts.
      const saidIn = await reminderBook(store).saidIn('digest:2015-02-03:C001:2');
      expect(saidIn.map((one) => one.contract.id)).toEqual(['B']);
    });
  });

  describe('what counts is what is in the files now', () => {
    test('a contract whose end moved is reminded of by its new end; the old one is over', async () => {
      const store = await place.open();
      await keepContracts(store, [contract({ id: 'A', endsOn: day('2015-02-10') })], {
        at: WEEK_BEFORE,
      });
      const bot = instance(store, at(TODAY));
      await bot.reminding.remind();
      await keepContracts(store, [contract({ id: 'A', endsOn: day('2015-02-17') })], {
        at: at(TODAY, '11:00'),
      });
      const said: string[] = [];
      for (let n = 4; n <= 28; n += 1) {
        bot.now = at(day(`2015-02-${String(n).padStart(2, '0')}`));
        for (const post of (await bot.reminding.remind()).posts)
          for (const line of post.lines)
            said.push(`${bot.now === 0 ? '' : n}: ${line.contract.endsOn} ${line.due.stage}`);
      }
      // The 15 days before the new end were on the 2nd: that is said late, on the first morning that knew of it.
      expect(said).toEqual([
        ...['4: 2015-02-17 15', '10: 2015-02-17 7', '13: 2015-02-17 3', '16: 2015-02-17 1'],
        ...['17: 2015-02-17 0', '25: 2015-02-17 -7'],
      ]);
    });

    test('nothing is said of one that a complete file no longer had, nor of a file that is coming in or going out', async () => {
      const store = await place.open();
      await keepContracts(store, [contract({ id: 'A' })], { at: WEEK_BEFORE, vanishedAt: 1 });
      await keepContracts(store, [contract({ id: 'B' })], { at: WEEK_BEFORE, state: 'writing' });
      await keepContracts(store, [contract({ id: 'C' })], { at: WEEK_BEFORE, state: 'undoing' });
      expect((await instance(store, at(TODAY)).reminding.plan()).posts).toEqual([]);
    });
  });

  describe('what became of it', () => {
    test('a closed one is silent; one that was renewed here is reminded of by its new end', async () => {
      const store = await place.open();
      const book = termBook(store);
      await keepContracts(store, [contract({ id: 'A' }), contract({ id: 'B' })], {
        at: WEEK_BEFORE,
      });
      const close = { kind: 'close', reason: null, note: null } as const;
      await book.do(
        { contract: 'A', endsOn: day('2015-02-10') },
        { ...close, outcome: 'renewed', renewedUntil: day('2016-02-10') },
        { ...by, who: 'U1', now: at(TODAY) },
      );
      await book.do(
        { contract: 'B', endsOn: day('2015-02-10') },
        { ...close, outcome: 'not-ours', renewedUntil: null },
        { ...by, who: 'U1', now: at(TODAY) },
      );
      const bot = instance(store, at(TODAY));
      expect((await bot.reminding.plan()).posts).toEqual([]);
      bot.now = at(day('2016-02-03'));
      const { posts } = await bot.reminding.plan();
      expect(
        posts.flatMap(({ lines }) =>
          lines.map((line) => [line.contract.id, line.contract.endsOn, line.due.stage]),
        ),
      ).toEqual([['A', '2016-02-10', 7]]);
    });

    test('a snooze ends on a day on which no stage falls: it is said then, once', async () => {
      const store = await place.open();
      await keepContracts(store, [contract({ id: 'A', endsOn: day('2015-03-31') })], {
        at: WEEK_BEFORE,
      });
      await termBook(store).do(
        { contract: 'A', endsOn: day('2015-03-31') },
        { kind: 'snooze', workingDays: 3 },
        { ...by, who: 'U1', now: at(TODAY) },
      );
      const bot = instance(store, at(TODAY));
      const said: unknown[] = [];
      for (const text of ['2015-02-04', '2015-02-05', '2015-02-06', '2015-02-07', '2015-02-09']) {
        bot.now = at(day(text));
        for (const { lines } of (await bot.reminding.remind()).posts)
          said.push([text, ...lines.map((line) => line.due.snoozedUntil)]);
      }
      expect(said).toEqual([['2015-02-06', '2015-02-06']]);
    });
  });

  test('after days without a bot each contract is said once, with its latest stage, and what was missed is written down', async () => {
    const store = await place.open();
    const bot = instance(store, at(day('2015-01-19')));
    await keepContracts(store, [contract({ id: 'A', endsOn: day('2015-02-10') })], {
      at: WEEK_BEFORE,
    });
    await bot.reminding.remind();
    // Stages 15 on 26 January and 7 on 3 February pass; it is back on the 5th.
    bot.now = at(day('2015-02-05'));
    const { posts } = await bot.reminding.remind();
    expect(posts.flatMap(({ lines }) => lines.map(({ due }) => [due.stage, due.lateFrom]))).toEqual(
      [[7, '2015-02-03']],
    );
    expect((await rows(store)).map(({ occasion, state }) => [occasion, state])).toEqual([
      ['stage:15', 'late'],
      ['stage:30', 'said'],
      ['stage:7', 'said'],
    ]);
  });

  test('a contract that ended more than two weeks ago is not spoken of any more, and what nobody was told of is written down', async () => {
    const store = await place.open();
    const bot = instance(store, at(day('2015-01-26')));
    await keepContracts(store, [contract({ id: 'A', endsOn: day('2015-02-10') })], {
      at: WEEK_BEFORE,
    });
    await bot.reminding.remind();
    // Fifteen days after the end: the bot was away over all that came after 26 January.
    bot.now = at(day('2015-02-25'));
    expect((await bot.reminding.remind()).posts).toEqual([]);
    const written = async () => (await rows(store)).map(({ occasion, state }) => [occasion, state]);
    const all = await written();
    expect(all.filter(([, state]) => state === 'said')).toEqual([['stage:15', 'said']]);
    expect(all.filter(([, state]) => state === 'late').map(([occasion]) => occasion)).toEqual([
      ...['stage:-1', 'stage:-7', 'stage:0', 'stage:1', 'stage:3'],
      // This one had passed before the bot first looked.
      ...['stage:30', 'stage:7'],
    ]);
    await bot.reminding.remind();
    expect(await written()).toEqual(all);
  });

  describe('the hours', () => {
    const due = async (store: Store) =>
      keepContracts(store, [contract({ id: 'A' }), contract({ id: 'B', channel: 'C002' })], {
        at: WEEK_BEFORE,
      });

    test('each channel’s own time of the day, and not before it', async () => {
      const store = await place.open();
      await due(store);
      const bot = instance(store, at(TODAY, '00:00'));
      bot.rules = rules({ channels: { C002: { postAt: 600 } } });
      const said: string[] = [];
      for (const time of ['00:00', '08:59', '09:00', '09:59', '10:00']) {
        bot.now = at(TODAY, time);
        await bot.reminding.look();
        said.push(`${time} ${(await messages(store)).map(([, text]) => text).join(' ')}`);
      }
      expect(said).toEqual(['00:00 ', '08:59 ', '09:00 A', '09:59 A', '10:00 A B']);
    });

    test('a bot that comes up in the quiet hours of the evening leaves it for the morning, with the morning’s words', async () => {
      const store = await place.open();
      await due(store);
      const bot = instance(store, at(TODAY, '21:00'));
      bot.rules = rules({ quiet: { from: 1_200, to: 510 } });
      await bot.reminding.look();
      expect(await messages(store)).toEqual([]);
      bot.now = at(day('2015-02-04'));
      await bot.reminding.look();
      expect((await messages(store)).map(([key, , dueAt]) => [key, dueAt])).toEqual([
        ['digest:2015-02-04:C001', at(day('2015-02-04'))],
        ['digest:2015-02-04:C002', at(day('2015-02-04'))],
      ]);
    });

    test('quiet hours at noon hold it up until they are over', async () => {
      const store = await place.open();
      await due(store);
      const bot = instance(store, at(TODAY, '12:30'));
      bot.rules = rules({ quiet: { from: 720, to: 840 } });
      await bot.reminding.look();
      bot.now = at(TODAY, '14:00');
      await bot.reminding.look();
      expect((await messages(store)).map(([, , dueAt]) => dueAt)).toEqual([
        at(TODAY, '14:00'),
        at(TODAY, '14:00'),
      ]);
    });
  });

  test('contracts without a channel are told to the managers’ channel in its hours, once', async () => {
    const store = await place.open();
    await keepContracts(store, [contract({ id: 'A', channel: '' })], { at: WEEK_BEFORE });
    const bot = instance(store, at(TODAY, '00:05'));
    expect((await bot.reminding.plan()).orphans).toHaveLength(1);
    bot.rules = rules({ managersChannel: 'C9' });
    await bot.reminding.look();
    expect(await messages(store)).toEqual([]);
    bot.now = at(TODAY);
    await bot.reminding.look();
    await bot.reminding.remind();
    expect((await messages(store)).map(([key, text]) => [key, text])).toEqual([
      ['orphans:2015-02-03', 'A'],
    ]);
    expect((await bot.reminding.plan()).orphans).toEqual([]);
  });

  describe('the clock', () => {
    const zone = process.env.TZ;
    afterEach(() => {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    });

    test.each(['America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Beirut', 'UTC'])(
      'the host stands in %s: the branch’s days and hours count',
      async (host) => {
        process.env.TZ = host;
        const store = await place.open();
        // Over the days on which Los Angeles and Beirut put their clocks on.
        const first = at(day('2015-03-02'));
        await keepContracts(store, [contract({ id: 'A', endsOn: day('2015-03-31') })], {
          at: first,
        });
        const bot = instance(store, first);
        bot.rules = rules({ stages: [22, 15, 7, 3, 0, -1] });
        for (let n = 0; n <= 30; n += 1) {
          bot.now = first + n * 24 * 3_600_000 - 60_000;
          await bot.reminding.look();
          bot.now += 60_000;
          await bot.reminding.look();
        }
        expect((await messages(store)).map(([key, , dueAt]) => [key, dueAt])).toEqual(
          // 22 days before is Monday the 9th, 3 before a Saturday that is not worked.
          ['03-09', '03-16', '03-24', '03-27', '03-31', '04-01'].map((text) => [
            `digest:2015-${text}:C001`,
            at(day(`2015-${text}`)),
          ]),
        );
      },
    );

    test('a clock that jumps ahead and back says nothing twice, and forgets nothing', async () => {
      const store = await place.open();
      await keepContracts(store, [contract({ id: 'A', endsOn: day('2015-02-10') })], {
        at: WEEK_BEFORE,
      });
      const bot = instance(store, at(TODAY));
      const times = [
        ...['2015-02-03 09:00', '2015-02-03 08:00', '2015-02-09 09:00', '2015-02-03 10:00'],
        ...['2015-02-06 09:00', '2015-02-06 07:00', '2015-02-09 10:00', '2015-02-10 09:00'],
      ];
      for (const text of times) {
        const [date = '', time = ''] = text.split(' ');
        bot.now = at(day(date), time);
        await bot.reminding.look();
      }
      const said = (await rows(store)).filter(({ state }) => state === 'said');
      expect(said.map(({ occasion, said_on }) => [occasion, said_on])).toEqual([
        ['stage:0', '2015-02-10'],
        ['stage:1', '2015-02-09'],
        ['stage:7', '2015-02-03'],
      ]);
    });
  });
});
