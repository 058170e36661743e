import { type Day, daysBetween, parseDay } from '../calendar/day.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { Contract } from '../contracts/contract.ts';
import type { Policy } from '../policy/policy.ts';
import type { Absence } from './absence.ts';
import type { Due } from './due.ts';
import { renewalOffers } from './offers.ts';
import { type DigestLine, whoseOf } from './plan.ts';
import { type ReminderRules, stageRuleOf } from './rules.ts';
import { stageDay } from './stage-day.ts';
import type { Term } from './term.ts';

/** One occasion that a digest said, as it was written down. */
export type Said = { readonly contract: Contract; readonly occasion: string; readonly saidOn: Day };

export type SaidWorld = {
  readonly channel: string;
  readonly rules: ReminderRules;
  readonly calendar: WorkingCalendar;
  readonly policy: Policy;
  readonly absences: readonly Absence[];
  readonly termOf: (contract: Contract) => Term;
};

/** The lines of a digest that was said, with what became of each contract since. In the order given. */
export function saidAgain(said: readonly Said[], world: SaidWorld): readonly DigestLine[] {
  const byContract = Map.groupBy(said, ({ contract }) => `${contract.id} ${contract.endsOn}`);
  return [...byContract.values()].flatMap((occasions) => {
    const [first] = occasions;
    return first === undefined ? [] : [lineOf(first, occasions, world)];
  });
}

function lineOf(
  { contract, saidOn }: Said,
  occasions: readonly Said[],
  { channel, rules, calendar, policy, absences, termOf }: SaidWorld,
): DigestLine {
  const term = termOf(contract);
  return {
    ...{ contract, term },
    due: dueOf(occasions, stageRuleOf(rules, contract, channel).move, calendar),
    daysLeft: daysBetween(saidOn, contract.endsOn),
    offers: renewalOffers(policy, {
      ...{ outlet: contract.outlet, day: saidOn },
      businesses: rules.renewalBusinesses,
    }),
    ...whoseOf(contract, term, { absences, today: saidOn }),
  };
}

function dueOf(
  occasions: readonly Said[],
  move: ReminderRules['move'],
  calendar: WorkingCalendar,
): Due {
  const named = occasions.map(({ occasion }) => occasion);
  const written = named.find((one) => one.startsWith('stage:'))?.slice('stage:'.length);
  const snooze = named.find((one) => one.startsWith('snooze:'))?.slice('snooze:'.length) ?? '';
  const snoozedUntil = parseDay(snooze) ?? null;
  const [{ contract, saidOn } = missing()] = occasions;
  const stage = written === undefined ? daysBetween(saidOn, contract.endsOn) : Number(written);
  const own = written === undefined ? null : stageDay({ ...contract, stage, move }, calendar);
  return {
    ...{ stage, occasions: [], passed: [], snoozedUntil },
    movedFrom: own?.movedFrom ?? null,
    lateFrom: own !== null && own.on < saidOn && snoozedUntil === null ? own.on : null,
  };
}

function missing(): never {
  throw new Error('a line was said on no occasion');
}
