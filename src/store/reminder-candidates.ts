import { type Day, parseDay } from '../calendar/day.ts';
import type { Contract } from '../contracts/contract.ts';
import { stageOccasion } from '../reminders/due.ts';
import type { EndDay } from '../reminders/end-days.ts';
import type { Term } from '../reminders/term.ts';
import { contractOf } from './contract-rows.ts';
import type { Store } from './schema.ts';
import { termOf } from './term-rows.ts';

/** A contract to look at, what happened to its term, what was said of it, and when it first came in. */
export type Found = {
  readonly contract: Contract;
  readonly term: Term | null;
  readonly done: ReadonlySet<string>;
  readonly cameAt: number;
};

export type Looking = {
  /** The end days to look at, in order, each with the last of its stages that has come. */
  readonly endDays: readonly EndDay[];
  /** Snoozes that end on these days are looked at too. */
  readonly snoozedFrom: Day;
  readonly today: Day;
};

/** So many contracts at once: a page takes a few milliseconds, and the bot answers between two. */
const PAGE = 400;

/**
 * Every contract that can be due, page after page. One that a complete file no longer had is over; one whose last stage
 * was said is looked at only where a snooze of it has ended.
 */
export async function* reminderCandidates(
  { db }: Pick<Store, 'db'>,
  { endDays, snoozedFrom, today }: Looking,
): AsyncGenerator<readonly Found[]> {
  const snoozed = await contracts(db)
    .innerJoin('term', (join) =>
      join
        .onRef('term.contract_id', '=', 'contract.id')
        .onRef('term.ends_on', '=', 'contract.ends_on'),
    )
    .where('term.closed_at', 'is', null)
    .where('term.snoozed_until', '>=', snoozedFrom)
    .where('term.snoozed_until', '<=', today)
    .execute();
  yield* inPages(db, snoozed.map(fresh));

  const seen = new Set(snoozed.map(({ id }) => id));
  for (const { endsOn, stage } of endDays) {
    for (let after = ''; ; ) {
      let query = contracts(db)
        .where('contract.ends_on', '=', endsOn)
        .where('contract.id', '>', after);
      if (stage !== null)
        query = query.where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('reminder')
                .select('reminder.occasion')
                .whereRef('reminder.contract_id', '=', 'contract.id')
                .whereRef('reminder.ends_on', '=', 'contract.ends_on')
                .where('reminder.occasion', '=', stageOccasion(stage)),
            ),
          ),
        );
      const rows = await query.orderBy('contract.id').limit(PAGE).execute();
      const others = rows.filter(({ id }) => !seen.has(id));
      if (others.length > 0) yield await found(db, others.map(fresh));
      if (rows.length < PAGE) break;
      after = rows.at(-1)?.id ?? after;
    }
  }

  // Renewed here, and the file does not know it yet: the new end day counts.
  const [first, last] = [endDays[0]?.endsOn, endDays.at(-1)?.endsOn];
  if (first === undefined || last === undefined) return;
  const known = new Set<string>(endDays.map(({ endsOn }) => endsOn));
  const renewed = await contracts(db)
    .innerJoin('term', (join) =>
      join
        .onRef('term.contract_id', '=', 'contract.id')
        .onRef('term.ends_on', '=', 'contract.ends_on'),
    )
    .select('term.renewed_until')
    .where('term.renewed_until', '>=', first)
    .where('term.renewed_until', '<=', last)
    .execute();
  yield* inPages(
    db,
    renewed.flatMap((row) => {
      const endsOn = parseDay(row.renewed_until ?? '');
      if (endsOn === undefined || !known.has(endsOn)) return [];
      const { contract, cameAt } = fresh(row);
      return [{ contract: { ...contract, endsOn }, cameAt }];
    }),
  );
}

function contracts(db: Store['db']) {
  return (
    db
      .selectFrom('contract')
      .innerJoin('contract_batch', 'contract_batch.id', 'contract.created_batch')
      .selectAll('contract')
      .select('contract_batch.begun_at')
      .where('contract.vanished_at', 'is', null)
      // What a file that is still coming in, or going out again, has brought is not there yet.
      .where('contract_batch.state', '=', 'done')
  );
}

type Row = Parameters<typeof contractOf>[0] & { readonly begun_at: number };
type Fresh = Pick<Found, 'contract' | 'cameAt'>;

function fresh(row: Row): Fresh {
  return { contract: contractOf(row), cameAt: row.begun_at };
}

async function* inPages(db: Store['db'], all: readonly Fresh[]): AsyncGenerator<readonly Found[]> {
  for (let at = 0; at < all.length; at += PAGE) yield await found(db, all.slice(at, at + PAGE));
}

async function found(db: Store['db'], page: readonly Fresh[]): Promise<readonly Found[]> {
  const ids = page.map(({ contract }) => contract.id);
  const said = await db
    .selectFrom('reminder')
    .select(['contract_id', 'ends_on', 'occasion'])
    .where('contract_id', 'in', ids)
    .execute();
  const terms = await db.selectFrom('term').selectAll().where('contract_id', 'in', ids).execute();
  const name = (id: string, endsOn: string): string => `${id} ${endsOn}`;
  const done = new Map<string, Set<string>>();
  for (const row of said) {
    const key = name(row.contract_id, row.ends_on);
    const before = done.get(key);
    if (before === undefined) done.set(key, new Set([row.occasion]));
    else before.add(row.occasion);
  }
  const byKey = new Map(terms.map((row) => [name(row.contract_id, row.ends_on), termOf(row)]));
  return page.map(({ contract, cameAt }) => {
    const key = name(contract.id, contract.endsOn);
    return {
      ...{ contract, cameAt },
      term: byKey.get(key) ?? null,
      done: done.get(key) ?? NOTHING,
    };
  });
}

const NOTHING: ReadonlySet<string> = new Set();
