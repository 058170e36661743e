import { basename } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { Day } from '../calendar/day.ts';
import { parseDay } from '../calendar/day.ts';
import type { ContractFilterWords, ContractsPorts } from '../commands/contracts.ts';
import { type NamedOutlet, outletsNamed } from '../contracts/outlet-named.ts';
import { writtenRow } from '../contracts/written-row.ts';
import { Problem } from '../problem.ts';
import type { Person } from '../store/audit.ts';
import type { Batch } from '../store/contract-batches.ts';
import type { ContractFilter } from '../store/contracts.ts';
import type { ContractDesk } from './contract-desk.ts';
import { openFile } from './file-source.ts';
import type { Imported, Unreadable } from './outcome.ts';

export type VerbPorts = {
  readonly desk: ContractDesk;
  readonly outlets: readonly NamedOutlet[];
  readonly by: Person;
  /** Shows how far it is; does nothing where nobody looks. */
  readonly onProgress: (share: number) => void;
};

/** What the command line does with contracts. */
export function contractVerbs({ desk, outlets, by, onProgress }: VerbPorts): ContractsPorts {
  const filterOf = (words: ContractFilterWords): ContractFilter => ({
    outlets: outletOf(words.outlet, outlets),
    from: dayOf(words.from),
    to: dayOf(words.to),
  });
  return {
    async importFile({ path, isDryRun, isComplete, source }) {
      const wish = { isDryRun, isComplete, source: source ?? basename(path), by };
      const outcome = await importPath(desk, path, { wish, onProgress });
      if (outcome.kind === 'unreadable')
        return { printed: { ...NOTHING, error: outcome.reason.en }, isWhole: false, notes: [] };
      return {
        printed: printedOf(outcome, isDryRun),
        isWhole: outcome.rejectedRows === 0 && outcome.notMarked === null,
        notes: notesOf(outcome),
      };
    },
    async *list(filter, inFull) {
      for await (const page of desk.all({ ...filterOf(filter), withVanished: true }))
        yield page.map((contract) => ({
          ...writtenRow(contract, { inFull }),
          ...(contract.vanishedAt === null ? {} : { vanished: true }),
        }));
    },
    // What has vanished is over: written into a file, it would come back with it.
    export: (filter, { inFull, out }, line) => {
      const wish = { filter: filterOf(filter), inFull };
      return out === null ? desk.exportLines(wish, line) : desk.exportFile(wish, out);
    },
    batches: async () => (await desk.batches()).map(printedBatch),
    report: (batch) => desk.report(batch),
    async undo(id) {
      const outcome = await desk.undo(id, by);
      if (outcome.kind === 'undone')
        return {
          undone: id,
          imported: outcome.batch.imported,
          updated: outcome.batch.updated,
          vanished: outcome.batch.isComplete ? outcome.batch.vanished : 0,
        };
      throw new Problem('data', WHY_NOT[outcome.kind](id, outcome));
    },
  };
}

type NotUndone = Exclude<Awaited<ReturnType<ContractDesk['undo']>>, { kind: 'undone' }>;

const WHY_NOT: Readonly<Record<NotUndone['kind'], (id: number, outcome: NotUndone) => string>> = {
  unknown: (id) => `there is no batch ${id}`,
  'not-now': (id, outcome) =>
    `batch ${id} is ${outcome.kind === 'not-now' ? outcome.state : ''}: there is nothing to take back`,
  'changed-since': (id, outcome) =>
    `batch ${id} is not taken back: ${
      outcome.kind === 'changed-since'
        ? outcome.by
            .map(({ batch, contracts }) => `batch ${batch} changed ${contracts} of its contracts`)
            .join(', ')
        : ''
    }; take the later ones back first`,
};

type Path = {
  readonly wish: Parameters<ContractDesk['importFile']>[1];
  readonly onProgress: (share: number) => void;
};

const LARGE = 5_000_000;

/**
 * What is read is dropped at once, and 30 MB are in use at a time; left alone, V8 makes some 120 MB more room for it
 * before it looks for what can go.
 */
function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=30');
}

async function importPath(
  desk: ContractDesk,
  path: string,
  { wish, onProgress }: Path,
): Promise<Imported | Unreadable> {
  let file: Awaited<ReturnType<typeof openFile>>;
  try {
    file = await openFile(path);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { kind: 'unreadable', reason: { zh: error.zh ?? error.message, en: error.message } };
  }
  try {
    if (file.size > LARGE) keepHeapSmall();
    return await desk.importFile(file, wish, onProgress);
  } finally {
    await file.close();
  }
}

const NOTHING = { imported: 0, updated: 0, unchanged: 0, rejected: [] } as const;

function printedOf(outcome: Imported, isDryRun: boolean) {
  const { imported, updated, unchanged, rejected, rejectedRows, batch, vanished } = outcome;
  return {
    imported,
    updated,
    unchanged,
    rejected: rejected.map(({ line, field, value, message, also }) => ({
      line,
      field,
      value,
      message: message.en,
      ...(also.length === 0 ? {} : { also }),
    })),
    ...(rejectedRows > rejected.length ? { rejectedRows } : {}),
    batch,
    vanished,
    dryRun: isDryRun,
  };
}

function notesOf({
  rejected,
  rejectedRows,
  notMarked,
  isMarked,
  vanished,
}: Imported): readonly string[] {
  return [
    ...(rejectedRows > rejected.length
      ? [`${rejectedRows} rows were refused; the first ${rejected.length} are printed.`]
      : []),
    ...(notMarked === null ? [] : [`Although --complete was given: ${notMarked.en}.`]),
    ...(isMarked && vanished > 0
      ? [`${vanished} contracts that are not in the file are marked as over.`]
      : []),
  ];
}

function printedBatch({ begunAt, endedAt, isComplete, ...batch }: Batch) {
  const at = (instant: number | null): string | null =>
    instant === null ? null : new Date(instant).toISOString();
  return { ...batch, complete: isComplete, begunAt: at(begunAt), endedAt: at(endedAt) };
}

function outletOf(text: string | null, outlets: readonly NamedOutlet[]): readonly string[] | null {
  if (text === null) return null;
  const meant = outletsNamed(text, outlets);
  if (meant.length > 0) return meant.map(({ id }) => id);
  throw new Problem(
    'usage',
    `--outlet ${text}: there are ${outlets.map(({ id }) => id).join(', ')}`,
  );
}

function dayOf(text: string | null): Day | null {
  return text === null ? null : (parseDay(text) ?? null);
}
