/**
 * Where a delivery stands. `pending` and `sending` are open; `blocked` and `uncertain` wait for a person; the rest is
 * over. Only `sending` may already be in the channel without the ledger knowing.
 */
export const DELIVERY_STATES = [
  'pending',
  'sending',
  'sent',
  'blocked',
  'uncertain',
  'expired',
  'superseded',
  'cancelled',
] as const;

export type DeliveryState = (typeof DELIVERY_STATES)[number];

export function isDeliveryState(text: string): text is DeliveryState {
  return DELIVERY_STATES.some((state) => state === text);
}

/** What is said: Slack's blocks, and a text that says it all by itself. Frozen when it is planned. */
export type Content = { readonly text: string; readonly blocks: readonly object[] };

/** One thing to be said unasked in one channel, once. */
export type NewDelivery = {
  /** Names the thing and the place: the same key is never said twice. Ids only, never a name or a phone. */
  readonly key: string;
  /** What it is about in general, such as `policy-in-force`. */
  readonly kind: string;
  /** The id of a channel or of a direct message; its name may change. */
  readonly channel: string;
  readonly dueAt: number;
  /** After this moment it is better left unsaid; left out, 72 hours after it was due. */
  readonly expiresAt?: number;
  readonly content: Content;
};

/** How the ledger knows that something stands in the channel. */
export type SentHow = 'posted' | 'found' | 'person';

export type Delivery = {
  readonly id: number;
  readonly key: string;
  readonly kind: string;
  readonly channel: string;
  readonly content: Content;
  readonly state: DeliveryState;
  readonly dueAt: number;
  readonly expiresAt: number;
  /** How often it was posted, or tried to be; being asked to wait does not count. */
  readonly attempts: number;
  /** Nothing is done with it before. */
  readonly notBefore: number;
  readonly firstTriedAt: number | null;
  readonly lastTriedAt: number | null;
  /** Slack's id of the message. */
  readonly ts: string | null;
  readonly sentHow: SentHow | null;
  /** Why it stands where it stands: Slack's word, or a person's. */
  readonly reason: string | null;
  readonly settledAt: number | null;
};

/** A channel id of Slack. A user's id would do for posting, but its history cannot be read. */
const CHANNEL = /^[CGD][A-Z0-9_]+$/;

export function isChannelId(text: string): boolean {
  return CHANNEL.test(text);
}
