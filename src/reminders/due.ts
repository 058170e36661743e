import { addDays, type Day, daysBetween } from '../calendar/day.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { StageRule } from './rules.ts';
import { type StageDay, stageDay } from './stage-day.ts';
import { isClosed, type Term } from './term.ts';

/** What a reminder is about: a stage, or that somebody asked to be reminded again on a day. */
export type Occasion = `stage:${number}` | `snooze:${string}`;

/** The stage that an occasion is, or null where it is none. */
export function stageOf(occasion: string): number | null {
  const stage = /^stage:(-?\d+)$/.exec(occasion)?.[1];
  return stage === undefined ? null : Number(stage);
}

export function stageOccasion(stage: number): Occasion {
  return `stage:${stage}`;
}

/** What is known of one term when its reminders are planned. */
export type Reminded = {
  readonly endsOn: Day;
  readonly rule: StageRule;
  /** Null where nothing happened to it yet. */
  readonly term: Term | null;
  /** The occasions that were said, or passed over, before. */
  readonly done: ReadonlySet<string>;
  /** The first day on which a planner could have known of it: what fell on earlier days is nobody's omission. */
  readonly knownSince: Day;
};

/** One reminder that is due: what it says, and why on this day. */
export type Due = {
  readonly stage: number;
  /** All that it stands for, itself first: each is said once. */
  readonly occasions: readonly Occasion[];
  /** Stages that passed unsaid before it, and why it is not said for them. */
  readonly passed: readonly { readonly occasion: Occasion; readonly why: 'late' | 'nearer' }[];
  /** The stage's own day, where that was a day off. */
  readonly movedFrom: Day | null;
  /** The day on which it was due, where that was an earlier one. */
  readonly lateFrom: Day | null;
  /** The day up to which somebody put it off, where that is why it is said. */
  readonly snoozedUntil: Day | null;
};

/** A reminder of an ended contract is of no use for ever. */
export const OVERDUE_SAID_FOR_DAYS = 14;

/** A stage of a contract, and when it is said. */
export type StageOn = StageDay & { readonly stage: number };

/** All stages of the contracts that end on a day, most days before the end first. */
export function stagesOn(
  { endsOn, rule }: Pick<Reminded, 'endsOn' | 'rule'>,
  calendar: WorkingCalendar,
): readonly StageOn[] {
  return rule.stages
    .map((stage) => ({ stage, ...stageDay({ endsOn, stage, move: rule.move }, calendar) }))
    .sort((one, other) => other.stage - one.stage);
}

export function dueToday(reminded: Reminded, today: Day, calendar: WorkingCalendar): Due | null {
  return dueAmong(stagesOn(reminded, calendar), reminded, today);
}

/**
 * The reminder of a term that is due today, or null. Of all stages that have come it is the latest, once; those before
 * it are passed over. A closed term is not reminded of, a snoozed one not before its day, and then at any rate.
 */
export function dueAmong(
  stages: readonly StageOn[],
  { endsOn, term, done, knownSince }: Omit<Reminded, 'rule'>,
  today: Day,
): Due | null {
  if (term !== null && isClosed(term)) return null;
  const snoozedUntil = term?.snoozedUntil ?? null;
  if (snoozedUntil !== null && snoozedUntil > today) return null;

  const come = stages.filter(({ on }) => on <= today);
  const latest = come.at(-1);
  const open = come.filter(({ stage, on }) => !done.has(stageOccasion(stage)) && on >= knownSince);
  const isLatestOpen = latest !== undefined && open.at(-1)?.stage === latest.stage;

  const again: Occasion | null = snoozedUntil === null ? null : `snooze:${snoozedUntil}`;
  const isAgain = again !== null && !done.has(again);
  if (!isLatestOpen && !isAgain) return null;
  if (daysBetween(endsOn, today) > OVERDUE_SAID_FOR_DAYS) return null;

  const said = isLatestOpen ? latest : undefined;
  const stage = said?.stage ?? latest?.stage ?? daysBetween(today, endsOn);
  const passed = open
    .filter((one) => one.stage !== said?.stage)
    .map((one) => ({
      occasion: stageOccasion(one.stage),
      why: one.on === (said?.on ?? today) ? ('nearer' as const) : ('late' as const),
    }));
  return {
    stage,
    occasions: [
      ...(said === undefined ? [] : [stageOccasion(said.stage)]),
      ...(isAgain ? [again] : []),
    ],
    passed,
    movedFrom: said?.movedFrom ?? null,
    lateFrom: said !== undefined && said.on < today && !isAgain ? said.on : null,
    snoozedUntil: isAgain ? snoozedUntil : null,
  };
}

/**
 * The stages of a term that nobody was told of in time and nobody is told of any more: it has been over for too long. They
 * are written down, so that what was missed is known.
 */
export function missedForGood(
  stages: readonly StageOn[],
  { endsOn, term, done, knownSince }: Omit<Reminded, 'rule'>,
  today: Day,
): readonly Occasion[] {
  if (daysBetween(endsOn, today) <= OVERDUE_SAID_FOR_DAYS) return [];
  if (term !== null && isClosed(term)) return [];
  return stages
    .filter(({ stage, on }) => !done.has(stageOccasion(stage)) && on >= knownSince)
    .map(({ stage }) => stageOccasion(stage));
}

/**
 * Whether a reminder may wait for the next working day: it may not where the contract ends before that, or its rule
 * posts on days off.
 */
export function mayWait(
  {
    endsOn,
    stage,
    rule,
  }: { readonly endsOn: Day; readonly stage: number; readonly rule: StageRule },
  today: Day,
  calendar: WorkingCalendar,
): boolean {
  if (rule.move === 'stay') return false;
  const next = calendar.onOrAfter(addDays(today, 1));
  if (next === null) return false;
  return stage < 0 || next <= endsOn;
}
