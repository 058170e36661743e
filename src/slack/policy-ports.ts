import type { Bilingual, Language } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';
import type { Span } from '../calendar/span.ts';

/** A sheet of policy that somebody dropped. */
export type DroppedSheet = { readonly name: string; readonly bytes: Uint8Array };

/** A cell that a person must decide. */
export type DoubtfulCell = {
  readonly sheet: string;
  readonly cell: string;
  readonly value: string;
  readonly message: Bilingual;
};

/** A draft, and what its files were when somebody looked at it: a draft that was imported again is another one. */
export type MeantDraft = { readonly draft: string; readonly print: string };

/** What a draft would change, for whoever approves it. */
export type Preview = MeantDraft & {
  readonly name: Bilingual;
  readonly version: number;
  readonly days: Span;
  /** What it is held against; null where nothing came before it. */
  readonly against: Bilingual | null;
  /** The day from which on it holds; null where the draft names none. */
  readonly from: Day | null;
  readonly reason: string | null;
  readonly file: string;
  readonly preparedBy: string;
  readonly lines: Readonly<Record<Language, readonly string[]>>;
};

export type SheetOutcome =
  | { readonly kind: 'draft'; readonly preview: Preview }
  | { readonly kind: 'doubtful'; readonly doubtful: readonly DoubtfulCell[] }
  | { readonly kind: 'refused'; readonly reason: Bilingual };

/** Why a button on a draft does nothing any more. */
export type Stale = 'changed' | 'approved' | 'gone';
export type DraftNow =
  | { readonly kind: 'open'; readonly preparedBy: string }
  | { readonly kind: 'stale'; readonly why: Stale };

export type ApproveOutcome =
  | {
      readonly kind: 'approved';
      readonly set: string;
      readonly version: number;
      readonly from: Day;
      readonly preparedBy: string;
    }
  | { readonly kind: 'stale'; readonly why: Stale }
  | { readonly kind: 'refused'; readonly reason: Bilingual };

/** What may be done about policy from Slack. One thing at a time: each waits for the one before. */
export type PolicyDoor = {
  /** Slack users who keep the policy. */
  readonly owners: () => Promise<readonly string[]>;
  /** Slack users whose sheets are read. */
  readonly preparers: () => Promise<readonly string[]>;
  readonly importSheet: (sheet: DroppedSheet, by: string) => Promise<SheetOutcome>;
  readonly now: (meant: MeantDraft) => DraftNow;
  readonly preview: (draft: string) => Promise<Preview>;
  readonly approve: (meant: MeantDraft, by: string) => Promise<ApproveOutcome>;
};
