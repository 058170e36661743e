import type { Case, CaseEvent } from '../complaints/case.ts';
import { foldCase } from '../complaints/fold.ts';
import type { CaseSummary } from '../complaints/summary.ts';
import type { NewDelivery } from '../deliveries/delivery.ts';
import { type CaseFilter, type CasePage, listCases } from './case-list.ts';
import { eventOf, eventRow, summaryRow } from './case-rows.ts';
import { deliveryLedger } from './deliveries.ts';
import { classifyDbError } from './errors.ts';
import type { Store } from './schema.ts';
import { storableText } from './text.ts';

/** What a command brought, with what must be said because of it. */
export type CaseChange = {
  readonly events: readonly CaseEvent[];
  readonly deliveries?: readonly NewDelivery[];
};

export type Opened = { readonly id: string; readonly isNew: boolean };
export type Appended = { readonly ok: true } | { readonly ok: false };

export type CaseBook = {
  /**
   * Gives the events the next number of their year and keeps them. A command that has opened a case before opens none:
   * its case is answered.
   */
  open(
    change: Pick<CaseChange, 'events'>,
    make: {
      readonly summarise: (opened: Case) => CaseSummary;
      readonly announce?: (opened: Case) => readonly NewDelivery[];
    },
  ): Promise<Opened>;
  /** Keeps the events that follow `expectedSeq`; not ok where somebody was quicker, and then nothing is kept. */
  append(
    change: CaseChange & { readonly id: string; readonly expectedSeq: number },
    summary: CaseSummary,
  ): Promise<Appended>;
  find(id: string): Promise<Case | null>;
  /** The case of a Slack thread: the one placed there last. */
  findAt(place: { readonly channel: string; readonly thread: string }): Promise<Case | null>;
  /** What happened to a case, oldest first. */
  history(id: string): Promise<readonly CaseEvent[]>;
  list(filter: CaseFilter): Promise<CasePage>;
  /**
   * Reckons the rows of all open cases anew, and answers how many changed: the calendar of a year was published, or a
   * checklist's file was changed.
   */
  refresh(summarise: (now: Case) => CaseSummary): Promise<number>;
};

export function caseBook(store: Pick<Store, 'db'>): CaseBook {
  const { db } = store;
  const within = <T>(write: (db: Store['db']) => Promise<T>): Promise<T> =>
    db.isTransaction ? write(db) : db.transaction().execute(write);

  const openedBy = async (key: string): Promise<string | null> =>
    (
      await db
        .selectFrom('complaint_case')
        .select('id')
        .where('opened_key', '=', storableText(key))
        .executeTakeFirst()
    )?.id ?? null;

  return {
    async open({ events }, { summarise, announce = () => [] }) {
      const [first] = events;
      if (first === undefined) throw new Error('a case is opened by an event');
      const before = await openedBy(first.key);
      if (before !== null) return { id: before, isNew: false };
      try {
        return await within(async (transaction) => {
          const year = Number(first.on.slice(0, 4));
          // The row is locked until the transaction ends, and goes back with it: no number is given twice, none is lost.
          const { last } = await transaction
            .insertInto('case_number')
            .values({ year, last: 1 })
            .onConflict((conflict) =>
              conflict.column('year').doUpdateSet((row) => ({
                last: row('case_number.last', '+', 1),
              })),
            )
            .returning('last')
            .executeTakeFirstOrThrow();
          const id = `C-${year}-${String(last).padStart(4, '0')}`;
          const opened = foldCase(id, events);
          if (opened === null) throw new Error('a case is opened by an event');
          await transaction
            .insertInto('complaint_case')
            .values({ ...summaryRow(summarise(opened)), opened_key: storableText(first.key) })
            .execute();
          await keep(transaction, id, { events, deliveries: announce(opened) });
          return { id, isNew: true };
        });
      } catch (error) {
        // The same command at the same time: the other one has opened it.
        if (classifyDbError(error) !== 'unique' || db.isTransaction) throw error;
        const other = await openedBy(first.key);
        if (other === null) throw error;
        return { id: other, isNew: false };
      }
    },

    append({ id, expectedSeq, events, deliveries = [] }, summary) {
      return within(async (transaction): Promise<Appended> => {
        // First the row that everybody who changes the case must change: it says who was quicker.
        const { numUpdatedRows } = await transaction
          .updateTable('complaint_case')
          .set(summaryRow(summary))
          .where('id', '=', storableText(id))
          .where('seq', '=', expectedSeq)
          .executeTakeFirstOrThrow();
        if (Number(numUpdatedRows) === 0) return { ok: false };
        await keep(transaction, id, { events, deliveries });
        return { ok: true };
      });
    },

    async find(id) {
      return foldCase(id, await historyOf(db, id));
    },

    async findAt({ channel, thread }) {
      const row = await db
        .selectFrom('complaint_case')
        .select('id')
        .where('channel', '=', storableText(channel))
        .where('thread', '=', storableText(thread))
        .orderBy('opened_at', 'desc')
        .orderBy('id', 'desc')
        .executeTakeFirst();
      return row === undefined ? null : foldCase(row.id, await historyOf(db, row.id));
    },

    history: (id) => historyOf(db, id),

    list: (filter) => listCases(db, filter),

    async refresh(summarise) {
      let changed = 0;
      let after: CaseFilter['after'] = null;
      do {
        const page: CasePage = await listCases(db, {
          state: 'open',
          seen: null,
          after,
          limit: 100,
        });
        for (const before of page.cases) {
          const now = foldCase(before.id, await historyOf(db, before.id));
          const summary = now === null ? null : summarise(now);
          // What somebody has changed meanwhile is reckoned by him.
          if (summary === null || summary.seq !== before.seq) continue;
          if (JSON.stringify(summary) === JSON.stringify(before)) continue;
          const { numUpdatedRows } = await db
            .updateTable('complaint_case')
            .set(summaryRow(summary))
            .where('id', '=', before.id)
            .where('seq', '=', before.seq)
            .executeTakeFirstOrThrow();
          changed += Number(numUpdatedRows);
        }
        after = page.next;
      } while (after !== null);
      return changed;
    },
  };
}

async function keep(
  db: Store['db'],
  id: string,
  { events, deliveries }: Required<CaseChange>,
): Promise<void> {
  await db
    .insertInto('case_event')
    .values(events.map((event) => eventRow(id, event)))
    .execute();
  const [first] = events;
  if (first !== undefined && deliveries.length > 0)
    await deliveryLedger({ db }).plan(deliveries, first.at);
}

async function historyOf(db: Store['db'], id: string): Promise<readonly CaseEvent[]> {
  const rows = await db
    .selectFrom('case_event')
    .selectAll()
    .where('case_id', '=', storableText(id))
    .orderBy('seq')
    .execute();
  return rows.map(eventOf);
}
