import { writeFile } from 'node:fs/promises';
import type { Language } from '../bilingual.ts';
import { addDays, type Day, daysBetween } from '../calendar/day.ts';
import { isoWeekOf, parseIsoWeek } from '../calendar/iso-week.ts';
import type { Span } from '../calendar/span.ts';
import type { Chart } from '../charts/chart.ts';
import { Problem } from '../problem.ts';
import { type Cell, type Figures, renewalRate, type Week, weekOf } from '../reminders/week.ts';
import { type Arguments, languageIn, readArguments } from './arguments.ts';
import type { ExitCode, Streams } from './outcome.ts';

export const RENEWALS_USAGE = `desk renewals report [--week 2015-W07 | --from YYYY-MM-DD --to YYYY-MM-DD] [--outlet ID]
    [--out FILE.png|FILE.svg] [--language zh|en] [--today YYYY-MM-DD]`;

const OPTIONS = {
  week: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  outlet: { type: 'string' },
  out: { type: 'string' },
  language: { type: 'string' },
  today: { type: 'string' },
} as const;

/** What is drawn. */
export type WeekAsked = {
  /** Null where the days are not those of a week. */
  readonly week: string | null;
  readonly days: Span;
  readonly asOf: Day;
  readonly figures: Week;
  readonly language: Language;
};

export type RenewalsPorts = {
  readonly believe: (given: Day | null) => Day;
  readonly outlets: readonly string[];
  readonly count: (days: Span) => Promise<readonly Cell[]>;
  readonly draw: (asked: WeekAsked) => Promise<Chart>;
  readonly renderPng: (svg: string) => Promise<Uint8Array>;
};

/** A quarter and its neighbours; more is asked for in parts. */
const LONGEST = 366;

/** What became of what was reminded of in a week or a span: the whole, each hall, each person; and a picture. */
export async function renewalsCommand(
  args: readonly string[],
  ports: RenewalsPorts,
  { out }: Streams,
): Promise<ExitCode> {
  const given = readArguments(args, OPTIONS);
  const [action, ...rest] = given.positionals;
  if (action !== 'report' || rest.length > 0) throw new Problem('usage', 'desk renewals report');
  const asOf = ports.believe(given.day('today'));
  const { week, days } = spanIn(given, asOf);
  const language = languageIn(given);
  const file = fileIn(given);
  const outlet = outletIn(given, ports.outlets);

  const cells = await ports.count(days);
  const figures = weekOf(outlet === null ? cells : cells.filter((one) => one.outlet === outlet));
  const { from, to } = days;
  out(JSON.stringify({ week, from, to, as_of: asOf, outlet, ...printed(figures.all) }));
  for (const hall of figures.halls)
    out(JSON.stringify({ outlet: hall.outlet, outlet_name: hall.hall, ...printed(hall.figures) }));
  for (const { who, figures: own } of figures.people)
    out(JSON.stringify({ owner: who === '' ? null : who, ...printed(own) }));
  if (file === null) return 0;
  const chart = await ports.draw({ week, days, asOf, figures, language });
  await write(file, isSvg(file) ? chart.svg : await ports.renderPng(chart.svg));
  out(JSON.stringify({ file, alt: chart.alt, width: chart.width, height: chart.height }));
  return 0;
}

function printed(figures: Figures) {
  const { due, reached, standings, refusals } = figures;
  const { 'ported-out': portedOut, 'not-ours': notOurs, ...stood } = standings;
  return {
    ...{ due, reached, ...stood, ported_out: portedOut, not_ours: notOurs },
    refused_by_reason: Object.fromEntries(refusals),
    renewal_rate_percent: renewalRate(figures),
  };
}

function spanIn(
  given: Arguments,
  today: Day,
): { readonly week: string | null; readonly days: Span } {
  const [week, from, to] = [given.value('week'), given.day('from'), given.day('to')];
  if (week !== null && (from !== null || to !== null))
    throw new Problem('usage', '--week, or --from with --to');
  if (from === null && to === null) {
    const named = week ?? isoWeekOf(addDays(today, -7));
    const days = parseIsoWeek(named);
    if (days === undefined)
      throw new Problem('usage', `--week ${named}: there is no such week; write 2015-W07`);
    return { week: named, days };
  }
  if (from === null || to === null) throw new Problem('usage', '--from and --to belong together');
  if (to < from) throw new Problem('usage', `--to ${to} lies before --from ${from}`);
  if (daysBetween(from, to) >= LONGEST)
    throw new Problem('usage', `--from ${from} --to ${to}: at most ${LONGEST} days at once`);
  return { week: null, days: { from, to } };
}

function outletIn(given: Arguments, outlets: readonly string[]): string | null {
  const outlet = given.value('outlet');
  if (outlet !== null && !outlets.includes(outlet))
    throw new Problem('usage', `--outlet ${outlet}: there is ${outlets.join(', ')}`);
  return outlet;
}

function fileIn(given: Arguments): string | null {
  const file = given.value('out');
  if (file !== null && !isSvg(file) && !/\.png$/i.test(file))
    throw new Problem('usage', `--out ${file}: the name ends in .png or .svg`);
  return file;
}

function isSvg(file: string): boolean {
  return /\.svg$/i.test(file);
}

async function write(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(file, content);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem('file', `${file} cannot be written: ${reason}`, { cause: error });
  }
}
