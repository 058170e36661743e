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
  /** Opens a desk from the files as they are. Rejects with a Problem where they do not hold together. */
  readonly next: () => Promise<Desk>;
};

/** Opens a desk and keeps it up to date: a changed state of the files is taken whole or refused whole. */
export async function openLiveDesk({ folders, first, next }: LiveDeskPorts): Promise<LiveDesk> {
  let settled = stateOf(folders);
  let seen = settled;
  let desk = await first();
  let looking: Promise<Look> | null = null;

  const lookOnce = async (): Promise<Look> => {
    const state = stateOf(folders);
    const isAtRest = state === seen;
    seen = state;
    // A person saves one file after the other: a state counts when it is the same at two looks.
    if (state === settled || !isAtRest) return { kind: 'same' };
    settled = state;
    try {
      desk = await next();
      return { kind: 'taken' };
    } catch (error) {
      return { kind: 'refused', reason: error instanceof Problem ? error.message : String(error) };
    }
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
