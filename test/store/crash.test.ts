import { expect, test } from 'vitest';
import { inbox } from '../../src/store/inbox.ts';
import { eachEngine } from './engines.ts';
import { killChild, runChild } from './processes.ts';

eachEngine((place) => {
  test('every event that was said to be kept is there after kill -9', async () => {
    const said = await killChild('keep', place, 40);
    const { db } = await place.open();
    const rows = await db.selectFrom('inbound_event').select('event_id').execute();
    const kept = new Set(rows.map((row) => row.event_id));
    expect(said.length).toBeGreaterThanOrEqual(40);
    expect(said.filter((eventId) => !kept.has(eventId))).toEqual([]);
  });

  test('what was not committed is gone after kill -9, and locks nobody out', async () => {
    expect(await killChild('hold', place, 1)).toEqual(['held']);
    const box = inbox(await place.open());
    expect(await box.keepEvent({ eventId: 'held', kind: 'k', body: '', now: 2 })).toBe(true);
  });

  test('processes that read and then write lose no step', async () => {
    const { db } = await place.open();
    await db.insertInto('kv').values({ ns: '', k: 'count', v: '0', expires_at: null }).execute();
    await Promise.all([1, 2, 3].map(() => runChild('count', place)));
    const { v } = await db.selectFrom('kv').select('v').executeTakeFirstOrThrow();
    expect(v).toBe('75');
  });
});
