import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Desk, Folders } from '../desk.ts';
import { Problem } from '../problem.ts';

/** A desk that takes changed data and intents while it is asked. */
export type LiveDesk = {
  /** The desk in force: a question is answered wholly by one. */
  readonly current: () => Desk;
  /** Takes what has changed since the last look, when it has come to rest. Called every few seconds. */
  readonly look: () => Promise<Look>;
};

/** What a look found. `refused` is told once for each state of the files; the desk before it stays in force. */
export type Look =
  | { readonly kind: 'same' }
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused'; readonly reason: string };

export type LiveDeskPorts = {
  readonly folders: Folders;
  readonly first: () => Promise<Desk>;
  /**
   * Opens a desk from the files as they are, unless the signal says that they are no longer so. Rejects with a Problem
   * where they do not hold together.
   */
  readonly next: (signal: AbortSignal) => Promise<Desk>;
};

/** Opens a desk and keeps it up to date: a changed state of the files is taken whole or refused whole. */
export async function openLiveDesk({ folders, first, next }: LiveDeskPorts): Promise<LiveDesk> {
  let settled = stateOf(folders);
  let desk = await first();
  let coming: Coming | null = null;
  let looking: Promise<Look> | null = null;

  const lookOnce = async (): Promise<Look> => {
    const state = stateOf(folders);
    if (coming !== null && coming.state !== state) {
      coming.stop();
      coming = null;
    }
    if (state === settled) return { kind: 'same' };
    // A person saves one file after the other: a state counts when it is the same at two looks. What it would be is
    // prepared from the first of them on.
    if (coming === null) {
      coming = comingDesk(state, next);
      return { kind: 'same' };
    }
    const outcome = await coming.outcome;
    coming = null;
    // What was read while files changed may be half of one state and half of another.
    if (stateOf(folders) !== state) return { kind: 'same' };
    settled = state;
    if ('refused' in outcome) return { kind: 'refused', reason: outcome.refused };
    desk = outcome.desk;
    return { kind: 'taken' };
  };

  return {
    current: () => desk,
    look: async () => {
      if (looking !== null) return { kind: 'same' };
      looking = lookOnce();
      try {
        return await looking;
      } finally {
        looking = null;
      }
    },
  };
}

/** A desk that is prepared from a state of the files, or why it cannot be. Never rejects. */
type Coming = {
  readonly state: string;
  readonly outcome: Promise<{ readonly desk: Desk } | { readonly refused: string }>;
  readonly stop: () => void;
};

function comingDesk(state: string, next: LiveDeskPorts['next']): Coming {
  const control = new AbortController();
  const outcome = async (): ReturnType<() => Coming['outcome']> => {
    try {
      return { desk: await next(control.signal) };
    } catch (error) {
      return { refused: error instanceof Problem ? error.message : String(error) };
    }
  };
  return { state, outcome: outcome(), stop: () => control.abort() };
}

/** Which files there are, and when each was last written. What cannot be read is a state too. */
function stateOf({ data, intents }: Folders): string {
  return [data, intents].map(stateOfFolder).join('\n');
}

function stateOfFolder(folder: string): string {
  try {
    return (
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        // Nobody answers from a draft.
        .filter((name) => name.endsWith('.yaml') && !name.startsWith('drafts'))
        .sort()
        .map((name) => {
          const { mtimeMs, size } = statSync(join(folder, name));
          return `${name} ${mtimeMs} ${size}`;
        })
        .join('\n')
    );
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
