import { now } from '../calendar/clock.ts';
import type { ContractsPorts } from '../commands/contracts.ts';
import { type Folders, openDesk } from '../desk.ts';
import type { Person } from '../store/audit.ts';
import { openStore } from '../store/open.ts';
import { contractDesk } from './contract-desk.ts';
import { contractVerbs } from './contract-verbs.ts';

export type VerbsWish = {
  readonly folders: Folders;
  readonly keep: string;
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

async function open({ folders, keep, databaseUrl, by, say }: VerbsWish): Promise<OpenVerbs> {
  const { outlets } = (await openDesk(folders, keep)).policy;
  const store = await openStore(databaseUrl);
  const desk = contractDesk({ store, outlets: () => outlets, now });
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
