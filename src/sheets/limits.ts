import { Problem } from '../problem.ts';

/**
 * What a sheet of policy may hold. A real one has some tens of rows; what goes far beyond is a mistake or an attack,
 * and is refused before it costs memory or time.
 */
export const LIMITS = {
  fileBytes: 10_000_000,
  /** Of all parts that are read, unpacked. */
  unpackedBytes: 50_000_000,
  /** A sheet packs to a tenth or a twentieth; a zip bomb packs to a thousandth. */
  packedRatio: 100,
  /** Below this, a ratio says nothing: a nearly empty sheet packs well. */
  ratioFromBytes: 1_000_000,
  parts: 2_000,
  sheets: 50,
  rows: 10_000,
  columns: 256,
  /** That show something, in all sheets together; each place of a merged cell counts. */
  cells: 50_000,
  merges: 10_000,
  cellCharacters: 4_000,
} as const;

/** A file that cannot be read, with the reason for the person who gave it. */
export function refused(reason: string, cause?: unknown): Problem {
  return new Problem('file', reason, cause === undefined ? undefined : { cause });
}
