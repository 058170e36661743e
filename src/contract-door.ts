import { createHash, randomBytes } from 'node:crypto';
import type { Bilingual } from './bilingual.ts';
import { contractDesk } from './contract-desk/contract-desk.ts';
import type { Imported } from './contract-desk/outcome.ts';
import { isOfContracts } from './contract-desk/read-file.ts';
import { COLUMNS } from './contracts/columns.ts';
import type { NamedOutlet } from './contracts/outlet-named.ts';
import { openLanes } from './dialogs/lanes.ts';
import { openRecords } from './dialogs/records.ts';
import type { Memory } from './dialogs/turn.ts';
import { Problem } from './problem.ts';
import type { ContractCounts, ContractDoor } from './slack/contract-ports.ts';
import { fileSchema, type SharedFile } from './slack/payloads.ts';
import type { Person } from './store/audit.ts';
import type { Store } from './store/schema.ts';
import { bytesInMemory } from './tables/byte-source.ts';

export type ContractDoorPorts = {
  readonly store: Store;
  readonly outlets: () => readonly NamedOutlet[];
  readonly now: () => number;
  /** Where it is kept which file a button means; never what is in it. */
  readonly memory: Memory;
  readonly onProblem: (error: unknown) => void;
};

/** As much as Slack hands over without trouble, and some 150,000 contracts. */
const MOST_BYTES = 20_000_000;
const DECIDED_WITHIN_MS = 24 * 3_600_000;
const SHOWN = 5;

/** What Slack users do with contracts. One file at a time: each waits for the one before. */
export function openContractDoor(ports: ContractDoorPorts): ContractDoor {
  const { store, outlets, now, memory, onProblem } = ports;
  const desk = contractDesk({ store, outlets, now, batchesAtOnce: 1 });
  const records = openRecords({ memory, now, onProblem });
  const lanes = openLanes();
  const wish = (user: string) => ({ source: 'Slack', by: { who: user, origin: 'Slack' } });

  return {
    mostBytes: MOST_BYTES,
    isOurs: (bytes) => isOfContracts(bytesInMemory(bytes)),
    preview: (file, bytes) =>
      lanes('contracts', async () => {
        const outcome = await desk.importFile(
          bytesInMemory(bytes),
          { ...wish('nobody'), isDryRun: true, isComplete: false },
          () => undefined,
        );
        if (outcome.kind === 'unreadable') return outcome;
        const key = randomBytes(9).toString('base64url');
        // Its name may be a customer's: nobody needs it any more.
        const nameless = { ...file, name: '' };
        await records.write(key, { file: nameless, print: printOf(bytes) }, DECIDED_WITHIN_MS);
        return { kind: 'read', key, ...countsOf(outcome) };
      }),
    take: ({ key, user, isComplete, fetch, onProgress }) =>
      lanes('contracts', async () => {
        const record = await records.read(key);
        const dropped = droppedIn(record);
        if (dropped === null) return { kind: 'stale' };
        const bytes = await fetch(dropped.file);
        // What was looked at is what is taken.
        if (bytes === null || printOf(bytes) !== dropped.print) return { kind: 'gone' };
        const outcome = await desk.importFile(
          bytesInMemory(bytes),
          { ...wish(user), isDryRun: false, isComplete },
          onProgress,
        );
        if (outcome.kind === 'unreadable') return outcome;
        await records.remove(key);
        const { batch, isMarked } = outcome;
        return { kind: 'taken', batch, isMarked, ...countsOf(outcome) };
      }),
    mend: async () => void (await desk.mend()),
    leave: (key) => records.remove(key),
    undo: (batch, user) =>
      lanes('contracts', async () => {
        try {
          return await undo(batch, wish(user).by, desk);
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          return { kind: 'refused', reason: { zh: error.zh ?? error.message, en: error.message } };
        }
      }),
  };
}

async function undo(
  batch: number,
  by: Person,
  desk: ReturnType<typeof contractDesk>,
): ReturnType<ContractDoor['undo']> {
  const before = await desk.batch(batch);
  // Whoever took a file in takes it back here; somebody else does it on the command line.
  if (before !== null && before.who !== by.who) return { kind: 'refused', reason: NOT_YOURS };
  const outcome = await desk.undo(batch, by);
  if (outcome.kind === 'undone') return { kind: 'undone' };
  if (outcome.kind !== 'changed-since') return { kind: 'refused', reason: NOT_NOW };
  const later = outcome.by.map((one) => one.batch).join(', ');
  return {
    kind: 'refused',
    reason: {
      zh: `不能撤销：第 ${later} 批后来改过同样的合约，请先撤销它。`,
      en: `Not taken back: batch ${later} has changed the same contracts since. Take that one back first.`,
    },
  };
}

const NOT_YOURS: Bilingual = {
  zh: '这一批是别人导入的，请他来撤销。',
  en: 'Somebody else took this file in: ask them to take it back.',
};
const NOT_NOW: Bilingual = {
  zh: '这一批已经撤销了，没有可撤销的。',
  en: 'There is nothing to take back: it has been taken back already.',
};

function countsOf({
  rejected,
  rejectedRows,
  imported,
  updated,
  unchanged,
  vanished,
}: Imported): ContractCounts {
  return {
    ...{ imported, updated, unchanged, vanished },
    rejected: rejectedRows,
    problems: rejected.slice(0, SHOWN).map(({ line, field, message }) => ({
      line,
      message,
      field: { zh: COLUMNS.find(({ column }) => column === field)?.zh ?? field, en: field },
    })),
  };
}

type Dropped = { readonly file: SharedFile; readonly print: string };

function droppedIn(record: unknown): Dropped | null {
  if (typeof record !== 'object' || record === null) return null;
  const { file, print }: Record<string, unknown> = { ...record };
  const parsed = fileSchema.safeParse(file);
  return parsed.success && typeof print === 'string' ? { file: parsed.data, print } : null;
}

function printOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}
