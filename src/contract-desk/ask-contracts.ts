import { existsSync } from 'node:fs';
import { type ContractsFound, contractNeed } from '../answers/contracts-found.ts';
import type { Day } from '../calendar/day.ts';
import type { Asked, Desk } from '../desk.ts';
import type { LookUp } from './look-up.ts';

/** Answers a question about contracts once more, with what is known of them; any other answer stays as it is. */
export async function withContracts<Given extends Asked>(
  desk: Pick<Desk, 'answer'>,
  asked: Given,
  { today, lookUp }: { readonly today: Day; readonly lookUp: LookUp },
): Promise<Given> {
  const need = contractNeed(asked.reading, today);
  if (need === null) return asked;
  const contracts = await lookUp(need);
  return { ...asked, answer: desk.answer(asked.reading, { today, contracts }) };
}

const NOTHING: ContractsFound = { isConnected: false, total: 0, contracts: [] };

/** Looks contracts up in the bot's database, which is opened when the first question about them comes, and not made. */
export function lookUpIn(databaseUrl: string): {
  readonly lookUp: LookUp;
  readonly close: () => Promise<void>;
} {
  let close = async (): Promise<void> => undefined;
  let opening: Promise<LookUp> | null = null;
  const open = async (): Promise<LookUp> => {
    const [{ openStore }, { contractLookUp }] = await Promise.all([
      import('../store/open.ts'),
      import('./look-up.ts'),
    ]);
    const store = await openStore(databaseUrl);
    close = () => store.close();
    return contractLookUp(store);
  };
  return {
    lookUp: async (need) => {
      if (isAbsent(databaseUrl)) return NOTHING;
      opening ??= open();
      return (await opening)(need);
    },
    close: () => close(),
  };
}

function isAbsent(databaseUrl: string): boolean {
  const path = /^sqlite:(.+)$/.exec(databaseUrl)?.[1];
  return path !== undefined && !existsSync(path);
}
