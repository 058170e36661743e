import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../../src/calendar/day.ts';
import { workingCalendar } from '../../../src/calendar/working-days.ts';
import { endDaysToLookAt } from '../../../src/reminders/end-days.ts';
import { MOVES } from '../../../src/reminders/rules.ts';
import { MOVES_AT_MOST_DAYS, stageDay } from '../../../src/reminders/stage-day.ts';
import { holds } from '../../holds.ts';
import { day } from '../../world.ts';
import { PUBLISHED } from '../calendar/published-days.ts';
import { CALENDAR, daysAround, daysKnown, stageRules } from './reminded.ts';

const anyStage = fc.integer({ min: -14, max: 90 });
const anyMove = fc.constantFrom(...MOVES);

describe('a stage on a day off moves as the rule says', () => {
  test.each([
    // Spring Festival of 2015, 18 to 24 February; Sunday the 15th and Saturday the 28th are worked.
    ['2015-02-27', 7, 'before', '2015-02-17', '2015-02-20'],
    ['2015-02-27', 7, 'after', '2015-02-25', '2015-02-20'],
    ['2015-02-27', 7, 'stay', '2015-02-20', null],
    ['2015-03-07', 7, 'before', '2015-02-28', null],
    ['2015-02-22', 7, 'before', '2015-02-15', null],
    // The end itself in the festival: before it, whatever the rule; after it only after it.
    ['2015-02-20', 0, 'before', '2015-02-17', '2015-02-20'],
    ['2015-02-20', 0, 'after', '2015-02-17', '2015-02-20'],
    ['2015-02-20', -1, 'before', '2015-02-25', '2015-02-21'],
    ['2015-02-20', -1, 'after', '2015-02-25', '2015-02-21'],
    // The day after the end is a Saturday: the Friday is the end, so Monday.
    ['2015-03-13', -1, 'before', '2015-03-16', '2015-03-14'],
    // Festivals of the other years, and New Year of 2019, which begins in December.
    ['2020-02-08', 7, 'before', '2020-01-23', '2020-02-01'],
    ['2026-02-27', 7, 'before', '2026-02-14', '2026-02-20'],
    ['2026-10-14', 7, 'after', '2026-10-08', '2026-10-07'],
    ['2019-01-06', 7, 'before', '2018-12-29', '2018-12-30'],
    // The months' ends and the leap day.
    ['2016-02-29', 60, 'before', '2015-12-31', null],
    ['2016-03-01', 1, 'before', '2016-02-29', null],
  ] as const)('ends %s, %d days, %s: %s', (endsOn, stage, move, on, movedFrom) => {
    expect(stageDay({ endsOn: day(endsOn), stage, move }, CALENDAR)).toEqual({
      on: day(on),
      movedFrom,
    });
  });

  test('to a day that is published as worked, in every year from 2015 to 2026', () => {
    for (const [year, { off, worked }] of Object.entries(PUBLISHED)) {
      for (const one of off) {
        const holiday = day(`${year}-${one}`);
        for (const move of ['before', 'after'] as const) {
          const { on, movedFrom } = stageDay(
            { endsOn: addDays(holiday, 60), stage: 60, move },
            CALENDAR,
          );
          // New Year's Day of the first year: nothing is known of the year before.
          if (holiday.startsWith('2015-01-0') && move === 'before') continue;
          expect(movedFrom).toBe(holiday);
          expect(move === 'before' ? on < holiday : on > holiday).toBe(true);
          expect(CALENDAR.kindOf(on)).toBe('working');
        }
      }
      for (const one of worked) {
        const endsOn = addDays(day(`${year}-${one}`), 7);
        for (const move of MOVES)
          expect(stageDay({ endsOn, stage: 7, move }, CALENDAR)).toEqual({
            on: day(`${year}-${one}`),
            movedFrom: null,
          });
      }
    }
  });
});

describe('whatever the days', () => {
  test('a stage before the end is never said after it, one after the end never before or on it', () => {
    holds(
      fc.property(daysAround, anyStage, anyMove, (endsOn, stage, move) => {
        const { on } = stageDay({ endsOn, stage, move }, CALENDAR);
        expect(stage < 0 ? on > endsOn : on <= endsOn).toBe(true);
      }),
      2_000,
    );
  });

  test('a smaller stage never comes before a greater one', () => {
    holds(
      fc.property(daysAround, stageRules, (endsOn, { stages, move }) => {
        const days = stages.map((stage) => stageDay({ endsOn, stage, move }, CALENDAR).on);
        expect(days).toEqual([...days].sort());
      }),
      2_000,
    );
  });

  test('it is said on a working day where the year is known, and not moved for nothing', () => {
    holds(
      fc.property(
        daysKnown,
        anyStage,
        fc.constantFrom('before', 'after'),
        (endsOn, stage, move) => {
          const { on, movedFrom } = stageDay({ endsOn, stage, move }, CALENDAR);
          expect(CALENDAR.kindOf(on)).toBe('working');
          const own = addDays(endsOn, -stage);
          expect(movedFrom).toBe(CALENDAR.kindOf(own) === 'off' ? own : null);
          if (movedFrom === null) expect(on).toBe(own);
          expect(Math.abs(daysBetween(own, on))).toBeLessThanOrEqual(MOVES_AT_MOST_DAYS);
        },
      ),
      2_000,
    );
  });

  test('in a year that is not published it stays where it is: never "Monday to Friday"', () => {
    const unknown = workingCalendar([
      { year: 2027, isPublished: false, holidays: [day('2027-01-01')], workingDays: [] },
    ]);
    holds(
      fc.property(fc.nat(300), anyStage, anyMove, (count, stage, move) => {
        const endsOn = addDays(day('2027-02-01'), count);
        expect(stageDay({ endsOn, stage, move }, unknown)).toEqual({
          on: addDays(endsOn, -stage),
          movedFrom: null,
        });
      }),
    );
  });
});

describe('the end days to look at', () => {
  test('are exactly those that have a stage on one of the days, under any rule for moving', () => {
    holds(
      fc.property(daysAround, fc.nat(31), stageRules, (to, span, { stages }) => {
        const from = addDays(to, -span);
        const found = new Map(
          endDaysToLookAt({ stages, from, to }, CALENDAR).map(({ endsOn, stage }) => [
            endsOn,
            stage,
          ]),
        );
        for (
          let endsOn = addDays(from, -30);
          endsOn <= addDays(to, 120);
          endsOn = addDays(endsOn, 1)
        ) {
          const said = stages.filter((stage) =>
            MOVES.some((move) => {
              const { on } = stageDay({ endsOn, stage, move }, CALENDAR);
              return on >= from && on <= to;
            }),
          );
          const last = said.length === 0 ? undefined : Math.min(...said);
          expect([endsOn, found.get(endsOn)]).toEqual([endsOn, last]);
        }
        expect([...found.keys()]).toEqual([...found.keys()].sort());
      }),
      25,
    );
  });
});
