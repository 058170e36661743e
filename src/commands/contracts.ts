import { Problem } from '../problem.ts';
import { type Arguments, readArguments } from './arguments.ts';
import type { ExitCode, Streams } from './outcome.ts';

export const CONTRACTS_USAGE = `desk contracts import FILE.csv|FILE.xlsx [--dry-run] [--complete] [--source NAME]
desk contracts list [--outlet ID] [--from D] [--to D] [--full]
desk contracts export [--out FILE.csv|FILE.xlsx] [--outlet ID] [--from D] [--to D] [--full]
desk contracts batches
desk contracts report BATCH
desk contracts undo BATCH`;

/** Something printed: one line of JSON. */
type Printed = { readonly [field: string]: unknown };

export type ImportWords = {
  readonly path: string;
  readonly isDryRun: boolean;
  readonly isComplete: boolean;
  readonly source: string | null;
};

export type ContractFilterWords = {
  readonly outlet: string | null;
  readonly from: string | null;
  readonly to: string | null;
};

export type ContractsPorts = {
  /** What is printed of a file, whether all of it landed, and what a person should know beside it. */
  readonly importFile: (words: ImportWords) => Promise<{
    readonly printed: Printed;
    readonly isWhole: boolean;
    readonly notes: readonly string[];
  }>;
  readonly list: (
    filter: ContractFilterWords,
    inFull: boolean,
  ) => AsyncIterable<readonly Printed[]>;
  /** Without a file, the lines go to standard output. */
  readonly export: (
    filter: ContractFilterWords,
    wish: { readonly inFull: boolean; readonly out: string | null },
    line: (text: string) => void,
  ) => Promise<number>;
  readonly batches: () => Promise<readonly Printed[]>;
  readonly report: (batch: number) => AsyncIterable<Printed>;
  /** Throws a Problem `data` where it may not be taken back. */
  readonly undo: (batch: number) => Promise<Printed>;
};

const OPTIONS = {
  'dry-run': { type: 'boolean' },
  complete: { type: 'boolean' },
  source: { type: 'string' },
  outlet: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  full: { type: 'boolean' },
  out: { type: 'string' },
  today: { type: 'string' },
} as const;

type Name = keyof typeof OPTIONS;

/** The contracts that come in by file: taken in, shown, written out, taken back. */
export async function contractsCommand(
  args: readonly string[],
  ports: ContractsPorts,
  streams: Streams,
): Promise<ExitCode> {
  const given = readArguments(args, OPTIONS);
  const [action, ...rest] = given.positionals;
  const verb = action === undefined ? undefined : VERBS.get(action);
  if (verb === undefined)
    throw new Problem('usage', 'desk contracts import, list, export, batches, report or undo?');
  refuseOthers(given, verb.options);
  const wanted = verb.needs === null ? 0 : 1;
  if (rest.length < wanted) throw new Problem('usage', `${verb.needs}`);
  if (rest.length > wanted) throw new Problem('usage', `what is "${rest[wanted]}"? One at a time`);
  return verb.run({ given, word: rest[0] ?? '', ports, streams });
}

type Run = {
  readonly given: Arguments;
  readonly word: string;
  readonly ports: ContractsPorts;
  readonly streams: Streams;
};
type Verb = {
  readonly options: readonly Name[];
  /** What to ask where the word behind the verb is missing; null where there is none. */
  readonly needs: string | null;
  readonly run: (run: Run) => Promise<ExitCode>;
};

const FILTER: readonly Name[] = ['outlet', 'from', 'to', 'full', 'today'];

const NUMBER = 'which batch? Its number is in the list';

const VERBS: ReadonlyMap<string, Verb> = new Map(
  Object.entries<Verb>({
    import: {
      options: ['dry-run', 'complete', 'source', 'today'],
      needs: 'which file?',
      run: runImport,
    },
    list: { options: FILTER, needs: null, run: runList },
    export: { options: [...FILTER, 'out'], needs: null, run: runExport },
    batches: { options: ['today'], needs: null, run: runBatches },
    report: { options: ['today'], needs: NUMBER, run: runReport },
    undo: { options: ['today'], needs: NUMBER, run: runUndo },
  }),
);

async function runImport({ given, word, ports, streams }: Run): Promise<ExitCode> {
  const { printed, isWhole, notes } = await ports.importFile({
    path: word,
    isDryRun: given.flag('dry-run'),
    isComplete: given.flag('complete'),
    source: given.value('source'),
  });
  streams.out(JSON.stringify(printed));
  for (const note of notes) streams.err(note);
  return isWhole ? 0 : 1;
}

async function runList({ given, ports, streams }: Run): Promise<ExitCode> {
  for await (const page of ports.list(filterOf(given), given.flag('full')))
    for (const contract of page) streams.out(JSON.stringify(contract));
  return 0;
}

async function runExport({ given, ports, streams }: Run): Promise<ExitCode> {
  const out = given.value('out');
  if (out !== null && !/\.(?:csv|xlsx)$/i.test(out))
    throw new Problem('usage', `--out ${out}: a file called .csv or .xlsx`);
  const count = await ports.export(
    filterOf(given),
    { inFull: given.flag('full'), out },
    streams.out,
  );
  if (out === null) return 0;
  streams.err(`${count} contracts are in ${out}.`);
  if (!given.flag('full'))
    streams.err(
      'Phones are masked in it: imported again, the numbers that are kept stay. --full writes them.',
    );
  return 0;
}

async function runBatches({ ports, streams }: Run): Promise<ExitCode> {
  for (const batch of await ports.batches()) streams.out(JSON.stringify(batch));
  return 0;
}

async function runReport({ word, ports, streams }: Run): Promise<ExitCode> {
  for await (const line of ports.report(batchIn(word))) streams.out(JSON.stringify(line));
  return 0;
}

async function runUndo({ word, ports, streams }: Run): Promise<ExitCode> {
  streams.out(JSON.stringify(await ports.undo(batchIn(word))));
  return 0;
}

function filterOf(given: Arguments): ContractFilterWords {
  return { outlet: given.value('outlet'), from: given.day('from'), to: given.day('to') };
}

function batchIn(word: string): number {
  if (!/^[1-9]\d{0,14}$/.test(word))
    throw new Problem('usage', `"${word}" is no number of a batch`);
  return Number(word);
}

function refuseOthers(given: Arguments, allowed: readonly Name[]): void {
  const names = Object.keys(OPTIONS) as Name[];
  const other = names.find(
    (name) => !allowed.includes(name) && (given.flag(name) || given.value(name) !== null),
  );
  if (other !== undefined) throw new Problem('usage', `--${other} does nothing here`);
}
