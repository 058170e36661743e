/**
 * Money is counted in whole fen (hundredths of a yuan), so that no sum drifts as 0.1 + 0.2 does. It is yuan where people
 * read and write it: in the files, in a sheet, in an answer.
 */
export type Fen = number;

const HUNDRED = 100;

/** The fen of an amount in yuan, or null where it is more precise than a fen. */
export function fenOf(yuan: number): Fen | null {
  const fen = Math.round(yuan * HUNDRED);
  return yuanOf(fen) === yuan ? fen : null;
}

/** The amount as a number of yuan: 8.33. Only to be shown or written; nothing is added up in it. */
export function yuanOf(fen: Fen): number {
  return fen / HUNDRED;
}

/** The amount in yuan as people write it: 10, 8.33, 8.50. */
export function yuanText(fen: Fen): string {
  return fen % HUNDRED === 0 ? String(yuanOf(fen)) : yuanOf(fen).toFixed(2);
}
