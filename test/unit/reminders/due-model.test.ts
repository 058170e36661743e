import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, daysBetween } from '../../../src/calendar/day.ts';
import { afterDeed, type Deed } from '../../../src/reminders/deeds.ts';
import { OVERDUE_SAID_FOR_DAYS } from '../../../src/reminders/due.ts';
import { type DigestLine, type PlanWorld, planDigests } from '../../../src/reminders/plan.ts';
import type { StageRule } from '../../../src/reminders/rules.ts';
import { stageDay } from '../../../src/reminders/stage-day.ts';
import { isClosed } from '../../../src/reminders/term.ts';
import { holds } from '../../holds.ts';
import { realPolicy } from '../policy/first-quarter.ts';
import { CALENDAR, contract, daysAround, daysKnown, rules, stageRules, term } from './reminded.ts';

/** What happens to one contract, day by day from when it came in; days are counted from then. */
type Story = {
  readonly endsOn: Day;
  readonly rule: StageRule;
  /** So many days before its end it came in. */
  readonly known: number;
  /** Spans of days without a bot. */
  readonly away: readonly { readonly from: number; readonly days: number }[];
  readonly deeds: readonly { readonly on: number; readonly deed: Deed }[];
};

const close: Deed = {
  ...{ kind: 'close', outcome: 'refused', reason: 'price' },
  ...{ note: null, renewedUntil: null },
};
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.integer({ min: 1, max: 5 }).map((workingDays): Deed => ({ kind: 'snooze', workingDays })),
  fc.constantFrom<Deed>({ kind: 'claim' }, close, { kind: 'reopen', note: 'called back' }),
);
const story = (endsOn: fc.Arbitrary<Day>): fc.Arbitrary<Story> =>
  fc.record({
    endsOn,
    rule: stageRules,
    known: fc.integer({ min: -10, max: 120 }),
    away: fc.array(fc.record({ from: fc.nat(130), days: fc.nat(25) }), { maxLength: 4 }),
    deeds: fc.array(fc.record({ on: fc.nat(130), deed }), { maxLength: 8 }),
  });

type Lived = {
  readonly said: readonly { readonly on: Day; readonly due: DigestLine['due'] }[];
  /** Days on which nothing kept the bot from saying something: it was there, nobody was off, it was nobody's to wait for. */
  readonly speaking: readonly Day[];
  readonly silent: ReadonlySet<Day>;
  /** The last day of each snooze that was not cut short by another one, or by the end of the term. */
  readonly snoozes: ReadonlyMap<Day, Day>;
};

function live({ endsOn, rule, known, away, deeds }: Story): Lived {
  const ours = contract({ endsOn });
  const done = new Set<string>();
  const said: { on: Day; due: DigestLine['due'] }[] = [];
  const speaking: Day[] = [];
  const silent = new Set<Day>();
  const snoozes = new Map<Day, Day>();
  let state = term({ endsOn });
  const knownSince = addDays(endsOn, -known);
  for (let n = 0; n <= known + 30; n += 1) {
    const today = addDays(knownSince, n);
    const world: PlanWorld = {
      ...{ today, calendar: CALENDAR, rules: rules(rule), absences: [] },
      policy: { ...realPolicy(), campaigns: [], waiting: [] },
      ...{ channels: { served: [], byName: null }, told: new Set<string>() },
    };
    for (const one of deeds.filter(({ on }) => on === n)) {
      const by = { today, now: n, who: 'U001', isManager: false, calendar: CALENDAR };
      const after = afterDeed(state, one.deed, { ...by, rules: rules() });
      if (!after.ok) continue;
      state = after.term;
      snoozes.clear();
      if (state.snoozedUntil !== null && !isClosed(state)) snoozes.set(state.snoozedUntil, today);
    }
    const isAsleep = state.snoozedUntil !== null && state.snoozedUntil > today;
    if (isClosed(state) || isAsleep) silent.add(today);
    if (away.some(({ from, days }) => from <= n && n < from + days)) continue;
    const isOpen = !silent.has(today) && daysBetween(endsOn, today) <= OVERDUE_SAID_FOR_DAYS;
    if (isOpen && CALENDAR.kindOf(today) !== 'off') speaking.push(today);

    const plan = () =>
      planDigests(
        [{ contract: ours, term: state.version === 0 ? null : state, done, knownSince }],
        world,
      );
    const planned = plan();
    expect(planned.orphans).toEqual([]);
    for (const line of planned.posts.flatMap(({ lines }) => lines)) {
      said.push({ on: today, due: line.due });
      for (const occasion of [
        ...line.due.occasions,
        ...line.due.passed.map((one) => one.occasion),
      ]) {
        expect(done.has(occasion), `${occasion} once`).toBe(false);
        done.add(occasion);
      }
    }
    // Whoever looks a second time finds nothing to do.
    expect(plan().posts).toEqual([]);
  }
  return { said, speaking, silent, snoozes };
}

