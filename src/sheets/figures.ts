import { type Fen, fenOf } from '../policy/money.ts';
import { folded } from './folding.ts';
import type { Cell } from './grid.ts';

/** The whole number of a cell: `300`, `300元`, `１，０００`, `10个月`. Null where it is none, or more than one. */
export function wholeNumber(cell: Cell): number | null {
  if (cell.number !== null)
    return Number.isInteger(cell.number) && cell.number >= 0 ? cell.number : null;
  const plain = folded(cell.text);
  if (plain === '无') return 0;
  const match =
    /^[¥]?(\d{1,3}(?:,\d{3}){1,2}|\d{1,7})(?:\.0{1,2})?(?:元|块|个月|月|期|yuan|months?)?$/.exec(
      plain,
    );
  return match?.[1] === undefined ? null : Number(match[1].replaceAll(',', ''));
}

/** The amount of a cell in fen: `8.33`, `8.5元`, `1,000`. Null where it is none, more precise than a fen, or more than one. */
export function amountIn(cell: Cell): Fen | null {
  if (cell.number !== null) return cell.number >= 0 ? fenOf(asShown(cell.number)) : null;
  const plain = folded(cell.text);
  if (plain === '无') return 0;
  const match = /^[¥]?(\d{1,3}(?:,\d{3}){1,2}|\d{1,7})(?:(\.\d{1,2})0*)?(?:元|块|yuan)?$/.exec(
    plain,
  );
  return match?.[1] === undefined
    ? null
    : fenOf(Number(`${match[1].replaceAll(',', '')}${match[2] ?? ''}`));
}

/** A sheet computes with floating point and shows fifteen digits of it: 0.1 + 0.2 is kept as 0.30000000000000004. */
function asShown(number: number): number {
  return Number(number.toPrecision(15));
}

export type ReturnInWords = {
  readonly monthlyFen: Fen;
  readonly months: number;
  readonly lastFen: Fen;
};

/** A return written in one cell: `每月8元×10个月`, `8元/月，返10个月`, `每月8.33元×12个月，末月8.37元`. */
export function returnIn(cell: Cell): ReturnInWords | null {
  const plain = folded(cell.text);
  const told = LAST_IN_WORDS.exec(plain);
  const last = told?.[1];
  const body = plain.slice(0, told?.index).replace(/[,;(]$/, '');
  const numbers = body.match(/\d+(?:\.\d+)?/g) ?? [];
  if (numbers.length !== 2 || !/\d个?月$|\d期$/.test(body)) return null;
  const [monthly = '', months = ''] = numbers;
  const monthlyFen = fenOf(Number(monthly));
  const lastFen = last === undefined ? monthlyFen : fenOf(Number(last));
  if (monthlyFen === null || lastFen === null || months.includes('.')) return null;
  return { monthlyFen, months: Number(months), lastFen };
}

const LAST_IN_WORDS = /(?:末月|最后一?个?月)(\d{1,7}(?:\.\d{1,9})?)元?\)?$/;

/** The month in which a return starts, counted from the month of the deposit; `次月` is 1. Null where unclear. */
export function startMonth(cell: Cell): number | null {
  if (/^次月起?$/.test(folded(cell.text))) return 1;
  const number = wholeNumber(cell);
  return number !== null && number >= 1 && number <= 24 ? number : null;
}

/** The amounts that a deposit gift's name carries: `存200元送100元` has 200 and 100. */
export function amountsInName(
  name: string,
): { readonly depositYuan: number; readonly giftFen: Fen; readonly isPack: boolean } | null {
  const match = /存(\d{1,6})[元块]?(?:就|再|可)?[送得赠返](\d{1,6}(?:\.\d{1,2})?)(.*)$/.exec(
    folded(name),
  );
  const giftFen = fenOf(Number(match?.[2]));
  if (match === null || giftFen === null) return null;
  return {
    depositYuan: Number(match[1]),
    giftFen,
    isPack: (match[3] ?? '').includes('包'),
  };
}
