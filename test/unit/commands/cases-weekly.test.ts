import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { parseIsoWeek } from '../../../src/calendar/iso-week.ts';
import type { Span } from '../../../src/calendar/span.ts';
import { weeklyFigures } from '../../../src/case-watch/weekly.ts';
import { casesWeeklyCommand } from '../../../src/commands/cases-weekly.ts';
import type { CaseSummary } from '../../../src/complaints/summary.ts';
import { day } from '../../world.ts';

function week(text: string): Span {
  const found = parseIsoWeek(text);
  if (found === undefined) throw new Error('no such week');
  return found;
}

function summary(
  id: string,
  opened: string,
  closed: string | null,
  outlet: string | null,
): CaseSummary {
  return {
    ...{
      id,
      state: closed === null ? 'open' : 'closed',
      checklist: 'general-complaint',
      version: 1,
    },
    ...{ owner: 'U0LI', outlet, hall: null, contract: null, offer: null, rule: null },
    ...{ receivedOn: day(opened), openedAt: 0, openedOn: day(opened), legalDueOn: day(opened) },
    ...{ branchDueOn: null, nearestDueOn: day(opened), isPaused: false, stepsDone: 0, stepsAll: 1 },
    ...{ closedAt: null, closedOn: closed === null ? null : day(closed) },
    ...{ outcome: closed === null ? null : 'explained', accepted: null },
    ...{ channel: null, thread: null, card: null, seq: 1 },
  };
}

const CASES = [
  summary('C-1', '2015-02-02', '2015-02-09', 'own-hall'),
  summary('C-2', '2015-02-09', '2015-02-13', 'own-hall'),
  summary('C-3', '2015-02-15', '2015-02-16', null),
  summary('C-4', '2015-01-02', null, 'township-store'),
];

async function printed(words: readonly string[]) {
  const said: unknown[] = [];
  await casesWeeklyCommand(
    words,
    {
      lastWeek: () => week('2015-W07'),
      outlets: ['own-hall', 'township-store'],
      figuresOf: async (days, outlet) =>
        weeklyFigures(
          CASES.filter((one) => outlet === null || one.outlet === outlet),
          { week: days, lateIds: new Set(['C-4']) },
        ),
      draw: () => ({ svg: '<svg/>', alt: 'x' }),
      renderPng: async () => new Uint8Array(),
    },
    {
      input: Readable.from([]),
      out: (line) => said.push(JSON.parse(line)),
      err: () => undefined,
    },
  );
  return said;
}

describe('desk cases weekly', () => {
  test('a case counts where it was opened, closed or open; the median lies between the middle two', async () => {
    expect(await printed([])).toEqual([
      {
        ...{ of: 'week', from: '2015-02-09', to: '2015-02-15' },
        ...{ opened: 2, closed: 2, open: 2, late: 1 },
        daysToClose: { median: 5.5, longest: 7 },
      },
      { of: 'checklist', id: 'general-complaint', opened: 2, closed: 2, open: 2, late: 1 },
      { of: 'outlet', id: null, opened: 1, closed: 0, open: 1, late: 0 },
      { of: 'outlet', id: 'own-hall', opened: 1, closed: 2, open: 0, late: 0 },
      { of: 'outlet', id: 'township-store', opened: 0, closed: 0, open: 1, late: 1 },
      { of: 'outcome', id: 'explained', cases: 2 },
    ]);
  });

  test('one outlet alone', async () => {
    expect((await printed(['--outlet', 'township-store']))[0]).toMatchObject({
      opened: 0,
      open: 1,
    });
  });

  test.each([
    [['--week', '2015-W54'], /write it as/],
    [['--outlet', 'moon'], /there are own-hall/],
    [['--out', 'a.gif'], /ends in .png/],
    [['x'], /too much/],
  ])('%s is refused', async (words, message) => {
    await expect(printed(words)).rejects.toThrow(message);
  });
});
