import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Case } from '../../src/complaints/case.ts';
import type { CaseCommand } from '../../src/complaints/command.ts';
import { decide } from '../../src/complaints/decide.ts';
import { afterEvent } from '../../src/complaints/fold.ts';
import { type CaseSummary, summaryOf } from '../../src/complaints/summary.ts';
import { type CaseBook, caseBook } from '../../src/store/cases.ts';
import { deliveryLedger } from '../../src/store/deliveries.ts';
import { carriedOut, caseWorld, command, LI, openingOf, WANG } from '../complaints.ts';
import { eachEngine } from './engines.ts';

const world = caseWorld('2015-02-10');
const summarise = (now: Case): CaseSummary => summaryOf(now, world);

async function opened(book: CaseBook, more: Parameters<typeof openingOf>[1] = {}): Promise<Case> {
  const decided = decide(null, command(openingOf('general-complaint', more)), world);
  if (!decided.ok) throw new Error(decided.reason.en);
  const { id } = await book.open(decided, { summarise });
  const found = await book.find(id);
  if (found === null) throw new Error('not kept');
  return found;
}

async function done(book: CaseBook, now: Case, one: CaseCommand): Promise<Case | 'too late'> {
  const decided = decide(now, one, world);
  const after = carriedOut(now, decided);
  const events = decided.ok ? decided.events : [];
  const appended = await book.append(
    { id: now.id, expectedSeq: now.seq, events },
    summarise(after),
  );
  return appended.ok ? after : 'too late';
}

