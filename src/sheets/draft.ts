import type { Bilingual } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';
import type { Span } from '../calendar/span.ts';
import type { Outlet, OutletId, PolicySet } from '../policy/policy.ts';

/** A campaign as a sheet says it: what is in doubt may be missing from it. */
export type DraftCampaign = Omit<PolicySet, 'days' | 'panel'> & { readonly days: Span | null };

/** A cell that a person must decide: what stands there, and what was assumed or why it is left open. */
export type Doubt = {
  readonly sheet: string;
  readonly cell: string;
  readonly value: string;
  readonly message: Bilingual;
};

/** What was read. With any doubt it is no campaign yet. `campaign` is null where it has no id to be kept under. */
export type Draft = {
  readonly campaign: DraftCampaign | null;
  /** Why an earlier version is corrected, and from which day on; null where the sheet does not say. */
  readonly reason: string | null;
  readonly from: Day | null;
  readonly offers: number;
  readonly plans: number;
  readonly cells: number;
  readonly doubts: readonly Doubt[];
};

/** What was true before: names keep their ids and their English. */
export type Known = {
  readonly outlets: readonly Outlet[];
  /** Other words for outlets; a word of several ids is not clear enough for a heading. */
  readonly outletWords: readonly {
    readonly ids: readonly OutletId[];
    readonly words: readonly string[];
  }[];
  readonly campaigns: readonly PolicySet[];
};
