import { type Storage, TurnContext } from 'botbuilder-core';
import { Botkit, type BotkitMessage } from 'botkit';
import type { Pending } from './pending.ts';
import type { TurnAdapter } from './turn-adapter.ts';

type PendingProperty = {
  get(context: TurnContext): Promise<Pending | undefined>;
  set(context: TurnContext, value: Pending): Promise<void>;
  delete(context: TurnContext): Promise<void>;
};

/**
 * Botkit without its servers and with turns that settle. Its own `handleTurn` runs an async body in a callback: a
 * handler that throws leaves the turn hanging and ends the process (faults B1 and B4). This one is awaited all
 * through; it leaves out the middleware points, which nothing here uses.
 */
export class SafeBotkit extends Botkit {
  /** The question being asked, kept in the same record as Botkit's dialog state, so that the two cannot part. */
  readonly pending: PendingProperty;

  constructor({ adapter, storage }: { adapter: TurnAdapter; storage: Storage }) {
    // Without an adapter Botkit would build one for the Bot Framework service.
    super({ adapter, storage, disable_webserver: true, disable_console: true });
    // biome-ignore lint/complexity/useLiteralKeys: private in Botkit's types.
    this.pending = this['conversationState'].createProperty('pending');
  }

  override async handleTurn(context: TurnContext): Promise<void> {
    const dialogs = await this.dialogSet.createContext(context);
    const bot = await this.spawn(dialogs);
    const message = messageOf(context);
    // Botkit's own reading of "nothing was interested" is false.
    // biome-ignore lint/complexity/useLiteralKeys: private in Botkit's types.
    const interrupted = await this['listenForInterrupts'](bot, message);
    if (interrupted === false) {
      if (bot.hasActiveDialog()) await dialogs.continueDialog();
      // biome-ignore lint/complexity/useLiteralKeys: private in Botkit's types.
      else await this['listenForTriggers'](bot, message);
    }
    await this.saveState(bot);
  }
}

function messageOf(context: TurnContext): BotkitMessage {
  const { activity } = context;
  return {
    type: activity.channelData.botkitEventType,
    text: activity.text,
    user: activity.from.id,
    channel: activity.conversation.id,
    reference: TurnContext.getConversationReference(activity) as BotkitMessage['reference'],
    incoming_message: activity,
    context,
  };
}
