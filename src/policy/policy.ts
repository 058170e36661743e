import type { Bilingual } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';
import type { Span } from '../calendar/span.ts';
import type { Source } from '../source.ts';
import type { Panel } from './panel.ts';

export type OutletId = string;
export type OfferId = string;

/** main √ 主推: lead with it. optional ★ 可选: where it fits. secondary O 非主推: do not lead with it; no ban. */
export type Level = 'main' | 'optional' | 'secondary';
export const LEVELS = ['main', 'optional', 'secondary'] as const satisfies readonly Level[];

export type Outlet = { readonly id: OutletId; readonly name: Bilingual };

export type Business = { readonly id: string; readonly name: Bilingual };

export type Offer = {
  readonly id: OfferId;
  readonly business: string;
  readonly name: Bilingual;
  readonly source: Source;
};

/** What a campaign says of one offer: its level at each outlet that the campaign names. */
export type OfferLevels = {
  readonly offer: OfferId;
  readonly source: Source;
  readonly at: Readonly<Record<OutletId, Level>>;
};

/** A value that the source does not give, with the reason for the one chosen. An answer that uses it says so. */
export type Assumption = { readonly reason: Bilingual };

/** Equal monthly credits, the first one `startsAfterMonths` calendar months after the month of the deposit. */
export type MonthlyReturn = {
  readonly monthlyYuan: number;
  readonly months: number;
  readonly startsAfterMonths: number;
  readonly assumed: Assumption | null;
};

/** How the money of one deposit gift comes back. Either `gift` is money, or `pack` is a data pack given once. */
export type PayoutPlan = {
  readonly offer: OfferId;
  readonly source: Source;
  readonly depositYuan: number;
  readonly firstCreditYuan: number;
  readonly depositReturn: MonthlyReturn;
  readonly gift: GiftMoney | GiftPack;
  readonly commissionYuan: number;
};
export type GiftMoney = {
  readonly kind: 'money';
  readonly totalYuan: number;
  readonly atOnceYuan: number;
  readonly monthly: MonthlyReturn;
};
export type GiftPack = {
  readonly kind: 'pack';
  readonly worthYuan: number;
  readonly name: Bilingual;
};

export type Campaign = {
  readonly id: string;
  readonly version: number;
  readonly name: Bilingual;
  readonly purpose: Bilingual;
  readonly days: Span;
  readonly source: Source;
  readonly businesses: readonly Business[];
  readonly offers: readonly Offer[];
  readonly levels: readonly OfferLevels[];
  readonly plans: readonly PayoutPlan[];
  /** Conditions, what must and must never be said, words for customers; null where nobody wrote any. */
  readonly panel: Panel | null;
};

export type LimitUnit = 'days' | 'working-days' | 'months' | 'years';

/** A time limit of the complaint rules. */
export type Limit = {
  readonly id: string;
  readonly number: number;
  readonly unit: LimitUnit;
  readonly about: Bilingual;
  readonly inForceFrom: Day;
  readonly source: Source;
};

/** Advice for a renewal call: what to do, and words that may be said. */
export type CoachingTopic = {
  readonly id: string;
  readonly title: Bilingual;
  readonly advice: readonly Bilingual[];
  readonly say: readonly Bilingual[];
  readonly source: Source;
};

/** Everything that is true, as read from the data folder. The past stays in it: campaigns are never edited. */
export type Policy = {
  readonly outlets: readonly Outlet[];
  readonly campaigns: readonly Campaign[];
  readonly limits: readonly Limit[];
  readonly coaching: readonly CoachingTopic[];
};
