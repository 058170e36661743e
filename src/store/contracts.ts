import type { Day } from '../calendar/day.ts';
import type { KeptContract } from '../contracts/contract.ts';
import { contractOf } from './contract-rows.ts';
import type { Store } from './schema.ts';
import { storableText } from './text.ts';

/** Which contracts: null does not narrow. Both days are included. */
export type ContractFilter = {
  /** Outlet types. */
  readonly outlets?: readonly string[] | null;
  readonly from?: Day | null;
  readonly to?: Day | null;
  /** Also those that a complete file no longer had; they are left out otherwise. */
  readonly withVanished?: boolean;
};

/** The contract that a page begins after. */
export type After = { readonly endsOn: Day; readonly id: string };

export type ContractPage = ContractFilter & {
  readonly after?: After | null;
  readonly limit: number;
};

export type Owned = {
  readonly owner: string;
  readonly from: Day;
  readonly to: Day;
  readonly limit: number;
};

/** The contracts that came in by file. */
export type ContractBook = {
  find(id: string): Promise<KeptContract | null>;
  /** Soonest end first. */
  byPhone(phone: string): Promise<readonly KeptContract[]>;
  /** One page, soonest end first, then by id; the next page begins after its last contract. */
  list(page: ContractPage): Promise<readonly KeptContract[]>;
  count(filter: ContractFilter): Promise<number>;
  /** Those that a file names somebody for and that end within a span, soonest end first. */
  ownedBy(of: Owned): Promise<readonly KeptContract[]>;
};

export function contractBook({ db }: Pick<Store, 'db'>): ContractBook {
  const narrowed = ({ outlets, from, to, withVanished }: ContractFilter) => {
    let query = db.selectFrom('contract');
    if (outlets != null) query = query.where('outlet', 'in', outlets.length === 0 ? [''] : outlets);
    if (from != null) query = query.where('ends_on', '>=', from);
    if (to != null) query = query.where('ends_on', '<=', to);
    if (withVanished !== true) query = query.where('vanished_at', 'is', null);
    return query;
  };

  return {
    async find(id) {
      const row = await db
        .selectFrom('contract')
        .selectAll()
        .where('id', '=', storableText(id))
        .executeTakeFirst();
      return row === undefined ? null : contractOf(row);
    },

    async byPhone(phone) {
      const rows = await db
        .selectFrom('contract')
        .selectAll()
        .where('phone', '=', storableText(phone))
        .orderBy('ends_on')
        .orderBy('id')
        .execute();
      return rows.map(contractOf);
    },

    async list({ after, limit, ...filter }) {
      let query = narrowed(filter).selectAll();
      // As a pair, so that both engines walk on in the index from where the last page ended.
      if (after != null)
        query = query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('ends_on', 'id'), '>', tuple(after.endsOn, after.id)),
        );
      const rows = await query.orderBy('ends_on').orderBy('id').limit(limit).execute();
      return rows.map(contractOf);
    },

    async ownedBy({ owner, from, to, limit }) {
      const rows = await narrowed({ from, to })
        .selectAll()
        .where('owner', '=', storableText(owner))
        .orderBy('ends_on')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(contractOf);
    },

    async count(filter) {
      const { total } = await narrowed(filter)
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      return Number(total);
    },
  };
}
