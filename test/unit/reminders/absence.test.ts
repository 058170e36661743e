import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Absence, presentOn } from '../../../src/reminders/absence.ts';
import { holds } from '../../holds.ts';
import { day } from '../../world.ts';

const away = (user: string, deputy: string, from = '2015-02-02', to = '2015-02-06'): Absence => ({
  ...{ user, deputy },
  ...{ from: day(from), to: day(to) },
});

test('the deputy has them on the first day and on the last, and not on the day after', () => {
  const absences = [away('U1', 'U2')];
  const on = (text: string) => presentOn(absences, 'U1', day(text));
  expect(['2015-02-01', '2015-02-02', '2015-02-06', '2015-02-07'].map(on)).toEqual([
    ...['U1', 'U2', 'U2', 'U1'],
  ]);
  expect(presentOn(absences, 'U3', day('2015-02-03'))).toBe('U3');
});

test('where the deputy is away too it is the deputy’s deputy', () => {
  const absences = [away('U1', 'U2'), away('U2', 'U3', '2015-02-04', '2015-02-10')];
  expect(presentOn(absences, 'U1', day('2015-02-03'))).toBe('U2');
  expect(presentOn(absences, 'U1', day('2015-02-04'))).toBe('U3');
});

test('what was agreed last counts', () => {
  const absences = [away('U1', 'U2'), away('U1', 'U3', '2015-02-05', '2015-02-05')];
  expect(presentOn(absences, 'U1', day('2015-02-05'))).toBe('U3');
  expect(presentOn(absences, 'U1', day('2015-02-06'))).toBe('U2');
});

test('who stand in for each other in a ring are all away: it stays where it is', () => {
  const absences = [away('U1', 'U2'), away('U2', 'U3'), away('U3', 'U2')];
  expect(presentOn(absences, 'U1', day('2015-02-03'))).toBe('U1');
  expect(presentOn([away('U1', 'U1')], 'U1', day('2015-02-03'))).toBe('U1');
});

test('whoever stands in for whom: it ends, and with somebody who is there, or with the first', () => {
  const user = fc.constantFrom('U1', 'U2', 'U3', 'U4');
  const absence = fc.record({ user, deputy: user }).map((one) => away(one.user, one.deputy));
  holds(
    fc.property(fc.array(absence, { maxLength: 12 }), user, (absences, asked) => {
      const there = presentOn(absences, asked, day('2015-02-03'));
      const isAway = absences.some((one) => one.user === there);
      expect(!isAway || there === asked).toBe(true);
    }),
    1_000,
  );
});
