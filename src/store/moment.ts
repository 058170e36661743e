import { type RawBuilder, sql } from 'kysely';
import { now } from '../calendar/clock.ts';
import type { Store } from './schema.ts';

/** Who says what time it is. Null: the database where it is a server, since its guests' clocks differ; else the host. */
export type Clock = (() => number) | null;

export type MomentSource = {
  /** The moment as a part of a query. */
  readonly inSql: () => RawBuilder<number>;
  /** The moment as a number, by the same clock. */
  readonly read: (db: Store['db']) => Promise<number>;
};

export function momentSource({ engine }: Pick<Store, 'engine'>, clock: Clock): MomentSource {
  const inSql = (): RawBuilder<number> =>
    engine === 'postgres' && clock === null
      ? sql<number>`cast(floor(extract(epoch from statement_timestamp()) * 1000) as bigint)`
      : sql<number>`cast(${Math.trunc((clock ?? now)())} as bigint)`;
  return {
    inSql,
    async read(db) {
      const { rows } = await sql<{ at: number }>`select ${inSql()} as at`.execute(db);
      const at = rows[0]?.at;
      if (at === undefined) throw new Error('the database does not say what time it is');
      return at;
    },
  };
}
