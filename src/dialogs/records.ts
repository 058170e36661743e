import type { Memory } from './turn.ts';

// Raise it when the shape of anything kept here changes: what an older program kept is then as good as absent, where
// Botkit would put an answer to the wrong question (fault B6).
const VERSION = 1;

/** Kept values with an end. Unreadable, outdated and ended ones are null. */
export type Records = {
  readonly read: (key: string) => Promise<unknown>;
  readonly write: (key: string, value: unknown, ttlMs: number) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
};

export type RecordPorts = {
  readonly memory: Memory;
  readonly now: () => number;
  /** Told when the memory fails. The person is answered all the same, without what was remembered. */
  readonly onProblem: (error: unknown) => void;
};

export function openRecords({ memory, now, onProblem }: RecordPorts): Records {
  const attempt = async (work: () => Promise<unknown>): Promise<unknown> => {
    try {
      return await work();
    } catch (error) {
      onProblem(error);
      return null;
    }
  };

  return {
    read: async (key) => {
      const kept = await attempt(() => memory.get(key));
      if (!isObject(kept) || kept.version !== VERSION) return null;
      const until = kept.until;
      // The end is kept inside as well: a memory may tidy up late, or not at all.
      if (typeof until !== 'number' || until <= now()) return null;
      return kept.value ?? null;
    },
    write: async (key, value, ttlMs) => {
      const record = { version: VERSION, until: now() + ttlMs, value };
      await attempt(() => memory.set(key, record, ttlMs));
    },
    remove: async (key) => {
      await attempt(() => memory.delete(key));
    },
  };
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
