import type { Bilingual } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';
import type { Span } from '../calendar/span.ts';
import type { Source } from '../source.ts';
import type { Fen } from './money.ts';
import type { Panel } from './panel.ts';
import type { PortingRules } from './porting.ts';

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
  /** `port-users`: nobody else may have it. Such an offer is banned from the day on which the porting rules are in force. */
  readonly onlyFor: 'port-users' | null;
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

/**
 * Equal monthly credits, the first one `startsAfterMonths` calendar months after the month of the deposit. The last of
 * the `months` may be another one: it takes what does not divide.
 */
export type MonthlyReturn = {
  readonly monthlyFen: Fen;
  readonly lastFen: Fen;
  readonly months: number;
  readonly startsAfterMonths: number;
  readonly assumed: Assumption | null;
};

/** How the money of one deposit gift comes back. Either `gift` is money, or `pack` is a data pack given once. */
export type PayoutPlan = {
  readonly offer: OfferId;
  readonly source: Source;
  /** Whole yuan: staff ask for a plan by it. */
  readonly depositYuan: number;
  readonly firstCreditFen: Fen;
  readonly depositReturn: MonthlyReturn;
  readonly gift: GiftMoney | GiftPack;
  readonly commissionFen: Fen;
};
export type GiftMoney = {
  readonly kind: 'money';
  readonly totalFen: Fen;
  readonly atOnceFen: Fen;
  readonly monthly: MonthlyReturn;
};
export type GiftPack = {
  readonly kind: 'pack';
  readonly worthFen: Fen;
  readonly name: Bilingual;
};

/**
 * One version of a campaign, as one folder of the data holds it. Once it is approved it is never changed: a correction
 * is the next version.
 */
export type PolicySet = {
  readonly id: string;
  readonly version: number;
  readonly name: Bilingual;
  readonly purpose: Bilingual;
  readonly days: Span;
  /** Campaigns that it is meant to run beside: what it says of an offer goes before what they say. */
  readonly beside: readonly string[];
  /** How long a review counts. */
  readonly reviewEveryDays: number;
  readonly source: Source;
  readonly businesses: readonly Business[];
  readonly offers: readonly Offer[];
  readonly levels: readonly OfferLevels[];
  readonly plans: readonly PayoutPlan[];
  /** What to say of its offers to customers, and what never; null where nobody wrote it down. */
  readonly panel: Panel | null;
};

/** A quarter: who has looked a policy set through looks again before the next one. */
export const REVIEW_EVERY_DAYS = 90;

/** Who has looked a policy set through, on which day, and from which day on somebody has to do it again. */
export type Review = { readonly by: string; readonly on: Day; readonly due: Day };

/** The policy set that some offers of a campaign in force come from. */
export type CampaignPart = Pick<
  PolicySet,
  'id' | 'version' | 'name' | 'days' | 'source' | 'panel'
> & {
  readonly offers: readonly OfferId[];
  /** From which day on this version has been in force without a break, and why where it took the place of another. */
  readonly since: Day;
  readonly reason: string | null;
  /** Null where nobody of the branch has looked it through: it came with the program. */
  readonly review: Review | null;
};

/**
 * What is in force on a stretch of days: one version of one campaign, or several campaigns that run beside each other,
 * put together. Its name and days are those of the first part; every offer is of one part.
 */
export type Campaign = Omit<PolicySet, 'beside' | 'reviewEveryDays' | 'panel'> & {
  readonly inForce: Span;
  readonly parts: readonly CampaignPart[];
};

/** That from a day on one version of a campaign is in force, or none of it; who decided it, when and why. */
export type Decision = {
  readonly set: string;
  /** Null withdraws the campaign. */
  readonly version: number | null;
  readonly from: Day;
  /** Null where it came with the program: nobody of the branch has decided it. */
  readonly decided: { readonly by: string; readonly on: Day } | null;
  readonly reason: string | null;
  /** What its files were when it was decided; null where nobody took it down. */
  readonly fingerprint: string | null;
};

/** That somebody has looked a policy set through once more and found it right. */
export type Reviewed = {
  readonly set: string;
  readonly version: number;
  readonly by: string;
  readonly on: Day;
};

/** All that was ever decided about policy sets, in the order in which it was. Lines are only added. */
export type Register = {
  readonly decisions: readonly Decision[];
  readonly reviews: readonly Reviewed[];
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

/** A policy set that is not in force as far as is known; `approvedOn` is the later day on which somebody approved it. */
export type WaitingSet = PolicySet & { readonly approvedOn: Day | null };

/** What the branch knows on a day. The past stays in it: policy sets are never edited. */
export type Policy = {
  readonly outlets: readonly Outlet[];
  /** What is in force, stretch after stretch; no two have a day in common. */
  readonly campaigns: readonly Campaign[];
  /** Policy sets that nobody has approved yet: nothing may be promised from them. */
  readonly waiting: readonly WaitingSet[];
  readonly limits: readonly Limit[];
  readonly coaching: readonly CoachingTopic[];
  readonly porting: PortingRules;
};
