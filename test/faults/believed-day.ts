import type { Day } from '../../src/calendar/day.ts';
import { storedDay } from '../../src/store/days.ts';
import type { Store } from '../../src/store/schema.ts';

const WHERE = { ns: 'kill-loop', k: 'day' } as const;

/** The day that all processes of a loop believe in: it lies in their store, so that it moves for all at once. */
export async function believedDay({ db }: Pick<Store, 'db'>): Promise<Day | null> {
  const row = await db
    .selectFrom('kv')
    .select('v')
    .where('ns', '=', WHERE.ns)
    .where('k', '=', WHERE.k)
    .executeTakeFirst();
  return row === undefined ? null : storedDay(row.v);
}

export async function believeIn({ db }: Pick<Store, 'db'>, day: Day): Promise<void> {
  await db
    .insertInto('kv')
    .values({ ...WHERE, v: day, expires_at: null })
    .onConflict((conflict) => conflict.columns(['ns', 'k']).doUpdateSet({ v: day }))
    .execute();
}