const stagesOf = (occasions: readonly string[]): readonly number[] =>
  occasions.flatMap((one) => (one.startsWith('stage:') ? [Number(one.slice(6))] : []));

describe('over months of days, with days without a bot, snoozes, closings and reopenings', () => {
  test('each stage is said at most once, in order, not before its day, and never late without a reason', () => {
    holds(
      fc.property(story(daysAround), (told) => {
        const { endsOn, rule } = told;
        const { said, silent } = live(told);
        const inOrder = said.flatMap(({ due }) => stagesOf(due.occasions));
        expect(inOrder).toEqual([...new Set(inOrder)].sort((one, other) => other - one));
        for (const { on, due } of said) {
          expect(silent.has(on)).toBe(false);
          expect(due.occasions.length).toBeGreaterThan(0);
          const come = rule.stages.filter(
            (stage) => stageDay({ endsOn, stage, move: rule.move }, CALENDAR).on <= on,
          );
          for (const stage of stagesOf(due.occasions)) {
            expect(stage).toBe(Math.min(...come));
            const { on: own } = stageDay({ endsOn, stage, move: rule.move }, CALENDAR);
            const isExcused = own === due.lateFrom || due.snoozedUntil !== null;
            expect(own === on || isExcused, `${stage} on ${on}`).toBe(true);
            if (own === on) expect(due.lateFrom).toBeNull();
          }
        }
      }),
      150,
    );
  });

  test('no stage is forgotten: it is said, or written down as passed over, on the first day that allows it', () => {
    holds(
      fc.property(story(daysKnown), (told) => {
        const { endsOn, rule, known } = told;
        const { said, speaking } = live(told);
        for (const stage of rule.stages) {
          const { on } = stageDay({ endsOn, stage, move: rule.move }, CALENDAR);
          if (on < addDays(endsOn, -known)) continue;
          const first = speaking.find((one) => one >= on);
          const settled = said.find(
            ({ due }) =>
              stagesOf(due.occasions).includes(stage) ||
              due.passed.some(({ occasion }) => occasion === `stage:${stage}`),
          );
          if (first === undefined) continue;
          expect(settled?.on !== undefined && settled.on <= first, `${stage}: ${first}`).toBe(true);
        }
      }),
      150,
    );
  });

  test('who puts it off is reminded again on that day, or the first after it, once', () => {
    holds(
      fc.property(story(daysKnown), (told) => {
        const { said, speaking, snoozes } = live(told);
        const all = said
          .flatMap(({ due }) => due.occasions)
          .filter((one) => one.startsWith('snooze'));
        expect(all).toEqual([...new Set(all)]);
        for (const [until] of snoozes) {
          const first = speaking.find((one) => one >= until);
          const again = said.find(({ due }) => due.occasions.includes(`snooze:${until}`));
          if (first !== undefined) expect(again?.on !== undefined && again.on <= first).toBe(true);
        }
      }),
      150,
    );
  });

  test('where the bot is there every day and nobody does anything, each stage comes on its day', () => {
    holds(
      fc.property(story(daysKnown), (told) => {
        const { endsOn, rule, known } = told;
        const { said } = live({ ...told, away: [], deeds: [] });
        const days = new Map<Day, number>();
        for (const stage of rule.stages) {
          const { on } = stageDay({ endsOn, stage, move: rule.move }, CALENDAR);
          if (on >= addDays(endsOn, -known) && daysBetween(endsOn, on) <= OVERDUE_SAID_FOR_DAYS)
            days.set(on, Math.min(stage, days.get(on) ?? stage));
        }
        expect(said.map(({ on, due }) => [on, due.stage])).toEqual([...days]);
      }),
      150,
    );
  });
});
