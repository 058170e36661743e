import type { Contract } from '../../src/contracts/contract.ts';
import { fieldsOf } from '../../src/store/contract-rows.ts';
import type { Store } from '../../src/store/schema.ts';

export type Came = {
  readonly at: number;
  readonly state?: 'writing' | 'done' | 'undoing' | 'undone';
  readonly vanishedAt?: number | null;
};

const ROWS = 400;

/** Contracts as a file brings them; in place of those with their ids. */
export async function keepContracts(
  { db }: Pick<Store, 'db'>,
  contracts: readonly Contract[],
  { at, state = 'done', vanishedAt = null }: Came,
): Promise<number> {
  const counts = { imported: contracts.length, updated: 0, unchanged: 0, rejected: 0, vanished: 0 };
  const { id: batch } = await db
    .insertInto('contract_batch')
    .values({
      ...{ source: 'contracts.csv', who: 'wang', origin: 'test', state, is_complete: 0, ...counts },
      ...{ begun_at: at, ended_at: at, writer: 'w', alive_at: at },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (let from = 0; from < contracts.length; from += ROWS)
    await db
      .insertInto('contract')
      .values(
        contracts.slice(from, from + ROWS).map((one) => ({
          ...fieldsOf(one),
          ...{ created_batch: batch, changed_batch: batch, vanished_at: vanishedAt },
        })),
      )
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((eb) => ({
          ends_on: eb.ref('excluded.ends_on'),
          channel: eb.ref('excluded.channel'),
          vanished_at: eb.ref('excluded.vanished_at'),
          changed_batch: eb.ref('excluded.changed_batch'),
        })),
      )
      .execute();
  return batch;
}
