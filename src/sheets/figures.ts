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

/** The first and the second number of a return written in one cell: `每月8元×10个月`, `8元/月，返10个月`. */
export function monthlyAndMonths(cell: Cell): readonly [monthly: number, months: number] | null {
  const plain = folded(cell.text);
  const numbers = plain.match(/\d+/g) ?? [];
  if (numbers.length !== 2 || !/\d个?月$|\d期$/.test(plain)) return null;
  return [Number(numbers[0]), Number(numbers[1])];
}

/** The month in which a return starts, counted from the month of the deposit; `次月` is 1. Null where unclear. */
export function startMonth(cell: Cell): number | null {
  if (/^次月起?$/.test(folded(cell.text))) return 1;
  const number = wholeNumber(cell);
  return number !== null && number >= 1 && number <= 24 ? number : null;
}

/** The amounts that a deposit gift's name carries: `存200元送100元` has 200 and 100. */
export function amountsInName(
  name: string,
): { readonly deposit: number; readonly gift: number; readonly isPack: boolean } | null {
  const match = /存(\d{1,6})[元块]?(?:就|再|可)?[送得赠返](\d{1,6})(.*)$/.exec(folded(name));
  if (match === null) return null;
  return {
    deposit: Number(match[1]),
    gift: Number(match[2]),
    isPack: (match[3] ?? '').includes('包'),
  };
}
