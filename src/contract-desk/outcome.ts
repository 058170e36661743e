import type { Bilingual } from '../bilingual.ts';
import type { Column } from '../contracts/columns.ts';

/** A row that did not land, and why. `line` is the physical line of the file, or the number of the row in a sheet. */
export type Rejected = {
  readonly line: number;
  readonly field: Column;
  /** As it stands in the file, cut where it is long. It may be a name or a phone: never for a log. */
  readonly value: string;
  readonly message: Bilingual;
  /** Further fields of the row that cannot be read either. */
  readonly also: readonly Column[];
};

export type Counts = {
  readonly imported: number;
  readonly updated: number;
  readonly unchanged: number;
};

/** What became of a file. */
export type Imported = Counts & {
  readonly kind: 'read';
  readonly rejected: readonly Rejected[];
  /** How many rows did not land: more than `rejected` holds, where there are very many. */
  readonly rejectedRows: number;
  /** Contracts that are kept and that the file does not have. */
  readonly vanished: number;
  /** Whether they were marked so. */
  readonly isMarked: boolean;
  /** Why they were not, although the file was called complete. */
  readonly notMarked: Bilingual | null;
  /** The batch; null where nothing was written. */
  readonly batch: number | null;
};

/** A file that cannot be read changes nothing. */
export type Unreadable = { readonly kind: 'unreadable'; readonly reason: Bilingual };
