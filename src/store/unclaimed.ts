import { setImmediate as pause } from 'node:timers/promises';
import { addDays, type Day, daysBetween } from '../calendar/day.ts';
import type { Contract } from '../contracts/contract.ts';
import type { NewDelivery } from '../deliveries/delivery.ts';
import { isUnclaimed, UNCLAIMED } from '../reminders/unclaimed.ts';
import { deliveryLedger } from './deliveries.ts';
import { reminderCandidates } from './reminder-candidates.ts';
import type { Store } from './schema.ts';
import { storableText } from './text.ts';

export type Telling = {
  readonly day: Day;
  readonly now: number;
  readonly contracts: readonly Contract[];
  readonly deliveries: readonly NewDelivery[];
};

/** The contracts near their end that nobody has taken, and which of them the managers were told of. */
export type UnclaimedBook = {
  /** Whether the managers have today's messages. */
  isToldOn(day: Day): Promise<boolean>;
  /** Those that end from `today` up to `until` and were reminded of on a day before: who has seen it today may yet take it. */
  find(span: { readonly today: Day; readonly until: Day }): Promise<readonly Contract[]>;
  /**
   * Writes down that the managers are told, and plans the messages, both or neither. False where another process has
   * told them, or of one of them, meanwhile.
   */
  tell(telling: Telling): Promise<boolean>;
};

/** So many rows in one statement: both engines limit the values that one takes. */
const BATCH = 400;
/** Each manager has a message of his own: the row of the contract names none of them. */
const NO_CHANNEL = '*';

export function unclaimedBook(store: Pick<Store, 'db'>): UnclaimedBook {
  const { db } = store;
  return {
    async isToldOn(day) {
      const row = await db
        .selectFrom('reminder')
        .select('contract_id')
        .where('delivery_key', '=', keyOf(day))
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },

    async find({ today, until }) {
      const endDays = Array.from({ length: daysBetween(today, until) + 1 }, (_, count) => ({
        endsOn: addDays(today, count),
        stage: null,
      }));
      const found: Contract[] = [];
      // What was put off until today is looked at by its end day, as all are.
      const looking = { endDays, snoozedFrom: addDays(today, 1), today };
      for await (const page of reminderCandidates(store, looking)) {
        const near = page
          .filter(({ contract: { endsOn } }) => endsOn >= today && endsOn <= until)
          .filter((one) => isUnclaimed(one, today))
          .map(({ contract }) => contract);
        found.push(...(await saidBefore(db, near, today)));
        await pause();
      }
      return found;
    },

    async tell({ day, now, contracts, deliveries }) {
      try {
        await db.transaction().execute(async (transaction) => {
          const written = await write(transaction, contracts, day);
          const planned = await deliveryLedger({ db: transaction }).plan(deliveries, now);
          if (written < contracts.length || planned.length < deliveries.length) throw TOLD_ALREADY;
        });
        return true;
      } catch (error) {
        if (error === TOLD_ALREADY) return false;
        throw error;
      }
    },
  };
}

const TOLD_ALREADY = new Error('another process has told the managers');

function keyOf(day: Day): string {
  return `${UNCLAIMED}:${day}`;
}

/** The contracts whose own term was spoken of before a day. */
async function saidBefore(
  db: Store['db'],
  contracts: readonly Contract[],
  day: Day,
): Promise<readonly Contract[]> {
  if (contracts.length === 0) return [];
  const rows = await db
    .selectFrom('reminder')
    .select(['contract_id', 'ends_on'])
    .where(
      'contract_id',
      'in',
      contracts.map(({ id }) => storableText(id)),
    )
    .where('state', '=', 'said')
    .where('said_on', '<', day)
    .execute();
  const said = new Set(rows.map((row) => `${row.contract_id} ${row.ends_on}`));
  return contracts.filter(({ id, endsOn }) => said.has(`${storableText(id)} ${endsOn}`));
}

/** How many of the contracts nobody had written down before. */
async function write(db: Store['db'], contracts: readonly Contract[], day: Day): Promise<number> {
  let written = 0;
  for (let at = 0; at < contracts.length; at += BATCH) {
    const rows = contracts.slice(at, at + BATCH).map(({ id, endsOn }) => ({
      ...{ contract_id: storableText(id), ends_on: endsOn, occasion: UNCLAIMED, state: 'said' },
      ...{ said_on: day, channel: NO_CHANNEL, delivery_key: keyOf(day) },
    }));
    const added = await db
      .insertInto('reminder')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['contract_id', 'ends_on', 'occasion']).doNothing(),
      )
      .returning('contract_id')
      .execute();
    written += added.length;
  }
  return written;
}
