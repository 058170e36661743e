import type { Bilingual } from '../bilingual.ts';
import type { SharedFile } from './payloads.ts';

/** A row that did not land: where it stands and what is wrong. What stands in it stays in the file: it may be a phone. */
export type RefusedRow = {
  readonly line: number;
  readonly field: Bilingual;
  readonly message: Bilingual;
};

export type ContractCounts = {
  readonly imported: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** The first of them. */
  readonly problems: readonly RefusedRow[];
  /** Contracts that are kept and that the file does not have. */
  readonly vanished: number;
};

export type ContractPreview =
  /** `key` names the file until somebody decides about it. */
  | ({ readonly kind: 'read'; readonly key: string } & ContractCounts)
  | { readonly kind: 'unreadable'; readonly reason: Bilingual };

export type ContractTaken =
  | ({
      readonly kind: 'taken';
      readonly batch: number | null;
      readonly isMarked: boolean;
    } & ContractCounts)
  | { readonly kind: 'unreadable'; readonly reason: Bilingual }
  /** Somebody has decided about the file already, or too long ago. */
  | { readonly kind: 'stale' }
  /** The file does not come from Slack any more, or is another one. */
  | { readonly kind: 'gone' };

export type ContractUndone =
  | { readonly kind: 'undone' }
  | { readonly kind: 'refused'; readonly reason: Bilingual };

export type TakeWish = {
  readonly key: string;
  readonly user: string;
  /** Contracts that the file does not have are over. */
  readonly isComplete: boolean;
  /** Fetches the file anew: nothing of it is kept meanwhile. */
  readonly fetch: (file: SharedFile) => Promise<Uint8Array | null>;
  /** From 0 to 1. */
  readonly onProgress: (share: number) => void;
};

/** What managers do with files of contracts. */
export type ContractDoor = {
  readonly mostBytes: number;
  /** Whether a file is one of contracts, by its headings. */
  readonly isOurs: (bytes: Uint8Array) => Promise<boolean>;
  /** Looks a file through, and changes nothing. */
  readonly preview: (file: SharedFile, bytes: Uint8Array) => Promise<ContractPreview>;
  readonly take: (wish: TakeWish) => Promise<ContractTaken>;
  readonly leave: (key: string) => Promise<void>;
  readonly undo: (batch: number, user: string) => Promise<ContractUndone>;
  /** Takes back what a killed process left half written. */
  readonly mend: () => Promise<void>;
};
