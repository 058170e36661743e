import { answerMessage } from '../answer-message.ts';
import type { Listener } from '../listener.ts';
import { messageSchema } from '../payloads.ts';
import type { Doorway } from '../ports.ts';

export const directMessage: Listener = {
  name: 'direct-message',
  needs: { events: ['message.im'] },
  listen: (app, doorway) => app.event('message', ({ event }) => answerDirectly(event, doorway)),
};

/** A direct message: answered below it, or in its thread where it was said in one. */
export async function answerDirectly(event: unknown, doorway: Doorway): Promise<void> {
  const message = messageSchema.parse(event);
  if (message.channel_type !== 'im') return;
  await answerMessage({ message, thread: message.thread_ts ?? null }, doorway);
}
