import type { ExpressionBuilder, Selectable } from 'kysely';
import { type Day, parseDay } from '../calendar/day.ts';
import type { Contract, KeptContract } from '../contracts/contract.ts';
import type { ContractTable, Tables } from './schema.ts';

export function contractOf(row: Selectable<ContractTable>): KeptContract {
  return {
    id: row.id,
    customerName: row.customer_name,
    phone: row.phone,
    plan: row.plan,
    outlet: row.outlet,
    outletName: row.outlet_name,
    startsOn: dayIn(row.starts_on),
    endsOn: dayIn(row.ends_on),
    owner: row.owner,
    channel: row.channel,
    vanishedAt: row.vanished_at,
  };
}

/** The fields of a contract in the order of `CONTRACT_FIELDS`, as the table has them. */
export function fieldsOf(contract: Contract) {
  return {
    id: contract.id,
    customer_name: contract.customerName,
    phone: contract.phone,
    plan: contract.plan,
    outlet: contract.outlet,
    outlet_name: contract.outletName,
    starts_on: contract.startsOn,
    ends_on: contract.endsOn,
    owner: contract.owner,
    channel: contract.channel,
  };
}

function dayIn(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new Error(`the table of contracts holds ${text} for a day`);
  return day;
}

/** A row that takes the place of the one that is there, but for the batch that brought it first. */
export function takingItsPlace({
  ref,
}: ExpressionBuilder<Tables & { readonly excluded: ContractTable }, 'contract' | 'excluded'>) {
  return {
    customer_name: ref('excluded.customer_name'),
    phone: ref('excluded.phone'),
    plan: ref('excluded.plan'),
    outlet: ref('excluded.outlet'),
    outlet_name: ref('excluded.outlet_name'),
    starts_on: ref('excluded.starts_on'),
    ends_on: ref('excluded.ends_on'),
    owner: ref('excluded.owner'),
    channel: ref('excluded.channel'),
    changed_batch: ref('excluded.changed_batch'),
    vanished_at: ref('excluded.vanished_at'),
  };
}
