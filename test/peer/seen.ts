/** What the practice workspace pushes to its page, kept as the page would show it. */
export type TextObject = { readonly type: string; readonly text: string };
export type Option = { readonly text: TextObject; readonly value: string };
export type Element = {
  readonly type: string;
  readonly action_id?: string;
  readonly value?: string;
  readonly url?: string;
  readonly text?: TextObject | string;
  readonly options?: readonly Option[];
};
export type Block = {
  readonly type: string;
  readonly block_id?: string;
  readonly text?: TextObject;
  readonly fields?: readonly TextObject[];
  readonly elements?: readonly Element[];
  readonly accessory?: Element;
  /** Of an `input` block, in modals. */
  readonly element?: Element;
  readonly label?: TextObject;
};
export type Message = {
  readonly ts: string;
  readonly channel: string;
  readonly user?: string;
  /** Only on what an app posted. */
  readonly bot_id?: string;
  readonly text?: string;
  readonly blocks?: readonly Block[];
  readonly thread_ts?: string;
  readonly subtype?: string;
  readonly files?: readonly { readonly name: string; readonly url_private: string }[];
  readonly ephemeral_to?: string;
  readonly edited?: { readonly user: string; readonly ts: string };
};
export type View = {
  readonly id: string;
  readonly type: string;
  readonly callback_id?: string;
  readonly private_metadata?: string;
  readonly title?: TextObject;
  readonly blocks: readonly Block[];
};
export type LogEntry = {
  readonly id: string;
  readonly time: number;
  readonly direction: 'to_bot' | 'from_bot' | 'internal';
  readonly kind: string;
  readonly summary: string;
  readonly detail?: unknown;
};
export type Channel = {
  readonly id: string;
  readonly name: string;
  readonly is_im: boolean;
  readonly members: readonly string[];
};

export type Seen = {
  readonly isBotConnected: boolean;
  readonly channels: readonly Channel[];
  readonly messages: Readonly<Record<string, readonly Message[]>>;
  /** The open modals, the one that is shown last. local-slack has one stack for the whole workspace. */
  readonly modals: readonly View[];
  readonly modalErrors: Readonly<Record<string, string>>;
  /** App Home by user. */
  readonly homes: Readonly<Record<string, View>>;
  readonly log: readonly LogEntry[];
};

type Snapshot = {
  readonly apps: readonly { readonly appId: string; readonly connected: boolean }[];
  readonly channels: readonly Channel[];
  readonly messages: Readonly<Record<string, readonly Message[]>>;
  readonly modalStack: readonly View[];
  readonly homeViews: Readonly<Record<string, Readonly<Record<string, View>>>>;
  readonly log: readonly LogEntry[];
};

export type Push =
  | { readonly t: 'init'; readonly state: Snapshot }
  | { readonly t: 'message' | 'message_update'; readonly message: Message }
  | { readonly t: 'message_delete'; readonly channel: string; readonly ts: string }
  | { readonly t: 'channel'; readonly channel: Channel }
  | { readonly t: 'log'; readonly entry: LogEntry }
  | { readonly t: 'view'; readonly stack: readonly View[] }
  | { readonly t: 'view_errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly t: 'home'; readonly user: string; readonly view: View }
  | { readonly t: 'socket_status'; readonly connected: boolean };

export const NOTHING_SEEN: Seen = {
  isBotConnected: false,
  channels: [],
  messages: {},
  modals: [],
  modalErrors: {},
  homes: {},
  log: [],
};

/** What is seen after one more push. */
export function after(seen: Seen, push: Push): Seen {
  switch (push.t) {
    case 'init':
      return fromSnapshot(push.state);
    case 'message':
      return inChannel(seen, push.message.channel, (messages) => [...messages, push.message]);
    case 'message_update':
      return inChannel(seen, push.message.channel, (messages) =>
        messages.map((message) => (message.ts === push.message.ts ? push.message : message)),
      );
    case 'message_delete':
      return inChannel(seen, push.channel, (messages) =>
        messages.filter((message) => message.ts !== push.ts),
      );
    case 'channel':
      return { ...seen, channels: [...seen.channels, push.channel] };
    case 'log':
      return { ...seen, log: [...seen.log, push.entry] };
    case 'view':
      return { ...seen, modals: push.stack, modalErrors: {} };
    case 'view_errors':
      return { ...seen, modalErrors: push.errors };
    case 'home':
      return { ...seen, homes: { ...seen.homes, [push.user]: push.view } };
    case 'socket_status':
      return { ...seen, isBotConnected: push.connected };
    default:
      // The program pushes more than tests look at (files, presence).
      return seen;
  }
}

function fromSnapshot(state: Snapshot): Seen {
  const homes = Object.entries(state.homeViews).flatMap(([user, byApp]) =>
    Object.values(byApp).map((view) => [user, view] as const),
  );
  return {
    isBotConnected: state.apps.some((app) => app.connected),
    channels: state.channels,
    messages: state.messages,
    modals: state.modalStack,
    modalErrors: {},
    homes: Object.fromEntries(homes),
    log: state.log,
  };
}

function inChannel(
  seen: Seen,
  channel: string,
  change: (messages: readonly Message[]) => readonly Message[],
): Seen {
  const messages = change(seen.messages[channel] ?? []);
  return { ...seen, messages: { ...seen.messages, [channel]: messages } };
}
