import type { HomeView, ModalView } from '@slack/types';
import { WebAPIRateLimitedError, type WebClient } from '@slack/web-api';
import type { Log } from '../log.ts';
import { outcomeOf } from './outcome.ts';
import type { Drawn } from './ports.ts';
import type { Respond } from './respond.ts';
import type { MessageView } from './views/blocks.ts';
import type { FrozenMessage } from './views/chosen.ts';

export type Place = { readonly channel: string; readonly thread: string | null };

/** The few things that the bot does in Slack. */
export type Posting = {
  readonly post: (place: Place, view: MessageView) => Promise<void>;
  /** The same, and gives the message's `ts`, by which it can be changed. */
  readonly send: (place: Place, view: MessageView) => Promise<string>;
  /** Says something that only this person sees, and nobody is told of when he is away. */
  readonly whisper: (place: Place & { readonly user: string }, view: MessageView) => Promise<void>;
  /** The address of a message; null where Slack has none. */
  readonly linkTo: (channel: string, ts: string) => Promise<string | null>;
  readonly replace: (
    message: { channel: string; ts: string },
    view: FrozenMessage,
  ) => Promise<void>;
  readonly respond: Respond;
  /** Posts a picture. */
  readonly upload: (place: Place, picture: Drawn) => Promise<void>;
  /** Posts a text or a document as a file. */
  readonly attach: (place: Place, file: TextFile) => Promise<void>;
  /** Opens a modal for whoever has just pressed a button. */
  readonly openModal: (trigger: string, view: ModalView) => Promise<void>;
  /** What a user calls himself in Slack. */
  readonly nameOf: (user: string) => Promise<string>;
  /** Puts another view into a modal that is open. */
  readonly changeModal: (viewId: string, view: ModalView) => Promise<void>;
  /** The direct message with a user. */
  readonly directChannel: (user: string) => Promise<string>;
  readonly publishHome: (user: string, view: HomeView) => Promise<void>;
  /** Whether nothing was ever said in a channel or direct message. */
  readonly isEmpty: (channel: string) => Promise<boolean>;
};

/** A text, or the bytes of a document. */
export type TextFile = { readonly name: string; readonly text: string | Uint8Array };

export type PostingPorts = {
  readonly client: WebClient;
  readonly respond: Respond;
  readonly wait: (ms: number) => Promise<void>;
  readonly log: Log;
};

/** What Slack shows above a file, and what it takes for those who do not see it. */
const TITLE_LENGTH = 80;
const ALT_LENGTH = 1_000;

/** Names in words must not call people, and a link must not unfold into somebody else's page. */
export const QUIET = { link_names: false, unfurl_links: false, unfurl_media: false } as const;

export function openPosting({ client, respond, wait, log }: PostingPorts): Posting {
  const patiently = withPatience({ wait, log });
  const inOrder = inChannelOrder();

  const send: Posting['send'] = ({ channel, thread }, { text, blocks }) =>
    inOrder(channel, async () => {
      const where = thread === null ? { channel } : { channel, thread_ts: thread };
      const message = { ...where, text, blocks: [...blocks], ...QUIET };
      const { ts } = await patiently('chat.postMessage', () => client.chat.postMessage(message));
      return ts ?? '';
    });

  return {
    post: async (place, view) => {
      await send(place, view);
    },
    send,
    whisper: async ({ channel, thread, user }, { text, blocks }) => {
      const where = thread === null ? { channel } : { channel, thread_ts: thread };
      const message = { ...where, user, text, blocks: [...blocks], link_names: false };
      await patiently('chat.postEphemeral', () => client.chat.postEphemeral(message));
    },
    linkTo: async (channel, ts) => {
      const { permalink } = await patiently('chat.getPermalink', () =>
        client.chat.getPermalink({ channel, message_ts: ts }),
      );
      return permalink ?? null;
    },
    replace: async ({ channel, ts }, { text, blocks }) => {
      const message = { channel, ts, text, blocks: [...blocks], link_names: false };
      await patiently('chat.update', () => client.chat.update(message));
    },
    respond,
    upload: (place, { name, alt, png }) =>
      inOrder(place.channel, () =>
        uploadTo(client, place, {
          file: Buffer.from(png),
          filename: name,
          title: alt.slice(0, TITLE_LENGTH),
          alt_text: alt.slice(0, ALT_LENGTH),
        }),
      ),
    attach: (place, { name, text }) =>
      inOrder(place.channel, () =>
        uploadTo(client, place, { file: Buffer.from(text), filename: name, title: name }),
      ),
    // A trigger is good for three seconds, and once: what failed is not tried again, the person may press once more.
    openModal: async (trigger, view) => {
      await client.views.open({ trigger_id: trigger, view });
    },
    nameOf: async (user) => {
      const { user: found } = await patiently('users.info', () => client.users.info({ user }));
      return found?.profile?.display_name || found?.real_name || user;
    },
    changeModal: async (viewId, view) => {
      await patiently('views.update', () => client.views.update({ view_id: viewId, view }));
    },
    directChannel: async (user) => {
      const { channel } = await patiently('conversations.open', () =>
        client.conversations.open({ users: user }),
      );
      if (channel?.id === undefined) throw new Error('Slack named no direct message');
      return channel.id;
    },
    publishHome: async (user, view) => {
      await patiently('views.publish', () => client.views.publish({ user_id: user, view }));
    },
    isEmpty: async (channel) => {
      const history = await patiently('conversations.history', () =>
        client.conversations.history({ channel, limit: 1 }),
      );
      return history.messages?.length === 0;
    },
  };
}

type Upload = {
  readonly file: Buffer;
  readonly filename: string;
  readonly title: string;
  readonly alt_text?: string;
};

// Several calls: what failed half-way is not tried again, the person may press once more.
async function uploadTo(
  client: WebClient,
  { channel, thread }: Place,
  file: Upload,
): Promise<void> {
  await client.filesUploadV2(
    thread === null
      ? { ...file, channel_id: channel }
      : { ...file, channel_id: channel, thread_ts: thread },
  );
}

/** How long one call may be held up in all, by Slack's wish or because it cannot be reached. */
const PATIENCE_MS = 30_000;
const RECONNECT_MS = 1_000;

type Patience = <Result>(method: string, call: () => Promise<Result>) => Promise<Result>;

/**
 * Tries again only what has certainly not been done. The client's own retries are off: they would post again after a
 * lost reply, and a post has no key by which Slack could tell (fault K2).
 */
function withPatience({ wait, log }: Pick<PostingPorts, 'wait' | 'log'>): Patience {
  return async (method, call) => {
    let waited = 0;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await call();
      } catch (error) {
        const pause =
          error instanceof WebAPIRateLimitedError
            ? error.retryAfter * 1_000
            : RECONNECT_MS * 2 ** (attempt - 1);
        if (outcomeOf(error) !== 'not-sent' || waited + pause > PATIENCE_MS) throw error;
        log.warn('slack.call-again', { method, attempt, pauseMs: pause });
        waited += pause;
        await wait(pause);
      }
    }
  };
}

type InOrder = <Result>(channel: string, post: () => Promise<Result>) => Promise<Result>;

// One post at a time in a channel: Slack promises no order between two, and asks for one a second.
function inChannelOrder(): InOrder {
  const tails = new Map<string, Promise<void>>();
  return async (channel, post) => {
    const posted = (tails.get(channel) ?? Promise.resolve()).then(post);
    const tail = posted.then(
      () => undefined,
      () => undefined,
    );
    tails.set(channel, tail);
    try {
      return await posted;
    } finally {
      if (tails.get(channel) === tail) tails.delete(channel);
    }
  };
}
