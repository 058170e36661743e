import type { Delivery } from '../../src/practice/folder.ts';
import { startWorkspace, type Workspace } from '../../src/practice/workspace.ts';
import { type Action, type Control, choiceOf, pressOf } from './press.ts';
import type { LogEntry, Message, Seen, View } from './seen.ts';
import { type Patience, type Watch, watch } from './watch.ts';

export type InChannel = { readonly channel: string; readonly user: string };
export type Said = InChannel & { readonly text: string; readonly thread?: string };
export type Dropped = InChannel & {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly text?: string;
};
export type Commanded = InChannel & { readonly command: string; readonly text?: string };
export type Used = { readonly user: string; readonly message: Message; readonly control: Control };

/** The people of a practice workspace, and all that they see. */
export type Peer = {
  readonly workspace: Workspace;
  /** Comes back when the bot has acknowledged; when it never does, after local-slack's five seconds. */
  say(said: Said): Promise<Message>;
  /** Drops files in a conversation. A user's id stands for the direct message with the bot. */
  drop(dropped: Dropped): Promise<Message>;
  command(commanded: Commanded): Promise<void>;
  press(used: Used): Promise<void>;
  choose(used: Used & { readonly option: string }): Promise<void>;
  /** A press that no page would send any more, such as one in a message that has changed since. */
  interact(where: InChannel & { readonly ts: string; readonly action: Action }): Promise<void>;
  edit(where: InChannel & { readonly ts: string; readonly text: string }): Promise<void>;
  delete(where: InChannel & { readonly ts: string }): Promise<void>;
  openHome(user: string): Promise<void>;
  /** Sends the modal that is open. Values by block id and action id, each as Slack's `view.state.values` has it. */
  submit(user: string, values: ModalValues): void;
  closeModal(user: string): void;
  messages(channel: string): readonly Message[];
  log(): readonly LogEntry[];
  state(): Seen;
  waitFor<T>(find: (seen: Seen) => T | undefined | false, patience: Patience): Promise<T>;
  /** The first message of the bot in a channel (and thread) that `find` accepts. */
  reply(where: ReplyPlace): Promise<Message>;
  modal(patience: Patience): Promise<View>;
  botConnected(): Promise<void>;
  /** Empties every channel and the log. */
  reset(): Promise<void>;
  close(): Promise<void>;
};

export type ModalValues = Readonly<Record<string, Readonly<Record<string, object>>>>;
export type ReplyPlace = {
  readonly channel: string;
  readonly thread?: string;
  /** Only messages after this one. */
  readonly since?: string;
  readonly matching?: RegExp | ((message: Message) => boolean);
  readonly withinMs?: number;
};

/** A practice workspace of its own for one test file, on a free port. */
export async function openPeer(mode: Delivery = 'socket'): Promise<Peer> {
  const workspace = await startWorkspace({ port: 0, mode });
  try {
    return peerOf(workspace, await watch(workspace.url));
  } catch (error) {
    await workspace.stop();
    throw error;
  }
}

function peerOf(workspace: Workspace, watched: Watch): Peer {
  const control = (path: string, body: object): Promise<ControlReply> =>
    post(`${workspace.url}/_control/${path}`, body);
  const interact: Peer['interact'] = async ({ ts, ...rest }) => {
    await control('interact', { ...rest, messageTs: ts });
  };
  return {
    workspace,
    async say({ thread, ...said }) {
      const { message } = await control('message', { ...said, thread_ts: thread });
      if (message === undefined) throw new Error('the workspace kept no message');
      return message;
    },
    async drop({ channel, user, files, text }) {
      const form = new FormData();
      form.set('channel', channel);
      form.set('user', user);
      if (text !== undefined) form.set('text', text);
      for (const { name, bytes } of files)
        form.append('file', new File([new Uint8Array(bytes)], name));
      const response = await fetch(`${workspace.url}/_control/upload`, {
        method: 'POST',
        body: form,
      });
      const reply = (await response.json()) as ControlReply;
      if (reply.message === undefined) throw new Error(`nothing was dropped: ${reply.error}`);
      return reply.message;
    },
    async command(commanded) {
      await control('command', commanded);
    },
    press: ({ user, message, control: meant }) =>
      interact({ channel: message.channel, ts: message.ts, user, action: pressOf(message, meant) }),
    choose: ({ user, message, control: meant, option }) =>
      interact({
        channel: message.channel,
        ts: message.ts,
        user,
        action: choiceOf(message, meant, option),
      }),
    interact,
    async edit(where) {
      await control('edit-message', where);
    },
    async delete(where) {
      await control('delete-message', where);
    },
    async openHome(user) {
      await control('open-home', { user });
    },
    submit: (user, values) => watched.send({ t: 'view_submit', user, values }),
    closeModal: (user) => watched.send({ t: 'view_close', user }),
    messages: (channel) => watched.now().messages[channel] ?? [],
    log: () => watched.now().log,
    state: () => watched.now(),
    waitFor: watched.waitFor,
    reply: (place) => watched.waitFor((seen) => replyIn(seen, place), patienceFor(place)),
    modal: (patience) => watched.waitFor((seen) => seen.modals.at(-1), patience),
    async botConnected() {
      await watched.waitFor((seen) => seen.isBotConnected, { what: 'the bot connects' });
    },
    async reset() {
      await control('reset', {});
    },
    async close() {
      watched.close();
      await workspace.stop();
    },
  };
}

function replyIn(seen: Seen, place: ReplyPlace): Message | undefined {
  const { matching } = place;
  return seen.messages[place.channel]?.find((message) => {
    if (message.bot_id === undefined || message.thread_ts !== place.thread) return false;
    if (place.since !== undefined && message.ts <= place.since) return false;
    if (matching === undefined) return true;
    return matching instanceof RegExp ? matching.test(wordsOf(message)) : matching(message);
  });
}

/** All the words of a message: its text, and what its blocks show. */
export function wordsOf(message: Pick<Message, 'text' | 'blocks'>): string {
  const shown = (message.blocks ?? []).flatMap((block) => [
    block.text?.text,
    ...(block.fields ?? []).map((field) => field.text),
    ...(block.elements ?? []).map(({ text }) => (typeof text === 'string' ? text : text?.text)),
  ]);
  return [message.text, ...shown].filter((words) => words !== undefined).join('\n');
}

function patienceFor({ channel, thread, matching, withinMs }: ReplyPlace): Patience {
  const where = thread === undefined ? channel : `${channel}, thread ${thread}`;
  const what = `a reply of the bot in ${where}${matching === undefined ? '' : ` that matches ${matching}`}`;
  return withinMs === undefined ? { what } : { what, withinMs };
}

type ControlReply = { readonly ok: boolean; readonly error?: string; readonly message?: Message };

async function post(url: string, body: object): Promise<ControlReply> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const reply = (await response.json()) as ControlReply;
  if (!response.ok || !reply.ok) throw new Error(`${url}: ${response.status} ${reply.error}`);
  return reply;
}
