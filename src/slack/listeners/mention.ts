import { answerMessage } from '../answer-message.ts';
import { sayInCase } from '../complaints/say.ts';
import type { Listener } from '../listener.ts';
import { messageSchema } from '../payloads.ts';
import type { Doorway } from '../ports.ts';

export const mention: Listener = {
  name: 'mention',
  needs: { events: ['app_mention'] },
  listen: (app, doorway) => app.event('app_mention', ({ event }) => answerMention(event, doorway)),
};

/** `@desk …` in a channel: answered in a thread under it, so that the channel stays readable. */
export async function answerMention(event: unknown, doorway: Doorway): Promise<void> {
  const message = messageSchema.parse(event);
  if (await sayInCase(message, doorway)) return;
  await answerMessage({ message, thread: message.thread_ts ?? message.ts }, doorway);
}
