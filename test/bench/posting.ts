import { openBot } from '../../src/bot.ts';
import { now } from '../../src/calendar/clock.ts';
import { readConfig } from '../../src/config.ts';
import { SILENT_LOG } from '../../src/log.ts';
import { PRACTICE_CHANNELS, PRACTICE_PEOPLE } from '../../src/practice/branch.ts';
import { openPeer } from '../peer/peer.ts';
import { FOLDERS, realDesk, TODAY } from '../world.ts';
import type { Figure } from './complaint-presses.ts';

const MESSAGES = 10;

/**
 * How long ten messages take in each of five channels, by what Slack allows: one a second in each. The bot in this process, a
 * real workspace beside it.
 */
export async function postingFigures(): Promise<readonly Figure[]> {
  const peer = await openPeer('socket');
  const { botToken, appToken, apiUrl } = peer.workspace;
  const desk = await realDesk();
  const bot = await openBot({
    desk: () => desk,
    config: {
      ...readConfig({}),
      ...{ dataFolder: FOLDERS.data, intentsFolder: FOLDERS.intents, todayOverride: TODAY },
    },
    databaseUrl: 'sqlite::memory:',
    ...{ channels: [], people: PRACTICE_PEOPLE, log: SILENT_LOG },
    slack: { mode: { kind: 'socket', appToken }, botToken, apiUrl },
  });
  try {
    await bot.start();
    const channels = Object.values(PRACTICE_CHANNELS).map(({ id }) => id);
    const start = now();
    await bot.deliver(
      channels.flatMap((channel) =>
        Array.from({ length: MESSAGES }, (_, number) => ({
          ...{ key: `bench:${channel}:${number}`, kind: 'bench', channel, dueAt: start },
          content: { text: `bench ${number}`, blocks: [] },
        })),
      ),
    );
    const isDone = (channel: string): boolean =>
      peer.messages(channel).filter(({ text }) => text?.startsWith('bench ')).length >= MESSAGES;
    await peer.waitFor(() => (channels.every(isDone) ? true : undefined), {
      ...{ what: 'all are posted', withinMs: 60_000 },
    });
    return [
      { name: 'posting_over_allowed', value: (now() - start) / 1_000 / MESSAGES, unit: 'ratio' },
    ];
  } finally {
    await bot.stop();
    await peer.close();
  }
}
