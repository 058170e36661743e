import { expect, test } from 'vitest';
import type { Deed } from '../../src/reminders/deeds.ts';
import { freshTerm, type TermKey } from '../../src/reminders/term.ts';
import { auditTrail } from '../../src/store/audit.ts';
import { deliveryLedger } from '../../src/store/deliveries.ts';
import type { Store } from '../../src/store/schema.ts';
import { type DoneBy, termBook } from '../../src/store/terms.ts';
import { CALENDAR, rules } from '../unit/reminders/reminded.ts';
import { day } from '../world.ts';
import { eachEngine, type Place } from './engines.ts';
import { newDelivery } from './planned.ts';

const KEY: TermKey = { contract: 'HT1', endsOn: day('2015-02-10') };
const TODAY = day('2015-02-03');
const by = (who: string, fields: Partial<DoneBy> = {}): DoneBy => ({
  ...{ who, origin: 'Slack', now: 1_000, today: TODAY, isManager: false },
  ...{ rules: rules(), calendar: CALENDAR },
  ...fields,
});
const CLAIM: Deed = { kind: 'claim' };
const RENEW: Deed = {
  ...{ kind: 'close', outcome: 'renewed', reason: null, note: null },
  renewedUntil: day('2016-02-10'),
};
const trailOf = async (store: Store, { contract, endsOn }: TermKey = KEY) => {
  const trail = await auditTrail(store).of({ kind: 'term', thing: `${contract} ${endsOn}` });
  return trail.map(({ who, what, detail }) => [who, what, detail]);
};

/** Several processes, in as many stores as may be open in one of the tests. */
const severally = (place: Place): Promise<readonly Store[]> =>
  Promise.all(place.engine === 'postgres' ? [1, 2, 3].map(() => place.open()) : [place.open()]);

