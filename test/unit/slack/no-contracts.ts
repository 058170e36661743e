import type { ContractDoor } from '../../../src/slack/contract-ports.ts';

/** A door through which no file of contracts comes. */
export const NO_CONTRACTS: ContractDoor = {
  mostBytes: 20_000_000,
  isOurs: async () => false,
  preview: async () => ({ kind: 'unreadable', reason: { zh: '没有', en: 'none' } }),
  take: async () => ({ kind: 'stale' }),
  mend: async () => undefined,
  leave: async () => undefined,
  undo: async () => ({ kind: 'refused', reason: { zh: '没有', en: 'none' } }),
};
