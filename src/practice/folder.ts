import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PRACTICE_BOT, PRACTICE_CHANNELS, PRACTICE_TEAM, PRACTICE_USERS } from './branch.ts';

const PRELOAD = 'loopback.js';

/** How Slack reaches the bot: over a socket that the bot opens, or by signed requests to the bot's address. */
export type Delivery = 'socket' | { readonly events: string };

export type Secrets = {
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
};

export type Folder = {
  readonly path: string;
  readonly preload: string;
  remove(): Promise<void>;
};

/** A temporary folder with all that the program reads: its configuration and what it loads first. */
export async function makeFolder(wanted: {
  readonly mode: Delivery;
  readonly secrets: Secrets;
}): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), 'retention-desk-practice-'));
  await writeFile(
    join(path, 'config.json'),
    JSON.stringify(configuration(wanted.mode, wanted.secrets)),
    {
      mode: 0o600,
    },
  );
  // A copy, because BUN_OPTIONS cannot name a path that has a space in it.
  await copyFile(fileURLToPath(new URL(PRELOAD, import.meta.url)), join(path, PRELOAD));
  return {
    path,
    preload: PRELOAD,
    // A file left in the system's temporary folder is no reason to fail.
    remove: () => rm(path, { recursive: true, force: true }).catch(() => {}),
  };
}

/** The branch in the words of local-slack. */
export function configuration(mode: Delivery, secrets: Secrets): object {
  return {
    workspace: PRACTICE_TEAM,
    apps: [
      {
        appId: PRACTICE_BOT.appId,
        botUserId: PRACTICE_BOT.userId,
        botName: PRACTICE_BOT.name,
        ...secrets,
        ...(mode === 'socket' ? { mode } : { mode: 'events', requestUrl: mode.events }),
      },
    ],
    users: Object.values(PRACTICE_USERS),
    channels: Object.values(PRACTICE_CHANNELS),
  };
}
