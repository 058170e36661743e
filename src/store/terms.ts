import type { Day } from '../calendar/day.ts';
import type { NewDelivery } from '../deliveries/delivery.ts';
import type { Absence } from '../reminders/absence.ts';
import {
  afterDeed,
  type Deed,
  type DeedWorld,
  type Done,
  type Refusal,
} from '../reminders/deeds.ts';
import { freshTerm, type Term, type TermKey } from '../reminders/term.ts';
import { auditTrail } from './audit.ts';
import { storedDay } from './days.ts';
import { deliveryLedger } from './deliveries.ts';
import type { Store } from './schema.ts';
import { rowOfTerm, termOf, thingOf } from './term-rows.ts';
import { storableText } from './text.ts';

/** Who does it and from where; and what is to be said because of it, in the same transaction. */
export type DoneBy = DeedWorld & {
  readonly origin: string;
  readonly tell?: (done: Done) => readonly NewDelivery[];
};

export type NewAbsence = Absence & {
  readonly by: string;
  readonly origin: string;
  readonly now: number;
};

/** What became of contracts, up to each end day. */
export type TermBook = {
  /** The term as it stands; a fresh one where nothing has happened to it. */
  find(key: TermKey): Promise<Term>;
  /** Every term of these contracts to which something happened. */
  ofContracts(ids: readonly string[]): Promise<readonly Term[]>;
  /** Does one thing, or says why not. Two at once are done one after the other. */
  do(key: TermKey, deed: Deed, by: DoneBy): Promise<Done | Refusal>;
  /** Those that somebody has claimed and that are not closed, soonest end first. */
  claimedBy(user: string): Promise<readonly Term[]>;
  /** Those that were closed in a span of moments, the end not included. */
  closedWithin(from: number, to: number): Promise<readonly Term[]>;
  addAbsence(absence: NewAbsence): Promise<void>;
  /** Takes back whatever somebody's absences still have before them; answers how many that were. */
  endAbsences(user: string, from: Day, by: Omit<NewAbsence, keyof Absence>): Promise<number>;
  /** In the order in which they were made. */
  absencesOn(day: Day): Promise<readonly Absence[]>;
};

/** Somebody else was quicker so often only where something is wrong. */
const ATTEMPTS = 5;
/** So many values in one statement: both engines limit them. */
const BATCH = 500;

export function termBook(store: Pick<Store, 'db'>): TermBook {
  const { db } = store;

  const findIn = async (within: Store['db'], key: TermKey): Promise<Term> => {
    const row = await within
      .selectFrom('term')
      .selectAll()
      .where('contract_id', '=', storableText(key.contract))
      .where('ends_on', '=', key.endsOn)
      .executeTakeFirst();
    return row === undefined ? freshTerm(key) : termOf(row);
  };

  /** Null where somebody else changed the term meanwhile. */
  const tryOnce = (key: TermKey, deed: Deed, by: DoneBy): Promise<Done | Refusal | null> =>
    db.transaction().execute(async (transaction) => {
      const term = await findIn(transaction, key);
      const done = afterDeed(term, deed, by);
      if (!done.ok) return done;
      if (!(await write(transaction, done.term, by.now))) return null;
      await auditTrail({ db: transaction }).add({
        ...{ at: by.now, who: by.who, origin: by.origin },
        ...{ kind: 'term', thing: thingOf(key), what: deed.kind, detail: done.detail },
      });
      await deliveryLedger({ db: transaction }).plan(by.tell?.(done) ?? [], by.now);
      return done;
    });

  return {
    find: (key) => findIn(db, key),

    async ofContracts(ids) {
      const found: Term[] = [];
      for (let at = 0; at < ids.length; at += BATCH) {
        const rows = await db
          .selectFrom('term')
          .selectAll()
          .where('contract_id', 'in', ids.slice(at, at + BATCH).map(storableText))
          .execute();
        found.push(...rows.map(termOf));
      }
      return found;
    },

    async do(key, deed, by) {
      for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
        const done = await tryOnce(key, deed, by);
        if (done !== null) return done;
      }
      throw new Error(`the term ${thingOf(key)} changes faster than it can be written`);
    },

    async claimedBy(user) {
      const rows = await db
        .selectFrom('term')
        .selectAll()
        .where('claimed_by', '=', storableText(user))
        .where('closed_at', 'is', null)
        .orderBy('ends_on')
        .orderBy('contract_id')
        .execute();
      return rows.map(termOf);
    },

    async closedWithin(from, to) {
      const rows = await db
        .selectFrom('term')
        .selectAll()
        .where('closed_at', '>=', Math.trunc(from))
        .where('closed_at', '<', Math.trunc(to))
        .orderBy('closed_at')
        .execute();
      return rows.map(termOf);
    },

    addAbsence: ({ user, from, to, deputy, by, origin, now }) =>
      db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('absence')
          .values({
            user_id: storableText(user),
            from_on: from,
            to_on: to,
            deputy: storableText(deputy),
            made_at: Math.trunc(now),
          })
          .execute();
        await auditTrail({ db: transaction }).add({
          ...{ at: now, who: by, origin, kind: 'absence', thing: user, what: 'add' },
          detail: { from, to, deputy },
        });
      }),

    endAbsences: (user, from, { by, origin, now }) =>
      db.transaction().execute(async (transaction) => {
        const { numDeletedRows } = await transaction
          .deleteFrom('absence')
          .where('user_id', '=', storableText(user))
          .where('to_on', '>=', from)
          .executeTakeFirstOrThrow();
        const count = Number(numDeletedRows);
        if (count > 0)
          await auditTrail({ db: transaction }).add({
            ...{ at: now, who: by, origin, kind: 'absence', thing: user, what: 'end' },
            detail: { from, count },
          });
        return count;
      }),

    async absencesOn(day) {
      const rows = await db
        .selectFrom('absence')
        .selectAll()
        .where('from_on', '<=', day)
        .where('to_on', '>=', day)
        .orderBy('id')
        .execute();
      return rows.map((row) => ({
        ...{ user: row.user_id, deputy: row.deputy },
        ...{ from: storedDay(row.from_on), to: storedDay(row.to_on) },
      }));
    },
  };
}

/** False where the term is not any more what it was when it was read. */
async function write(db: Store['db'], term: Term, at: number): Promise<boolean> {
  const row = rowOfTerm(term, at);
  if (term.version === 1) {
    const added = await db
      .insertInto('term')
      .values(row)
      .onConflict((conflict) => conflict.columns(['contract_id', 'ends_on']).doNothing())
      .returning('version')
      .execute();
    return added.length > 0;
  }
  const { numUpdatedRows } = await db
    .updateTable('term')
    .set(row)
    .where('contract_id', '=', row.contract_id)
    .where('ends_on', '=', row.ends_on)
    .where('version', '=', term.version - 1)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows) > 0;
}
