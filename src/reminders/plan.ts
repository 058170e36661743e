import { type Day, daysBetween } from '../calendar/day.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { Contract } from '../contracts/contract.ts';
import type { Policy } from '../policy/policy.ts';
import { type Absence, presentOn } from './absence.ts';
import { type ChannelsKnown, channelOf } from './channel.ts';
import {
  type Due,
  dueAmong,
  mayWait,
  missedForGood,
  type Occasion,
  type Reminded,
  stagesOn,
} from './due.ts';
import { type LedOffer, renewalOffers } from './offers.ts';
import { type ReminderRules, stageRuleOf } from './rules.ts';
import { freshTerm, type Term } from './term.ts';

/** A contract that may be due, and what is known of its term. */
export type Candidate = {
  readonly contract: Contract;
  readonly term: Term | null;
  readonly done: ReadonlySet<string>;
  readonly knownSince: Day;
};

/** One contract in a digest. */
export type DigestLine = {
  readonly contract: Contract;
  readonly due: Due;
  /** Negative where it has ended. */
  readonly daysLeft: number;
  /** What the outlet may lead with; empty where nobody decided it. */
  readonly offers: readonly LedOffer[];
  /** What became of it so far. */
  readonly term: Term;
  /** Whom to call: who claimed it, else its owner, else whoever stands in for them; null where it is nobody's. */
  readonly responsible: string | null;
  /** Who is away, where `responsible` stands in for somebody. */
  readonly standsInFor: string | null;
};

/** What one channel is told on a day, soonest end first. */
export type DigestPost = { readonly channel: string; readonly lines: readonly DigestLine[] };

export type Planned = {
  readonly posts: readonly DigestPost[];
  /** Due, and nowhere to post them. */
  readonly orphans: readonly DigestLine[];
  /** What nobody was told of in time, and nobody is told of any more. */
  readonly missed: readonly Missed[];
};

/** Stages of a term that are over and were never said. */
export type Missed = {
  readonly contract: Pick<Contract, 'id' | 'endsOn'>;
  readonly occasions: readonly Occasion[];
};

export type PlanWorld = {
  readonly today: Day;
  readonly rules: ReminderRules;
  readonly calendar: WorkingCalendar;
  readonly policy: Policy;
  readonly absences: readonly Absence[];
  readonly channels: Omit<ChannelsKnown, 'rules'>;
  /** Channels that have today's digest already: what can wait is in tomorrow's. */
  readonly told: ReadonlySet<string>;
};

/** What is due today, channel by channel. Nothing is changed: the same world gives the same plan. */
export function planDigests(candidates: Iterable<Candidate>, world: PlanWorld): Planned {
  const plan = openPlan(world);
  for (const candidate of candidates) plan.add(candidate);
  return plan.planned();
}

/** As `planDigests`, for candidates that come page after page. */
export function openPlan(world: PlanWorld): {
  readonly add: (candidate: Candidate) => void;
  readonly planned: () => Planned;
} {
  const { rules } = world;
  const { renewalBusinesses: businesses } = rules;
  const offersAt = remembered(
    (outlet: string) => renewalOffers(world.policy, { outlet, day: world.today, businesses }),
    (outlet) => outlet,
  );
  const stagesAt = remembered(
    (of: Pick<Reminded, 'endsOn' | 'rule'>) => stagesOn(of, world.calendar),
    ({ endsOn, rule }) => `${endsOn} ${rule.move} ${rule.stages.join()}`,
  );
  const byChannel = new Map<string, DigestLine[]>();
  const orphans: DigestLine[] = [];
  const missed: Missed[] = [];
  const isDayOff = world.calendar.kindOf(world.today) === 'off';

  return {
    add(candidate) {
      const { contract, term } = candidate;
      const channel = channelOf(contract, { ...world.channels, rules });
      const rule = stageRuleOf(rules, contract, channel);
      const { endsOn } = contract;
      const stages = stagesAt({ endsOn, rule });
      const known = { ...candidate, endsOn };
      const due = dueAmong(stages, known, world.today);
      if (due === null) {
        const occasions = missedForGood(stages, known, world.today);
        if (occasions.length > 0) missed.push({ contract, occasions });
        return;
      }
      const place = channel ?? rules.managersChannel ?? '';
      const isLater = isDayOff || world.told.has(place);
      const { stage } = due;
      if (isLater && mayWait({ endsOn, stage, rule }, world.today, world.calendar)) return;
      const line = {
        ...{ contract, due },
        daysLeft: daysBetween(world.today, endsOn),
        offers: offersAt(contract.outlet),
        term: term ?? freshTerm({ contract: contract.id, endsOn }),
        ...whoseOf(contract, term, world),
      };
      if (channel === null) orphans.push(line);
      else {
        const lines = byChannel.get(channel);
        if (lines === undefined) byChannel.set(channel, [line]);
        else lines.push(line);
      }
    },
    planned: () => ({
      posts: [...byChannel]
        .map(([channel, lines]) => ({ channel, lines: lines.sort(bySoonest) }))
        .sort((one, other) => compare(one.channel, other.channel)),
      orphans: orphans.sort(bySoonest),
      missed,
    }),
  };
}

/** A Slack user's id: who is named in words cannot be called. */
const USER_ID = /^[UW][A-Z0-9]{2,}$/;

/** Who looks after a contract on a day. */
export function whoseOf(
  contract: Contract,
  term: Term | null,
  { absences, today }: Pick<PlanWorld, 'absences' | 'today'>,
): Pick<DigestLine, 'responsible' | 'standsInFor'> {
  const owner = USER_ID.test(contract.owner) ? contract.owner : null;
  const whose = term?.claimedBy ?? owner;
  if (whose === null) return { responsible: null, standsInFor: null };
  const responsible = presentOn(absences, whose, today);
  return { responsible, standsInFor: responsible === whose ? null : whose };
}

function bySoonest(one: DigestLine, other: DigestLine): number {
  return (
    compare(one.contract.endsOn, other.contract.endsOn) ||
    compare(one.contract.id, other.contract.id)
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Thousands of contracts ask for the same few values. */
function remembered<Asked, Value>(
  of: (asked: Asked) => Value,
  keyOf: (asked: Asked) => string,
): (asked: Asked) => Value {
  const known = new Map<string, Value>();
  return (asked) => {
    const key = keyOf(asked);
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = of(asked);
    known.set(key, value);
    return value;
  };
}
