import { writeFile } from 'node:fs/promises';
import type { Language } from '../bilingual.ts';
import { parseIsoWeek } from '../calendar/iso-week.ts';
import type { Span } from '../calendar/span.ts';
import type { WeeklyFigures } from '../case-watch/weekly.ts';
import { Problem } from '../problem.ts';
import { languageIn, readArguments } from './arguments.ts';
import type { ExitCode, Streams } from './outcome.ts';

export const CASES_WEEKLY_USAGE =
  'desk cases weekly [--week 2015-W07] [--outlet ID] [--out FILE.png|FILE.svg] [--language zh|en]';

export type CasesWeeklyPorts = {
  /** The week that was over last. */
  readonly lastWeek: () => Span;
  readonly outlets: readonly string[];
  readonly figuresOf: (week: Span, outlet: string | null) => Promise<WeeklyFigures>;
  readonly draw: (picture: {
    readonly days: Span;
    readonly figures: WeeklyFigures;
    readonly language: Language;
  }) => { readonly svg: string; readonly alt: string };
  readonly renderPng: (svg: string) => Promise<Uint8Array>;
};

const OPTIONS = {
  week: { type: 'string' },
  outlet: { type: 'string' },
  out: { type: 'string' },
  language: { type: 'string' },
} as const;

/** Prints a week's cases as figures, one line for the whole and for each kind, outlet and outcome; draws them where asked to. */
export async function casesWeeklyCommand(
  args: readonly string[],
  { lastWeek, outlets, figuresOf, draw, renderPng }: CasesWeeklyPorts,
  { out }: Streams,
): Promise<ExitCode> {
  const given = readArguments(args, OPTIONS);
  const [extra] = given.positionals;
  if (extra !== undefined) throw new Problem('usage', `"${extra}" is too much`);
  const days = weekIn(given.value('week')) ?? lastWeek();
  const outlet = given.value('outlet');
  if (outlet !== null && !outlets.includes(outlet))
    throw new Problem('usage', `--outlet ${outlet}: there are ${outlets.join(', ')}`);
  const file = given.value('out');
  if (file !== null && !/\.(?:png|svg)$/i.test(file))
    throw new Problem('usage', `--out ${file}: the name ends in .png or .svg`);
  const language = languageIn(given);
  const figures = await figuresOf(days, outlet);
  const { kinds, outlets: places, outcomes, ...whole } = figures;
  out(JSON.stringify({ of: 'week', ...days, ...whole }));
  for (const { id, ...row } of kinds) out(JSON.stringify({ of: 'checklist', id, ...row }));
  for (const { id, ...row } of places) out(JSON.stringify({ of: 'outlet', id, ...row }));
  for (const row of outcomes) out(JSON.stringify({ of: 'outcome', ...row }));
  if (file === null) return 0;
  const { svg, alt } = draw({ days, figures, language });
  const content = /\.svg$/i.test(file) ? svg : await renderPng(svg);
  try {
    await writeFile(file, content);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem('file', `${file} cannot be written: ${reason}`, { cause: error });
  }
  out(JSON.stringify({ of: 'picture', file, alt }));
  return 0;
}

function weekIn(text: string | null): Span | null {
  if (text === null) return null;
  const week = parseIsoWeek(text);
  if (week === undefined) throw new Problem('usage', `--week ${text}: write it as 2015-W07`);
  return week;
}
