import type { Bilingual } from '../bilingual.ts';
import type { Day } from '../calendar/day.ts';
import { Problem } from '../problem.ts';
import { type Arguments, languageIn, readArguments } from './arguments.ts';
import { importedLine, sayImported } from './imported-words.ts';
import type { ExitCode, Streams } from './outcome.ts';

export const POLICY_USAGE = `desk policy template [--out FILE.xlsx] [--from CAMPAIGN]
desk policy import FILE.xlsx|FILE.csv [--id CAMPAIGN] [--version N] [--by NAME] [--today YYYY-MM-DD] [--language zh|en] [--dry-run]`;

/** A cell that a person must decide. */
export type DoubtfulCell = {
  readonly sheet: string;
  readonly cell: string;
  readonly value: string;
  readonly message: Bilingual;
};

export type Imported = {
  /** The folder that was written; null where nothing was. */
  readonly draft: string | null;
  readonly campaign: string | null;
  readonly offers: number;
  readonly plans: number;
  readonly cells: number;
  readonly doubtful: readonly DoubtfulCell[];
};

/** How a sheet is to be imported: what is said here goes before what the sheet says. */
export type Wanted = {
  readonly id: string | null;
  readonly version: number | null;
  readonly isDryRun: boolean;
  /** Who prepares the draft, and on which day. */
  readonly by: string;
  readonly today: Day;
};

export type PolicyPorts = {
  /** Answers the file that was written. */
  readonly template: (wanted: {
    readonly out: string | null;
    readonly from: string | null;
  }) => Promise<string>;
  /** Throws a Problem `file` where the file cannot be read. */
  readonly load: (file: string, wanted: Wanted) => Promise<Imported>;
  /** Who runs this program. */
  readonly account: () => string;
  readonly believe: (given: Day | null) => Day;
};

const OPTIONS = {
  out: { type: 'string' },
  from: { type: 'string' },
  id: { type: 'string' },
  version: { type: 'string' },
  by: { type: 'string' },
  today: { type: 'string' },
  language: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const;

/** Writes the sheet in which policy is kept, or reads one into a draft. */
export async function policyCommand(
  args: readonly string[],
  ports: PolicyPorts,
  streams: Streams,
): Promise<ExitCode> {
  const given = readArguments(args, OPTIONS);
  const [action = '', file, ...rest] = given.positionals;
  if (rest[0] !== undefined) throw new Problem('usage', `"${rest[0]}" is too much`);
  const act = ACTIONS.get(action);
  if (act === undefined) throw new Problem('usage', 'desk policy template or import?');
  return act({ file, ...flagsOf(given) }, ports, streams);
}

type Given = ReturnType<typeof flagsOf> & { readonly file: string | undefined };
type Action = (given: Given, ports: PolicyPorts, streams: Streams) => Promise<ExitCode>;

function flagsOf(given: Arguments) {
  const values = Object.fromEntries(Object.keys(OPTIONS).map((name) => [name, given.value(name)]));
  const { out = null, from = null, id = null, version = null, by = null } = values;
  return {
    out,
    from,
    id,
    version,
    by,
    today: given.day('today'),
    language: given.value('language') === null ? null : languageIn(given),
    isDryRun: given.flag('dry-run'),
  };
}

const writeTemplate: Action = async ({ file, out, from, isDryRun, ...others }, ports, streams) => {
  if (file !== undefined) throw new Problem('usage', `"${file}" is too much; --out names the file`);
  if (Object.values(others).some((one) => one !== null) || isDryRun)
    throw new Problem('usage', 'a template takes --out and --from only');
  if (out !== null && !/\.xlsx$/i.test(out))
    throw new Problem('usage', `--out ${out}: a template is an .xlsx file`);
  const template = await ports.template({ out, from });
  streams.out(JSON.stringify({ template, from }));
  return 0;
};

const importFile: Action = async (
  { file, out, from, id, version, by, today, language, isDryRun },
  ports,
  streams,
) => {
  if (file === undefined) throw new Problem('usage', 'which file? desk policy import FILE.xlsx');
  if (out !== null || from !== null)
    throw new Problem('usage', '--out and --from are for a template');
  if (id !== null && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))
    throw new Problem('usage', `--id ${id}: lower-case letters and digits with hyphens between`);
  if (version !== null && !/^[1-9]\d{0,5}$/.test(version))
    throw new Problem('usage', `--version ${version}: write 1, 2, …`);
  if (by?.trim() === '') throw new Problem('usage', '--by: the name is empty');
  const wanted = {
    id,
    version: version === null ? null : Number(version),
    isDryRun,
    by: by?.trim() ?? ports.account(),
    today: ports.believe(today),
  };
  try {
    const imported = await ports.load(file, wanted);
    streams.out(importedLine(imported));
    sayImported(imported, isDryRun, language ?? 'zh').forEach(streams.err);
    return imported.doubtful.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'file') throw error;
    const { message, zh } = error;
    streams.out(JSON.stringify({ ...NOTHING, error: message, zh }));
    streams.err(`desk: ${file}: ${language === 'en' ? message : (zh ?? message)}`);
    return 1;
  }
};

const ACTIONS: ReadonlyMap<string, Action> = new Map(
  Object.entries({ template: writeTemplate, import: importFile }),
);

const NOTHING: Imported = {
  draft: null,
  campaign: null,
  offers: 0,
  plans: 0,
  cells: 0,
  doubtful: [],
};
