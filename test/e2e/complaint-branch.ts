import { join } from 'node:path';
import { type Bot, openBot } from '../../src/bot.ts';
import type { Day } from '../../src/calendar/day.ts';
import { readConfig } from '../../src/config.ts';
import { type Desk, openDesk } from '../../src/desk.ts';
import { PRACTICE_CHANNELS, PRACTICE_PEOPLE, PRACTICE_USERS } from '../../src/practice/branch.ts';
import { openPeer, type Peer } from '../peer/peer.ts';
import { pressOf } from '../peer/press.ts';
import type { Message, View } from '../peer/seen.ts';
import { notedLog } from '../unit/slack/doorway.ts';
import { FOLDERS } from '../world.ts';
import { temporaryFolder } from './run-bot.ts';

export const COMPLAINTS = PRACTICE_CHANNELS.complaints.id;
/** The people of the stories, as the practice branch has them: hall staff, the manager, the complaint officer. */
export const PEOPLE = {
  li: PRACTICE_USERS.liNa.id,
  wang: PRACTICE_USERS.wang.id,
  zhao: PRACTICE_USERS.chenJing.id,
} as const;
export type PersonName = keyof typeof PEOPLE;

/** The bot in this process, in a practice workspace of its own: it can be ended, and started on another day. */
export type Branch = {
  readonly peer: Peer;
  readonly log: ReturnType<typeof notedLog>;
  /** Ends the bot and starts it again, on the same database. */
  readonly restart: (today: Day) => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function openBranch(today: Day): Promise<Branch> {
  const [peer, folder, desk] = await Promise.all([
    openPeer('socket'),
    temporaryFolder(),
    openDesk(FOLDERS, null),
  ]);
  const log = notedLog();
  const { botToken, appToken, apiUrl } = peer.workspace;
  const start = async (day: Day): Promise<Bot> => {
    const bot = await openBot({
      desk: (): Desk => desk,
      config: { ...readConfig({}), ...FOLDER_CONFIG, todayOverride: day },
      databaseUrl: `sqlite:${join(folder.path, 'desk.sqlite')}`,
      channels: [],
      people: PRACTICE_PEOPLE,
      slack: { mode: { kind: 'socket', appToken }, botToken, apiUrl },
      log,
    });
    await bot.start();
    return bot;
  };
  let bot = await start(today);
  return {
    peer,
    log,
    restart: async (day) => {
      await bot.stop();
      bot = await start(day);
    },
    close: async () => {
      await bot.stop();
      await peer.close();
      await folder.remove();
    },
  };
}

const FOLDER_CONFIG = { dataFolder: FOLDERS.data, intentsFolder: FOLDERS.intents };

export type ModalInput = Readonly<Record<string, string | readonly string[] | null>>;

/** The values of a form, as Slack sends them: each by what kind of control it has. */
export function valuesOf(view: View, given: ModalInput): Record<string, Record<string, object>> {
  return Object.fromEntries(
    view.blocks
      .filter(({ type }) => type === 'input')
      .map(({ block_id: id = '', element }) => {
        const value = given[id] ?? null;
        const type = element?.type ?? '';
        return [id, { value: { type, ...controlOf(type, value) } }];
      }),
  );
}

function controlOf(type: string, value: string | readonly string[] | null): object {
  if (Array.isArray(value))
    return { selected_options: value.map((one: string) => ({ value: one })) };
  if (value === null) return {};
  if (type === 'static_select') return { selected_option: { value } };
  return type === 'datepicker' ? { selected_date: value } : { value };
}

/** Sends the open modal; answers what is wrong with it, or nothing where it closed. */
export async function submitForm(
  peer: Peer,
  user: string,
  given: ModalInput,
): Promise<Readonly<Record<string, string>> | null> {
  const view = peer.state().modals.at(-1);
  if (view === undefined) throw new Error('no modal is open');
  peer.submit(user, valuesOf(view, given));
  const outcome = await peer.waitFor(
    (seen) => {
      if (Object.keys(seen.modalErrors).length > 0) return { errors: seen.modalErrors };
      return seen.modals.some(({ id }) => id === view.id) ? undefined : { errors: null };
    },
    { what: 'the modal closes, or says what is wrong' },
  );
  return outcome.errors;
}

/** The messages of the bot in a thread, oldest first; without what only one person sees. */
export function inThread(peer: Peer, thread: string): readonly Message[] {
  return peer
    .messages(COMPLAINTS)
    .filter(
      (one) =>
        one.thread_ts === thread && one.bot_id !== undefined && one.ephemeral_to === undefined,
    );
}

/** The step that is asked in a thread: its message, its id, and the ids of its buttons. */
export function askedIn(peer: Peer, thread: string): { message: Message; step: string } | null {
  for (const message of inThread(peer, thread).toReversed()) {
    const value = buttonsOf(message)[0]?.value;
    const asking = value === undefined ? undefined : /\/([a-z0-9-]+)#/.exec(value)?.[1];
    if (asking !== undefined) return { message, step: asking };
  }
  return null;
}

export function buttonsOf(
  message: Pick<Message, 'blocks'>,
): readonly { action_id?: string; value?: string }[] {
  return (message.blocks ?? []).flatMap(({ type, elements = [] }) =>
    type === 'actions' ? elements.filter(({ type: kind }) => kind === 'button') : [],
  );
}

export function actionIn(message: Message, actionId: string): ReturnType<typeof pressOf> {
  return pressOf(message, { actionId });
}
