import { expect, test } from 'vitest';
import { workingCalendar } from '../../src/calendar/working-days.ts';
import { openCalendarWatch } from '../../src/calendar-watch.ts';
import type { NewDelivery } from '../../src/deliveries/delivery.ts';
import { day } from '../world.ts';
import { notedLog } from './slack/doorway.ts';

function open(runners: () => Promise<readonly string[]> = async () => ['U0OLIVIA', 'U0WANG']) {
  const planned: NewDelivery[] = [];
  const clock = { now: 1_000, day: day('2026-11-27') };
  const year = { year: 2026, isPublished: true, holidays: [], workingDays: [] };
  const log = notedLog();
  const watch = openCalendarWatch({
    calendar: () => workingCalendar([year]),
    today: () => clock.day,
    directChannel: async (user) => `D${user.slice(1)}`,
    deliver: async (deliveries) => {
      planned.push(...deliveries);
      return deliveries.map(({ key }) => key);
    },
    now: () => clock.now,
    ...{ runners, log },
  });
  return { watch, planned, clock, log };
}

test('those who run the bot are told of a year that is not there, in their direct messages', async () => {
  const { watch, planned } = open();
  await watch.look();
  expect(planned.map(({ key, channel }) => [key, channel])).toEqual([
    ['calendar:2027:D0OLIVIA', 'D0OLIVIA'],
    ['calendar:2027:D0WANG', 'D0WANG'],
  ]);
  expect(planned[0]?.content.text).toContain('data/calendar/2027.yaml');
});

test('it is looked for once a day, and the key keeps it from being said again', async () => {
  const { watch, planned, clock } = open();
  await watch.look();
  await watch.look();
  expect(planned).toHaveLength(2);
  clock.day = day('2026-11-28');
  await watch.look();
  expect(new Set(planned.map(({ key }) => key)).size).toBe(2);
});

test('in a year that is known nothing is said', async () => {
  const { watch, planned, clock } = open();
  clock.day = day('2026-06-01');
  await watch.look();
  expect(planned).toEqual([]);
});

test('what fails is tried again ten minutes later, not at the next tick', async () => {
  let tries = 0;
  const { watch, planned, clock, log } = open(async () => {
    tries += 1;
    if (tries === 1) throw new Error('away');
    return ['U0OLIVIA'];
  });
  await watch.look();
  await watch.look();
  expect([tries, planned.length]).toEqual([1, 0]);
  expect(log.lines).toEqual([expect.stringContaining('calendar.untold')]);
  clock.now += 10 * 60_000;
  await watch.look();
  expect([tries, planned.length]).toEqual([2, 1]);
});
