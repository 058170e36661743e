import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Span } from '../../../src/calendar/span.ts';
import { type RenewalsPorts, renewalsCommand } from '../../../src/commands/renewals.ts';
import { openTally, type SaidTerm } from '../../../src/reminders/week.ts';
import { day } from '../../world.ts';

const TERM: SaidTerm = {
  ...{ outlet: 'own-hall', hall: 'A', owner: 'U1', claimedBy: null, unreachable: 0 },
  ...{ outcome: null, reason: null, isChanged: false },
};

function asked(terms: readonly SaidTerm[] = []) {
  const lines: string[] = [];
  const spans: Span[] = [];
  const ports: RenewalsPorts = {
    believe: (given) => given ?? day('2015-02-16'),
    outlets: ['own-hall', 'convenience-point'],
    count: async (days) => {
      spans.push(days);
      const tally = openTally();
      for (const term of terms) tally.add(term);
      return tally.cells();
    },
    draw: async ({ week, language }) => ({
      ...{ svg: `<svg>${week} ${language}</svg>`, alt: 'what it shows', width: 1, height: 2 },
    }),
    renderPng: async () => new Uint8Array([0x89]),
  };
  const streams = {
    input: process.stdin,
    out: (line: string) => void lines.push(line),
    err: (line: string) => void lines.push(line),
  };
  const run = (...args: readonly string[]) => renewalsCommand(['report', ...args], ports, streams);
  return { run, spans, lines: () => lines.map((line): unknown => JSON.parse(line)) };
}

describe('desk renewals report', () => {
  test('without a span it is the week before, in all, by hall and by owner', async () => {
    const { run, lines, spans } = asked([
      TERM,
      { ...TERM, outcome: 'renewed' },
      { ...TERM, outlet: 'convenience-point', hall: '', owner: '', outcome: 'ported-out' },
    ]);
    expect(await run()).toBe(0);
    expect(spans).toEqual([{ from: '2015-02-09', to: '2015-02-15' }]);
    const none = { unreachable: 0, disconnected: 0, not_ours: 0, changed: 0, refused: 0 };
    const rest = { ...none, refused_by_reason: {} };
    const ported = {
      ...{ ...rest, due: 1, reached: 1, renewed: 0, ported_out: 1, open: 0 },
      renewal_rate_percent: 0,
    };
    const own = {
      ...{ ...rest, due: 2, reached: 1, renewed: 1, ported_out: 0, open: 1 },
      renewal_rate_percent: 50,
    };
    expect(lines()).toEqual([
      {
        ...{ week: '2015-W07', from: '2015-02-09', to: '2015-02-15', as_of: '2015-02-16' },
        ...{ ...rest, outlet: null, due: 3, reached: 2, renewed: 1, ported_out: 1, open: 1 },
        renewal_rate_percent: 33,
      },
      { outlet: 'own-hall', outlet_name: 'A', ...own },
      { outlet: 'convenience-point', outlet_name: '', ...ported },
      { owner: 'U1', ...own },
      { owner: null, ...ported },
    ]);
  });

  test('of one outlet type alone, over any days, with a picture', async () => {
    const { run, lines, spans } = asked([TERM, { ...TERM, outlet: 'convenience-point' }]);
    const file = join(mkdtempSync(join(tmpdir(), 'desk-week-')), 'week.svg');
    const days = ['--from', '2015-01-01', '--to', '2015-03-31'];
    await run(...days, '--outlet', 'own-hall', '--out', file, '--language', 'en');
    expect(spans).toEqual([{ from: '2015-01-01', to: '2015-03-31' }]);
    expect(lines()[0]).toMatchObject({ week: null, outlet: 'own-hall', due: 1 });
    expect(lines().at(-1)).toEqual({ file, alt: 'what it shows', width: 1, height: 2 });
    expect(readFileSync(file, 'utf8')).toBe('<svg>null en</svg>');
  });

  test.each<[readonly string[], string]>([
    [['--week', '2015-W54'], 'there is no such week'],
    [['--week', '2015-W07', '--from', '2015-02-01'], '--week, or --from'],
    [['--from', '2015-02-01'], 'belong together'],
    [['--from', '2015-02-02', '--to', '2015-02-01'], 'lies before'],
    [['--from', '2014-01-01', '--to', '2015-02-01'], 'at most 366 days'],
    [['--outlet', 'nowhere'], 'own-hall, convenience-point'],
    [['--out', 'week.pdf'], 'ends in .png or .svg'],
    [['again'], 'desk renewals report'],
  ])('%j is refused before anything is counted', async (args, why) => {
    const { run, spans } = asked();
    await expect(run(...args)).rejects.toThrow(why);
    expect(spans).toEqual([]);
  });
});
