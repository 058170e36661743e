import type { Day } from '../calendar/day.ts';
import { Problem } from '../problem.ts';
import { type Arguments, readArguments } from './arguments.ts';
import type { ExitCode, Streams } from './outcome.ts';

export const POLICY_USAGE = `desk policy template [--out FILE.xlsx] [--from CAMPAIGN]
desk policy import FILE.xlsx|FILE.csv [--id CAMPAIGN] [--version N] [--by NAME] [--today YYYY-MM-DD] [--dry-run]`;

/** A cell that a person must decide. */
export type DoubtfulCell = {
  readonly sheet: string;
  readonly cell: string;
  readonly value: string;
  readonly message: string;
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
  const today = given.day('today');
  return { out, from, id, version, by, today, isDryRun: given.flag('dry-run') };
}

const writeTemplate: Action = async (
  { file, out, from, id, version, by, today, isDryRun },
  ports,
  streams,
) => {
  if (file !== undefined) throw new Problem('usage', `"${file}" is too much; --out names the file`);
  if ([id, version, by, today].some((one) => one !== null) || isDryRun)
    throw new Problem('usage', 'a template takes --out and --from only');
  if (out !== null && !/\.xlsx$/i.test(out))
    throw new Problem('usage', `--out ${out}: a template is an .xlsx file`);
  const template = await ports.template({ out, from });
  streams.out(JSON.stringify({ template, from }));
  return 0;
};

const importFile: Action = async (
  { file, out, from, id, version, by, today, isDryRun },
  ports,
  streams,
) => {
  if (file === undefined) throw new Problem('usage', 'which file? desk policy import FILE.xlsx');
  if (out !== null || from !== null)
    throw new Problem('usage', 'an import takes --id, --version, --by, --today and --dry-run only');
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
    return tell(await ports.load(file, wanted), isDryRun, streams);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'file') throw error;
    streams.out(JSON.stringify({ ...NOTHING, error: error.message }));
    streams.err(`desk: ${file}: ${error.message}`);
    return 1;
  }
};

const ACTIONS: ReadonlyMap<string, Action> = new Map(
  Object.entries({ template: writeTemplate, import: importFile }),
);

function tell(imported: Imported, isDryRun: boolean, { out, err }: Streams): ExitCode {
  out(JSON.stringify(imported));
  for (const { sheet, cell, value, message } of imported.doubtful)
    err(`${sheet}!${cell}${value === '' ? '' : ` "${value}"`}: ${message}`);
  err(verdict(imported, isDryRun));
  return imported.doubtful.length === 0 ? 0 : 1;
}

const NOTHING: Imported = {
  draft: null,
  campaign: null,
  offers: 0,
  plans: 0,
  cells: 0,
  doubtful: [],
};

function verdict({ draft, doubtful }: Imported, isDryRun: boolean): string {
  const where =
    draft === null
      ? isDryRun
        ? 'A dry run: nothing was written.'
        : 'Nothing was written: a draft needs an id.'
      : `The draft is ${draft}; nothing of it is served.`;
  return doubtful.length === 0
    ? `${where} No cell is in doubt.`
    : `${where} ${doubtful.length === 1 ? '1 cell is' : `${doubtful.length} cells are`} in doubt: mend the sheet and import it again.`;
}
