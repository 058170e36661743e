import type { Kysely } from 'kysely';

export type Engine = 'sqlite' | 'postgres';

/** One open database. Open one a process: two on the same SQLite file block each other's event loop. */
export type Store = {
  readonly db: Kysely<Tables>;
  readonly engine: Engine;
  /** Waits for running queries. A second call does nothing. */
  close(): Promise<void>;
};

/** Instants are epoch milliseconds, flags 0 or 1, JSON is text: the types both engines agree on. */
export type Tables = {
  readonly schema_change: SchemaChangeTable;
  readonly kv: KvTable;
  readonly inbound_event: InboundEventTable;
};

export type SchemaChangeTable = {
  readonly name: string;
  readonly applied_at: number;
};

/** What Keyv keeps. Keys hold ids only, never a name or a phone. */
export type KvTable = {
  readonly ns: string;
  readonly k: string;
  readonly v: string;
  /** Null is for ever. */
  readonly expires_at: number | null;
};

export type InboundEventTable = {
  readonly event_id: string;
  readonly kind: string;
  /** Empty once done. */
  readonly body: string;
  readonly received_at: number;
  /** How often it was given to a listener; keeping it counts as the first time. */
  readonly attempts: number;
  readonly tried_at: number;
  readonly done_at: number | null;
};
