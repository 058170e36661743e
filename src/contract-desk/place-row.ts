import { COLUMNS, type Column, type Places } from '../contracts/columns.ts';
import { isMasked, maskedPhone } from '../contracts/phone.ts';
import type { KeptRow, WrittenRow } from '../store/contract-batches.ts';
import { fieldsOf } from '../store/contract-rows.ts';
import type { Rejected } from './outcome.ts';
import type { SpooledRow } from './spool.ts';

/** What a row of a file is beside what is kept. */
export type Placed =
  | { readonly kind: 'new' | 'changed'; readonly row: WrittenRow }
  | { readonly kind: 'same' }
  | { readonly kind: 'rejected'; readonly rejected: Rejected };

/**
 * Holds a row against what is kept of its contract. A column that the file does not have says nothing, and a masked phone
 * stands for the number that is kept: neither changes it.
 */
export function placeRow(
  { line, contract }: SpooledRow,
  before: KeptRow | null,
  places: Places,
): Placed {
  if (isMasked(contract.phone) && (before === null || maskedPhone(before.phone) !== contract.phone))
    return { kind: 'rejected', rejected: maskedAway(line, contract.phone, before !== null) };
  const said = {
    ...contract,
    ...(before !== null && isMasked(contract.phone) ? { phone: before.phone } : {}),
    ...(before !== null && !places.has('owner') ? { owner: before.owner } : {}),
    ...(before !== null && !places.has('channel') ? { channel: before.channel } : {}),
  };
  if (before === null) return { kind: 'new', row: { contract: said, before } };
  const fields = fieldsOf(said);
  const isSame =
    before.vanished_at === null && FIELDS.every((field) => fields[field] === before[field]);
  return isSame ? { kind: 'same' } : { kind: 'changed', row: { contract: said, before } };
}

type Field = keyof ReturnType<typeof fieldsOf>;

/** The columns of the table that a file can change. */
const FIELDS: readonly Field[] = COLUMNS.map(({ column }) => fieldOf(column));

export function fieldOf(column: Column): Field {
  return column === 'contract_id' ? 'id' : column;
}

function maskedAway(line: number, value: string, isKnown: boolean): Rejected {
  return {
    line,
    field: 'phone',
    value,
    message: isKnown
      ? {
          zh: '号码是隐藏的，与保存的号码对不上：请填完整号码',
          en: 'is masked, and is not the number that is kept: write it in full',
        }
      : {
          zh: '号码是隐藏的，这个合约还没有保存过：请填完整号码',
          en: 'is masked, and the contract is not known yet: write it in full',
        },
    also: [],
  };
}
