import type { Day } from '../calendar/day.ts';
import type { Contract } from '../contracts/contract.ts';
import type { NewDelivery } from '../deliveries/delivery.ts';
import type { DigestLine, DigestPost, Missed } from '../reminders/plan.ts';
import { contractOf } from './contract-rows.ts';
import { storedDay } from './days.ts';
import { deliveryLedger } from './deliveries.ts';
import type { Store } from './schema.ts';
import { storableText } from './text.ts';

/** That reminders were planned on a day, and when last. */
export type Run = { readonly day: Day; readonly at: number };

export type Saying = {
  readonly post: DigestPost;
  readonly day: Day;
  readonly now: number;
  /** Names the digest; another one of the day and the channel has a number behind it. */
  readonly key: string;
  /** The message of the lines that are this planner's to say. */
  readonly deliveryOf: (post: DigestPost, key: string) => NewDelivery;
};

export type ReminderBook = {
  /** The newest first. */
  runs(limit: number): Promise<readonly Run[]>;
  noteRun(run: Run): Promise<void>;
  /**
   * Changes when a file may have made something due. What people do with a term makes nothing due on the same day, but
   * opening it again: that is said with the next digest.
   */
  changes(): Promise<string>;
  /** The channels that have a digest of this day. */
  toldOn(day: Day): Promise<ReadonlySet<string>>;
  /**
   * Writes down what is said, and plans the message, both or neither. What another planner has taken meanwhile is left
   * out; null where nothing is left.
   */
  say(saying: Saying): Promise<(DigestPost & { readonly key: string }) | null>;
  /** Writes down what nobody was told of; what is written already stays as it is. */
  passOver(missed: readonly Missed[], day: Day): Promise<void>;
  /** What one message said, soonest end first; the contract as it is now. */
  saidIn(key: string): Promise<readonly Said[]>;
};

export type Said = {
  readonly contract: Contract;
  readonly occasion: string;
  readonly saidOn: Day;
};

/** So many rows in one statement: both engines limit the values that one takes. */
const BATCH = 500;
/** One channel has no more digests on one day: three files that came in late, and room. */
const DIGESTS_A_DAY = 20;

export function reminderBook({ db }: Pick<Store, 'db'>): ReminderBook {
  return {
    async runs(limit) {
      const rows = await db
        .selectFrom('reminder_run')
        .selectAll()
        .orderBy('at', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ day, at }) => ({ day: storedDay(day), at }));
    },

    async noteRun({ day, at }) {
      await db
        .insertInto('reminder_run')
        .values({ day, at: Math.trunc(at) })
        .onConflict((conflict) =>
          conflict
            .column('day')
            .doUpdateSet({ at: Math.trunc(at) })
            .where('reminder_run.at', '<', Math.trunc(at)),
        )
        .execute();
    },

    async changes() {
      const batch = await db
        .selectFrom('contract_batch')
        .select(['id', 'state'])
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      return `${batch?.id ?? 0} ${batch?.state ?? ''}`;
    },

    async toldOn(day) {
      const rows = await db
        .selectFrom('reminder')
        .select('channel')
        .distinct()
        .where('said_on', '=', day)
        .where('state', '=', 'said')
        .execute();
      return new Set(rows.map(({ channel }) => channel));
    },

    async say({ post, day, now, key, deliveryOf }) {
      for (let number = 1; number <= DIGESTS_A_DAY; number += 1) {
        const own = number === 1 ? key : `${key}:${number}`;
        try {
          return await db.transaction().execute(async (transaction) => {
            const taken = await take(transaction, { post, day, key: own });
            const lines = post.lines.filter((line) => taken.has(nameOf(line)));
            if (lines.length === 0) return null;
            const left = { ...post, lines };
            const ledger = deliveryLedger({ db: transaction });
            const planned = await ledger.plan([deliveryOf(left, own)], now);
            // What was written belongs to a message that is not this one.
            if (planned.length === 0) throw KEY_TAKEN;
            return { ...left, key: own };
          });
        } catch (error) {
          if (error !== KEY_TAKEN) throw error;
        }
      }
      throw new Error(`more than ${DIGESTS_A_DAY} digests ${key}`);
    },

    async passOver(missed, day) {
      const rows = missed.flatMap(({ contract, occasions }) =>
        occasions.map((occasion) => ({
          contract_id: storableText(contract.id),
          ends_on: contract.endsOn,
          ...{ occasion, state: 'late', said_on: day, channel: '', delivery_key: '' },
        })),
      );
      for (let at = 0; at < rows.length; at += BATCH)
        await db
          .insertInto('reminder')
          .values(rows.slice(at, at + BATCH))
          .onConflict((conflict) =>
            conflict.columns(['contract_id', 'ends_on', 'occasion']).doNothing(),
          )
          .execute();
    },

    async saidIn(key) {
      const rows = await db
        .selectFrom('reminder')
        .innerJoin('contract', 'contract.id', 'reminder.contract_id')
        .selectAll('contract')
        .select(['reminder.ends_on as said_ends_on', 'reminder.occasion', 'reminder.said_on'])
        .where('reminder.delivery_key', '=', storableText(key))
        .where('reminder.state', '=', 'said')
        .orderBy('reminder.ends_on')
        .orderBy('reminder.contract_id')
        .execute();
      return rows.map((row) => ({
        contract: { ...contractOf(row), endsOn: storedDay(row.said_ends_on) },
        occasion: row.occasion,
        saidOn: storedDay(row.said_on),
      }));
    },
  };
}

const KEY_TAKEN = new Error('another digest has this key');

type Taking = { readonly post: DigestPost; readonly day: Day; readonly key: string };

/** Writes down every occasion of the lines; answers the lines whose first one nobody had written before. */
async function take(db: Store['db'], { post, day, key }: Taking): Promise<ReadonlySet<string>> {
  const row = (line: DigestLine, occasion: string, state: string) => ({
    contract_id: storableText(line.contract.id),
    ends_on: line.contract.endsOn,
    ...{ occasion, state, said_on: day, channel: post.channel, delivery_key: key },
  });
  const rows = post.lines.flatMap((line) => [
    ...line.due.occasions.map((occasion) => row(line, occasion, 'said')),
    ...line.due.passed.map(({ occasion, why }) => row(line, occasion, why)),
  ]);
  const added = new Set<string>();
  for (let at = 0; at < rows.length; at += BATCH) {
    const written = await db
      .insertInto('reminder')
      .values(rows.slice(at, at + BATCH))
      .onConflict((conflict) =>
        conflict.columns(['contract_id', 'ends_on', 'occasion']).doNothing(),
      )
      .returning(['contract_id', 'ends_on', 'occasion'])
      .execute();
    for (const one of written) added.add(`${one.contract_id} ${one.ends_on} ${one.occasion}`);
  }
  const isOurs = (line: DigestLine): boolean =>
    added.has(`${storableText(line.contract.id)} ${line.contract.endsOn} ${line.due.occasions[0]}`);
  return new Set(post.lines.filter(isOurs).map(nameOf));
}

function nameOf({ contract }: DigestLine): string {
  return `${contract.id} ${contract.endsOn}`;
}