eachEngine((place) => {
  test('a case is found as it was kept, after a restart too', async () => {
    const book = caseBook(await place.open());
    const now = await opened(book);
    const after = await done(book, now, command({ do: 'note', text: '客户在厅里等' }));
    const again = caseBook(await place.open());
    expect(await again.find(now.id)).toEqual(after);
    expect((await again.history(now.id)).map(({ happened }) => happened.kind)).toEqual([
      'opened',
      'noted',
    ]);
    expect(await again.find('C-2015-0009')).toBeNull();
  });

  test('cases of a year are numbered without gaps, also when many are opened at the same time', async () => {
    const book = caseBook(await place.open());
    const cases = await Promise.all(Array.from({ length: 20 }, () => opened(book)));
    expect(cases.map(({ id }) => id).toSorted()).toEqual(
      Array.from({ length: 20 }, (_, index) => `C-2015-${String(index + 1).padStart(4, '0')}`),
    );
  });

  test('the same command opens one case, sent one after the other or at the same time', async () => {
    const book = caseBook(await place.open());
    const decided = decide(null, command(openingOf('general-complaint')), world);
    if (!decided.ok) throw new Error(decided.reason.en);
    const both = await Promise.all([
      book.open(decided, { summarise }),
      book.open(decided, { summarise }),
    ]);
    expect(both.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await book.open(decided, { summarise })).toEqual({ id: both[0]?.id, isNew: false });
    const next = await opened(book);
    expect(next.id).toBe('C-2015-0002');
  });

  test('of two people at once one is told that the other was quicker, and nothing of his is kept', async () => {
    const book = caseBook(await place.open());
    const now = await opened(book);
    const results = await Promise.all([
      done(book, now, command({ do: 'note', text: '一' }, LI)),
      done(book, now, command({ do: 'note', text: '二' }, WANG)),
    ]);
    expect(results.filter((one) => one === 'too late')).toHaveLength(1);
    expect((await book.find(now.id))?.notes).toHaveLength(1);
  });

  test('what must be said is planned exactly when the events are kept', async () => {
    const store = await place.open();
    const book = caseBook(store);
    const now = await opened(book);
    const decided = decide(now, command({ do: 'note', text: '上报了' }), world);
    if (!decided.ok) throw new Error(decided.reason.en);
    const delivery = {
      key: 'case:late',
      kind: 'case',
      channel: 'C012AB3CD',
      content: { text: '超时', blocks: [] },
      dueAt: world.now,
      lifeMs: 60_000,
    };
    const change = { id: now.id, events: decided.events, deliveries: [delivery] };
    const summary = summarise(carriedOut(now, decided));
    expect(await book.append({ ...change, expectedSeq: 9 }, summary)).toEqual({ ok: false });
    expect(await deliveryLedger(store).list({ state: null, channel: null })).toEqual([]);
    expect(await book.append({ ...change, expectedSeq: now.seq }, summary)).toEqual({ ok: true });
    expect(await deliveryLedger(store).list({ state: null, channel: null })).toHaveLength(1);
  });

  test('no event can be changed or removed', async () => {
    const { db } = await place.open();
    await opened(caseBook({ db }));
    const tries = [
      sql`update case_event set who = 'nobody'`,
      sql`delete from case_event`,
      ...(place.engine === 'sqlite'
        ? [sql`insert or replace into case_event select * from case_event`]
        : [sql`truncate case_event`]),
    ];
    for (const attempt of tries) await expect(attempt.execute(db)).rejects.toThrow('append-only');
  });

  test('a row without its event does not stay: the two are written together', async () => {
    const store = await place.open();
    const now = await opened(caseBook(store));
    const decided = decide(now, command({ do: 'note', text: '一' }), world);
    if (!decided.ok) throw new Error(decided.reason.en);
    const torn = decided.events.map((event) => ({ ...event, seq: now.seq }));
    const append = caseBook(store).append(
      { id: now.id, expectedSeq: now.seq, events: torn },
      summarise(afterEvent(now.id, now, decided.events[0] ?? (torn[0] as never))),
    );
    await expect(append).rejects.toThrow();
    expect((await caseBook(store).list({ state: 'all', seen: null, limit: 5 })).cases[0]?.seq).toBe(
      now.seq,
    );
  });

  test('the case of a thread is the one that was placed there last', async () => {
    const book = caseBook(await place.open());
    const at = { channel: 'C012AB3CD', thread: '1.2' };
    for (const one of [await opened(book), await opened(book)])
      await done(book, one, command({ do: 'place', ...at, card: '1.3' }));
    expect((await book.findAt(at))?.id).toBe('C-2015-0002');
    expect(await book.findAt({ ...at, thread: '9.9' })).toBeNull();
  });

  describe('lists', () => {
    test('open cases come by their nearer clock, page by page, each once', async () => {
      const book = caseBook(await place.open());
      const days = ['2015-02-10', '2015-02-03', '2015-02-06', '2015-02-03'];
      for (const text of days) await opened(book, { receivedOn: caseWorld(text).today });
      const first = await book.list({ state: 'open', seen: null, limit: 3 });
      const second = await book.list({ state: 'open', seen: null, limit: 3, after: first.next });
      const all = [...first.cases, ...second.cases];
      expect(all.map(({ id }) => id)).toEqual([
        'C-2015-0002',
        'C-2015-0004',
        'C-2015-0003',
        'C-2015-0001',
      ]);
      expect(second.next).toBeNull();
    });

    test('somebody sees his own and those of his outlets, each once', async () => {
      const book = caseBook(await place.open());
      await opened(book, { owner: 'U_LI', outlet: 'own-hall' });
      await opened(book, { owner: 'U_WANG', outlet: 'own-hall' });
      await opened(book, { owner: 'U_WANG', outlet: 'township-store', hall: '城关厅' });
      const seen = async (parts: Parameters<typeof book.list>[0]['seen']) =>
        (await book.list({ state: 'all', seen: parts, limit: 9 })).cases
          .map(({ id }) => id.slice(-1))
          .toSorted()
          .join('');
      expect(await seen(null)).toBe('123');
      expect(await seen([])).toBe('');
      expect(await seen([{ owner: 'U_LI' }])).toBe('1');
      expect(await seen([{ owner: 'U_LI' }, { outlets: ['own-hall'], halls: null }])).toBe('12');
      expect(await seen([{ outlets: null, halls: ['城关厅'] }])).toBe('3');
      expect(await seen([{ outlets: ['own-hall'], halls: ['城关厅'] }])).toBe('');
    });
  });
});
