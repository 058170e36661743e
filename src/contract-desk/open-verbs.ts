import { now } from '../calendar/clock.ts';
import type { ContractsPorts } from '../commands/contracts.ts';
import type { NamedOutlet } from '../contracts/outlet-named.ts';
import type { Folders } from '../desk.ts';
import { loadOutlets } from '../files/policy-files.ts';
import { Problem } from '../problem.ts';
import type { Person } from '../store/audit.ts';
import { openStore } from '../store/open.ts';
import { contractDesk } from './contract-desk.ts';
import { contractVerbs } from './contract-verbs.ts';

export type VerbsWish = {
  readonly folders: Folders;
  readonly databaseUrl: string;
  readonly by: Person;
  /** Says words that the next ones take the place of; null where nobody looks. */
  readonly say: ((words: string) => void) | null;
};

export type OpenVerbs = { readonly ports: ContractsPorts; readonly close: () => Promise<void> };

/** The verbs over the bot's database, which is opened when a verb first needs it: wrong words cost nothing. */
export function openContractVerbs(wish: VerbsWish): OpenVerbs {
  let opening: Promise<{
    readonly ports: ContractsPorts;
    readonly close: () => Promise<void>;
  }> | null = null;
  const opened = (): NonNullable<typeof opening> => {
    opening ??= open(wish);
    return opening;
  };
  return {
    ports: {
      importFile: async (words) => (await opened()).ports.importFile(words),
      list: async function* (filter, inFull) {
        yield* (await opened()).ports.list(filter, inFull);
      },
      export: async (...given) => (await opened()).ports.export(...given),
      batches: async () => (await opened()).ports.batches(),
      report: async function* (batch) {
        yield* (await opened()).ports.report(batch);
      },
      undo: async (batch) => (await opened()).ports.undo(batch),
    },
    close: async () => {
      if (opening !== null) await (await opening).close();
    },
  };
}

async function open({ folders, databaseUrl, by, say }: VerbsWish): Promise<OpenVerbs> {
  const outlets = outletsIn(folders.data);
  const store = await openStore(databaseUrl);
  const desk = contractDesk({ store, outlets: () => outlets, now, batchesAtOnce: BATCHES_AT_ONCE });
  const broken = await desk.mend();
  if (broken.length > 0 && say !== null)
    say(`Taken back, because it broke off: batch ${broken.join(', ')}.\n`);
  return {
    ports: contractVerbs({
      desk,
      outlets,
      by,
      onProgress: say === null ? () => undefined : progressBar(say),
    }),
    close: () => store.close(),
  };
}

/** The outlet types alone: a desk that reads questions takes more memory than a million contracts. */
function outletsIn(data: string): readonly NamedOutlet[] {
  const loaded = loadOutlets(data);
  if (loaded.ok) return loaded.value;
  const [first] = loaded.problems;
  throw new Problem(
    'data',
    `the data does not hold together: ${first === undefined ? '' : `${first.file}:${first.line} ${first.message}`}`,
  );
}

/** 5,000 rows: a bot beside it waits for the database a fifth of a second. */
const BATCHES_AT_ONCE = 10;
const BAR = 30;

function progressBar(say: (words: string) => void): (share: number) => void {
  let shown = -1;
  return (share) => {
    const percent = Math.floor(Math.min(1, share) * 100);
    if (percent === shown) return;
    shown = percent;
    const full = Math.round((percent / 100) * BAR);
    say(percent === 100 ? '' : `[${'#'.repeat(full)}${' '.repeat(BAR - full)}] ${percent} %`);
  };
}
