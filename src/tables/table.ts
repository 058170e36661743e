import type { Bilingual } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';

/** One row as a person counts it: the physical line of a text, or the number of the row in a sheet. */
export type TableRow = {
  readonly line: number;
  readonly cells: readonly string[];
  /** Why its cells may not be what they seem; null nearly always. */
  readonly flaw: Bilingual | null;
};

/** Says whether a row is the row of headings; `score` tells which row comes nearest where none is. */
export type HeadOf<Head> = (cells: readonly string[]) => {
  readonly head: Head | null;
  readonly score: number;
};

export type Table<Head> = {
  readonly head: Head;
  /** How many columns have headings. */
  readonly width: number;
  /** The rows below the headings, some hundreds at a time. */
  readonly rows: () => AsyncIterable<readonly TableRow[]>;
  /** How far the reading is, from 0 to 1. */
  readonly progress: () => number;
  /** The day that a bare number is in this file; null in a text, where a number is none. */
  readonly dayOfNumber: ((number: number) => Day | null) | null;
};

/** `best` is the row that comes nearest to headings; null where nothing does. */
export type Opened<Head> =
  | { readonly ok: true; readonly table: Table<Head> }
  | { readonly ok: false; readonly best: readonly string[] | null };
