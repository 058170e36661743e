import { expect, test } from 'vitest';
import { type Day, daysBetween, parseDay } from '../../../src/calendar/day.ts';
import { PRACTICE_CHANNELS, PRACTICE_USERS } from '../../../src/practice/branch.ts';
import { practiceContracts } from '../../../src/practice/contracts.ts';

const TODAY = '2015-02-10' as Day;

function rows(today = TODAY) {
  const [, ...lines] = practiceContracts(today).trimEnd().split('\n');
  return lines.map((line) => {
    const [id = '', customer, phone, plan, outlet, name, from = '', to = '', owner, channel] =
      line.split(',');
    const [startsOn, endsOn] = [parseDay(from), parseDay(to)];
    if (startsOn === undefined || endsOn === undefined) throw new Error(`no day in ${line}`);
    return { id, customer, phone, plan, outlet, name, startsOn, endsOn, owner, channel };
  });
}

test('two hundred contracts, each with its own id and a phone that cannot be real', () => {
  expect(rows()).toHaveLength(200);
  expect(new Set(rows().map(({ id }) => id)).size).toBe(200);
  expect(rows().every(({ phone }) => /^1990000\d{4}$/.test(phone ?? ''))).toBe(true);
});

test('every stage falls on somebody today, so that a digest comes at once', () => {
  const ahead = new Set(rows().map(({ endsOn }) => daysBetween(TODAY, endsOn)));
  for (const stage of [60, 30, 15, 7, 3, 1, 0, -1, -7]) expect(ahead).toContain(stage);
});

test('some of every hall end within a week or ended within one', () => {
  const near = rows().filter(({ endsOn }) => Math.abs(daysBetween(TODAY, endsOn)) <= 7);
  expect(new Set(near.map(({ name }) => name)).size).toBe(new Set(rows().map((r) => r.name)).size);
});

test('owners and channels are those of the practice branch, or none', () => {
  const users = ['', ...Object.values(PRACTICE_USERS).map(({ id }) => id)];
  const channels = ['', ...Object.values(PRACTICE_CHANNELS).map(({ id }) => id)];
  for (const { owner, channel } of rows()) {
    expect(users).toContain(owner);
    expect(channels).toContain(channel);
  }
  expect(rows().some(({ owner }) => owner === '')).toBe(true);
  expect(rows().some(({ channel }) => channel === '')).toBe(true);
});

test('the days move with the day that the workspace believes in', () => {
  const [first] = rows();
  const [later] = rows('2016-02-29' as Day);
  expect(daysBetween('2016-02-29' as Day, later?.endsOn ?? TODAY)).toBe(
    daysBetween(TODAY, first?.endsOn ?? TODAY),
  );
});
