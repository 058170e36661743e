import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { auditTrail, type Change } from '../../src/store/audit.ts';
import { eachEngine } from './engines.ts';

const change = (fields: Partial<Change> = {}): Change => ({
  at: 1_000,
  who: 'wang',
  origin: 'command line of desk-1',
  kind: 'delivery',
  thing: '7',
  what: 'retry',
  detail: { was: 'blocked', times: 2, why: null },
  ...fields,
});

eachEngine((place) => {
  test('keeps who changed what, when and from where, in order', async () => {
    const trail = auditTrail(await place.open());
    await trail.add(change());
    await trail.add(change({ at: 2_000.7, what: 'resolve as sent', detail: {} }));
    await trail.add(change({ thing: '8' }));
    expect(await trail.of({ kind: 'delivery', thing: '7' })).toEqual([
      { id: 1, ...change() },
      { id: 2, ...change({ at: 2_000, what: 'resolve as sent', detail: {} }) },
    ]);
  });

  test('a change by nobody is refused', async () => {
    const trail = auditTrail(await place.open());
    await expect(trail.add(change({ who: ' ' }))).rejects.toThrow('nobody is named');
  });

  const rewrites = [
    `update audit_event set who = 'somebody else'`,
    'delete from audit_event',
    ...(place.engine === 'postgres'
      ? ['truncate audit_event']
      : [
          `insert or replace into audit_event values (1, 1, 'x', 'x', 'x', 'x', 'x', '{}')`,
          `update or replace audit_event set id = 1`,
        ]),
  ];
  test.each(rewrites)('a line stays as it was written, whatever is tried: %s', async (rewrite) => {
    const store = await place.open();
    const trail = auditTrail(store);
    await trail.add(change());
    await expect(sql.raw(rewrite).execute(store.db)).rejects.toThrow('append-only');
    expect(await trail.of(change())).toEqual([{ id: 1, ...change() }]);
  });
});
