import { createHash } from 'node:crypto';

/**
 * What a message carries so that it can be found again. Every app in the channel may read it, so it says nothing; and
 * it is made of the key alone, so that a ledger restored from a backup knows its messages.
 */
export function messageKey(key: string): string {
  return createHash('sha256').update(`delivery:${key}`).digest('hex').slice(0, 32);
}
