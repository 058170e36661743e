import { z } from 'zod';

/** What a manager may do with a file of contracts that was looked through, and with one that was taken in. */
export const CONTRACT_DEEDS = ['take', 'complete', 'leave', 'undo'] as const;
export type ContractDeed = (typeof CONTRACT_DEEDS)[number];
export const CONTRACT_BLOCK = 'contracts';

export function contractActionId(deed: ContractDeed): string {
  return `contracts:${deed}`;
}

/** The key of a file in the bot's memory, or the number of a batch: nothing of what is in it. */
export function encodeContractFile(key: string): string {
  return key;
}

/** Null where it is no key of ours. */
export function decodeContractFile(value: string): string | null {
  return /^[\w-]{6,40}$/.test(value) ? value : null;
}

export function encodeBatch(batch: number): string {
  return String(batch);
}

export function decodeBatch(value: string): number | null {
  return z.coerce.number().int().positive().safe().safeParse(value).data ?? null;
}
