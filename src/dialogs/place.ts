import { createHash } from 'node:crypto';
import type { ConversationKey } from './turn.ts';

/** A conversation as a key that tells nothing of who speaks where: keys end up in backups and error texts. */
export function placeOf(key: ConversationKey): string {
  const parts = JSON.stringify([key.team, key.channel, key.thread, key.user]);
  return createHash('sha256').update(parts).digest('base64url');
}
