import type { Day } from '../calendar/day.ts';
import type { Span } from '../calendar/span.ts';
import type { ClusterThing, ToldCluster } from '../case-watch/clusters.ts';
import type { CaseSummary } from '../complaints/summary.ts';
import type { NewDelivery } from '../deliveries/delivery.ts';
import { dayIn, summaryOfRow } from './case-rows.ts';
import { deliveryLedger } from './deliveries.ts';
import type { Store } from './schema.ts';
import { storableText } from './text.ts';

/** An open case to look at; `planned` are the keys of what was said of it, or is to be. */
export type Watched = {
  readonly id: string;
  readonly seq: number;
  readonly planned: readonly string[];
  /** Whether it was never looked at. */
  readonly isNew: boolean;
};

/** What a look came to. */
export type Looked = {
  readonly id: string;
  readonly seq: number;
  readonly on: Day;
  readonly againAt: number | null;
  readonly deliveries: readonly NewDelivery[];
  /** Keys of what was overtaken, and is not to be said any more. */
  readonly overtaken: readonly string[];
  readonly planned: readonly string[];
};

export type CaseWatchBook = {
  /** Open cases that are new, have changed, or whose day or hour has come. While there are none it is one query. */
  due(at: {
    readonly now: number;
    readonly today: Day;
    readonly limit: number;
  }): Promise<readonly Watched[]>;
  /** Plans what is to be said, takes back what was overtaken and notes the look, all or nothing. Answers the new keys. */
  settle(looked: Looked, now: number): Promise<readonly string[]>;
  /** Takes back what was not said yet of cases that are closed; answers how many were let go. */
  letGo(now: number): Promise<number>;
  /** The cases received since a day that name one thing, oldest first. */
  naming(thing: ClusterThing, since: Day): Promise<readonly CaseSummary[]>;
  toldOf(thing: ClusterThing): Promise<ToldCluster | null>;
  /** Plans the message and notes the cluster, all or nothing. */
  tell(
    cluster: ClusterThing & ToldCluster,
    deliveries: readonly NewDelivery[],
    now: number,
  ): Promise<readonly string[]>;
  /** All that were opened or closed in a week, or were open at its end. */
  ofWeek(week: Span): Promise<readonly CaseSummary[]>;
  /** Of these cases those whose customer had been answered on a day or before. */
  answeredBy(ids: readonly string[], day: Day): Promise<ReadonlySet<string>>;
};

export function caseWatchBook({ db }: Pick<Store, 'db'>): CaseWatchBook {
  return {
    async due({ now, today, limit }) {
      const rows = await db
        .selectFrom('complaint_case as c')
        .leftJoin('case_watch as w', 'w.case_id', 'c.id')
        .select(['c.id', 'c.seq', 'w.planned'])
        .where('c.state', '=', 'open')
        .where((row) =>
          row.or([
            row('w.case_id', 'is', null),
            row('w.seq', '<>', row.ref('c.seq')),
            row('w.looked_on', '<>', today),
            row('w.again_at', '<=', Math.trunc(now)),
          ]),
        )
        .orderBy('c.nearest_due_on')
        .orderBy('c.id')
        .limit(limit)
        .execute();
      return rows.map(({ planned, ...row }) => ({
        ...row,
        planned: keysIn(planned),
        isNew: planned === null,
      }));
    },

    settle({ id, seq, on, againAt, ...what }, now) {
      return db.transaction().execute(async (transaction) => {
        const ledger = deliveryLedger({ db: transaction });
        for (const key of what.overtaken) await ledger.withdraw({ key }, 'superseded', now);
        const written = await ledger.plan(what.deliveries, now);
        const row = {
          seq,
          looked_on: on,
          again_at: againAt === null ? null : Math.trunc(againAt),
          planned: JSON.stringify(what.planned),
        };
        await transaction
          .insertInto('case_watch')
          .values({ case_id: storableText(id), ...row })
          .onConflict((conflict) => conflict.column('case_id').doUpdateSet(row))
          .execute();
        return written;
      });
    },

    async letGo(now) {
      // From the few that are watched, not from the many that are closed: a join might be begun at the wrong end.
      const closed = await db
        .selectFrom('case_watch as w')
        .select(['w.case_id', 'w.planned'])
        .where((row) =>
          row.exists(
            row
              .selectFrom('complaint_case as c')
              .select('c.id')
              .whereRef('c.id', '=', 'w.case_id')
              .where('c.state', '=', 'closed'),
          ),
        )
        .execute();
      for (const { case_id, planned } of closed) {
        await db.transaction().execute(async (transaction) => {
          const ledger = deliveryLedger({ db: transaction });
          for (const key of keysIn(planned)) await ledger.withdraw({ key }, 'superseded', now);
          await transaction.deleteFrom('case_watch').where('case_id', '=', case_id).execute();
        });
      }
      return closed.length;
    },

    async naming({ kind, thing }, since) {
      const rows = await db
        .selectFrom('complaint_case')
        .selectAll()
        .where(kind, '=', storableText(thing))
        .where('opened_on', '>=', since)
        .orderBy('opened_at')
        .orderBy('id')
        .execute();
      return rows.map(summaryOfRow);
    },

    async toldOf({ kind, thing }) {
      const row = await db
        .selectFrom('case_cluster')
        .select(['told_on', 'cases'])
        .where('kind', '=', kind)
        .where('thing', '=', storableText(thing))
        .executeTakeFirst();
      return row === undefined ? null : { on: dayIn(row.told_on), cases: row.cases };
    },

    tell({ kind, thing, on, cases }, deliveries, now) {
      return db.transaction().execute(async (transaction) => {
        const row = { told_on: on, cases };
        await transaction
          .insertInto('case_cluster')
          .values({ kind, thing: storableText(thing), ...row })
          .onConflict((conflict) => conflict.columns(['kind', 'thing']).doUpdateSet(row))
          .execute();
        return deliveryLedger({ db: transaction }).plan(deliveries, now);
      });
    },

    async ofWeek({ from, to }) {
      const all = db.selectFrom('complaint_case').selectAll();
      const parts = await Promise.all([
        all.where('opened_on', '>=', from).where('opened_on', '<=', to).execute(),
        all.where('closed_on', '>=', from).where('opened_on', '<=', to).execute(),
        all.where('state', '=', 'open').where('opened_on', '<=', to).execute(),
      ]);
      const found = new Map(parts.flat().map((row) => [row.id, summaryOfRow(row)]));
      return [...found.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1));
    },

    async answeredBy(ids, day) {
      if (ids.length === 0) return new Set();
      const rows = await db
        .selectFrom('case_event')
        .select(['case_id', 'detail'])
        .where('case_id', 'in', [...ids])
        .where('kind', '=', 'told')
        .execute();
      const answered = rows.filter(({ detail }) => {
        const { on }: { readonly on?: string } = JSON.parse(detail);
        return on !== undefined && on <= day;
      });
      return new Set(answered.map(({ case_id }) => case_id));
    },
  };
}

function keysIn(planned: string | null): readonly string[] {
  const keys: readonly string[] = planned === null ? [] : JSON.parse(planned);
  return keys;
}
