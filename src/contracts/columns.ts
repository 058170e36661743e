import type { Contract } from './contract.ts';

export type Column =
  | 'contract_id'
  | 'customer_name'
  | 'phone'
  | 'plan'
  | 'outlet'
  | 'outlet_name'
  | 'starts_on'
  | 'ends_on'
  | 'owner'
  | 'channel';

type ColumnFacts = {
  readonly column: Column;
  readonly field: keyof Contract;
  readonly zh: string;
  /** A file without it is no file of contracts, and a row with nothing in it is no contract. */
  readonly isRequired: boolean;
  /** In characters: longer ones are no names, and would only be carried in to break something. */
  readonly longest: number;
};

/** The columns of a file, in the order in which they are written. */
export const COLUMNS: readonly ColumnFacts[] = [
  { column: 'contract_id', field: 'id', zh: '合约编号', isRequired: true, longest: 100 },
  {
    column: 'customer_name',
    field: 'customerName',
    zh: '客户姓名',
    isRequired: true,
    longest: 200,
  },
  { column: 'phone', field: 'phone', zh: '手机号码', isRequired: true, longest: 100 },
  { column: 'plan', field: 'plan', zh: '套餐', isRequired: true, longest: 200 },
  { column: 'outlet', field: 'outlet', zh: '网点类型', isRequired: true, longest: 100 },
  { column: 'outlet_name', field: 'outletName', zh: '网点名称', isRequired: true, longest: 200 },
  { column: 'starts_on', field: 'startsOn', zh: '开始日期', isRequired: true, longest: 100 },
  { column: 'ends_on', field: 'endsOn', zh: '结束日期', isRequired: true, longest: 100 },
  { column: 'owner', field: 'owner', zh: '负责人', isRequired: false, longest: 100 },
  { column: 'channel', field: 'channel', zh: '频道', isRequired: false, longest: 100 },
];

/** Where each column stands in a row, counted from 0. */
export type Places = ReadonlyMap<Column, number>;

/** What a row of headings comes to. */
export type Headings = {
  readonly places: Places;
  readonly missing: readonly Column[];
  /** Columns that two headings name: which of them holds is anybody's guess. */
  readonly twice: readonly Column[];
};

/** Finds the columns in a row of headings: in any order, English or Chinese; what else stands there is passed over. */
export function readHeadings(row: readonly string[]): Headings {
  const places = new Map<Column, number>();
  const twice: Column[] = [];
  row.forEach((text, index) => {
    const column = NAMED.get(folded(text));
    if (column === undefined) return;
    if (places.has(column)) twice.push(column);
    else places.set(column, index);
  });
  const missing = COLUMNS.filter((one) => one.isRequired && !places.has(one.column));
  return { places, missing: missing.map(({ column }) => column), twice };
}

const NAMED: ReadonlyMap<string, Column> = new Map(
  COLUMNS.flatMap(({ column, zh }) => [[folded(column), column] as const, [zh, column] as const]),
);

/** Full-width letters as plain ones, small letters, and nothing of what a sheet adds to make it fit. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\p{Cf}-]/gu, '');
}
