import type { Bilingual } from '../bilingual.ts';
import type { Contract } from '../contracts/contract.ts';

/** Where a stage goes that falls on a day off: to the working day before, the one after, or nowhere. */
export const MOVES = ['before', 'after', 'stay'] as const;
export type Move = (typeof MOVES)[number];

/** When contracts are reminded of. Stages are days before the end, most first; days after it are negative. */
export type StageRule = { readonly stages: readonly number[]; readonly move: Move };

/** Minutes of the day in the branch's zone. Nothing is posted from `from` to `to`; that may go over midnight. */
export type Quiet = { readonly from: number; readonly to: number };
export type TimeRule = { readonly postAt: number; readonly quiet: Quiet | null };

/** Why a customer refused, to pick from. */
export type RefusalReason = { readonly id: string; readonly name: Bilingual };

export type ChannelLanguage = 'zh' | 'en' | 'both';

/** A part of the rules; what is left out is as it is for all. */
type Own<Rule> = { readonly [Key in keyof Rule]?: Rule[Key] | undefined };

export type ReminderRules = StageRule &
  TimeRule & {
    readonly language: ChannelLanguage;
    /** What a plan, an outlet type or a channel has of its own. */
    readonly plans: Readonly<Record<string, Own<StageRule>>>;
    readonly outlets: Readonly<Record<string, Own<StageRule>>>;
    readonly channels: Readonly<
      Record<string, Own<StageRule & TimeRule & { readonly language: ChannelLanguage }>>
    >;
    /** Where a contract of an outlet type goes whose own channel is not usable. */
    readonly usualChannels: Readonly<Record<string, string>>;
    /** Where the contracts go that have no channel at all; null where none is named. */
    readonly managersChannel: string | null;
    /** From so many days before the end on, a contract that nobody has claimed is told to the manager. */
    readonly unclaimedDays: number;
    /** So often a customer may not be reached before the term can be closed for it. */
    readonly unreachableTimes: number;
    /** After so many snoozes of a term the manager hears of each. */
    readonly snoozesUntold: number;
    readonly refusals: readonly RefusalReason[];
    /** The businesses of the policy whose offers renew a contract. */
    readonly renewalBusinesses: readonly string[];
  };

/**
 * The stages of one contract. What is said closest to it counts: its channel before its plan, its plan before its outlet
 * type, that before what holds for all.
 */
export function stageRuleOf(
  rules: ReminderRules,
  contract: Pick<Contract, 'plan' | 'outlet'>,
  channel: string | null,
): StageRule {
  const own = [
    channel === null ? undefined : ownOf(rules.channels, channel),
    ownOf(rules.plans, contract.plan),
    ownOf(rules.outlets, contract.outlet),
  ];
  return {
    stages: own.find((one) => one?.stages !== undefined)?.stages ?? rules.stages,
    move: own.find((one) => one?.move !== undefined)?.move ?? rules.move,
  };
}

export function timeRuleOf(rules: ReminderRules, channel: string): TimeRule {
  const own = ownOf(rules.channels, channel);
  return {
    postAt: own?.postAt ?? rules.postAt,
    quiet: own?.quiet === undefined ? rules.quiet : own.quiet,
  };
}

export function languageOf(rules: ReminderRules, channel: string): ChannelLanguage {
  return ownOf(rules.channels, channel)?.language ?? rules.language;
}

/** Every stage that any contract may have, most days before the end first: where to look for due work. */
export function allStages(rules: ReminderRules): readonly number[] {
  const own = [rules.plans, rules.outlets, rules.channels].flatMap((by) => Object.values(by));
  const stages = new Set([...rules.stages, ...own.flatMap((one) => one.stages ?? [])]);
  return [...stages].sort((one, other) => other - one);
}

function ownOf<Own>(by: Readonly<Record<string, Own>>, key: string): Own | undefined {
  return Object.hasOwn(by, key) ? by[key] : undefined;
}

/** Whether a minute of the day is one in which nothing is posted. */
export function isQuiet(quiet: Quiet | null, minute: number): boolean {
  if (quiet === null || quiet.from === quiet.to) return false;
  return quiet.from < quiet.to
    ? minute >= quiet.from && minute < quiet.to
    : minute >= quiet.from || minute < quiet.to;
}

/** Whether the time of the day has come, and these are not hours in which nothing is posted. */
export function isPostingTime({ postAt, quiet }: TimeRule, minute: number): boolean {
  return minute >= postAt && !isQuiet(quiet, minute);
}
