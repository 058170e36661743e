import { bytesInMemory } from '../tables/byte-source.ts';
import { type ContractDeskPorts, contractDesk } from './contract-desk.ts';

/** Takes in a file of contracts that is known to hold. */
export async function bringIn(
  bytes: Uint8Array,
  { store, now, outlets }: Pick<ContractDeskPorts, 'store' | 'now' | 'outlets'>,
): Promise<void> {
  const { importFile } = contractDesk({ store, now, outlets, batchesAtOnce: 1 });
  const by = { who: 'practice', origin: 'start' };
  const wish = { isDryRun: false, isComplete: false, source: 'practice', by };
  const outcome = await importFile(bytesInMemory(bytes), wish, () => undefined);
  if (outcome.kind !== 'read') throw new Error('the contracts cannot be read');
}
