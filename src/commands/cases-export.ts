import { writeFile } from 'node:fs/promises';
import type { Language } from '../bilingual.ts';
import { Problem } from '../problem.ts';
import { languageIn, readArguments } from './arguments.ts';
import type { ExitCode, Streams } from './outcome.ts';

export const CASES_EXPORT_USAGE =
  'desk cases export ID [--format pdf|md] [--language zh|en] [--out FILE.pdf|FILE.md] [--by NAME]';

export type CasesExportPorts = {
  /** Who runs the program, where `--by` names nobody. */
  readonly account: () => string;
  /** Makes the case file, and writes down who had it made; throws a Problem where there is no such case. */
  readonly report: (
    id: string,
    wanted: {
      readonly format: 'md' | 'pdf';
      /** Null is the language of the case. */
      readonly language: Language | null;
      readonly who: string;
    },
  ) => Promise<{ readonly name: string; readonly bytes: Uint8Array; readonly language: Language }>;
};

const OPTIONS = {
  format: { type: 'string' },
  language: { type: 'string' },
  out: { type: 'string' },
  by: { type: 'string' },
} as const;

/** Writes the case file, ready for the authority, and prints where it is. */
export async function casesExportCommand(
  args: readonly string[],
  { account, report }: CasesExportPorts,
  { out }: Streams,
): Promise<ExitCode> {
  const given = readArguments(args, OPTIONS);
  const [id, extra] = given.positionals;
  if (id === undefined) throw new Problem('usage', 'which case? desk cases export C-2015-0001');
  if (extra !== undefined) throw new Problem('usage', `"${extra}" is too much`);
  const asked = given.value('out');
  const format = formatIn(given.value('format'), asked);
  const language = given.value('language') === null ? null : languageIn(given);
  const who = given.value('by')?.trim() || account();
  const made = await report(id, { format, language, who });
  const file = asked ?? made.name;
  try {
    await writeFile(file, made.bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem('file', `${file} cannot be written: ${reason}`, { cause: error });
  }
  const { language: written, bytes } = made;
  out(JSON.stringify({ case: id, file, format, language: written, bytes: bytes.length }));
  return 0;
}

/** As named; else by the name of the file; else PDF. */
function formatIn(named: string | null, file: string | null): 'md' | 'pdf' {
  const ending = /\.(md|pdf)$/i.exec(file ?? '')?.[1]?.toLowerCase() ?? null;
  if (file !== null && ending === null)
    throw new Problem('usage', `--out ${file}: the name ends in .pdf or .md`);
  const format = named ?? ending ?? 'pdf';
  if (format !== 'md' && format !== 'pdf')
    throw new Problem('usage', `--format ${format}: there are pdf and md`);
  if (ending !== null && ending !== format)
    throw new Problem('usage', `--out ${file} is no file of --format ${format}`);
  return format;
}
