import {
  type ContractNeed,
  type ContractsFound,
  type FoundContract,
  NAMED_AT_MOST,
} from '../answers/contracts-found.ts';
import type { KeptContract } from '../contracts/contract.ts';
import { readPhone } from '../contracts/phone.ts';
import { type ContractBook, contractBook } from '../store/contracts.ts';
import type { Store } from '../store/schema.ts';
import { termBook } from '../store/terms.ts';

/** Finds what a question needs of the contracts. */
export type LookUp = (need: ContractNeed) => Promise<ContractsFound>;

export function contractLookUp(store: Pick<Store, 'db'>): LookUp {
  const book = contractBook(store);
  const terms = termBook(store);
  const withTerm = async (contract: KeptContract): Promise<FoundContract> => {
    const term = await terms.find({ contract: contract.id, endsOn: contract.endsOn });
    const closed =
      term.closedAt === null
        ? null
        : { isRenewed: term.outcome === 'renewed', until: term.renewedUntil };
    return { ...contract, closed };
  };
  return async (need) => {
    const [any] = await book.list({ withVanished: true, limit: 1 });
    if (any === undefined) return { isConnected: false, total: 0, contracts: [] };
    if (need.kind === 'one') {
      const found = await findTyped(book, need.typed);
      return {
        isConnected: true,
        total: found.length,
        contracts: await Promise.all(found.map(withTerm)),
      };
    }
    const { from, to } = need;
    const filter = { from, to, outlets: need.outlets.length === 0 ? null : need.outlets };
    const [total, found] = await Promise.all([
      book.count(filter),
      book.list({ ...filter, limit: NAMED_AT_MOST }),
    ]);
    return { isConnected: true, total, contracts: await Promise.all(found.map(withTerm)) };
  };
}

/** By its id as it is typed, in capitals, in small letters, or with its parts set apart by hyphens or not at all; or by its phone, also one with points in it. */
async function findTyped(book: ContractBook, typed: string): Promise<readonly KeptContract[]> {
  const id = typed.normalize('NFKC').trim();
  const apart = (by: string): string => id.replace(/[ ._-]{1,3}/g, by);
  const ways = [id, apart('-'), apart('')].flatMap((one) => [
    one,
    one.toUpperCase(),
    one.toLowerCase(),
  ]);
  for (const one of new Set(ways)) {
    const contract = await book.find(one);
    if (contract !== null) return [contract];
  }
  const phone = readPhone(id.replaceAll('.', '-'));
  return phone === null ? [] : book.byPhone(phone);
}
