import type { ColumnName, Fields } from './files.ts';

/** A file, and what must become of it. */
export type Case = {
  readonly title: string;
  readonly file: Buffer | string;
  /** How many contracts are new. */
  readonly imported?: number;
  readonly unchanged?: number;
  /** Lines and fields that are refused, in order. */
  readonly rejected?: readonly (readonly [line: number, field: ColumnName])[];
  /** What the reasons say, in English. */
  readonly says?: RegExp;
  /** The file as a whole is refused, and this is said. */
  readonly error?: RegExp;
  /** What is kept of the contract HT1, or of the one whose id is given. */
  readonly kept?: Fields;
};
