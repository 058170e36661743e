import { COLUMNS, type Column } from './columns.ts';
import type { Contract } from './contract.ts';
import { maskedPhone } from './phone.ts';

/** A contract by the names of its columns, as it is printed; the phone masked where it is not asked for in full. */
export function writtenRow(
  contract: Contract,
  { inFull }: { readonly inFull: boolean },
): Readonly<Record<Column, string>> {
  const shown = inFull ? contract : { ...contract, phone: maskedPhone(contract.phone) };
  const row = COLUMNS.map(({ column, field }) => [column, shown[field]] as const);
  return Object.fromEntries(row) as Record<Column, string>;
}
