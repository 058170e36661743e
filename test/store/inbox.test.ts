import { expect, test } from 'vitest';
import { type Inbox, inbox } from '../../src/store/inbox.ts';
import type { Store } from '../../src/store/schema.ts';
import { eachEngine, onPostgres } from './engines.ts';

const minute = 60_000;

function keep(box: Inbox, eventId: string, now: number): Promise<boolean> {
  return box.keepEvent({ eventId, kind: 'message', body: `body of ${eventId}`, now });
}

function row({ db }: Store, eventId: string) {
  return db
    .selectFrom('inbound_event')
    .selectAll()
    .where('event_id', '=', eventId)
    .executeTakeFirstOrThrow();
}

eachEngine((place) => {
  test('an event is new once, and the first body stays', async () => {
    const store = await place.open();
    const box = inbox(store);
    expect(await keep(box, 'Ev1', 1.7)).toBe(true);
    const again = { eventId: 'Ev1', kind: 'other', body: 'changed', now: 2 };
    expect(await box.keepEvent(again)).toBe(false);
    expect(await row(store, 'Ev1')).toEqual({
      event_id: 'Ev1',
      kind: 'message',
      body: 'body of Ev1',
      received_at: 1,
      attempts: 1,
      tried_at: 1,
      done_at: null,
    });
  });

  test('of fifty that keep one event at once over two connections, one is told that it is new', async () => {
    const boxes = [inbox(await place.open()), inbox(await place.open())];
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => keep(boxes[n % 2] as Inbox, 'Ev1', n)),
    );
    expect(answers.filter(Boolean)).toHaveLength(1);
  });

  test('two connections see what the other has kept', async () => {
    const [one, two] = [inbox(await place.open()), inbox(await place.open())];
    for (let n = 0; n < 10; n++) {
      expect(await keep(n % 2 === 0 ? one : two, `Ev${n}`, n)).toBe(true);
      expect(await keep(n % 2 === 0 ? two : one, `Ev${n}`, n)).toBe(false);
    }
  });

  test('done empties the body, keeps the first moment and is never handed out', async () => {
    const store = await place.open();
    const box = inbox(store);
    await keep(box, 'Ev1', 1);
    await box.markDone('Ev1', 5);
    await box.markDone('Ev1', 9);
    await box.markDone('unknown', 9);
    expect(await row(store, 'Ev1')).toMatchObject({ body: '', done_at: 5 });
    expect(await box.unfinished({ now: 99, before: 99, limit: 9, maxAttempts: 9 })).toEqual([]);
    expect(await keep(box, 'Ev1', 10)).toBe(false);
  });

  test('unfinished events come oldest first, as many as asked, and leave the young ones alone', async () => {
    const box = inbox(await place.open());
    for (const [id, at] of Object.entries({ c: 3, a: 1, b: 2, young: 5 * minute })) {
      await keep(box, id, at);
    }
    const query = { now: 6 * minute, before: 5 * minute, limit: 2, maxAttempts: 3 };
    expect(await box.unfinished(query)).toEqual([
      { eventId: 'a', kind: 'message', body: 'body of a', receivedAt: 1, attempts: 2 },
      { eventId: 'b', kind: 'message', body: 'body of b', receivedAt: 2, attempts: 2 },
    ]);
    expect((await box.unfinished(query)).map(({ eventId }) => eventId)).toEqual(['c']);
    expect(await box.unfinished(query)).toEqual([]);
  });

  test('an event that was handed out comes again only when its time is over, up to the limit', async () => {
    const box = inbox(await place.open());
    await keep(box, 'poison', 0);
    const attempts: number[] = [];
    for (let now = minute; now < 10 * minute; now += minute) {
      const query = { now, before: now - minute + 1, limit: 9, maxAttempts: 4 };
      attempts.push(...(await box.unfinished(query)).map((event) => event.attempts));
      expect(await box.unfinished(query)).toEqual([]);
    }
    expect(attempts).toEqual([2, 3, 4]);
  });

  test('two instances that replay at once share the events, none twice', async () => {
    const [one, two] = [inbox(await place.open()), inbox(await place.open())];
    for (let n = 10; n < 30; n++) await keep(one, `Ev${n}`, n);
    const query = { now: 100, before: 100, limit: 10, maxAttempts: 3 };
    const handed = (await Promise.all([one.unfinished(query), two.unfinished(query)])).flat();
    expect(new Set(handed.map(({ eventId }) => eventId)).size).toBe(20);
    expect(handed).toHaveLength(20);
  });

  test('purge forgets what was received before, done or not', async () => {
    const box = inbox(await place.open());
    for (let n = 0; n < 4; n++) await keep(box, `Ev${n}`, n);
    await box.markDone('Ev0', 1);
    expect(await box.purge(2)).toBe(2);
    expect(await keep(box, 'Ev0', 9)).toBe(true);
    expect(await keep(box, 'Ev2', 9)).toBe(false);
  });

  test('text that PostgreSQL refuses is kept without the characters it refuses', async () => {
    const store = await place.open();
    const event = { eventId: 'Ev\u0000\ud83d1', kind: 'k', body: '好\u0000\udc00🙂', now: 1 };
    expect(await inbox(store).keepEvent(event)).toBe(true);
    expect(await row(store, 'Ev1')).toMatchObject({ body: '好🙂' });
    await inbox(store).markDone(event.eventId, 2);
    expect(await row(store, 'Ev1')).toMatchObject({ done_at: 2 });
  });
});

onPostgres((place) => {
  test('an instance that replays does not wait for another, it takes the next events', async () => {
    const [one, two] = [await place.open(), await place.open()];
    for (let n = 1; n <= 4; n++) await keep(inbox(one), `Ev${n}`, n);
    const query = { now: 100, before: 100, limit: 2, maxAttempts: 3 };
    await one.db.transaction().execute(async (db) => {
      await inbox({ ...one, db }).unfinished(query);
      const next = await inbox(two).unfinished(query);
      expect(next.map(({ eventId }) => eventId)).toEqual(['Ev3', 'Ev4']);
    });
  });
});