eachEngine((place) => {
  test('what happens to a term is kept whole, and each change leaves a line in the trail', async () => {
    const store = await place.open();
    const book = termBook(store);
    expect(await book.find(KEY)).toEqual(freshTerm(KEY));
    await book.do(KEY, CLAIM, by('U1'));
    await book.do(KEY, { kind: 'snooze', workingDays: 2 }, by('U1'));
    await book.do(KEY, { kind: 'unreached' }, by('U1'));
    const done = await book.do(KEY, RENEW, by('U1', { now: 2_000 }));
    expect(done.ok && done.term).toEqual(await book.find(KEY));
    expect(await book.find(KEY)).toEqual({
      ...{ ...KEY, claimedBy: 'U1', claimedAt: 1_000, snoozedUntil: '2015-02-05', snoozes: 1 },
      ...{ unreachable: 1, outcome: 'renewed', reason: null, note: null },
      ...{ renewedUntil: '2016-02-10', closedAt: 2_000, closedBy: 'U1', version: 4 },
    });
    expect(await trailOf(store)).toEqual([
      ['U1', 'claim', {}],
      ['U1', 'snooze', { until: '2015-02-05', snoozes: 1, shortened: false }],
      ['U1', 'unreached', { times: 1 }],
      ['U1', 'close', { outcome: 'renewed', reason: null, renewedUntil: '2016-02-10' }],
    ]);
  });

  test('another end day of the same contract is another term', async () => {
    const book = termBook(await place.open());
    await book.do(KEY, CLAIM, by('U1'));
    const later = { ...KEY, endsOn: day('2016-02-10') };
    expect(await book.find(later)).toEqual(freshTerm(later));
  });

  test('a refusal changes nothing and leaves no line', async () => {
    const store = await place.open();
    const book = termBook(store);
    await book.do(KEY, CLAIM, by('U1'));
    const before = await book.find(KEY);
    expect(await book.do(KEY, CLAIM, by('U2'))).toMatchObject({ ok: false, why: 'taken' });
    expect(await book.do(KEY, CLAIM, by('U1'))).toMatchObject({ ok: false, why: 'mine' });
    expect(await book.find(KEY)).toEqual(before);
    expect(await trailOf(store)).toHaveLength(1);
  });

  test('twenty people who press at once in several processes: one has it, the others are told who', async () => {
    const stores = await severally(place);
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        termBook(stores[n % stores.length] ?? expect.fail()).do(KEY, CLAIM, by(`U${n}`)),
      ),
    );
    const winners = all.flatMap((one) => (one.ok ? [one.term.claimedBy] : []));
    expect(winners).toHaveLength(1);
    for (const one of all)
      if (!one.ok) {
        expect(one.why).toBe('taken');
        expect(one.reason.en).toContain(`<@${winners[0]}>`);
      }
    const store = stores[0] ?? expect.fail();
    expect(await trailOf(store)).toEqual([[winners[0], 'claim', {}]]);
    expect((await termBook(store).find(KEY)).version).toBe(1);
  });

  test('twenty calls that were not answered are twenty, whoever else writes meanwhile', async () => {
    const stores = await severally(place);
    // Each loses to another now and then; whoever loses five times in a row says so and tries again.
    const call = async (n: number): Promise<void> => {
      const book = termBook(stores[n % stores.length] ?? expect.fail());
      for (;;) {
        try {
          expect((await book.do(KEY, { kind: 'unreached' }, by(`U${n}`))).ok).toBe(true);
          return;
        } catch (error) {
          if (!String(error).includes('faster than it can be written')) throw error;
        }
      }
    };
    await Promise.all(Array.from({ length: 20 }, (_, n) => call(n)));
    const store = stores[0] ?? expect.fail();
    expect(await termBook(store).find(KEY)).toMatchObject({ unreachable: 20, version: 20 });
    expect(await trailOf(store)).toHaveLength(20);
  });

  test('what is to be said because of it is planned with it, or neither is', async () => {
    const store = await place.open();
    const book = termBook(store);
    const tell = () => [newDelivery('manager HT1')];
    await book.do(KEY, CLAIM, by('U1', { tell }));
    expect(await deliveryLedger(store).byKeys(['manager HT1'])).toHaveLength(1);
    const fails = () => {
      throw new Error('no words');
    };
    const release: Deed = { kind: 'release' };
    await expect(book.do(KEY, release, by('U1', { tell: fails }))).rejects.toThrow('no words');
    expect(await book.find(KEY)).toMatchObject({ claimedBy: 'U1', version: 1 });
    expect(await trailOf(store)).toHaveLength(1);
    // Nobody is named: the trail refuses, and so nothing is done.
    const other = { ...KEY, contract: 'HT2' };
    await expect(book.do(other, CLAIM, by(' '))).rejects.toThrow('nobody is named');
    expect(await book.find(other)).toEqual(freshTerm(other));
  });

  test('lists those of one person that are open, soonest end first, and those closed within a span', async () => {
    const book = termBook(await place.open());
    const key = (contract: string, endsOn: string): TermKey => ({ contract, endsOn: day(endsOn) });
    await book.do(key('B', '2015-03-01'), CLAIM, by('U1'));
    await book.do(key('A', '2015-02-20'), CLAIM, by('U1'));
    await book.do(key('C', '2015-02-15'), CLAIM, by('U2'));
    await book.do(key('D', '2015-02-12'), CLAIM, by('U1'));
    await book.do(key('D', '2015-02-12'), RENEW, by('U1', { now: 5_000 }));
    await book.do(key('E', '2015-02-12'), RENEW, by('U2', { now: 6_000 }));
    expect((await book.claimedBy('U1')).map(({ contract }) => contract)).toEqual(['A', 'B']);
    const closed = async (from: number, to: number) =>
      (await book.closedWithin(from, to)).map(({ contract }) => contract);
    expect(await closed(5_000, 6_000)).toEqual(['D']);
    expect(await closed(0, 6_001)).toEqual(['D', 'E']);
  });

  test('an absence holds from its first to its last day, in the order in which they were made, and can be ended', async () => {
    const store = await place.open();
    const book = termBook(store);
    const add = (user: string, deputy: string, from: string, to: string) =>
      book.addAbsence({
        ...{ user, deputy, from: day(from), to: day(to) },
        ...{ by: 'M1', origin: 'Slack', now: 1_000 },
      });
    await add('U1', 'U2', '2015-02-02', '2015-02-06');
    await add('U1', 'U3', '2015-02-05', '2015-02-20');
    await add('U9', 'U3', '2015-02-05', '2015-02-05');
    const on = async (text: string) =>
      (await book.absencesOn(day(text))).map(({ user, deputy }) => `${user}:${deputy}`);
    expect(await on('2015-02-01')).toEqual([]);
    expect(await on('2015-02-05')).toEqual(['U1:U2', 'U1:U3', 'U9:U3']);
    expect(await on('2015-02-07')).toEqual(['U1:U3']);
    const end = { by: 'U1', origin: 'Slack', now: 2_000 };
    expect(await book.endAbsences('U1', day('2015-02-10'), end)).toBe(1);
    expect(await on('2015-02-12')).toEqual([]);
    expect(await book.endAbsences('U1', day('2015-02-10'), end)).toBe(0);
    const trail = await auditTrail(store).of({ kind: 'absence', thing: 'U1' });
    expect(trail.map(({ who, what }) => [who, what])).toEqual([
      ['M1', 'add'],
      ['M1', 'add'],
      ['U1', 'end'],
    ]);
  });
});
