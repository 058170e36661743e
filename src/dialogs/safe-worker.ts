import { type BotkitMessage, BotWorker } from 'botkit';
import { contextOf } from './turn-work.ts';

/** Botkit's `say` loses a failed send in a callback, and the turn never settles (fault B1). This one rejects. */
export class SafeWorker extends BotWorker {
  override async say(message: Partial<BotkitMessage> | string): Promise<unknown> {
    const activity = this.ensureMessageFormat(message);
    return contextOf(this).sendActivity(activity);
  }
}
